"""Email, SMS and push: one record against the plain script, and many in one batch run with its memory watched."""

from __future__ import annotations

import json
import resource
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks import plain_script
from benchmarks.contest import Competitor, Make, contest, processes
from benchmarks.pdf import OURS, PLAIN
from benchmarks.records import DAY, LIBRARY, TEMPLATE, Record, statements
from benchmarks.size import Size
from benchmarks.stages import open_watched
from benchmarks.stopwatch import Stopwatch
from ccm.batch import run
from ccm.batch.snapshot import Options
from ccm.batch.verify import verify
from ccm.letters import id_field, letters
from ccm.pipeline import Order
from content_blocks.document import ChannelName
from templates_store.file_library import Library

CHANNELS: tuple[ChannelName, ...] = ("email", "sms", "push")
ROWS = 8
WORK = Path(__file__).resolve().parent.parent / "build" / "benchmarks"


@dataclass(frozen=True)
class Sample:
    """The memory of the run's whole process tree in MB, when so many rows were out, so many seconds after its start."""

    rows: int
    seconds: float
    memory: float


@dataclass(frozen=True)
class BatchRun:
    """What one run took: `seconds` by the clock, `processor` seconds over all its processes, `megabytes` on disk."""

    rows: int
    messages: int
    workers: int
    seconds: float
    processor: float
    megabytes: float
    samples: list[Sample]
    problems: int
    """What `ccm batch verify` finds wrong with it afterwards."""

    def memory_at(self, share: float) -> float:
        """The memory in MB once this share of the rows was out."""
        return next(sample.memory for sample in self.samples if sample.rows >= share * self.rows)

    def peak(self) -> float:
        """The most memory in MB that was seen."""
        return max(sample.memory for sample in self.samples)


def compared(size: Size) -> list[Competitor]:
    """Pipeline and plain script after their turns; a record becomes a mail, an SMS and a push message."""
    with processes({OURS: open_ours, PLAIN: open_plain}) as started:
        return contest(started, statements(size.compared + 1, ROWS), every=1)


def batch(size: Size) -> BatchRun:
    """Run a batch as `ccm batch run` does, then verify it as `ccm batch verify` does."""
    library = Library(LIBRARY)
    with folder() as work:
        data, out = work / "records.jsonl", work / "run"
        write(data, statements(size.records, ROWS))
        job = letters(library, Order(TEMPLATE, DAY, channels=CHANNELS))
        options = Options(id_field=id_field(library, TEMPLATE))
        samples: list[Sample] = []
        start, processor = time.monotonic(), processor_seconds()
        result = run.run(
            out,
            [data],
            job,
            options=options,
            workers=size.workers,
            progress=lambda rows, _expected, _held: samples.append(Sample(rows, time.monotonic() - start, tree())),
        )
        seconds, processor = time.monotonic() - start, processor_seconds() - processor
        messages, megabytes = on_disk(out)
        problems = len(verify(out)) + result.quarantined
    return BatchRun(result.rows, messages, size.workers, seconds, processor, megabytes, samples, problems)


def open_ours(watch: Stopwatch) -> Make:
    """The pipeline, from a record to checked messages."""
    pipeline = open_watched(watch, Library(LIBRARY), Order(TEMPLATE, DAY, channels=CHANNELS))

    def make(record: Record) -> int:
        renditions = [message.rendition for message in pipeline.messages(record)]
        return sum(len(rendition.content) for rendition in renditions if rendition)

    return make


def open_plain(_watch: Stopwatch) -> Make:
    """The plain script."""
    return lambda record: sum(
        map(len, (plain_script.mail(record, DAY), plain_script.sms(record), plain_script.push(record)))
    )


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


def tree() -> float:
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
