"""Where an organisation's store is: its database, and the key that its log is signed with.

CCM_HOME            the folder of the embedded database and of the keys; `~/.ccm` if not set
CCM_DATABASE_URL    PostgreSQL, or another SQLite file than `$CCM_HOME/ccm.db`
CCM_DATABASE_ROLE   the role of PostgreSQL that everyday work signs in as; founding and upgrading give it what it needs
CCM_ORGANISATION    which organisation, where the database holds several
CCM_SIGNING_KEY     the address of a key in a token (RFC 7512) that signs instead of the one in the folder
CCM_PKCS11_PIN      the PIN of that token, where the address names no file with it
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from weakref import WeakValueDictionary

from approvals.key_uri import KeyUri, key_uri
from approvals.keys import SigningKey, read_key
from approvals.refusal import NotAllowed
from approvals.token_keys import token_key
from ccm.confiding import confide, confided
from ccm.store.turn import Turn, begun, key_now
from content_blocks.problem import refuse
from templates_store.database import Database, Session, open_database, select
from templates_store.schema import refuse_other_schema
from templates_store.tables import Log

EVERYDAY = "ccm.db"


@dataclass(frozen=True)
class Token:
    """A key in a token: its address as it was said, and what opens the token."""

    said: str
    uri: KeyUri
    pin: str = field(repr=False)

    def key(self) -> SigningKey:
        """The key; raises NotAllowed where token, key or PIN are not right."""
        return token_key(self.uri, self.pin)


@dataclass(frozen=True)
class Home:
    """An organisation's store, open."""

    place: Path
    database: Database
    organisation: str
    token: Token | None = None

    @property
    def key_name(self) -> str:
        """What the key is called: its file, or its address in a token."""
        return str(self.token.uri) if self.token else self.key_file.name

    @property
    def key_file(self) -> Path:
        """The key that this organisation signs with; only its owner may read the file."""
        return key_file(self.place, self.organisation)

    @property
    def next_key_file(self) -> Path:
        """Where the next key lies while it takes over (`ccm.store.rotating`)."""
        return self.key_file.with_suffix(".next.pem")

    def signing_key(self, session: Session | None = None) -> SigningKey:
        """The key itself; raises Refused where the file is missing, damaged or open to others, or where the token that
        has it does not answer or open.

        A next key that the log knows already takes its place: whoever rotated was stopped halfway.
        """
        try:
            if self.token:
                return self.token.key()
            if self.next_key_file.exists() and self._has_taken_over(session):
                self.take_over()
            return read_key(self.key_file)
        except NotAllowed as fault:
            raise refuse("", fault.code, **fault.params) from None

    def places(self) -> dict[str, str]:
        """Where it is, for a file that others read; children of this process are told the database besides."""
        named = {"store": str(self.place), "organisation": self.organisation}
        confide(_whose(named), self.database.address)
        _open[_whose(named)] = self
        return named

    def environment(self) -> dict[str, str]:
        """The variables by which another program opens the very same."""
        named = {"CCM_HOME": str(self.place), "CCM_ORGANISATION": self.organisation}
        signing = {"CCM_SIGNING_KEY": self.token.said, "CCM_PKCS11_PIN": self.token.pin} if self.token else {}
        return {**named, **signing, "CCM_DATABASE_URL": self.database.address}

    def take_over(self) -> None:
        """Let the next key be the key; another process may have done so in this moment."""
        with suppress(FileNotFoundError):
            self.next_key_file.replace(self.key_file)

    def _has_taken_over(self, session: Session | None) -> bool:
        if session is None:
            with self.reading() as reading:
                return self._has_taken_over(reading)
        state = session.exec(select(Log).where(Log.organisation == self.organisation)).one()
        try:
            return read_key(self.next_key_file).public == key_now(session, state)
        except NotAllowed:  # it never was whole, or is gone by now
            return False

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that changes nothing."""
        with self.database.reading() as session:
            yield session

    @contextmanager
    def turn(self, now: datetime | None = None) -> Iterator[Turn]:
        """The turn of this organisation's one writer; it ends with a signed head, or leaves nothing behind.

        Raises Refused where the key of this home is not the one that the log is signed with now.
        """
        with self.database.writing() as session:
            turn = begun(session, self.organisation, now or datetime.now(UTC))
            key = self.signing_key(session)
            if key.public != turn.key:
                raise refuse("", "key-of-another-log", file=self.key_name)
            yield turn
            try:
                turn.seal(key)
            except NotAllowed as fault:  # the token is gone since
                raise refuse("", fault.code, **fault.params) from None


_open: WeakValueDictionary[str, Home] = WeakValueDictionary()
"""What this process has open itself, by what it was named for others."""


def place_of_home(settings: Mapping[str, str] = os.environ) -> Path:
    """The folder that `CCM_HOME` names, or the usual one."""
    return Path(settings.get("CCM_HOME") or Path.home() / ".ccm").expanduser()


def token_of(settings: Mapping[str, str] = os.environ) -> Token | None:
    """The key in a token that `CCM_SIGNING_KEY` names, none where keys are files.

    Raises Refused for what is no address of a key.
    """
    said = settings.get("CCM_SIGNING_KEY")
    if not said:
        return None
    try:
        return Token(said, key_uri(said), settings.get("CCM_PKCS11_PIN", ""))
    except NotAllowed as fault:
        raise refuse("CCM_SIGNING_KEY", fault.code, **fault.params) from None


def database_of(place: Path, settings: Mapping[str, str] = os.environ) -> Database:
    """The database that `CCM_DATABASE_URL` names, or the one in the folder."""
    return open_database(settings.get("CCM_DATABASE_URL") or f"sqlite:///{place / EVERYDAY}")


def key_file(place: Path, organisation: str) -> Path:
    """Where an organisation's key lies."""
    return place / "keys" / f"{organisation}.pem"


def has_home(settings: Mapping[str, str] = os.environ) -> bool:
    """Whether there is a store to be opened."""
    return bool(settings.get("CCM_DATABASE_URL")) or (place_of_home(settings) / EVERYDAY).is_file()


def open_home(settings: Mapping[str, str] = os.environ) -> Home:
    """The store that the environment names; raises Refused if there is none, or if it does not say which."""
    if not has_home(settings):
        raise refuse("", "store-missing")
    place = place_of_home(settings)
    database = database_of(place, settings)
    with database.opening():
        refuse_other_schema(database)
        organisation = _organisation(database, settings.get("CCM_ORGANISATION"))
        return Home(place, database, organisation, token_of(settings))


def home_at(places: Mapping[str, str]) -> Home:
    """The store that some places name (`Home.places`), in the process that named them or in a child of it.

    A process that was told nothing, since it was started anew, finds the database in its environment.
    """
    if known := _open.get(_whose(places)):
        return known
    settings = {**os.environ, "CCM_HOME": places["store"], "CCM_ORGANISATION": places["organisation"]}
    if address := confided(_whose(places)):
        settings["CCM_DATABASE_URL"] = address
    return open_home(settings)


def _whose(places: Mapping[str, str]) -> str:
    return f"database of {places['organisation']} at {places['store']}"


def _organisation(database: Database, wanted: str | None) -> str:
    with database.reading() as session:
        known = sorted(session.exec(select(Log.organisation)).all())
    if wanted is None and len(known) == 1:
        return known[0]
    if not known:
        raise refuse("", "store-missing")
    if wanted not in known:
        raise refuse("CCM_ORGANISATION", "organisation-unknown", name=wanted or "")
    return str(wanted)
