"""From a document to what a channel carries, and back again to check it."""
