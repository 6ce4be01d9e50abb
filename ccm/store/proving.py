"""Proving by a password who one is.  Whoever is unknown, shut out or has no password gets the same answer as late."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from ccm.signing_in.passwords import hashed, needs_new_hash, verify
from ccm.store.actor import person_called
from ccm.store.attempts import begin_attempt, forget
from ccm.store.home import Home
from ccm.store.turn import Turn
from content_blocks.problem import refuse
from templates_store.tables import Person


@contextmanager
def proved(
    home: Home, login: str, password: str, address: str, way: str, now: datetime | None = None
) -> Iterator[tuple[Turn, Person]]:
    """A turn in which somebody has proven who they are; `way` says in the log what for.

    Raises Refused `sign-in-wait` before looking at the password if there were too many failures, `sign-in-wrong` if it
    is not right.  A failure is an entry of its own, with the person if there is one, never with what was typed.
    """
    login = login.strip().lower()
    tried = begin_attempt(home, login, address, now)
    person, kept = _kept(home, login)
    if not verify(kept or None, password):
        _note(home, person, way, now)
        raise refuse("", "sign-in-wrong")
    renewed = hashed(password) if needs_new_hash(kept) else kept
    with home.turn(now) as turn:
        there = turn.session.get(Person, person)
        if there is None or there.disabled or there.password != kept:  # changed while we were checking
            raise refuse("", "sign-in-wrong")
        forget(turn, tried)
        there.password = renewed
        turn.session.add(there)
        yield turn, there


def _kept(home: Home, login: str) -> tuple[str | None, str]:
    """The id of a person and the hash to try; empty for who cannot sign in with a password."""
    with home.reading() as session:
        person = person_called(session, home.organisation, login)
        if person is None:
            return None, ""
        return person.id, "" if person.disabled else person.password


def _note(home: Home, person: str | None, way: str, now: datetime | None) -> None:
    with home.turn(now) as turn:
        turn.log("sign-in-failed", person, way=way)
