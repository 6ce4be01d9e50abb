"""What people do with the store: one use case a file, each in one turn of the database."""
