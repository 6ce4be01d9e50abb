"""Proving who one is: passwords, keys, sessions, and providers of OpenID Connect, honest and hostile ones."""
