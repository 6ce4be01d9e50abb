"""Many records in one batch run, through supervised child processes, with the memory of all of them watched."""

from __future__ import annotations

import json
import resource
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from benchmarks.messages import CHANNELS, ROWS
from benchmarks.records import DAY, LIBRARY, TEMPLATE, Record, statements
from benchmarks.size import Size
from ccm.batch import run
from ccm.batch.snapshot import Options
from ccm.batch.verify import verify
from ccm.letters import id_field, letters
from ccm.pipeline import Order
from templates_store.file_library import Library

SHARES = (10, 50, 100)
"""In per cent of the rows: when to say how much memory a run has."""

WORK = Path(__file__).resolve().parent.parent / "build" / "benchmarks"


@dataclass(frozen=True)
class Sample:
    """How many rows were out, and the memory of the run's whole process tree in MB just then."""

    rows: int
    memory: float


@dataclass(frozen=True)
class BatchRun:
    """What one run took: `seconds` by the clock, `processor` seconds over all its processes, `megabytes` on disk.

    `problems` counts what `ccm batch verify` finds wrong afterwards, and rows that were quarantined.
    """

    rows: int
    messages: int
    workers: int
    seconds: float
    processor: float
    megabytes: float
    samples: list[Sample]
    problems: int

    def memory_at(self, percent: int) -> float:
        """The memory in MB once so much of the rows was out."""
        return next(sample.memory for sample in self.samples if sample.rows * 100 >= percent * self.rows)

    def peak(self) -> float:
        """The most memory in MB that was seen."""
        return max(sample.memory for sample in self.samples)

    def data(self) -> dict[str, Any]:
        """The same for machines; of the samples those at some shares of the rows."""
        memory = {percent: self.memory_at(percent) for percent in SHARES}
        return {**vars(self), "samples": len(self.samples), "memory": memory, "peak": self.peak()}


def batch(size: Size) -> BatchRun:
    """Run a batch as `ccm batch run` does, then verify it as `ccm batch verify` does."""
    with folder() as work:
        data, out, samples = work / "records.jsonl", work / "run", list[Sample]()
        write(data, statements(size.records, ROWS))
        job = letters(Library(LIBRARY), Order(TEMPLATE, DAY, channels=CHANNELS))
        options = Options(id_field=id_field(Library(LIBRARY), TEMPLATE))

        def watch(rows: int, _expected: int | None, _quarantined: int) -> None:
            samples.append(Sample(rows, memory_of_all()))

        start, processor = time.monotonic(), processor_seconds()
        result = run.run(out, [data], job, options=options, workers=size.workers, progress=watch)
        seconds, processor = time.monotonic() - start, processor_seconds() - processor
        messages, megabytes = on_disk(out)
        problems = len(verify(out)) + result.quarantined
    return BatchRun(result.rows, messages, size.workers, seconds, processor, megabytes, samples, problems)


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder on this checkout's disk, gone afterwards: a temporary one may lie in memory."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    try:
        yield WORK
    finally:
        shutil.rmtree(WORK)


def write(path: Path, records: Iterable[Record]) -> None:
    """Records as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def processor_seconds() -> float:
    """The processor time of this process and of its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def memory_of_all() -> float:
    """The resident memory of this process and all its children in MB; what they share counts for each."""
    own = psutil.Process()
    memory = 0
    for process in (own, *own.children(recursive=True)):
        try:
            memory += process.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return memory / 1e6


def on_disk(out: Path) -> tuple[int, float]:
    """How many messages lie in a run folder, and the MB that it takes with everything in it."""
    files = [path for path in out.rglob("*") if path.is_file()]
    messages = sum(path.parent.name in CHANNELS for path in files)
    return messages, sum(path.stat().st_blocks for path in files) * 512 / 1e6
