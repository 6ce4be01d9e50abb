"""The manual's reference, written from the code: `python -m scripts.reference` rewrites `docs/reference/`."""
