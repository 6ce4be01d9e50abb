"""One file for each step of the schema; none is changed once it was released."""
