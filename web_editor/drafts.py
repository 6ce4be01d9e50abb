"""Items that pages change as forms: read as data, saved as a draft by the same use case and rules as any other save."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import Response

from ccm.api.routes.items import Item, ItemVersion, Saving, save_item, show_item
from content_blocks.yaml_source import write_yaml
from web_editor.visit import Visit

Kind = Literal["dictionary", "workflow", "theme", "persona"]
OPEN = frozenset({"draft", "in review"})
"""States of a version that was not approved yet, so that a change may still be saved under its number."""


def read_draft(visit: Visit, kind: Kind, name: str) -> Item:
    """What was saved last of an item; raises Refused where there is none that is somebody's business."""
    return Item.model_validate_json(bytes(show_item(kind, name, visit.asking, visit.request).body))


def read_template(visit: Visit, name: str) -> dict[str, Any]:
    """The content of a template as it was saved last."""
    return Item.model_validate_json(bytes(show_item("template", name, visit.asking, visit.request).body)).content


def save_draft(visit: Visit, found: Item, content: dict[str, Any], seen: str) -> ItemVersion:
    """Save a changed item; `seen` is the hash of what somebody had before them.

    What was approved stays as it is: the change gets the next number.
    """
    changed = {**content, "version": next_version(found)}
    saving = Saving(text=write_yaml(changed))
    kind: Kind = found.kind  # type: ignore[assignment]
    return save_item(kind, found.name, saving, visit.asking, Response(), if_match=f'"{seen}"')


def next_version(found: Item) -> str:
    """The number of what is saved next: a draft keeps its own."""
    if found.state in OPEN:
        return found.version
    major, minor = found.version.split(".")
    return f"{major}.{int(minor) + 1}"
