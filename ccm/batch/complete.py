"""Is every row of a run's input in exactly one outcome: none left out, none twice?

The manifest is held against itself, and against the input where that is still there: row by row, by the very rule that
rows are taken in by.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from itertools import zip_longest

from ccm.batch import intake
from ccm.batch.folder import RunFolder
from ccm.batch.outcome import Line, Outcome, Row
from ccm.batch.records import Source
from ccm.batch.records.opening import reopen
from ccm.batch.snapshot import Options, Snapshot
from content_blocks.problem import Problem, Refused

MANIFEST = "manifest.jsonl"

MOST = 50
"""Rows told for each kind of fault: where one too many was put in, all that follow are others than the input's."""


class Sent:
    """The ids that had their outcome so far, be it in a run or in one of its supplements.

    They live in SQLite's temporary database, which moves to disk when it grows.
    """

    def __init__(self) -> None:
        self._ids = sqlite3.connect("", isolation_level=None)
        self._ids.execute("PRAGMA journal_mode = OFF")
        self._ids.execute("CREATE TABLE ids (id TEXT PRIMARY KEY) WITHOUT ROWID")
        self._ids.execute("BEGIN")

    def is_new(self, record_id: str) -> bool:
        """Whether it is the first time that an id has its outcome."""
        return self._ids.execute("INSERT OR IGNORE INTO ids VALUES (?)", (record_id,)).rowcount == 1

    def close(self) -> None:
        """Forget all ids."""
        self._ids.close()


def input_at_hand(folder: RunFolder, snapshot: Snapshot) -> Source | None:
    """The input that a run has pinned; none if it is gone, or is no longer the same."""
    try:
        return reopen(snapshot.input, folder.path)
    except (Refused, OSError):
        return None


def incomplete(rows: Iterable[list[Line]], source: Source | None, options: Options, sent: Sent) -> Iterator[Problem]:
    """What speaks against rows having exactly one outcome each; `rows` are a manifest's lines by row, from row 1."""
    told: Counter[str] = Counter()
    with closing(intake.rows(source, options.id_field, options.limit, ()) if source else _nothing()) as expected:
        there = should = 0
        for taken, lines in zip_longest(expected, rows):
            there, should = there + (lines is not None), should + (taken is not None)
            for problem in _against(lines, taken, sent) if lines else ():
                told[problem.code] += 1
                if told[problem.code] <= MOST:
                    yield problem
    if source and there != should:
        yield Problem(MANIFEST, "rows-uneven", {"found": there, "expected": should})


def _nothing() -> Generator[Row | Outcome, None, None]:
    yield from ()


def _against(lines: list[Line], taken: Row | Outcome | None, sent: Sent) -> Iterator[Problem]:
    """What speaks against a row's lines; `taken` is the input's row of that number."""
    first = lines[0]
    if len(lines) > 1:
        yield from _torn(lines)
    if first["outcome"] != "quarantined" and not sent.is_new(json.dumps(first["id"])):
        yield Problem(MANIFEST, "row-sent-twice", {"row": first["row"]})
    if taken is not None and not _is_of(taken, first):
        yield Problem(MANIFEST, "row-of-another", {"row": first["row"]})


def _torn(lines: list[Line]) -> Iterator[Problem]:
    """What speaks against lines being those of one row: all of them are held back, or none is."""
    row, outcomes = {"row": lines[0]["row"]}, {line["outcome"] for line in lines}
    if len({json.dumps(line["id"]) for line in lines}) > 1 or ("quarantined" in outcomes and len(outcomes) > 1):
        yield Problem(MANIFEST, "row-twofold", row)
    for channel, count in Counter(line["channel"] for line in lines).items():
        if count > 1:
            yield Problem(MANIFEST, "row-channel-twice", {**row, "channel": channel or "-"})


def _is_of(taken: Row | Outcome, line: Line) -> bool:
    """Whether a manifest's row is of a record that was taken in: a row that never got a name has been held back."""
    if isinstance(taken, Row):
        return bool(line["id"] == taken.id)
    return bool(line["id"] == taken.manifest[0]["id"] and line["outcome"] == "quarantined")
