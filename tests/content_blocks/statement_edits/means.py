"""What the edits are made with, and how places are called that they change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from content_blocks.change_class import ChangeClass
from tests.content_blocks.edited_library import World

Edit: TypeAlias = Callable[[World], object]
Edits: TypeAlias = dict[str, tuple[Edit, ChangeClass, str]]
"""By what is done: the edit, the class it must get, and the place of the finding that says so."""

T, B, D, C, S = (
    "template account-statement ",
    "block ",
    "dictionary account-statement ",
    "class statement ",
    "theme ahorn ",
)
REGULATED: ChangeClass = "regulated wording"
BUSINESS: ChangeClass = "business wording"
DATA: ChangeClass = "data contract"


def said(world: World, name: str, old: str, new: str, field: str = "text") -> None:
    """Replace some words of a block in German, which have to be there."""
    block = world.block(name)
    assert old in block[field]["de"]
    block[field]["de"] = block[field]["de"].replace(old, new)


def note(**more: Any) -> dict[str, Any]:
    return {"id": "new", "type": "text", "text": {"de": "Neu.", "en": "New."}, **more}


def entry(world: World, number: int) -> dict[str, Any]:
    found: dict[str, Any] = world.block("transactions")["columns"][number]
    return found


def account(world: World) -> dict[str, Any]:
    found: dict[str, Any] = world.dictionary["fields"]["account"]["fields"]
    return found


def wrapped(world: World, name: str, **around: Any) -> None:
    blocks, number = world.where(name)
    blocks[number] = {"id": "around", "type": "group", "blocks": [blocks[number]], **around}


def swapped(world: World, name: str) -> None:
    """Swap a block with the one behind it."""
    blocks, number = world.where(name)
    blocks[number], blocks[number + 1] = blocks[number + 1], blocks[number]
