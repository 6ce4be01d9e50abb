"""What ships: its letters, mails and short messages as customers get them."""
