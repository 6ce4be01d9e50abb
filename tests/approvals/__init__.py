"""The rules of approval, tested."""
