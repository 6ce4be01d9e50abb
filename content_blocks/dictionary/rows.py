"""Rows of text files: flat, with column names that say where in the record a value belongs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from content_blocks.characters import visible
from content_blocks.dictionary.reader import KEY_SHOWN
from content_blocks.problem import refuse


def nest(flat: Mapping[str, object]) -> dict[str, Any]:
    """A flat record with dotted column names as a nested one; blank values are left out.

    Raises Refused where one column stands inside another (`customer` and `customer.id`).
    """
    record: dict[str, Any] = {}
    for column, value in flat.items():
        if value is None or value == "":
            continue
        *groups, name = column.split(".")
        place = record
        for group in groups:
            place = place.setdefault(group, {})
            if not isinstance(place, dict):
                raise refuse(visible(column, KEY_SHOWN), "column-twice")
        if name in place:
            raise refuse(visible(column, KEY_SHOWN), "column-twice")
        place[name] = value
    return record
