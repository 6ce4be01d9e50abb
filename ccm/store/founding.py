"""Founding a store: the schema, an organisation with its key and log, and the person who can let others in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from approvals.keys import SigningKey, make_key, read_key
from approvals.record import instant
from approvals.refusal import NotAllowed
from ccm.store.engines import accept_engine
from ccm.store.home import Home, database_of, place_of_home, token_of
from ccm.store.turn import Turn, begun
from content_blocks.problem import refuse
from templates_store.database import select
from templates_store.migrating import migrate
from templates_store.tables import Log

NAME = re.compile(r"[a-z][a-z0-9-]{0,59}")


def found(
    organisation: str,
    title: str,
    settings: Mapping[str, str],
    now: datetime | None = None,
    opening: Callable[[Turn], None] | None = None,
) -> Home:
    """A new organisation's store, in a new database or beside others in one.

    All of it is one turn, with what `opening` adds to it: whoever is stopped in between has founded nothing, and begins
    again.  Raises Refused where the name is no name, or taken, or where a key of that name lies there already.
    """
    if not NAME.fullmatch(organisation):
        raise refuse("", "organisation-name", name=organisation)
    place = place_of_home(settings)
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    database = database_of(place, settings)
    with database.opening():
        migrate(database, role=settings.get("CCM_DATABASE_ROLE", ""))
        home, at = Home(place, database, organisation, token_of(settings)), now or datetime.now(UTC)
        with database.writing() as session:
            if session.get(Log, organisation):
                raise refuse("", "organisation-exists", name=organisation)
            key = _first_key(home)
            session.add(Log(organisation=organisation, name=title, created=instant(at), key=key.public))
            session.flush()
            turn = begun(session, organisation, at)
            turn.log("founded", None, organisation=organisation, title=title, key=key.public)
            accept_engine(turn, changed=0)
            if opening:
                opening(turn)
            turn.seal(key)
        home.take_over()
    return home


def organisations(home: Home) -> list[str]:
    """The names of all organisations in the database of a home; for whoever runs the machine."""
    with home.database.reading() as session:
        return sorted(session.exec(select(Log.organisation)).all())


def _first_key(home: Home) -> SigningKey:
    """The key to found with: that in the token, or one whose file lies where a next key does until the log knows it.

    One that a founding left which was stopped is used, never replaced: whether it was whole shows when it is read.
    """
    if home.token:
        return home.signing_key()
    home.key_file.parent.mkdir(mode=0o700, exist_ok=True)
    if home.key_file.exists():
        raise refuse("", "key-in-the-way", file=home.key_file.name)
    try:
        return read_key(home.next_key_file)
    except NotAllowed as fault:
        if fault.code == "key-file-open":  # it may be whole
            raise refuse("", fault.code, **fault.params) from None
        home.next_key_file.unlink(missing_ok=True)
        return make_key(home.next_key_file)
