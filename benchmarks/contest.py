"""Competitors who take turns over the same records, each in a process of its own."""

from __future__ import annotations

import multiprocessing
import statistics
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

import psutil

from benchmarks.records import Record
from benchmarks.stopwatch import Stopwatch

Make = Callable[[Record], int]
"""Makes what one record gets and returns its size in bytes."""

Open = Callable[[Stopwatch], Make]
"""Makes a competitor ready, once, in its own process; it may put the stopwatch around what it does."""

Processes = Mapping[str, ProcessPoolExecutor]

_watch: Stopwatch
_make: Make


@dataclass(frozen=True)
class Turn:
    """One record's processor seconds by stage, the bytes made of it, and the process's memory after it in MB."""

    stages: Mapping[str, float]
    size: int
    memory: float

    @property
    def seconds(self) -> float:
        """Over all stages."""
        return sum(self.stages.values())


@dataclass(frozen=True)
class Competitor:
    """A way to make letters, with the turns it has had."""

    name: str
    turns: list[Turn] = field(default_factory=list)

    def milliseconds(self) -> float:
        """The median over all turns."""
        return statistics.median(turn.seconds for turn in self.turns) * 1000

    def stages(self) -> dict[str, float]:
        """The mean milliseconds of each stage, in the order in which the stages began."""
        names = dict.fromkeys(name for turn in self.turns for name in turn.stages)
        return {name: statistics.fmean(turn.stages.get(name, 0) for turn in self.turns) * 1000 for name in names}

    def size(self) -> float:
        """The median size of what is made, in kB."""
        return statistics.median(turn.size for turn in self.turns) / 1000


@contextmanager
def processes(openers: Mapping[str, Open]) -> Iterator[Processes]:
    """A process for each competitor, by name."""
    context = multiprocessing.get_context("spawn")
    started = {
        name: ProcessPoolExecutor(1, mp_context=context, initializer=_begin, initargs=(opener,))
        for name, opener in openers.items()
    }
    try:
        yield started
    finally:
        for process in started.values():
            process.shutdown()


def contest(started: Processes, records: Iterable[Record], every: int) -> list[Competitor]:
    """Give each record to the first competitor, and one in `every` to the others too, right after it.

    All warm up on the first record, which is not counted.
    """
    competitors = [Competitor(name) for name in started]
    for number, record in enumerate(records):
        for each in competitors if number % every == 0 else competitors[:1]:
            turn = started[each.name].submit(_turn, record).result()
            if number:
                each.turns.append(turn)
    return competitors


def _begin(opener: Open) -> None:
    global _watch, _make
    _watch = Stopwatch()
    _make = opener(_watch)


def _turn(record: Record) -> Turn:
    _watch.lap()
    size = _make(record)
    return Turn(_watch.lap(), size, psutil.Process().memory_info().rss / 1e6)
