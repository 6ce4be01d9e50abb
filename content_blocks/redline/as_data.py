"""A redline as plain data for programs: the fields of `model`, no more and no less."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from content_blocks.redline.model import Redline

_ADAPTER = TypeAdapter(Redline)


def as_data(redline: Redline) -> dict[str, Any]:
    """What `json.dumps` can write."""
    data: dict[str, Any] = _ADAPTER.dump_python(redline, mode="json")
    return data


def from_data(data: Mapping[str, Any]) -> Redline:
    """The redline that some data is of."""
    return _ADAPTER.validate_python(data)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of that data; another `form` than the one named there is another schema."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_ADAPTER.json_schema(mode="serialization")}
