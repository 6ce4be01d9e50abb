"""From records to rows: the id, the file name, and the rows that are out before anything is rendered."""

from __future__ import annotations

from collections.abc import Container, Generator
from itertools import islice

from ccm.batch.naming import Names, find_id
from ccm.batch.outcome import Outcome, Row, quarantined
from ccm.batch.records import Record, Source
from content_blocks.problem import Problem


def rows(
    source: Source, id_field: str, limit: int | None, done: Container[int]
) -> Generator[Row | Outcome, None, None]:
    """The rows that are not `done` yet, from row 1.

    Those that are done are read too: which file name a row gets, and whether its id was there before, depends on all
    rows before it and on nothing else.
    """
    names = Names()
    try:
        for number, record in islice(source, limit):
            row = take_in(number, record, id_field, names)
            if number not in done:
                yield row
    finally:
        names.close()


def take_in(number: int, record: Record | Problem, id_field: str, names: Names) -> Row | Outcome:
    """One record as a row, or the outcome of a row that cannot even be named."""
    if isinstance(record, Problem):
        return quarantined(number, None, [record])
    record_id = find_id(record, id_field)
    if isinstance(record_id, Problem):
        return quarantined(number, None, [record_id])
    stem = names.give(record_id)
    if stem is None:
        return quarantined(number, record_id, [Problem(id_field, "id-repeated")])
    return Row(number, record_id, stem, record)
