"""The pages and the editor, as people meet them in a browser."""
