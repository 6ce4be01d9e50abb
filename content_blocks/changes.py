"""What changed between two versions of something, as the operations that lock modes and roles speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from content_blocks.block import Block
from content_blocks.expressions import Expression
from content_blocks.item import Item
from content_blocks.lock_mode import Operation
from content_blocks.text import Text

_BY_FIELD: Mapping[str, Operation] = {
    "lock": "lock_mode",
    "blanks": "blank",
    "channels": "channel_form",
    "mandatory": "channel_form",
    **dict.fromkeys(("type", "name", "inputs", "block", "version", "hash", "follow", "accepts", "most"), "condition"),
}
"""Fields whose change is of one kind whatever is inside; for all others it follows from what they hold."""


def block_changes(before: Block, after: Block) -> frozenset[Operation]:
    """How a block itself changed; the blocks inside it speak for themselves, though not the places they stand in: an
    empty column more makes all others narrower."""
    ignored = {"id", "note", *before.nested, *after.nested}
    own = frozenset(_in_fields(before, after, ignored))
    return own if _places(before) == _places(after) else own | {"style"}


def _places(block: Block) -> list[str]:
    return [place for place, _ in block.compartments()]


def text_changes(before: Text | None, after: Text | None) -> frozenset[Operation]:
    """How a text changed that stands outside blocks."""
    return frozenset(_in_value(before, after))


def _in_fields(before: Item, after: Item, ignored: set[str]) -> Iterator[Operation]:
    for name in {*type(before).model_fields, *type(after).model_fields} - ignored:
        one, other = getattr(before, name, None), getattr(after, name, None)
        if one != other:
            yield from (_BY_FIELD[name],) if name in _BY_FIELD else _in_value(one, other)


def _in_value(before: object, after: object) -> Iterator[Operation]:
    if before == after:
        return
    match before, after:
        case Text(), Text():
            yield _in_text(before, after)
        case (Text(), None) | (None, Text()):
            yield "word"
        case (Expression(), _) | (_, Expression()):
            yield "condition"
        case Item(), Item() if type(before) is type(after):
            yield from _in_fields(before, after, {"note"})
        case tuple(), tuple():
            yield from _in_list(before, after)
        case _:
            yield "style"


def _in_text(before: Text, after: Text) -> Operation:
    """A language more or less, or other words in one that both have."""
    shared = before.sources.keys() & after.sources.keys()
    same = all(before.sources[language] == after.sources[language] for language in shared)
    return "language" if shared and same else "word"


def _in_list(before: tuple[object, ...], after: tuple[object, ...]) -> Iterator[Operation]:
    if len(before) != len(after):
        yield "add" if len(before) < len(after) else "remove"
    for one, other in zip(before, after, strict=False):
        yield from _in_value(one, other)
