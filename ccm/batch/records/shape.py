"""The shape of JSON records as DuckDB column types, with every number and text as text."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from ccm.batch.records.parquet import identifier

Shape: TypeAlias = "str | list[Shape] | dict[str, Shape] | None"
"""None (only nulls seen), a scalar's type, a list of one shape, or an object's fields."""


def joined(shape: Shape, value: object) -> Shape:
    """A shape that fits what was seen before and this value too; what fits nothing else is JSON."""
    match value:
        case None:
            return shape
        case Mapping() if shape is None or isinstance(shape, dict):
            fields = dict(shape or {})
            for name, inner in value.items():
                fields[name] = joined(fields.get(name), inner)
            return fields
        case list() if shape is None or isinstance(shape, list):
            inner_shape = shape[0] if shape else None
            for item in value:
                inner_shape = joined(inner_shape, item)
            return [inner_shape]
        case bool():
            return "BOOLEAN" if shape in (None, "BOOLEAN") else _mixed(shape)
        case str() | int() | Decimal():
            return "VARCHAR" if shape is None else _mixed(shape)
    return "JSON"


def _mixed(shape: Shape) -> Shape:
    return "VARCHAR" if shape in ("VARCHAR", "BOOLEAN") else "JSON"


def column_type(shape: Shape) -> str:
    """The DuckDB type that holds a shape."""
    match shape:
        case dict() if shape:
            return "STRUCT(" + ", ".join(f"{identifier(name)} {column_type(i)}" for name, i in shape.items()) + ")"
        case dict():
            return "JSON"
        case list():
            return column_type(shape[0]) + "[]"
    return shape or "VARCHAR"


def as_text(value: object) -> object:
    """The value with its numbers as text."""
    match value:
        case Mapping():
            return {name: as_text(item) for name, item in value.items()}
        case list():
            return [as_text(item) for item in value]
        case bool() | None:
            return value
        case Decimal():
            return format(value, "f")
    return str(value)
