"""Spools: where a child lays down the messages of a bundled run until their shard can be written.

A chunk's messages are one file, not one each, in a folder for the rows that will share a shard: `parts/000010001/`.
The outcome of a row says which spool its messages are in and from where on; they lie there in the order of its manifest
lines.  A spool that no outcome speaks of is what a kill left behind; it goes when its folder does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any

from ccm.batch.outcome import Outcome
from ccm.batch.shards import first_row


def folder_of(parts: Path, first: int) -> Path:
    """The folder for the spools of rows whose shard begins with a row."""
    return parts / f"{first:09}"


class Spools:
    """The spools of one chunk: one, or two where the chunk goes over the end of a shard."""

    def __init__(self, parts: Path, rows: int) -> None:
        self._parts, self._rows = parts, rows
        self._files: dict[int, IO[bytes]] = {}

    def lay(self, outcome: Outcome, contents: Iterable[bytes]) -> Outcome:
        """Lay a row's messages down; returns its outcome, which says where."""
        file = self._file(outcome.row)
        start = end = file.tell()
        for content in contents:
            write_spooled(file, end, content)
            end += len(content)
        name = Path(file.name)
        return replace(outcome, spool={"file": f"{name.parent.name}/{name.name}", "start": start})

    def close(self) -> None:
        """Write what is still in memory: outcomes may be told now."""
        for file in self._files.values():
            file.close()

    def _file(self, row: int) -> IO[bytes]:
        first = first_row(row, self._rows)
        if first not in self._files:
            place = folder_of(self._parts, first)
            place.mkdir(exist_ok=True)
            self._files[first] = _new_file(place, row)
        return self._files[first]


def _new_file(place: Path, row: int) -> IO[Any]:
    """A file that nobody else writes to: not even one that a row was laid down in before a kill is used again."""
    return NamedTemporaryFile(prefix=f"{row}-", dir=place, delete=False)


def write_spooled(file: IO[bytes], start: int, content: bytes) -> None:
    """Write one message at its place."""
    file.seek(start)
    file.write(content)


def contents(parts: Path, outcome: Outcome) -> Iterator[bytes]:
    """The messages of a row, in the order of its manifest lines; raises OSError for one that is not whole."""
    if outcome.spool is None:
        return
    with (parts / outcome.spool["file"]).open("rb") as file:
        file.seek(outcome.spool["start"])
        for line in outcome.messages():
            content = file.read(line["bytes"])
            if len(content) != line["bytes"]:
                raise OSError(0, "spool", outcome.spool["file"])
            yield content
