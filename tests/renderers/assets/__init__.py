"""What people upload as pictures."""
