"""The HTTP API, as programs and browsers meet it."""
