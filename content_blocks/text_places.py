"""Where a text of an item is, by names that last: a block's id, the field as files spell it, the language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def text_at(content: Mapping[str, Any], block: str, field: str, language: str) -> str | None:
    """What an item says at a place; None where it says nothing, or there is no such place any more.

    `content` is the item as parsed from its file.  Without `block` the field is one of the item itself, such as
    `messages.subject`; without `field` the place is the block as a whole, whose text is empty.  `language` is empty
    for a text that is the same in all of them, and any language finds such a text.
    """
    holder = next(_blocks(content, block), None) if block else content
    if holder is None:
        return None
    if not field:
        return ""
    return _in_language(_field(holder, field.split(".")), language)


def _blocks(value: object, name: str) -> Iterator[Mapping[str, Any]]:
    """Everything in an item that has this id, from the outside in."""
    match value:
        case Mapping():
            if value.get("id") == name:
                yield value
            for inner in value.values():
                yield from _blocks(inner, name)
        case list():
            for inner in value:
                yield from _blocks(inner, name)


def _field(value: object, path: list[str]) -> object:
    for step in path:
        match value:
            case Mapping():
                value = value.get(step)
            case list() if step.isdecimal() and int(step) < len(value):
                value = value[int(step)]
            case _:
                return None
    return value


def _in_language(value: object, language: str) -> str | None:
    match value:
        case str():
            return value
        case Mapping():
            found = value.get(language) if language != "of" else None
            return found if isinstance(found, str) else None
        case _:
            return None
