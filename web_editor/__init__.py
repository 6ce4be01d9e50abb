"""The web editor: pages for the people who write, decide and run, and the one island of script in them."""
