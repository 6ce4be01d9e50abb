"""Rows held against the log: it knows a mark of every row that was written, so it misses none and none is strange."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from content_blocks.problem import Problem
from templates_store.database import Session
from templates_store.marks import CHANGING, marks_there
from templates_store.tables import Entry

Known = dict[tuple[str, str], int]
"""Marks by table, and the place of the entry that holds them."""


def rows_differ(session: Session, organisation: str, rows: Iterable[Entry]) -> Iterator[Problem]:
    """Rows that the log does not know or knows otherwise, and rows it knows that are gone.

    A row that was changed is both: what it is now is strange, and what it was is gone.
    """
    known = _known(rows)
    there = set()
    for found in marks_there(session, organisation):
        there.add((found.table, found.mark))
        if (found.table, found.mark) not in known:
            yield Problem(f"{found.table} {found.key}", "row-unlogged", {"table": found.table})
    for (table, mark), place in known.items():
        if (table, mark) not in there:
            yield Problem(f"{place}", "row-gone", {"place": place, "table": table})


def _known(rows: Iterable[Entry]) -> Known:
    """What the log says is there; of what changes, what it said last."""
    known: Known = {}
    last: dict[tuple[str, str], str] = {}
    for row in rows:
        for table, marks in json.loads(row.rows or "{}").items():
            for mark in marks:
                if table in CHANGING:
                    key = mark.partition(" ")[0]
                    known.pop((table, last.get((table, key), "")), None)
                    last[table, key] = mark
                known[table, mark] = row.place
    return known
