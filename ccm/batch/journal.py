"""The journal: an append-only file that says, row by row, how each ended.

It is the truth of an unfinished run.  A line counts once it is on the disk, and everything it speaks of is on the disk
before it.  A kill can only tear the last line; opening the journal cuts a torn line off.
"""

from __future__ import annotations

import json
import os
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ccm.batch.outcome import KINDS, Kind, Line, Outcome, json_line


class Journal:
    """Outcomes by row number.  In memory it holds where each row's line starts, eight bytes a row."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._starts = array("q")
        self._lines = path.open("rb")
        self.counts: dict[Kind, int] = dict.fromkeys(KINDS, 0)
        self._end = self._read_back()
        os.ftruncate(self._file, self._end)

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and 0 < row <= len(self._starts) and self._starts[row - 1] >= 0

    def __len__(self) -> int:
        return sum(self.counts.values())

    def __iter__(self) -> Iterator[Outcome]:
        """Every outcome in row order."""
        for start in self._starts:
            if start >= 0:
                yield self._at(start)

    @property
    def last(self) -> int:
        """The highest number of a row that has an outcome; 0 if none has."""
        return len(self._starts)

    def covers(self, first: int, last: int) -> bool:
        """Whether each row from one to another has its outcome."""
        return self.last >= last and min(self._starts[first - 1 : last]) >= 0

    def outcome(self, row: int) -> Outcome:
        """How a row ended; KeyError if it has not."""
        if row not in self:
            raise KeyError(row)
        return self._at(self._starts[row - 1])

    def append(self, outcomes: Sequence[Outcome]) -> None:
        """Write outcomes for good: they are on the disk when this returns."""
        lines = [_as_line(outcome) for outcome in outcomes]
        write_all(self._file, self._end, b"".join(lines))
        os.fdatasync(self._file)
        for outcome, line in zip(outcomes, lines, strict=True):
            self._note(outcome.row, outcome.kind, self._end)
            self._end += len(line)

    def close(self) -> None:
        """Give the files back."""
        self._lines.close()
        os.close(self._file)

    def _at(self, start: int) -> Outcome:
        self._lines.seek(start)
        return Outcome(**json.loads(self._lines.readline()))

    def _note(self, row: int, kind: Kind, start: int) -> None:
        self._starts.extend([-1] * (row - len(self._starts)))
        self._starts[row - 1] = start
        self.counts[kind] += 1

    def _read_back(self) -> int:
        """Index the lines that are whole; returns where they end."""
        end = 0
        for head, length in _whole_lines(self._lines):
            self._note(head["row"], head["kind"], end)
            end += length
        return end


def counted(path: Path) -> dict[Kind, int]:
    """How many rows a journal has by outcome, even while a run writes it."""
    try:
        with path.open("rb") as lines:
            return dict(Counter(head["kind"] for head, _ in _whole_lines(lines)))
    except FileNotFoundError:  # not begun, or just finished
        return {}


def _whole_lines(lines: Iterable[bytes]) -> Iterator[tuple[Line, int]]:
    """The lines' contents and lengths up to one that is torn or damaged: its row and those after it are done again."""
    for line in lines:
        try:
            content: Line = json.loads(line)
        except ValueError:
            return
        if not line.endswith(b"\n"):
            return
        yield content, len(line)


def _as_line(outcome: Outcome) -> bytes:
    content = {
        "row": outcome.row,
        "kind": outcome.kind,
        "manifest": outcome.manifest,
        "quarantine": outcome.quarantine,
        **({"spool": outcome.spool} if outcome.spool else {}),
    }
    return json_line(content).encode() + b"\n"


def write_all(file: int, offset: int, content: bytes) -> None:
    """Write all of it at a place, however many system calls that takes."""
    while content:
        written = os.pwrite(file, content, offset)
        content, offset = content[written:], offset + written
