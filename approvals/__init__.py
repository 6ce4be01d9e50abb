"""Who has to agree and what they decided; it knows hashes, not content."""
