"""The first half of a dry run: every row is read, named and validated, and a sample of the sound ones is drawn.

Whether a row is drawn depends on its number and on the file, so that the same file has the same sample, from one end to
the other and not just its first rows.  Memory holds the sample and nothing else.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import blake2b
from heapq import heappush, heappushpop

from ccm.batch import intake
from ccm.batch.job import Check
from ccm.batch.outcome import Line, Outcome, Row, quarantined
from ccm.batch.reasons import Reasons
from ccm.batch.records import Source
from ccm.batch.run import Progress
from ccm.batch.snapshot import Options
from content_blocks.problem import Refused

TELL_EVERY = 1_000
"""In rows: how often to say how far it is."""


@dataclass
class Survey:
    """What looking through has found: rows in all, rows and reasons held back, and the sample in row order.

    `seconds` is how long reading took, without validation, which is the children's work.
    """

    rows: int = 0
    held: int = 0
    reasons: Reasons = field(default_factory=Reasons)
    sample: tuple[Row, ...] = ()
    seconds: float = 0.0

    @property
    def sound(self) -> int:
        """The rows with which nothing is wrong as far as can be seen without rendering them."""
        return self.rows - self.held

    def hold(self, lines: Iterable[Line]) -> None:
        """Count a row that will be held back."""
        self.held += 1
        self.reasons.add(lines)


def survey(
    source: Source, options: Options, check: Check, size: int, progress: Progress, expected: int | None
) -> Survey:
    """Look through all rows, and draw `size` of those that are sound, or all if there are fewer."""
    found, draw = Survey(), _Draw(source.hash, size)
    began, checking = time.monotonic(), 0.0
    with closing(intake.rows(source, options.id_field, options.limit, ())) as rows:
        for row in rows:
            found.rows += 1
            at = time.monotonic()
            outcome = _checked(row, check)
            checking += time.monotonic() - at
            if isinstance(outcome, Row):
                draw.offer(outcome)
            else:
                found.hold(outcome.quarantine)
            if found.rows % TELL_EVERY == 0:
                progress(found.rows, expected, found.held)
    found.seconds = time.monotonic() - began - checking
    found.sample = draw.drawn()
    progress(found.rows, found.rows, found.held)
    return found


def _checked(row: Row | Outcome, check: Check) -> Row | Outcome:
    """The row, or the outcome that it will have."""
    if isinstance(row, Row):
        try:
            check(row.record)
        except Refused as refused:
            return quarantined(row.number, row.id, refused.problems)
    return row


class _Draw:
    """Keeps the rows with the smallest of numbers that are as good as random, and always the same for a file."""

    def __init__(self, file_hash: str, size: int) -> None:
        self._key = bytes.fromhex(file_hash)
        self._size = size
        self._kept: list[tuple[int, int, Row]] = []

    def offer(self, row: Row) -> None:
        """Keep a row for now, or not."""
        digest = blake2b(str(row.number).encode(), digest_size=8, key=self._key).digest()
        entry = (-int.from_bytes(digest, "big"), row.number, row)
        if len(self._kept) < self._size:
            heappush(self._kept, entry)
        else:
            heappushpop(self._kept, entry)

    def drawn(self) -> tuple[Row, ...]:
        """The sample in row order."""
        return tuple(sorted((row for _, _, row in self._kept), key=lambda row: row.number))
