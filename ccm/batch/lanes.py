"""A lane: one supervised child process with at most one chunk of rows in hand.

Each lane is a pebble pool of one.  In a pool of several, a child that is killed while it holds the pool's lock would
hold up all others; a lane is thrown away with its child and made anew.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import resource_tracker
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from ccm.batch.outcome import Outcome, Row
from ccm.batch.worker import IDLE, OPENING, TOO_BIG, Failure, Task, Worked, begun, protect, work
from ccm.telemetry.metrics import note_lost, note_steps
from ccm.telemetry.steps import Step
from ccm.telemetry.traces import note_chunk
from content_blocks.problem import Refused


@dataclass(frozen=True)
class Limits:
    """What one document may take, and how long a child may take to start and open the job."""

    seconds: int = 60
    megabytes: int = 2048
    opening_seconds: int = 300


@dataclass(frozen=True)
class Loss:
    """A child that died with its chunk: the row it had begun, if any, and the code of the problem that this is."""

    row: int | None
    code: str


class Lane:
    """One child process, its chunk, and the note in which the child says what it is doing."""

    def __init__(self, task: Task, limits: Limits, note: Path) -> None:
        self._task, self._limits, self._note = task, limits, note
        self.rows: tuple[Row, ...] = ()
        self.given = 0.0
        self.future: Future[Worked | Failure] | None = None
        self._overdue = False
        self._pool = self._start()

    def give(self, rows: tuple[Row, ...]) -> None:
        """Hand the child a chunk."""
        self.rows, self.given, self._overdue = rows, time.monotonic(), False
        with _interrupts_held():
            if not self._pool.active:  # its child died while it was idle
                self._renew()
            self.future = self._pool.schedule(work, (self._task, self._note, rows))

    def take(self) -> list[Outcome] | Loss:
        """What came of the chunk, when its future is done; the lane is free again.

        Raises `Refused` where the child says that the run cannot go on.
        """
        future, self.future = self.future, None
        assert future is not None, "nothing was given"
        try:
            taken = future.result()
        except (ProcessExpired, BrokenProcessPool, CancelledError) as end:
            loss = self._loss(end)
            self._renew()
            note_lost(loss.code)
            self._tell((), lost=True)
            return loss
        if isinstance(taken, Failure):
            raise Refused(taken.problems)
        note_steps(taken.steps)
        self._tell(taken.steps)
        return taken.outcomes

    def end_if_overdue(self) -> None:
        """Kill a child that is over its time, even one that hangs in native code; `take` then says so."""
        if self.future is None or self.future.done():
            return
        process, row, since = begun(self._note)
        if row == IDLE and time.monotonic() - self.given > self._limits.opening_seconds:
            self.future.cancel()
        elif row != IDLE and time.monotonic() - since > self._allowed(row):
            self._overdue = True
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:  # it has left as if all were well, and pebble waits for it
                self.future.cancel()

    def stop(self) -> None:
        """End the child at once."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def _tell(self, steps: Iterable[Step], *, lost: bool = False) -> None:
        note_chunk(self._task.job.template, len(self.rows), self.given, steps, lost=lost)

    def _renew(self) -> None:
        self.stop()
        self._pool = self._start()

    def _start(self) -> ProcessPool:
        self._note.unlink(missing_ok=True)
        return ProcessPool(
            max_workers=1,
            initializer=protect,
            initargs=(os.getpid(), self._limits.megabytes),
            context=multiprocessing.get_context("spawn"),
        )

    def _allowed(self, row: int) -> int:
        return self._limits.opening_seconds if row == OPENING else self._limits.seconds

    def _loss(self, end: BaseException) -> Loss:
        row = begun(self._note).row
        if self._overdue:
            code = "document-too-slow"
        else:
            code = "document-too-big" if getattr(end, "exitcode", None) == TOO_BIG else "document-crashed"
        return Loss(row if row > OPENING else None, code)


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """What is started inside never sees Ctrl-C: a terminal sends it to children too, but the parent ends those."""
    resource_tracker.ensure_running()  # it would let the signal through again when it starts
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
