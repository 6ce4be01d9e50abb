"""Values from typed sources as plain data, and plain data as JSON, without losing a digit."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID

from content_blocks.problem import Problem


class Inexact(Exception):
    """A value that no decimal number equals."""


def plain(value: object) -> object:
    """A database value as str, bool, int, Decimal, date, list or dict.

    Binary floating point becomes the shortest decimal that means the same float; a time stamp at midnight is a day.
    Raises Inexact for infinity and NaN, TypeError for what has no plain form, such as bytes.
    """
    match value:
        case None | str() | bool() | int():
            return value
        case Mapping():
            return {str(name): plain(item) for name, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
        case Decimal() | float():
            return _finite(value)
        case date():
            return _day(value)
        case time() | UUID():
            return str(value)
    raise TypeError(type(value).__name__)


def _finite(value: Decimal | float) -> Decimal:
    if not math.isfinite(value):
        raise Inexact
    return Decimal(repr(value)) if isinstance(value, float) else value


def _day(value: date) -> date | str:
    if not isinstance(value, datetime):
        return value
    return value.date() if value.time() == time.min and value.tzinfo is None else value.isoformat()


def plain_row(names: Sequence[str], values: Sequence[object]) -> dict[str, object] | Problem:
    """A record from a row of a table; the problem names the column that has no plain value."""
    record: dict[str, object] = {}
    for name, value in zip(names, values, strict=True):
        try:
            record[name] = plain(value)
        except Inexact:
            return Problem(name, "number-not-finite")
        except TypeError as error:
            return Problem(name, "value-not-plain", {"type": str(error)})
    return record


def exact_json(value: object) -> str:
    """Plain data as JSON text; decimals as numbers with all their digits, days as ISO 8601."""
    match value:
        case Decimal():
            return format(value, "f")
        case date():
            return f'"{value.isoformat()}"'
        case Mapping():
            members = (f"{json.dumps(name, ensure_ascii=False)}:{exact_json(item)}" for name, item in value.items())
            return "{" + ",".join(members) + "}"
        case list():
            return "[" + ",".join(map(exact_json, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
