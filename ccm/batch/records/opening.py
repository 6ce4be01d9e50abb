"""Opening the records of a new run: one file as it is, or the result of a query over several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ccm.batch.records import Input, Source, open_file
from ccm.batch.records.columns import Columns, refuse_missing, renamed
from ccm.batch.records.identified import refuse_without_id
from ccm.batch.records.query import query
from content_blocks.problem import refuse


def open_records(
    paths: Sequence[Path],
    sql: str | None,
    run_folder: Path,
    id_field: str,
    encoding: str | None = None,
    columns: Columns | None = None,
) -> Source:
    """Open one file, or run `sql` over several; raises `Refused` for several files without a query.

    The result of a query is written once, ordered by the id, into the run folder; that file is the pinned input.
    `columns` names the fields of one file's columns, all of which it has to have.
    """
    if sql is not None:
        return query(paths, sql, run_folder, id_field, encoding)
    if len(paths) != 1:
        raise refuse("--data", "files-need-sql")
    source = open_file(paths[0], encoding)
    if columns:
        refuse_missing(source, columns, paths[0])
        source = renamed(source, columns)
    refuse_without_id(source, paths[0].name, id_field)
    return source


def reopen(pinned: Input, folder: Path) -> Source:
    """Open again what a run has pinned; refused where it is gone or no longer the same."""
    path = folder / pinned.path
    if not path.is_file():
        raise refuse(path.name, "input-gone", file=path.name)
    source = open_file(path, pinned.encoding)
    if source.hash != pinned.sha256:
        raise refuse(path.name, "run-differs", what="input.sha256")
    return replace(renamed(source, pinned.columns), input=pinned)
