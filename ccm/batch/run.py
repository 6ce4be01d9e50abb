"""Run a batch, and resume one that was killed or stopped."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path
from typing import TypeAlias

from ccm.batch import bad_rows, intake
from ccm.batch.bad_rows import BadRows, Threshold
from ccm.batch.certificate import certify
from ccm.batch.folder import RunFolder, place, place_leftovers, read_json, sync_all
from ccm.batch.job import Job, Prepare
from ccm.batch.journal import Journal
from ccm.batch.lock import locked
from ccm.batch.outcome import Outcome
from ccm.batch.packing import pack, pack_leftovers, pack_rest
from ccm.batch.records import Source
from ccm.batch.records.columns import Columns
from ccm.batch.records.opening import open_records, reopen
from ccm.batch.snapshot import DEFAULTS, Options, Snapshot, pin, pinned, refuse_differences
from ccm.batch.status import certified_rows
from ccm.batch.stop import stop_requests
from ccm.batch.supervisor import Supervisor
from ccm.batch.watched import watched
from ccm.telemetry.metrics import note_rows
from content_blocks.problem import refuse

COMMIT_SECONDS = 0.5
"""How often to bring outcomes to the disk: each time costs a sync, a kill costs what came after the last one."""

Progress: TypeAlias = Callable[[int, int | None, int], None]
"""Told how many rows are out, how many there are about, and how many of them are quarantined."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """How a finished run went, in rows."""

    done: int
    quarantined: int
    skipped: int

    @property
    def rows(self) -> int:
        """All rows."""
        return self.done + self.quarantined + self.skipped


def no_progress(_done: int, _expected: int | None, _quarantined: int) -> None:
    """Says nothing."""


def run(
    out: Path,
    data: Sequence[Path],
    job: Job,
    *,
    sql: str | None = None,
    encoding: str | None = None,
    columns: Columns | None = None,
    options: Options = DEFAULTS,
    workers: int | None = None,
    stop_at_bad: Threshold | None = None,
    progress: Progress = no_progress,
) -> RunResult:
    """Render every record into the folder `out`; an unfinished run of the very same thing is carried on.

    Raises `Refused` for input, folder or job that cannot be used, and where more rows are quarantined than
    `stop_at_bad` allows; `Stopped` when a signal asked the run to stop.
    """
    with locked(out) as folder:
        source = open_records(data, sql, folder.path, options.id_field, encoding, columns)
        snapshot = Snapshot(job, source.input, options)
        if not folder.run.exists():
            bad_rows.begin(folder, stop_at_bad)
        pin(folder, snapshot)
        return carry_on(folder, snapshot, source, workers, progress, stop_at_bad)


def resume(
    out: Path,
    prepare: Prepare,
    *,
    workers: int | None = None,
    stop_at_bad: Threshold | None = None,
    progress: Progress = no_progress,
) -> RunResult:
    """Carry an unfinished run on, with the input and the job that it pinned; refused where one of them has changed.

    More bad rows than were said when it began, or than `stop_at_bad` says now, stop it.  Of a finished run there is
    nothing left to do: it says how that run went.
    """
    if not RunFolder(out).run.exists():
        raise refuse(str(out), "no-run-here")
    with locked(out) as folder:
        if folder.certificate.exists():
            folder.clear()
            return _result(folder)
        snapshot = prepared(folder, prepare)
        return carry_on(folder, snapshot, reopen(snapshot.input, folder.path), workers, progress, stop_at_bad)


def prepared(folder: RunFolder, prepare: Prepare) -> Snapshot:
    """The folder's snapshot with its job made anew; refused with what differs."""
    before = pinned(folder)
    now = Snapshot(prepare(before.job), before.input, before.options, before.supplement_to)
    refuse_differences(before.identity(), now.identity())
    return now


