"""Columns that are called otherwise than the fields they hold: the records with the names that the dictionary knows.

A mapping names for some columns the field each one holds, with groups as dotted paths; a column that holds none is
mapped to nothing and left out.  What is not mapped keeps its name, unless a mapped column takes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path

from ccm.batch.records import Record, Source
from content_blocks.problem import Problem, Refused, refuse

Columns = Mapping[str, str]
LOOKED_AT = 20
"""Records of JSON may each have other names; so many are looked at."""


def read_columns(content: bytes, where: str) -> dict[str, str]:
    """A mapping from JSON; raises Refused if it is none, or maps two columns to one field."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not all(isinstance(field, str) for field in found.values()):
        raise refuse(where, "columns-form")
    refuse_shared(found, where)
    return found


def refuse_shared(columns: Columns, where: str = "") -> None:
    """Raises Refused with every field that several columns are mapped to."""
    fields = [field for field in columns.values() if field]
    if shared := sorted({field for field in fields if fields.count(field) > 1}):
        raise Refused([Problem(where, "columns-share-field", {"field": field}) for field in shared])


def column_names(source: Source) -> list[str]:
    """The names that the first records have on their highest level."""
    records = (record for _, record in islice(source, LOOKED_AT) if not isinstance(record, Problem))
    return list(dict.fromkeys(name for record in records for name in record))


def refuse_missing(source: Source, columns: Columns, path: Path) -> None:
    """Raises Refused with the columns of a mapping that the data does not have: a slip of the pen would be a loss."""
    there = set(column_names(source))
    if there and (missing := [name for name in columns if name not in there]):
        raise Refused([Problem(path.name, "column-not-there", {"column": name}) for name in missing])


def renamed(source: Source, columns: Columns) -> Source:
    """The source with its columns under the names of the fields they hold."""
    if not columns:
        return source

    def read() -> Iterator[Record | Problem]:
        for record in source.read():
            yield record if isinstance(record, Problem) else _renamed(record, columns, nested=not source.text)

    return replace(source, input=replace(source.input, columns=dict(columns)), read=read)


def _renamed(record: Record, columns: Columns, *, nested: bool) -> Record:
    kept = {name: value for name, value in record.items() if name not in columns}
    mapped = {columns[name]: value for name, value in record.items() if columns.get(name)}
    if not nested:
        return {**kept, **mapped}
    for path, value in mapped.items():
        *groups, name = path.split(".")
        place = kept
        for group in groups:
            inner = place.get(group)
            place[group] = dict(inner) if isinstance(inner, Mapping) else {}
            place = place[group]  # type: ignore[assignment]
        place[name] = value
    return kept
