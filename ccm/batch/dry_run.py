"""A dry run: what a run would come to, found out without making it.

Every row is read and validated, a sample is rendered by the very children that would render the run, and what that
shows is scaled up.  Nothing is kept: messages are weighed where they are made and never written, and there is no run
folder.  What children note of themselves, and the result of a query, lies in a folder of this process alone while it
works, where the system keeps temporary files.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from ccm.batch.folder import RunFolder
from ccm.batch.forecast import Forecast, forecast
from ccm.batch.interval import Range, known, total
from ccm.batch.job import Check, Job
from ccm.batch.outcome import Outcome
from ccm.batch.records.columns import Columns
from ccm.batch.records.opening import open_records
from ccm.batch.run import Progress, expected_rows, processors
from ccm.batch.snapshot import DEFAULTS, Options, Snapshot
from ccm.batch.stop import ended_by_signals
from ccm.batch.supervisor import Supervisor
from ccm.batch.survey import Survey, survey

SAMPLE = 200
"""Rows: enough to tell one per cent from three, and rendered within half a minute."""

CheckOf: TypeAlias = Callable[[Job, bool], Check]
"""Makes the check that goes with a job; told whether records hold untyped text."""
Telling: TypeAlias = Callable[[], AbstractContextManager[Progress]]
"""Opens a progress callback; once for reading and once for rendering."""


@dataclass(frozen=True)
class Rendered:
    """What became of the sample, and how long it took in seconds until children were at work."""

    outcomes: tuple[Outcome, ...]
    opening: float


def dry_run(
    data: Sequence[Path],
    job: Job,
    check_of: CheckOf,
    telling: Telling,
    *,
    sample: int = SAMPLE,
    sql: str | None = None,
    encoding: str | None = None,
    columns: Columns | None = None,
    options: Options = DEFAULTS,
    workers: int | None = None,
) -> Forecast:
    """What a run of all rows would come to; raises `Refused` for input or job that cannot be used."""
    lanes = workers or processors()
    with ended_by_signals(), TemporaryDirectory(prefix="ccm-dry-run-") as place:
        folder = RunFolder(Path(place))
        folder.state.mkdir()
        source = open_records(data, sql, folder.path, options.id_field, encoding, columns)
        with telling() as progress:
            check = check_of(job, source.text)
            found = survey(source, options, check, sample, progress, expected_rows(source, options))
        with telling() as progress:
            rendered = _render(folder, Snapshot(job, source.input, options), found, lanes, progress)
    return forecast(found, rendered.outcomes, lanes, duration(found, rendered, lanes))


def _render(folder: RunFolder, snapshot: Snapshot, found: Survey, workers: int, progress: Progress) -> Rendered:
    outcomes: list[Outcome] = []
    began, opening, held = time.monotonic(), 0.0, 0
    if not found.sample:
        return Rendered((), 0.0)
    with closing(Supervisor(snapshot, folder, min(workers, len(found.sample)), dry=True)) as supervisor:
        for batch in supervisor.outcomes(iter(found.sample)):
            if batch and not outcomes:
                opening = time.monotonic() - began - sum(it.seconds or 0 for it in batch)
            outcomes += batch
            held += sum(it.kind == "quarantined" for it in batch)
            progress(len(outcomes), len(found.sample), held)
    outcomes.sort(key=lambda outcome: outcome.row)
    return Rendered(tuple(outcomes), max(opening, 0.0))


def duration(found: Survey, rendered: Rendered, workers: int) -> Range:
    """How long the whole run takes, in seconds.

    Children render side by side while the parent reads; with fewer processors than that they wait for each other.
    """
    seen = [it.seconds for it in rendered.outcomes if it.seconds is not None]
    if not seen:  # a row or two: what was the first one's time and what the children's, nobody can tell
        return known(found.seconds + rendered.opening)
    work = total(seen, found.sound - len(seen), step=0)
    lanes = min(workers, found.sound)

    def takes(seconds: float) -> float:
        return rendered.opening + max(seconds / lanes, found.seconds, (seconds + found.seconds) / processors())

    return Range(takes(work.likely), takes(work.least), takes(work.most))
