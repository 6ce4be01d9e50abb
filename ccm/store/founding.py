"""Founding a store: the schema, an organisation with its key and log, and the person who can let others in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from approvals.keys import make_key
from approvals.record import instant
from ccm.store.engines import accept_engine
from ccm.store.home import Home, database_of, key_file, place_of_home
from content_blocks.problem import refuse
from templates_store.database import select
from templates_store.migrating import migrate
from templates_store.tables import Log

NAME = re.compile(r"[a-z][a-z0-9-]{0,59}")


def found(organisation: str, title: str, settings: Mapping[str, str], now: datetime | None = None) -> Home:
    """A new organisation's store, in a new database or beside others in one.

    Raises Refused where the name is no name, or taken, or where a key of that name lies there already.
    """
    if not NAME.fullmatch(organisation):
        raise refuse("", "organisation-name", name=organisation)
    place = place_of_home(settings)
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    database = database_of(place, settings)
    migrate(database, role=settings.get("CCM_DATABASE_ROLE", ""))
    with database.reading() as session:
        if session.get(Log, organisation):
            raise refuse("", "organisation-exists", name=organisation)
    home = Home(place, database, organisation)
    _make_key(home)
    at = now or datetime.now(UTC)
    with database.writing() as session:
        session.add(Log(organisation=organisation, name=title, created=instant(at), key=home.signing_key().public))
    with home.turn(at) as turn:
        turn.log("founded", None, organisation=organisation, title=title, key=turn.state.key)
        accept_engine(turn, changed=0)
    return home


def organisations(home: Home) -> list[str]:
    """The names of all organisations in the database of a home; for whoever runs the machine."""
    with home.database.reading() as session:
        return sorted(session.exec(select(Log.organisation)).all())


def _make_key(home: Home) -> Path:
    path = key_file(home.place, home.organisation)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    if path.exists():
        raise refuse("", "key-in-the-way", file=path.name)
    make_key(path)
    return path
