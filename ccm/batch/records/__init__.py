"""Recipient records, streamed from what other systems export: CSV, JSON lines, JSON, Parquet, or a query over several.

A source is opened by looking through the whole file once: that gives its hash, its encoding, and faults that make it
useless as a whole.  A fault in one record is that record's problem and comes in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from ccm.batch.records import csv, json
from ccm.batch.records.scan import Scan, scan
from content_blocks.problem import Problem, refuse

Record: TypeAlias = Mapping[str, object]
Reader: TypeAlias = Callable[[Path, Scan, str | None], Callable[[], Iterator[Record | Problem]]]

KINDS: dict[str, str] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".jsonl": "json-lines",
    ".ndjson": "json-lines",
    ".json": "json",
    ".parquet": "parquet",
}


def _parquet_reader(path: Path, scan: Scan, stated: str | None) -> Callable[[], Iterator[Record | Problem]]:
    """Loads DuckDB only where it is needed: each child of a run would load it too."""
    from ccm.batch.records import parquet

    return parquet.reader(path, scan, stated)


READERS: dict[str, Reader] = {
    "csv": csv.reader,
    "json-lines": json.lines_reader,
    "json": json.reader,
    "parquet": _parquet_reader,
}


@dataclass(frozen=True, slots=True)
class Input:
    """What `run.json` says about where the records came from.

    `path` is absolute, or relative to the run folder for an input that the run made itself from `made_from` (file
    names and hashes) by `sql`.  `text`: values are untyped, as in CSV, and the data dictionary gives the types.
    `encoding`: what text files that are not Unicode were said to be in.  `columns`: the fields that columns of other
    names hold.
    """

    kind: str
    path: str
    sha256: str
    text: bool
    sql: str | None = None
    made_from: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    def data(self) -> dict[str, Any]:
        """As `run.json` holds it; runs of data whose columns were not mapped say nothing about them."""
        told = asdict(self)
        return told if self.columns else {name: value for name, value in told.items() if name != "columns"}


@dataclass(frozen=True)
class Source:
    """An opened input.  Iterating starts anew at row 1 each time; `expected` is about how many rows there are."""

    input: Input
    expected: int | None
    read: Callable[[], Iterator[Record | Problem]]

    @property
    def hash(self) -> str:
        """SHA-256 of the file."""
        return self.input.sha256

    @property
    def kind(self) -> str:
        """The file's format."""
        return self.input.kind

    @property
    def text(self) -> bool:
        """Whether values are untyped text."""
        return self.input.text

    def __iter__(self) -> Iterator[tuple[int, Record | Problem]]:
        """The rows with their numbers from 1: a record, or what is wrong with it."""
        return enumerate(self.read(), start=1)


def open_file(path: Path, encoding: str | None = None) -> Source:
    """Open one file of records, in this encoding if not Unicode; raises `Refused` where that cannot be done."""
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise refuse(path.name, "file-format-unknown", formats=", ".join(KINDS))
    found = scan(path)
    read = READERS[kind](path, found, encoding)
    source = Input(kind, str(path.resolve()), found.sha256, text=kind == "csv", encoding=encoding)
    return Source(source, found.rows(kind), read)
