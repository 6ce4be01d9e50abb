"""What people do with all this, tested."""
