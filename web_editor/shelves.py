"""What people write is kept on two shelves, and is called so in addresses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ccm.api.routes.items import Kind

Shelf = Literal["templates", "blocks"]
Written = Literal["template", "block"]
KINDS: Mapping[Shelf, Written] = {"templates": "template", "blocks": "block"}
"""The kind of the items on each."""

Submitted = Literal["templates", "blocks", "brands", "dictionaries", "workflows", "assets"]
SUBMITTED: Mapping[Submitted, Kind] = {
    "templates": "template",
    "blocks": "block",
    "brands": "theme",
    "dictionaries": "dictionary",
    "workflows": "workflow",
    "assets": "asset",
}
"""The kind of what can be submitted, by how addresses call it; the last four are at home in administration."""


def at_home(submitted: Submitted, name: str) -> str:
    """The address of the page of an item."""
    return f"/{submitted}/{name}" if submitted in KINDS else f"/administration/{submitted}/{name}"
