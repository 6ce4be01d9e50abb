"""Sample data for the demo: the customers of a bank that does not exist, always the same ones."""
