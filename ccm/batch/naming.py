"""File names from record ids.

Ids come from customers' systems: they hold slashes, umlauts, a whole sentence, or differ only in upper and lower case.
A name made here stays inside its folder, says which id it belongs to, and is never shared by two ids, not even where
file names ignore case.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha256
from urllib.parse import quote

from content_blocks.problem import Problem

LONGEST = 120
"""File systems take 255 bytes; this leaves room for endings."""


def file_stem(record_id: str) -> str:
    """The id with everything but `A-Z a-z 0-9 . _ -` percent-encoded (RFC 3986); long ones end in their hash.

    A leading dot or hyphen is encoded as well: no file is hidden or called `..`, none is taken for a program's option,
    and a list of names opened as a spreadsheet holds no formula.
    """
    stem = quote(record_id, safe="").replace("~", "%7E")
    if stem.startswith((".", "-")):
        stem = f"%{ord(stem[0]):02X}{stem[1:]}"
    return stem if len(stem) <= LONGEST else f"{stem[: LONGEST - 17]}~{_mark(record_id)}"


def _mark(record_id: str) -> str:
    return sha256(record_id.encode()).hexdigest()[:16]


def find_id(record: Mapping[str, object], field: str) -> str | Problem:
    """The record's id as text, from a column of that name or along a dotted path."""
    value = record[field] if field in record else _along(record, field)
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and value.strip():
        return value
    return Problem(field, "id-missing")


def _along(record: object, path: str) -> object:
    for name in path.split("."):
        record = record.get(name) if isinstance(record, Mapping) else None
    return record


class Names:
    """The file names given so far in a run, in row order.

    They live in SQLite's temporary database, which moves to disk when it grows: a million ids cost no memory.
    """

    def __init__(self) -> None:
        self._taken = sqlite3.connect("", isolation_level=None)
        self._taken.execute("PRAGMA journal_mode = OFF")
        self._taken.execute("CREATE TABLE taken (name TEXT PRIMARY KEY) WITHOUT ROWID")
        self._taken.execute("BEGIN")

    def give(self, record_id: str) -> str | None:
        """The file name for an id; None for an id that was here before."""
        if not self._take(f"id {record_id}"):
            return None
        stem = file_stem(record_id)
        if self._take(f"stem {stem.casefold()}"):
            return stem
        return f"{stem[: LONGEST - 17]}~{_mark(record_id)}"

    def _take(self, name: str) -> bool:
        return self._taken.execute("INSERT OR IGNORE INTO taken VALUES (?)", (name,)).rowcount == 1

    def close(self) -> None:
        """Forget all names."""
        self._taken.close()
