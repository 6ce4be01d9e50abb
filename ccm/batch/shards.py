"""Shards: where the messages of a bundled run lie.

A shard is a tar archive with the messages of one channel for a fixed number of rows, in row order, each under the name
that it would have as a file.  Where a message lies in it follows from the manifest alone, so it is the same whatever
came about first.  `offset` is where its content begins, and `bytes` how long it is: nothing has to be unpacked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ccm.batch import tar
from ccm.batch.outcome import Line, Outcome

ROWS = 10_000
"""So many rows to a shard: some hundred MB of letters, which can be copied, mailed and opened; pinned by each run."""

NAME = re.compile(r"([a-z]+)/[0-9]{9,}\.tar")
LARGEST = 8 << 30
"""What one message may take, in bytes: the size in a tar header has eleven octal digits."""


def first_row(row: int, rows: int) -> int:
    """The first of the rows that share a shard with this one."""
    return row - (row - 1) % rows


def shard_name(channel: str, first: int) -> str:
    """The run folder's name for the shard of a channel that begins with a row."""
    return f"{channel}/{first:09}.tar"


def located(outcomes: Iterable[Outcome], rows: int) -> Iterator[Outcome]:
    """Outcomes in row order, whose manifest lines say where their messages lie."""
    layout = Layout(rows)
    for outcome in outcomes:
        yield replace(outcome, manifest=[{**line, **layout.place(line)} for line in outcome.manifest])


class Layout:
    """Where messages lie; it has to be asked for every line of the manifest, in order."""

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self._first = 0
        self._ends: dict[str, int] = {}

    def place(self, line: Line) -> Line:
        """The shard and the offset of a message; nothing for a line that has none."""
        if line["outcome"] != "done":
            return {}
        if self._first != (first := first_row(line["row"], self._rows)):
            self._first, self._ends = first, {}
        offset = self._ends.get(line["channel"], 0) + len(tar.head(line["file"], line["bytes"]))
        self._ends[line["channel"]] = end_of({**line, "offset": offset})
        return {"shard": shard_name(line["channel"], first), "offset": offset}

    def agrees(self, lines: Iterable[Line]) -> bool:
        """Whether the next lines of a manifest say where their messages are to be."""
        placed = [(line, self.place(line)) for line in lines]
        return all(line.get(name) == value for line, place in placed for name, value in place.items())


def end_of(line: Line) -> int:
    """Where the next member of the shard begins."""
    return int(line["offset"]) + int(line["bytes"]) + len(tar.padding(line["bytes"]))


def unplaced(line: Line) -> Line:
    """A manifest line without where its message lies: what the message itself decides."""
    return {name: value for name, value in line.items() if name not in ("shard", "offset")}


def is_place(line: Line) -> bool:
    """Whether a manifest line names a place where a run puts messages of this channel: inside its folder."""
    found = NAME.fullmatch(line["shard"])
    inside = found is not None and found[1] == line["channel"]
    return inside and type(line["offset"]) is int and 0 <= line["offset"] < 1 << 62 and 0 <= line["bytes"] <= LARGEST
