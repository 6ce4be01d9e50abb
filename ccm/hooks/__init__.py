"""Webhooks as the network sees them: which events there are, how they are signed, and where they may be sent."""
