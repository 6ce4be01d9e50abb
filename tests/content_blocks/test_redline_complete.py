"""No change of any item goes untold: each single value of each is changed in turn."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from content_blocks import specimen_world as world
from content_blocks.block_reading import block_types
from content_blocks.content_block import ContentBlock
from content_blocks.dictionary import Dictionary
from content_blocks.document_class import DocumentClass
from content_blocks.item import Item, read_item
from content_blocks.problem import Refused
from content_blocks.redline import as_html, as_text, redline
from content_blocks.template import Template
from content_blocks.theme import Theme
from tests.content_blocks.redline_kinds import LETTER
from tests.content_blocks.worlds import AHORN

Path = tuple[str | int, ...]

ITEMS: Mapping[str, tuple[type[Item], dict[str, Any]]] = {
    **{
        name: (Template, {**world.TEMPLATE, "title": "T", "brands": ["ahorn"], "body": [dict(kind.specimen)]})
        for name, kind in block_types().items()
    },
    "letter": (Template, LETTER),
    "content block": (ContentBlock, world.CLAUSE),
    "dictionary": (Dictionary, world.DICTIONARY),
    "class": (
        DocumentClass,
        {**world.DOCUMENT_CLASS, "required": [{"block": "a"}, {"block": "b", "languages": ["de"]}]},
    ),
    "theme": (Theme, AHORN.theme.model_dump(by_alias=True)),
}


def leaves(content: Any, path: Path = ()) -> Iterator[Path]:
    match content:
        case Mapping():
            yield from (leaf for key, value in content.items() for leaf in leaves(value, (*path, key)))
        case list() | tuple():
            yield from (leaf for number, value in enumerate(content) for leaf in leaves(value, (*path, number)))
        case _:
            yield path


def others(value: Any) -> Iterator[Any]:
    """Values that may stand there instead."""
    match value:
        case bool():
            yield not value
        case int():
            yield from (value + 1, value - 1)
        case str():
            yield from (f"{value}x", f"x{value}", f"{value}1", f"1{value}", f"{value[:-1]}0")
            yield from (
                "locked",
                "absent",
                "short",
                "#000001",
                "text",
                "de",
                "2099-01-01",
                "bold",
                "account.iban",
                "9.9",
            )


def versions(model: type[Item], content: dict[str, Any]) -> Iterator[tuple[Path, Item]]:
    """The item with each of its values changed in turn, where it can be; and with each of them left out."""
    for path in leaves(content):
        value = at(content, path)
        for changed in (edited(content, path, other) for other in (*others(value), None)):
            try:
                item = read_item(model, changed)
            except Refused:
                continue
            if path[0] not in ("version", "note"):
                yield path, item


def at(content: Any, path: Path) -> Any:
    for step in path:
        content = content[step]
    return content


def edited(content: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    changed = copy.deepcopy(content)
    place = at(changed, path[:-1])
    if value is not None:
        place[path[-1]] = value
    else:
        del place[path[-1]]
    return changed


@pytest.mark.parametrize("name", ITEMS)
def test_each_single_change_is_told(name: str) -> None:
    model, content = ITEMS[name]
    content = copy.deepcopy(content)
    before: Any = read_item(model, content)
    count = 0
    for path, after in versions(model, _listed(content)):
        if after == before:
            continue
        found = redline(before, after)
        assert found.entries, path
        assert all(entry.change != "changed" or entry.moved or entry.differences for entry in found.entries), path
        for view in (as_text(found), as_text(found, "de"), as_html(found), as_html(found, "de")):
            assert all(entry.name in view for entry in found.entries)
        count += 1
    assert count >= 5


def _listed(content: Any) -> Any:
    """The same with lists for tuples, so that it can be changed."""
    match content:
        case Mapping():
            return {key: _listed(value) for key, value in content.items()}
        case list() | tuple():
            return [_listed(value) for value in content]
    return content
