"""Retry quarantined rows with corrected data: a supplement beside the run, with a certificate of its own.

The run itself is sealed and never rewritten.  Of the corrected data only what was quarantined is rendered: nobody gets
a message twice because the whole export was handed in again.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from ccm.batch.folder import RunFolder, read_json
from ccm.batch.job import Prepare
from ccm.batch.lock import locked
from ccm.batch.naming import find_id
from ccm.batch.open_ids import OpenIds
from ccm.batch.records import Input, Record, Source, open_file
from ccm.batch.records.exact import exact_json
from ccm.batch.records.opening import open_records
from ccm.batch.run import Progress, RunResult, carry_on, no_progress
from ccm.batch.snapshot import Snapshot, pin, pinned
from content_blocks.canonical import canonical_hash
from content_blocks.problem import Problem, Refused, refuse


def retry(
    out: Path,
    data: Sequence[Path],
    prepare: Prepare,
    *,
    sql: str | None = None,
    encoding: str | None = None,
    as_fields: bool = False,
    workers: int | None = None,
    progress: Progress = no_progress,
) -> RunResult:
    """Render the rows that are still quarantined into the next `supplement-N/`; refused where none is in the data.

    The data has the columns that the first one had, or with `as_fields` those that the data dictionary names.
    """
    if not RunFolder(out).certificate.exists():
        raise refuse(str(out), "run-unfinished" if RunFolder(out).run.exists() else "no-run-here")
    with locked(out) as first, locked(_next_supplement(first)) as added:
        try:
            chosen, pinned_input = _choose(first, added, data, sql, encoding, as_fields=as_fields)
        except Refused:
            shutil.rmtree(added.path)
            raise
        before = pinned(first)
        options = replace(before.options, limit=None)
        certificate = canonical_hash(read_json(first.certificate))
        snapshot = Snapshot(prepare(before.job), pinned_input, options, certificate)
        pin(added, snapshot)
        return carry_on(added, snapshot, chosen, workers, progress)


def _choose(
    first: RunFolder, added: RunFolder, data: Sequence[Path], sql: str | None, encoding: str | None, *, as_fields: bool
) -> tuple[Source, Input]:
    """The records that are to be retried, opened, and what the supplement pins of them."""
    before = pinned(first)
    id_field, columns = before.options.id_field, {} if sql or as_fields else before.input.columns
    source = open_records(data, sql, added.path, id_field, encoding, columns)
    _select(first, added, source, id_field)
    chosen = open_file(added.input)
    return chosen, Input(chosen.kind, added.input.name, chosen.hash, source.text, sql, _made_from(source), encoding)


def _made_from(source: Source) -> dict[str, str]:
    return dict(source.input.made_from) or {Path(source.input.path).name: source.hash}


def _next_supplement(first: RunFolder) -> Path:
    made = first.supplements()
    for added in made:
        if not added.certificate.exists():
            raise refuse(added.path.name, "run-unfinished")
    return first.supplement(len(made) + 1).path


def _select(first: RunFolder, added: RunFolder, source: Source, id_field: str) -> None:
    """Write the records that are to be retried into the supplement, as its pinned input."""
    chosen = added.path / ".state" / "chosen.jsonl"
    with closing(OpenIds(first)) as still, chosen.open("w", encoding="utf-8", newline="\n") as file:
        for record in _records(source):
            record_id = find_id(record, id_field)
            if isinstance(record_id, str) and still.take(record_id):
                file.write(exact_json(record) + "\n")
        still.refuse_unfit()
    if not chosen.stat().st_size:
        raise refuse(source.input.path, "nothing-to-retry")
    chosen.rename(added.input)


def _records(source: Source) -> Iterator[Record]:
    """The corrected records; refused where one is still broken."""
    problems = []
    for _, record in source:
        if isinstance(record, Problem):
            problems.append(record)
        else:
            yield record
    if problems:
        raise Refused(problems)
