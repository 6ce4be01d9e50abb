"""What a retry with corrected data would do, told before anything is rendered, by the very rule of `retry`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ccm.batch.folder import RunFolder
from ccm.batch.held import held
from ccm.batch.naming import find_id
from ccm.batch.open_ids import OpenIds
from ccm.batch.records import Record, Source
from ccm.batch.records.columns import Columns
from ccm.batch.records.opening import open_records
from ccm.batch.snapshot import pinned
from content_blocks.problem import Problem, Refused

Check = Callable[[Record, bool], tuple[Problem, ...]]
"""What is wrong with a record, whose values are all text or not."""

MOST = 50
"""Rows with faults, and rows that cannot be read, that are told one by one."""


@dataclass(frozen=True)
class PlannedRow:
    """A row that would be held back again, or cannot even be read, and why."""

    row: int
    id: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class RetryPlan:
    """What would become of the rows of a file: `again` are those that are held back and would be rendered, of them
    `right` seem to be right now; `done` have their outcome and are left alone; `new` have an id that the run has not
    seen.  `open` is how many rows are held back.  `as_fields`: the columns are called as the data dictionary does.
    """

    rows: int
    again: int
    right: int
    done: int
    new: int
    open: int
    as_fields: bool
    faulty: tuple[PlannedRow, ...] = ()
    against: tuple[Problem, ...] = ()


def plan_retry(out: Path, data: Path, check: Check) -> RetryPlan:
    """Look at corrected data; raises Refused for what cannot be read at all, or has not the columns that are needed.

    `against` is what would have the whole of it refused.
    """
    first = RunFolder(out)
    source, as_fields = _opened(first, data)
    with closing(OpenIds(first)) as still:
        return _counted(first, source, still, check, as_fields)


def _opened(first: RunFolder, data: Path) -> tuple[Source, bool]:
    """The data with the columns that the first had, or else with those that the data dictionary names."""
    before = pinned(first)
    id_field = before.options.id_field
    columns: Columns = before.input.columns
    try:
        return open_records([data], None, first.path, id_field, None, columns), False
    except Refused:
        if not columns:
            raise
    return open_records([data], None, first.path, id_field), True


def _counted(first: RunFolder, source: Source, still: OpenIds, check: Check, as_fields: bool) -> RetryPlan:
    rows = again = done = new = wrong = 0
    faulty: list[PlannedRow] = []
    broken: list[Problem] = []
    id_field = pinned(first).options.id_field
    for row, record in source:
        rows += 1
        if isinstance(record, Problem):
            broken += [record][: MOST - len(broken)]
            continue
        found = find_id(record, id_field)
        name = found if isinstance(found, str) else None
        new += name is None or not still.knows(name)
        if name is None or not still.take(name):
            done += name is not None
            continue
        again += 1
        problems = check(record, source.text)
        wrong += bool(problems)
        if problems and len(faulty) < MOST:
            faulty.append(PlannedRow(row, name, problems))
    against = (*broken, *_against(still, again))
    open_rows = sum(1 for _ in held(first))
    return RetryPlan(rows, again, again - wrong, done, new, open_rows, as_fields, tuple(faulty), against)


def _against(still: OpenIds, again: int) -> tuple[Problem, ...]:
    try:
        still.refuse_unfit()
    except Refused as refused:
        return refused.problems
    return () if again else (Problem("", "nothing-to-retry"),)
