"""Keeps the lanes busy, and finds the row to blame when a child dies.

A child that dies loses its chunk.  The row that it had begun is given out again alone; if that ends a second child,
the row is quarantined.  All other rows of the chunk are simply given out again.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from itertools import islice

from ccm.batch.folder import RunFolder
from ccm.batch.lanes import Lane, Loss
from ccm.batch.outcome import Outcome, Row, quarantined
from ccm.batch.snapshot import Snapshot
from ccm.batch.worker import Failure, Task, Worked
from ccm.confiding import all_confided
from content_blocks.problem import Problem, refuse

Chunk = tuple[Row, ...]

FIRST_CHUNK, LARGEST_CHUNK = 4, 256
CHUNK_SECONDS = 1.0
"""How long a chunk should take: long enough to make its sync to disk cheap, short enough to lose."""

LOOK_SECONDS = 0.25
"""How often to look for children that are over their time."""

QUIET_LOSSES = 5
"""So many children may die one after the other without having begun a row before the run is given up."""


class Supervisor:
    """Renders rows in `workers` lanes.  Memory holds one chunk a lane, and what has to be given out again.

    Messages are laid down in the folder's parts, or with `dry` nowhere.
    """

    def __init__(self, snapshot: Snapshot, folder: RunFolder, workers: int, *, dry: bool = False) -> None:
        parts = None if dry else folder.parts
        task = Task(snapshot.job, snapshot.input.text, parts, all_confided(), snapshot.options.bundle)
        limits = snapshot.options.limits
        self._lanes = [Lane(task, limits, folder.state / f"lane-{number}") for number in range(workers)]
        self._limits = limits
        self._again: deque[Chunk] = deque()
        self._blamed: set[int] = set()
        self._quiet_losses = 0
        self._size = FIRST_CHUNK

    def outcomes(self, rows: Iterator[Row | Outcome]) -> Iterator[list[Outcome]]:
        """The outcomes in the order in which they come about, with an empty list now and then while none does.

        The messages of rows that are done lie in the folder's parts.  Outcomes among `rows` pass through.
        """
        outcomes: list[Outcome] = []
        while True:
            outcomes += self._feed(rows)
            busy = {lane.future: lane for lane in self._lanes if lane.future is not None}
            if not busy and not outcomes:
                return
            yield outcomes
            outcomes = self._collect_from(busy) if busy else []

    def close(self) -> None:
        """End all children; their chunks are lost and rendered again by a later run."""
        for lane in self._lanes:
            lane.stop()

    def _feed(self, rows: Iterator[Row | Outcome]) -> list[Outcome]:
        passed: list[Outcome] = []
        for lane in self._lanes:
            if lane.future is None:
                chunk = self._again.popleft() if self._again else self._next_chunk(rows, passed)
                if chunk:
                    lane.give(chunk)
        return passed

    def _next_chunk(self, rows: Iterator[Row | Outcome], passed: list[Outcome]) -> Chunk:
        """Up to one chunk's worth of the rows to come; outcomes among them go to `passed`."""
        chunk: list[Row] = []
        for row in islice(rows, self._size):
            if isinstance(row, Row):
                chunk.append(row)
            else:
                passed.append(row)
        return tuple(chunk)

    def _collect_from(self, busy: dict[Future[Worked | Failure], Lane]) -> list[Outcome]:
        done, _ = wait(busy, timeout=LOOK_SECONDS, return_when=FIRST_COMPLETED)
        for lane in self._lanes:
            lane.end_if_overdue()
        return [outcome for future in done for outcome in self._collect(busy[future])]

    def _collect(self, lane: Lane) -> list[Outcome]:
        chunk, seconds = lane.rows, time.monotonic() - lane.given
        taken = lane.take()
        if isinstance(taken, Loss):
            return self._blame(chunk, taken)
        self._quiet_losses = 0
        self._size = _next_size(len(chunk), seconds)
        return taken

    def _blame(self, chunk: Chunk, loss: Loss) -> list[Outcome]:
        suspect = next((row for row in chunk if row.number == loss.row), None)
        if suspect is None:
            self._count_quiet_loss()
            self._again.append(chunk)
            return []
        if len(chunk) > 1:
            self._again.append(tuple(row for row in chunk if row is not suspect))
        if suspect.number in self._blamed:
            return [quarantined(suspect.number, suspect.id, [self._problem(loss.code)])]
        self._blamed.add(suspect.number)
        self._again.appendleft((suspect,))
        return []

    def _count_quiet_loss(self) -> None:
        self._quiet_losses += 1
        if self._quiet_losses >= QUIET_LOSSES:
            raise refuse("", "workers-keep-dying", times=QUIET_LOSSES)

    def _problem(self, code: str) -> Problem:
        limits = {
            "document-too-slow": {"seconds": self._limits.seconds},
            "document-too-big": {"megabytes": self._limits.megabytes},
        }
        return Problem("", code, limits.get(code, {}))


def _next_size(rows: int, seconds: float) -> int:
    """A chunk size that takes about `CHUNK_SECONDS`; it grows step by step, since rows differ."""
    fitting = int(rows * CHUNK_SECONDS / max(seconds, 0.001))
    return max(1, min(fitting, rows * 4, LARGEST_CHUNK))