def carry_on(
    folder: RunFolder,
    snapshot: Snapshot,
    source: Source,
    workers: int | None,
    progress: Progress,
    stop_at_bad: Threshold | None = None,
) -> RunResult:
    """Render the rows that have no outcome yet, then certify.

    Refused, to be resumed later, where the disk fails and where too many rows are bad.
    """
    if folder.certificate.exists():
        raise refuse(str(folder.path), "run-finished")
    try:
        folder.prepare()
        bad = BadRows(folder, bad_rows.keep(folder, stop_at_bad))
        snapshot.job.tell("run-begun", snapshot.facts())
        with closing(Journal(folder.journal)) as journal, watched(snapshot.job, journal.counts):
            _take_up(folder, journal, snapshot.options.bundle)
            bad.judge(journal)
            _render(folder, snapshot, source, journal, workers, progress, bad)
            _refuse_changed_input(folder, source)
            bad.judge(journal, early=False)
            if snapshot.options.bundle:
                pack_rest(folder, journal)
            certify(folder, snapshot, journal, datetime.now(UTC))
            result = RunResult(**journal.counts)
        folder.clear()
    except OSError as error:
        raise refuse(str(folder.path), "folder-not-writable", reason=error.strerror or "") from error
    return result


def _take_up(folder: RunFolder, journal: Journal, bundle: int | None) -> None:
    """Bring what a kill left lying about to where it belongs."""
    if bundle:
        pack_leftovers(folder, journal, bundle)
    else:
        place_leftovers(folder, journal)


def _render(
    folder: RunFolder,
    snapshot: Snapshot,
    source: Source,
    journal: Journal,
    workers: int | None,
    progress: Progress,
    bad: BadRows,
) -> None:
    options = snapshot.options
    expected = expected_rows(source, options)
    folder.expected.write_text(f"{expected or ''}\n")
    with (
        closing(intake.rows(source, options.id_field, options.limit, journal)) as rows,
        closing(Supervisor(snapshot, folder, workers or processors())) as supervisor,
        stop_requests(folder.path) as request,
    ):
        for outcomes in gathered(supervisor.outcomes(rows), COMMIT_SECONDS):
            commit(folder, journal, options.bundle, outcomes)
            progress(len(journal), expected, journal.counts["quarantined"])
            request.obey()
            bad.judge(journal)
        progress(len(journal), len(journal), journal.counts["quarantined"])


def _refuse_changed_input(folder: RunFolder, source: Source) -> None:
    """Make sure that what was read is what was pinned; if not, nobody knows which rows came from what: all are void."""
    path = folder.path / source.input.path
    with path.open("rb") as file:
        if file_digest(file, "sha256").hexdigest() == source.hash:
            return
    folder.journal.unlink()
    raise refuse(path.name, "input-changed", file=path.name)


def gathered(batches: Iterable[list[Outcome]], seconds: float) -> Iterator[list[Outcome]]:
    """Outcomes in larger batches: what comes about within some seconds, and the rest at the end."""
    waiting: list[Outcome] = []
    last = time.monotonic()
    for batch in batches:
        waiting += batch
        if time.monotonic() - last >= seconds:
            yield waiting
            waiting, last = [], time.monotonic()
    yield waiting


def commit(folder: RunFolder, journal: Journal, bundle: int | None, outcomes: list[Outcome]) -> None:
    """Make outcomes final: messages on the disk, then the journal, then the messages where they belong."""
    if not outcomes:
        return
    sync_all(folder)
    journal.append(outcomes)
    note_rows(outcomes)
    if bundle:
        pack(folder, journal, bundle, outcomes)
    else:
        place(folder, outcomes)


def _result(folder: RunFolder) -> RunResult:
    return RunResult(**certified_rows(read_json(folder.certificate), folder))


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0))


def expected_rows(source: Source, options: Options) -> int | None:
    """About how many rows a run will have, if anybody can tell."""
    if options.limit is None or source.expected is None:
        return options.limit or source.expected
    return min(source.expected, options.limit)
