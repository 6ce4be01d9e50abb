"""A content block by itself, as plain data: a letter around it that says nothing else, and samples for its inputs.

It is what an owner looks at while no template is chosen, and before any template uses it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from content_blocks import specimen_world as world
from content_blocks.content_block import ContentBlock, Input
from content_blocks.text import Text

SPECIMEN = "specimen"
GIVEN = "sample"
"""Where the record has what the content block wants to know; `input` is its own word for that."""

USE = "clause"
"""The id of the block that shows it."""

CURRENCY = "EUR"
_USUAL = {"integer": "14", "decimal": "12.5", "money": "1250.00", "percent": "12.5"}


@dataclass(frozen=True)
class SpecimenUse:
    """The items around one content block, and the record of somebody who gets it."""

    template: dict[str, Any]
    dictionary: dict[str, Any]
    document_class: dict[str, Any]
    record: dict[str, Any]


def specimen_use(item: ContentBlock, hash: str, brand: str, languages: Iterable[str], day: date) -> SpecimenUse:
    """One use of a content block that pins it by its hash, in some languages; samples lie within its bounds."""
    spoken = list(languages)
    use: dict[str, Any] = {"type": "clause", "id": USE, "block": item.block, "version": item.version, "hash": hash}
    use["with"] = {name: f"{GIVEN}.{name}" for name in item.inputs}
    use["blanks"] = {name: _said(blank.label, spoken)[: blank.max_length] for name, blank in item.blanks.items()}
    if not item.inputs:
        del use["with"]
    customer = world.DICTIONARY["fields"]["customer"]
    template = {
        **world.TEMPLATE,
        "languages": spoken,
        "title": _said(item.title, spoken),
        "brands": [brand],
        "jurisdiction": next(iter(item.jurisdiction), "DE"),
        "body": [use],
    }
    channels = ["pdf", "email", "sms", "push"] if item.short else ["pdf", "email"]
    inputs = {"type": "group", "fields": {name: _field(declared) for name, declared in item.inputs.items()}}
    record: dict[str, Any] = {"customer": world.specimen_record("en")["customer"]}
    if item.inputs:
        record[GIVEN] = {
            name: _sample(declared, day, turn) for turn, (name, declared) in enumerate(item.inputs.items())
        }
    fields = {"customer": customer, **({GIVEN: inputs} if item.inputs else {})}
    return SpecimenUse(
        template,
        {**world.DICTIONARY, "fields": fields},
        {**world.DOCUMENT_CLASS, "channels": channels},
        record,
    )


def _said(text: Text, languages: Sequence[str]) -> str:
    """A text in the last of some languages that it is written in."""
    return next((text.sources[key] for it in reversed(languages) if (key := text.key(it)) is not None), "")


def _field(declared: Input) -> dict[str, Any]:
    currency = {"currency": declared.currency or CURRENCY} if declared.type == "money" else {}
    return {"type": declared.type, "privacy": "public", **currency}


def _sample(declared: Input, day: date, turn: int) -> Any:
    """A value within the bounds; those that follow each other differ, so that one can tell them apart."""
    match declared.type:
        case "text":
            return "Muster"[: declared.max_length]
        case "date":
            return declared.max or declared.min or day.isoformat()
    low, high = (None if it is None else Decimal(it) for it in (declared.min, declared.max))
    usual = Decimal(_USUAL[declared.type]) + turn
    value = usual if (low is None or low <= usual) and (high is None or usual <= high) else _between(low, high, turn)
    return int(value) if declared.type == "integer" else str(value)


def _between(low: Decimal | None, high: Decimal | None, turn: int) -> Decimal:
    """A value at or between two bounds, one of which there is."""
    if low is None or high is None:
        return (low or Decimal(0)) + turn if high is None else high - turn
    places = min(-2, *(int(it.as_tuple().exponent) for it in (low, high)))
    return (high - (high - low) / 8 * (turn % 8)).quantize(Decimal(1).scaleb(places))
