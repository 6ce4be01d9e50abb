"""Signing in with login and password, and staying so until one signs out or is away too long."""

from __future__ import annotations

from datetime import datetime

from ccm.store.actor import Actor, actor_of
from ccm.store.home import Home
from ccm.store.proving import proved
from ccm.store.sessions import Opened, continued, of_session, open_session, rotated, sign_out

__all__ = ["Opened", "continued", "of_session", "proven", "rotated", "sign_in", "sign_out"]


def sign_in(home: Home, login: str, password: str, address: str = "", now: datetime | None = None) -> Opened:
    """Begin a session, always with a new secret; `address` is the network address that the attempt comes from.

    Raises Refused: `sign-in-wrong` for a wrong password and for an unknown login alike, `sign-in-wait` after too many
    failures of the login or the address.
    """
    with proved(home, login, password, address, "session", now) as (turn, person):
        turn.log("signed-in", person.id, way="password")
        return open_session(turn.session, home.organisation, actor_of(turn.session, person), turn.at)


def proven(home: Home, login: str, password: str, address: str = "", now: datetime | None = None) -> Actor:
    """Who somebody is, for one command and without a session; refuses as `sign_in` does."""
    with proved(home, login, password, address, "command", now) as (turn, person):
        turn.log("signed-in", person.id, way="command")
        return actor_of(turn.session, person)
