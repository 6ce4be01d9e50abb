"""The store's use cases, on both databases."""
