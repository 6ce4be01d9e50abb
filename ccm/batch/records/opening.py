"""Opening the records of a new run: one file as it is, or the result of a query over several."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ccm.batch.records import Source, open_file
from ccm.batch.records.identified import refuse_without_id
from ccm.batch.records.query import query
from content_blocks.problem import refuse


def open_records(
    paths: Sequence[Path], sql: str | None, run_folder: Path, id_field: str, encoding: str | None = None
) -> Source:
    """Open one file, or run `sql` over several; raises `Refused` for several files without a query.

    The result of a query is written once, ordered by the id, into the run folder; that file is the pinned input.
    """
    if sql is not None:
        return query(paths, sql, run_folder, id_field, encoding)
    if len(paths) != 1:
        raise refuse("--data", "files-need-sql")
    source = open_file(paths[0], encoding)
    refuse_without_id(source, paths[0].name, id_field)
    return source
