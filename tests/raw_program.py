"""A program that goes round ccm: plain SQL from somebody who may do whatever the database lets the owner do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import psycopg
from sqlalchemy import Column, Integer, LargeBinary

from ccm.store.home import Home
from templates_store import triggers
from templates_store.tables import METADATA

Errors = (sqlite3.Error, psycopg.Error)


@dataclass(frozen=True)
class Raw:
    """SQL in the words of one database, each call a connection of its own."""

    home: Home

    @property
    def kind(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.home.database.kind

    @property
    def url(self) -> str:
        """The address of the database, as settings hold it."""
        shown = self.home.database.engine.url.render_as_string(hide_password=False)
        return shown.replace("postgresql+psycopg", "postgresql")

    @property
    def address(self) -> str:
        """As the drivers of the databases want it."""
        return self.url.removeprefix("sqlite:///")

    def run(self, *statements: str) -> None:
        """Run statements in one transaction; no foreign keys on SQLite, where they are for each connection to want."""
        if self.kind == "sqlite":
            connection = sqlite3.connect(self.address, isolation_level=None)
            try:
                self._in_turn(connection, statements)
            finally:
                connection.close()
        else:
            with psycopg.connect(self.address, autocommit=True) as other:
                self._in_turn(other, statements)

    @staticmethod
    def _in_turn(connection: Any, statements: Iterable[str]) -> None:
        pragmas = [statement for statement in statements if statement.startswith("PRAGMA")]
        for statement in (*pragmas, "BEGIN", *(it for it in statements if it not in pragmas), "COMMIT"):
            connection.execute(statement)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What a query finds."""
        if self.kind == "postgresql":
            with psycopg.connect(self.address) as other:
                return other.execute(query.encode()).fetchall()
        connection = sqlite3.connect(self.address)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def one(self, query: str) -> Any:
        """The only value that a query finds."""
        ((value,),) = self.rows(query)
        return value

    def copy(self, table: str, where: str, **changes: str) -> str:
        """A statement that adds a row like another, some of whose columns are other expressions."""
        names = [column.name for column in METADATA.tables[table].columns if column.name not in counted(table)]
        wanted = [f'"{name}"' for name in [*names, *(name for name in changes if name not in names)]]
        values = [changes.get(name, f'"{name}"') for name in [*names, *(name for name in changes if name not in names)]]
        return f"INSERT INTO {table} ({', '.join(wanted)}) SELECT {', '.join(values)} FROM {table} WHERE {where}"

    def unguarded(self, *names: str) -> None:
        """Take triggers away: those named, or all of them."""
        with self.home.database.engine.begin() as connection:
            for guard in triggers.guards(connection):
                if guard.name in names or not names:
                    of = f" ON {guard.table}" if self.kind == "postgresql" else ""
                    connection.exec_driver_sql(f"DROP TRIGGER {guard.name}{of}")

    def drop_all(self) -> None:
        """Take away what triggers there are, whatever they are called."""
        if self.kind == "postgresql":
            self.run("DROP SCHEMA ccm_rules CASCADE")
        else:
            self.run(
                *(
                    f"DROP TRIGGER {name}"
                    for (name,) in self.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'")
                )
            )

    def guarded(self) -> None:
        """Put all triggers back, as who wants to leave no trace would."""
        with self.home.database.engine.begin() as connection:
            triggers.set_up(connection)

    def behind(self, *statements: str) -> None:
        """Run statements with no trigger in the way, and put those back: what only an owner can do."""
        self.unguarded()
        replica = ["SET LOCAL session_replication_role = replica"] if self.kind == "postgresql" else []
        self.run(*replica, *statements)
        self.guarded()

    def fill(self, table: str) -> None:
        """See to it that a table has a row."""
        if self.one(f"SELECT count(*) FROM {table}") == 0:
            columns = list(METADATA.tables[table].columns)
            names = ", ".join(f'"{column.name}"' for column in columns)
            values = ", ".join(self.anything(column) for column in columns)
            self.behind(f"INSERT INTO {table} ({names}) VALUES ({values})")

    def anything(self, column: Column[Any]) -> str:
        """A value that a column can hold, as SQL writes it."""
        if isinstance(column.type, LargeBinary):
            return "X'00'" if self.kind == "sqlite" else "'\\x00'"
        return "7" if isinstance(column.type, Integer) else "'x'"


def counted(table: str) -> list[str]:
    """The key of a table, if the database counts it."""
    keys = list(METADATA.tables[table].primary_key)
    return [keys[0].name] if len(keys) == 1 and isinstance(keys[0].type, Integer) and not keys[0].foreign_keys else []
