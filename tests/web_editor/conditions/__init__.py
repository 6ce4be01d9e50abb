"""Conditions, placeholders and fields as people read and click them."""
