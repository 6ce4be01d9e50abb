"""Every screen, as pictures."""
