"""Where items live: listings of versions, choosing the one in force, and the library that ships."""
