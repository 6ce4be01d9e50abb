"""Version numbers `major.minor`: the major one rises when the data contract breaks, which is computed, never chosen.

    next_version("3.4", bundle_breaks(approved, proposed))      "3.5", or "4.0"

Whoever sends records to `3` may rely on it: every record that version 3.0 took, any 3.x takes, and reads the same in
it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from content_blocks.bundle import Bundle
from content_blocks.content_block import ContentBlock, Input
from content_blocks.dictionary import Dictionary, Field
from content_blocks.dictionary.field import bound
from content_blocks.dictionary.numbers import digits
from content_blocks.dictionary.reader import MAX_ITEMS
from content_blocks.dictionary.texts import MAX_LENGTH
from content_blocks.types.clause import Clause

FIRST = "1.0"

Why = Literal["required", "removed", "type", "role", "currency", "bounds", "choices", "format", "unit"]


Fields: TypeAlias = Mapping[str, Field | None]


@dataclass(frozen=True, slots=True)
class Break:
    """One field for which records that were valid before are refused now, or mean something else, and why."""

    where: str
    why: Why


def next_version(last: str | None, breaks: Collection[Break]) -> str:
    """The number after the last approved one; there is none before the first."""
    if last is None:
        return FIRST
    major, minor = (int(number) for number in last.split("."))
    return f"{major + 1}.0" if breaks else f"{major}.{minor + 1}"


def bundle_breaks(before: Bundle, after: Bundle) -> tuple[Break, ...]:
    """The breaks of a template's contract: those of its dictionary, and of the clauses it goes on using."""
    return (*dictionary_breaks(before.dictionary, after.dictionary), *_of_uses(before, after))


def dictionary_breaks(before: Dictionary, after: Dictionary) -> tuple[Break, ...]:
    """The fields of a data dictionary for which records that were valid before no longer are, or mean another thing.

    A field less is a break whoever used it: a record that has a field which nobody knows is refused.
    """
    forms = [] if _reads_as_before(before, after) else [Break("text_formats", "format")]
    old, new = (_fields(before), _fields(after))
    return (*forms, *(each for path in dict.fromkeys((*old, *new)) for each in _at(path, old, new)))


def _fields(dictionary: Dictionary) -> Fields:
    """Every field by its path, and the record itself as what holds them."""
    return {"": None, **{path: dictionary.field(path) for path in dictionary.paths()}}


def content_block_breaks(before: ContentBlock, after: ContentBlock) -> tuple[Break, ...]:
    """The inputs and blanks of a content block with which uses of it no longer fit, or mean another thing."""
    found = [Break(f"inputs.{name}", why) for name, why in _of_inputs(before, after)]
    for field in ("inputs", "blanks"):
        old, new = getattr(before, field), getattr(after, field)
        found += [Break(f"{field}.{name}", "required") for name in new if name not in old]
        found += [Break(f"{field}.{name}", "removed") for name in old if name not in new]
    shorter = (
        n for n, gap in after.blanks.items() if n in before.blanks and gap.max_length < before.blanks[n].max_length
    )
    return (*found, *(Break(f"blanks.{name}", "bounds") for name in shorter))


def _at(path: str, old: Fields, new: Fields) -> Iterator[Break]:
    one, other = old.get(path), new.get(path)
    if one and other:
        yield from (Break(path, why) for why, broken in _BREAKS.items() if broken(one, other))
    elif one:
        yield Break(path, "removed")
    elif other and _demanded(other) and _holder(path) in old:
        yield Break(path, "required")


def _holder(path: str) -> str:
    """The group or list that a field is in; what is new inside a new one is no break of its own."""
    return path.rpartition(".")[0].removesuffix("[]")


def _demanded(field: Field) -> bool:
    """Whether a record has to say something for it: a group that is absent counts as one without its fields."""
    inner = (field.fields or {}).values() if field.type == "group" else ()
    return field.required and (field.type != "group" or any(map(_demanded, inner)))


def _narrower(one: Field, other: Field) -> bool:
    if one.type != other.type:
        return False  # a break of its own, and bounds of two types do not compare
    return (
        _raised(bound(one, "min"), bound(other, "min"))
        or _lowered(bound(one, "max"), bound(other, "max"))
        or (other.max_length or MAX_LENGTH) < (one.max_length or MAX_LENGTH)
        or (other.max_items or MAX_ITEMS) < (one.max_items or MAX_ITEMS)
        or other.key not in (None, one.key)
        or _fewer_places(one, other)
    )


def _raised(one: Any, other: Any) -> bool:
    return other is not None and (one is None or other > one)


def _lowered(one: Any, other: Any) -> bool:
    return other is not None and (one is None or other < one)


def _fewer_places(one: Field, other: Field) -> bool:
    if one.currency_from and (one.digits is None) != (other.digits is None):
        return True  # how many a currency has is known from the record only
    return digits(other) < digits(one)


_BREAKS: Mapping[Why, Callable[[Field, Field], bool]] = {
    "required": lambda one, other: other.required and not one.required,
    "type": lambda one, other: one.type != other.type,
    "role": lambda one, other: one.role != other.role,
    "currency": lambda one, other: (one.currency, one.currency_from) != (other.currency, other.currency_from),
    "bounds": _narrower,
    "choices": lambda one, other: not (one.choices or {}).keys() <= (other.choices or {}).keys(),
}


def _reads_as_before(before: Dictionary, after: Dictionary) -> bool:
    """Whether text files are read as they were: what may have separators of thousands may also be without them."""
    one, other = before.text_formats, after.text_formats
    without = re.sub("^1[^0-9]234", "1234", other.decimal)
    return one.date == other.date and one.decimal in (other.decimal, without)


def _of_uses(before: Bundle, after: Bundle) -> Iterator[Break]:
    """Clauses that take less from the record than they did; one that is new makes no promise yet."""
    old, new = _uses(before), _uses(after)
    for where, (use, item) in new.items():
        if where not in old or old[where][0].block != use.block:
            continue
        for name, why in _of_inputs(old[where][1], item):
            if name in use.inputs and use.inputs[name].paths():
                yield Break(f"{where}.with.{name}", why)


def _uses(bundle: Bundle) -> dict[str, tuple[Clause, ContentBlock]]:
    uses = {f"{region}.{use.id}": use for region, use in bundle.template.blocks() if isinstance(use, Clause)}
    return {where: (use, bundle.contents[use.wanted].item) for where, use in uses.items()}


def _of_inputs(before: ContentBlock, after: ContentBlock) -> Iterator[tuple[str, Why]]:
    """The inputs of both that mean something else or take less."""
    for name, one in before.inputs.items():
        if other := after.inputs.get(name):
            yield from ((name, why) for why, broken in _INPUT_BREAKS.items() if broken(one, other))


_INPUT_BREAKS: Mapping[Why, Callable[[Input, Input], bool]] = {
    "type": lambda one, other: one.type != other.type,
    "currency": lambda one, other: other.currency not in (None, one.currency),
    "unit": lambda one, other: one.unit != other.unit,
    "bounds": lambda one, other: one.type == other.type and other.narrower(one),
}
