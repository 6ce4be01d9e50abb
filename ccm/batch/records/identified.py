"""Whether records have the field that names them, before every one of them goes to quarantine for want of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from ccm.batch.records import Record, Source
from content_blocks.characters import visible
from content_blocks.problem import Problem, Refused, refuse

LOOKED_AT = 100
SHOWN_NAMES, LONGEST_NAME = 40, 60

_VALUE = re.compile(r"[-+]?\d[\d.,: /-]*|[A-Z]{2}\d{2}[A-Z0-9 ]{11,}|.*@.*")
"""What no column is called: a number, a day, an IBAN, an email address."""


def refuse_without_id(source: Source, where: str, id_field: str) -> None:
    """Refuse a file in which none of the first records has the field, whatever its value; one that has it is enough."""
    records = [record for _, record in islice(source, LOOKED_AT) if not isinstance(record, Problem)]
    if records and not any(_has(record, id_field) for record in records):
        raise no_id_field(where, id_field, list(_places(records[0])))


def no_id_field(where: str, id_field: str, names: Sequence[str]) -> Refused:
    """Says which fields there are instead; not if the first line is a record, whose values are nobody's business."""
    if any(_VALUE.fullmatch(name) for name in names):
        return refuse(where, "column-names-missing")
    shown = [visible(name, LONGEST_NAME) for name in names[:SHOWN_NAMES]] + ["…"] * (len(names) > SHOWN_NAMES)
    return refuse(where, "id-column-missing", column=id_field, columns=", ".join(shown))


def _has(record: Record, path: str) -> bool:
    inner, _, rest = path.partition(".")
    value = record.get(inner)
    return path in record or (inner in record and isinstance(value, Mapping) and _has(value, rest))


def _places(record: Record, above: str = "") -> Iterator[str]:
    """The fields of a record by their dotted paths."""
    for name, value in record.items():
        if isinstance(value, Mapping):
            yield from _places(value, f"{above}{name}.")
        else:
            yield f"{above}{name}"
