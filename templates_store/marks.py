"""Marks of rows: what the audit log says of everything that is kept, so that no row comes, changes or goes unseen.

A mark is a hash over a row; the last entry of a turn holds those of all rows the turn wrote.  Empty columns are left
out, so that a column which a later schema adds does not change the marks of rows from before: such a column is empty
in them, and a column is never renamed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from sqlalchemy import Table, event, inspect
from sqlalchemy import select as select_columns
from sqlmodel import Session

from approvals.record import record_hash
from templates_store.tables import METADATA, MUTABLE

OF_THE_LOG = frozenset({"entry", "head", "log"})
"""Tables that are the log itself: its tree and its heads keep them."""

CHANGING = frozenset({"person"})
"""Tables of which rows change and are marked all the same: the last mark counts."""


@dataclass
class Marks:
    """The marks of rows that a session wrote, by table and primary key."""

    rows: dict[str, dict[str, str]] = field(default_factory=dict)

    def record(self) -> dict[str, list[str]]:
        """As an entry holds them: hashes in order, with the key before them where rows change."""
        return {
            table: sorted(f"{key} {mark}" if table in CHANGING else mark for key, mark in found.items())
            for table, found in sorted(self.rows.items())
        }


@dataclass(frozen=True)
class Marked:
    """A row that is there: its table, its key as people read it, and its mark as an entry would hold it."""

    table: str
    key: str
    mark: str


def marked_tables() -> list[Table]:
    """All tables of which each row has a mark in the log."""
    names = (METADATA.tables.keys() - MUTABLE - OF_THE_LOG) | CHANGING
    return [METADATA.tables[name] for name in sorted(names)]


def watched(session: Session) -> Marks:
    """What a session writes from now on; complete whenever it has been flushed."""
    marks = Marks()
    tables = {table.name for table in marked_tables()}

    @event.listens_for(session, "after_flush")
    def _note(flushed: Session, _context: object) -> None:
        for row in (*flushed.new, *flushed.dirty):
            table = inspect(type(row)).local_table
            if table.name in tables:
                values = _values_of(row)
                marks.rows.setdefault(table.name, {})[_key(table, values)] = _mark(table, values)

    return marks


def marks_there(session: Session, organisation: str) -> Iterator[Marked]:
    """The rows of an organisation as they are now."""
    for table in marked_tables():
        found = select_columns(table).where(table.c.organisation == organisation)
        for row in session.connection().execute(found).mappings():
            key, mark = _key(table, row), _mark(table, row)
            yield Marked(table.name, key, f"{key} {mark}" if table.name in CHANGING else mark)


def _values_of(row: object) -> dict[str, Any]:
    attributes = inspect(type(row)).column_attrs
    return {attribute.columns[0].name: getattr(row, attribute.key) for attribute in attributes}


def _key(table: Table, values: Mapping[Any, Any]) -> str:
    names = (column.name for column in table.primary_key if column.name != "organisation")
    return " ".join(str(values[name]) for name in names)


def _mark(table: Table, values: Mapping[Any, Any]) -> str:
    row = {name: _plain(value) for name, value in values.items() if value not in (None, "")}
    return record_hash({"table": table.name, "row": row})


def _plain(value: object) -> object:
    return sha256(value).hexdigest() if isinstance(value, bytes) else value
