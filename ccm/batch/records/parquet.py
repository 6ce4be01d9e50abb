"""Parquet, read by DuckDB a few hundred rows at a time; types come from the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import duckdb

from ccm.batch.records.exact import plain_row
from ccm.batch.records.scan import Scan
from content_blocks.problem import Problem, Refused, refuse

BATCH = 256

_SINGLE = re.compile(r"\bFLOAT\b")


def reader(path: Path, _: Scan, __: str | None) -> Callable[[], Iterator[dict[str, object] | Problem]]:
    """A function that reads the file from its start; refused where it is broken or has inexact columns."""
    try:
        with shut_in([path]) as database:
            names = column_names(database.execute(_select(path)).description, path.name)
    except duckdb.Error:
        raise refuse(path.name, "parquet-broken") from None

    def read() -> Iterator[dict[str, object] | Problem]:
        with shut_in([path]) as database:
            cursor = database.execute(_select(path))
            while rows := cursor.fetchmany(BATCH):
                yield from (plain_row(names, row) for row in rows)

    return read


def shut_in(
    files: Sequence[Path], folders: Sequence[Path] = (), spill: Path | None = None
) -> duckdb.DuckDBPyConnection:
    """A database in memory that can read these files and folders and nothing else, and installs nothing.

    One thread: with several, the order inside an aggregated list would change from run to run.
    """
    database = duckdb.connect(
        ":memory:",
        config={
            "threads": 1,
            "memory_limit": "2GB",
            "temp_directory": str(spill or ""),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "allow_community_extensions": False,
        },
    )
    database.execute("SET allowed_paths = $1", [[str(file.resolve()) for file in files]])
    database.execute("SET allowed_directories = $1", [[str(folder.resolve()) for folder in folders]])
    database.execute("SET enable_external_access = false")
    database.execute("SET lock_configuration = true")
    return database


def column_names(description: Sequence[Sequence[object]], where: str) -> list[str]:
    """The columns of a result; refused where two have one name or one holds single-precision numbers."""
    names = [str(column[0]) for column in description]
    inexact = [str(column[0]) for column in description if _SINGLE.search(str(column[1]))]
    twice = sorted({name for name in names if names.count(name) > 1})
    problems = [Problem(where, "column-repeated", {"column": name}) for name in twice]
    problems += [Problem(where, "column-inexact", {"column": name}) for name in inexact]
    if problems:
        raise Refused(problems)
    return names


def _select(path: Path) -> str:
    return f"SELECT * FROM read_parquet({literal(str(path.resolve()))})"  # noqa: S608 - the name is quoted


def literal(text: str) -> str:
    """Text as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def identifier(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'
