"""The database: SQLite beside the home, or PostgreSQL, spoken to in the same way."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError, OperationalError
from sqlmodel import Session, case, col, delete, func, literal, or_, select

from content_blocks.problem import refuse

BUSY_SECONDS = 60
"""How long a writer waits for the one before it."""

WRITING = "writing"
"""The option of a connection that is going to write."""

__all__ = [
    "Broken",
    "Database",
    "IntegrityError",
    "Session",
    "Unavailable",
    "case",
    "col",
    "delete",
    "func",
    "literal",
    "open_database",
    "or_",
    "select",
]
"""The words of queries are handed on: only this room knows the library they come from."""

Broken = DBAPIError
"""What a constraint or trigger of the database raises."""

Unavailable = OperationalError
"""What a database raises that cannot be reached, or has no room: the same request may go through later."""


@dataclass(frozen=True)
class Database:
    """A database that is open.  Sessions are for one use case each."""

    engine: Engine

    @property
    def kind(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.engine.dialect.name

    @property
    def address(self) -> str:
        """Where it is, as it was opened with: the password is in it."""
        return self.engine.url.render_as_string(hide_password=False)

    @property
    def file(self) -> Path | None:
        """The file that it is in, none for one that a server has."""
        return Path(self.engine.url.database or "") if self.kind == "sqlite" else None

    @contextmanager
    def opening(self) -> Iterator[None]:
        """Closes its connections again where the block fails, so that nobody gets the database."""
        try:
            yield
        except BaseException:
            self.engine.dispose()
            raise

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that changes nothing; all of it sees one state."""
        with Session(self.engine) as session:
            if self.kind == "postgresql":
                session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that is committed when the block ends well and leaves nothing behind otherwise."""
        with Session(self.engine, expire_on_commit=False) as session:
            session.connection(execution_options={WRITING: True})
            yield session
            session.commit()


def open_database(address: str) -> Database:
    """The database at an address such as `sqlite:///ccm.db` or `postgresql://…`; raises Refused for any other."""
    try:
        url = make_url(address)
        if url.get_backend_name() == "postgresql":
            engine = _postgresql(url)
        elif url.get_backend_name() == "sqlite":
            engine = _sqlite(address)
        else:
            raise refuse("CCM_DATABASE_URL", "database-unknown")
    except (ArgumentError, NoSuchModuleError):
        raise refuse("CCM_DATABASE_URL", "database-unknown") from None
    return Database(engine)


def _postgresql(url: URL) -> Engine:
    from psycopg import ProgrammingError  # an embedded store needs none of it, and it takes a while to load

    try:
        return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    except ProgrammingError:
        raise refuse("CCM_DATABASE_URL", "database-unknown") from None


def _sqlite(address: str) -> Engine:
    """SQLite whose transactions begin where we say: one that only turns into a writing one later fails at once if
    another has written meanwhile, so writers take their turn from the start."""
    engine = create_engine(address, connect_args={"timeout": BUSY_SECONDS, "isolation_level": None})

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(WRITING)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
