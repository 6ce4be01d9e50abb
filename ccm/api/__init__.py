"""The HTTP API: thin routes over the use cases, one way to sign in, one way to say what went wrong."""
