"""The values of expressions, what kind they are of, and what happens when they do not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow
from typing import Any, TypeAlias

from content_blocks.expressions.nodes import Scalar

Value: TypeAlias = Any  # str, bool, int, Decimal, date, and lists and dicts of those
Scope: TypeAlias = Mapping[str, Value]
Compiled: TypeAlias = Callable[[Scope], Value]

EXACT = Context(prec=60, traps=[Inexact, InvalidOperation, Overflow, DivisionByZero])
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_KINDS: dict[type, str] = {str: "text", bool: "boolean", int: "number", Decimal: "number", date: "date"}


class Absent(Exception):
    """A field without a value was met; a `Default` further out may answer for it."""


class Unfit(Exception):
    """Values met that have nothing to do with each other, such as a text and a number."""


def kind_of(value: Value) -> str:
    """What a value can be compared with: all numbers are of one kind; groups and lists with nothing."""
    return _KINDS.get(type(value), "group")


def boolean(value: Value) -> bool:
    """True or false as it is.  Raises Unfit for anything else, there is no truth in texts or numbers."""
    if value is True or value is False:
        return bool(value)
    raise Unfit(kind_of(value))


def number(value: Value) -> int | Decimal:
    """A number as it is.  Raises Unfit for anything else, true and false included."""
    if type(value) is int or type(value) is Decimal:
        return value
    raise Unfit(kind_of(value))


def day_of(text: Scalar) -> date | None:
    """The day that a constant names in ISO 8601's extended form, if it does."""
    try:
        return date.fromisoformat(text) if isinstance(text, str) and _DAY.fullmatch(text) else None
    except ValueError:
        return None
