"""Attacks on locks: everything somebody might try, in the browser and at the API, and that nothing comes of it."""
