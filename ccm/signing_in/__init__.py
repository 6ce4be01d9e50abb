"""How people and programs prove who they are: passwords, keys, sessions, and providers of OpenID Connect.

Nothing here knows a database.  What has to be kept is handed out as plain data, and what was kept is handed in again.
"""
