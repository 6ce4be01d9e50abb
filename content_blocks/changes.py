"""What changed between two versions of something, as the operations that lock modes and roles speak of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from content_blocks.block import Block
from content_blocks.expressions import Expression
from content_blocks.lock_mode import Operation
from content_blocks.text import Text

BY_FIELD: Mapping[str, Operation] = {
    "lock": "lock_mode",
    "blanks": "blank",
    "channels": "channel_form",
    "mandatory": "channel_form",
    **dict.fromkeys(("type", "name", "inputs", "block", "version", "hash", "follow", "accepts", "most"), "condition"),
}
"""Fields of blocks whose change is of one kind whatever is inside; for all others it follows from what they hold."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same: the operation it takes, where (as fields are called in files), and both sides.

    What was added has no `before`, what was removed no `after`.
    """

    field: str
    operation: Operation
    before: object
    after: object


def block_changes(before: Block, after: Block) -> frozenset[Operation]:
    """How a block itself changed; the blocks inside it speak for themselves."""
    return frozenset(difference.operation for difference in block_differences(before, after))


def block_differences(before: Block, after: Block) -> Iterator[Difference]:
    """Everything in which a block itself changed; the blocks inside it speak for themselves, though not the places they
    stand in: an empty column more makes all others narrower."""
    if (old := _places(before)) != (new := _places(after)):
        yield Difference("places", "style", old, new)
    ignored = {"id", "note", *before.nested, *after.nested}
    for field, one, other in _fields(before, after, ignored):
        # The signatory of a letter is a text in a field called `name`, not the name an element goes by.
        if field in BY_FIELD and not isinstance(one or other, Text):
            yield Difference(_called(before, after, field), BY_FIELD[field], one, other)
        else:
            yield from _in_value(_called(before, after, field), one, other)


def _places(block: Block) -> list[str]:
    return [place for place, _ in block.compartments()]


def text_changes(before: Text | None, after: Text | None) -> frozenset[Operation]:
    """How a text changed that stands outside blocks."""
    return frozenset(difference.operation for difference in _in_value("", before, after))


def differences(before: BaseModel, after: BaseModel) -> Iterator[Difference]:
    """Everything in which two items of any kind differ, remarks left out."""
    yield from _in_value("", before, after)


def out_of_order(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """The fewest of some names that have to be moved to get from one order of them to the other."""
    place = {name: number for number, name in enumerate(before)}
    ends: list[int] = []  # the lowest place at which a rising row of each length can end
    came_before: dict[int, int | None] = {}
    for number in (place[name] for name in after):
        length = bisect_left(ends, number)
        came_before[number] = ends[length - 1] if length else None
        ends[length:] = [number, *ends[length + 1 :]]
    kept: set[str] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(before[last])
        last = came_before[last]
    return frozenset(before) - kept


def _fields(before: BaseModel, after: BaseModel, ignored: set[str]) -> Iterator[tuple[str, Any, Any]]:
    """The fields that differ, with both values; None where one of the two has no such field."""
    for name in dict.fromkeys((*type(before).model_fields, *type(after).model_fields)):
        one, other = getattr(before, name, None), getattr(after, name, None)
        if name not in ignored and one != other:
            yield name, one, other


def _called(before: BaseModel, after: BaseModel, name: str) -> str:
    """What a field is called in files."""
    field = type(after).model_fields.get(name) or type(before).model_fields[name]
    return field.alias or name


def _in_value(place: str, before: object, after: object) -> Iterator[Difference]:
    if before == after:
        return
    match before, after:
        case Text() | None, Text() | None:
            yield Difference(place, _in_text(before, after), before, after)
        case (Expression(), _) | (_, Expression()):
            yield Difference(place, "condition", before, after)
        case BaseModel(), BaseModel() if type(before) is type(after):
            for name, one, other in _fields(before, after, {"note"}):
                yield from _in_value(_inside(place, _called(before, after, name)), one, other)
        case tuple(), tuple():
            yield from _in_list(place, before, after)
        case Mapping(), Mapping():
            yield from _in_mapping(place, before, after)
        case _:
            yield Difference(place, "style", before, after)


def _inside(place: str, name: object) -> str:
    return f"{place}.{name}" if place else str(name)


def _in_text(before: Text | None, after: Text | None) -> Operation:
    """A language more or less, or other words in one that both have."""
    if before is None or after is None:
        return "word"
    shared = before.sources.keys() & after.sources.keys()
    same = all(before.sources[language] == after.sources[language] for language in shared)
    return "language" if shared and same else "word"


def _in_list(place: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[Difference]:
    """Entries that others were put before, or taken from before, are the same as they were."""
    first = _same(before, after)
    last = _same(before[first:][::-1], after[first:][::-1])
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    if _same_in_another_order(old, new):
        yield Difference(place, "move", before, after)
        return
    for number, (one, other) in enumerate(zip(old, new, strict=False), start=first):
        yield from _in_value(_inside(place, number), one, other)
    shared = min(len(old), len(new))
    for number, entry in enumerate(old[shared:], start=first + shared):
        yield Difference(_inside(place, number), "remove", entry, None)
    for number, entry in enumerate(new[shared:], start=first + shared):
        yield Difference(_inside(place, number), "add", None, entry)


def _same(before: tuple[Any, ...], after: tuple[Any, ...]) -> int:
    """How many entries are the same at the beginning."""
    pairs = zip(before, after, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(before), len(after)))


def _same_in_another_order(before: tuple[Any, ...], after: tuple[Any, ...]) -> bool:
    rest = list(after)
    for entry in before:
        if entry not in rest:
            return False
        rest.remove(entry)
    return not rest


def _in_mapping(place: str, before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[Difference]:
    for key in dict.fromkeys((*before, *after)):
        if key not in after:
            yield Difference(_inside(place, key), "remove", before[key], None)
        elif key not in before:
            yield Difference(_inside(place, key), "add", None, after[key])
        else:
            yield from _in_value(_inside(place, key), before[key], after[key])
