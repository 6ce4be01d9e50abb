"""Random templates in the world of the specimens, and random edits of them, as plain data.

Every block type, lock mode, language and depth of nesting really occurs; `test_generate.py` counts them.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from content_blocks import specimen_world as world
from content_blocks.block_reading import block_types
from content_blocks.document import LockMode

Plain = dict[str, Any]
Draw = st.DrawFn

MODES: tuple[LockMode, ...] = ("open", "locked", "text", "blanks")
LANGUAGES = (("en", None), ("de", None), ("en", ["en", "de"]), ("de", ["de", "en"]))
CONDITIONS = ("account.balance < 0", "account.balance > 0", "count(account.cards) > 1", "customer.city == 'Berlin'")
LISTS = {"account.cards": "holder", "account.months": "name", "account.transactions": "text"}
WORDS = ("Please note.", "Your balance is **{{ account.balance | money }}**.", "*{{ customer.name }}*", "a\\\nb")
FORMS: tuple[Plain, ...] = ({}, {}, {"email": "short"}, {"sms": "absent"}, {"pdf": "absent", "push": "absent"})
CONTAINERS = ("panel", "columns")
ELSEWHERE = ("address_window", "group", "slot", *CONTAINERS)
DEEPEST = 3


@dataclass
class Numbered:
    """Gives every block of a template an id of its own."""

    prefix: str = "b"
    count: int = 0

    def next(self, kind: str) -> str:
        self.count += 1
        return f"{kind.replace('_', '-')}-{self.prefix}{self.count}"


@dataclass
class Around:
    """Where a block is to stand: how deep in groups, in a slot or not, and which names of elements it sees."""

    depth: int = 0
    in_slot: bool = False
    fields: tuple[str, ...] = ()
    modes: Sequence[LockMode] = field(default=MODES)


@st.composite
def templates(draw: Draw, modes: Sequence[LockMode] = MODES) -> Plain:
    """A template as a file would hold it; it composes."""
    numbered, around = Numbered(), Around(modes=modes)
    _, bilingual = draw(st.sampled_from(LANGUAGES))
    template: Plain = {**copy.deepcopy(world.TEMPLATE), "title": {"en": "Title", "de": "Titel"}, "brands": ["ahorn"]}
    template["lock"] = draw(st.sampled_from(("open", "open", "open", *modes)))
    if bilingual:
        template["bilingual"] = bilingual
    if draw(st.booleans()):
        template["messages"] = {"subject": _both(draw, around), "sms": _both(draw, around)}
    if draw(st.booleans()):
        template["address"] = [_common(draw, _specimen("address_window"), numbered, around)]
    for region in draw(st.lists(st.sampled_from(["info", "footer", "header_next"]), max_size=1)):
        template[region] = [_leaf(draw, numbered, around)]
    template["body"] = _blocks(draw, numbered, around, at_least=2)
    return template


def languages() -> st.SearchStrategy[str]:
    """The language a template is composed in."""
    return st.sampled_from(["en", "de"])


def _blocks(draw: Draw, numbered: Numbered, around: Around, at_least: int = 1) -> list[Plain]:
    return [_block(draw, numbered, around) for _ in range(draw(st.integers(at_least, 4)))]


def _block(draw: Draw, numbered: Numbered, around: Around) -> Plain:
    choices: list[Callable[[Draw, Numbered, Around], Plain]] = [_anything, _anything, _leaf, _container]
    if around.depth < DEEPEST:
        choices += [_group] * 2
    if not around.in_slot:
        choices.append(_slot)
    return draw(st.sampled_from(choices))(draw, numbered, around)


def _anything(draw: Draw, numbered: Numbered, around: Around) -> Plain:
    """Any type but those that hold others."""
    names = [name for name in block_types() if name not in ELSEWHERE]
    return _common(draw, _specimen(draw(st.sampled_from(names))), numbered, around)


def _leaf(draw: Draw, numbered: Numbered, around: Around) -> Plain:
    if draw(st.booleans()):
        block = {"type": "text", "text": _both(draw, around)}
    else:
        names = [name for name, kind in block_types().items() if kind.place == "leaf" and name != "text"]
        block = _specimen(draw(st.sampled_from(names)))
    return _common(draw, block, numbered, around)


@st.composite
def leaves(draw: Draw, numbered: Numbered, around: Around) -> list[Plain]:
    """Blocks as the wording of a content block may hold them."""
    kinds = (_leaf, _leaf, _container)
    return [draw(st.sampled_from(kinds))(draw, numbered, around) for _ in range(draw(st.integers(1, 4)))]


def _container(draw: Draw, numbered: Numbered, around: Around) -> Plain:
    inner = [_leaf(draw, numbered, around) for _ in range(draw(st.integers(2, 3)))]
    if draw(st.booleans()):
        return _common(draw, {"type": "panel", "tone": "notice", "blocks": inner}, numbered, around)
    return _common(draw, {"type": "columns", "cells": [inner[:1], inner[1:]]}, numbered, around)


def _group(draw: Draw, numbered: Numbered, around: Around) -> Plain:
    block: Plain = {"type": "group"}
    fields = around.fields
    if draw(st.booleans()):
        block["when"] = draw(st.sampled_from(CONDITIONS))
    if draw(st.booleans()):
        path = draw(st.sampled_from(sorted(LISTS)))
        name = f"e{around.depth}"
        block |= {"each": path, "as": name}
        fields = (*fields, f"{name}.{LISTS[path]}")
    inner = Around(around.depth + 1, around.in_slot, fields, around.modes)
    return _common(draw, {**block, "blocks": _blocks(draw, numbered, inner)}, numbered, around, wraps=True)


def _slot(draw: Draw, numbered: Numbered, around: Around) -> Plain:
    inner = Around(around.depth, True, around.fields, around.modes)
    return _common(draw, {"type": "slot", "blocks": _blocks(draw, numbered, inner)}, numbered, around, wraps=True)


def _common(draw: Draw, block: Plain, numbered: Numbered, around: Around, *, wraps: bool = False) -> Plain:
    block = {**block, "id": numbered.next(block["type"]), "lock": draw(st.sampled_from(("open", *around.modes)))}
    if not wraps:
        block["channels"] = draw(st.sampled_from(FORMS))
    return block


def _both(draw: Draw, around: Around) -> dict[str, str]:
    """One text in both languages."""
    gaps = [f"{{{{ {name} }}}}" for name in around.fields]
    words = draw(st.lists(st.sampled_from([*WORDS, *gaps]), min_size=1, max_size=3))
    return {"en": " ".join(words), "de": f"Deutsch: {' '.join(words)}"}


def _specimen(name: str) -> Plain:
    return copy.deepcopy(dict(block_types()[name].specimen))


Place = tuple[list[Any], int, str]


def places(template: Plain) -> list[Place]:
    """Every block of a template: the list it stands in, its number there, and its region."""
    regions = [name for name in ("address", "info", "body", "footer", "header_next") if name in template]
    return [place for region in regions for place in _places_in(template[region], region)]


def _places_in(blocks: list[Any], region: str) -> Iterator[Place]:
    for number, block in enumerate(blocks):
        yield blocks, number, region
        for inner in (block.get("blocks", []), *block.get("cells", [])):
            yield from _places_in(inner, region)


@st.composite
def edits(draw: Draw, template: Plain) -> Plain:
    """The template after one to three changes of any kind; not all of them give a template that can be read."""
    edited = copy.deepcopy(template)
    for number in range(draw(st.sampled_from([1, 1, 2, 3]))):
        found = places(edited)
        if not found:
            break
        draw(st.sampled_from(EDITS))(draw, edited, draw(st.sampled_from(found)), number)
    return edited


def _reword(draw: Draw, template: Plain, place: Place, number: int) -> None:
    block = place[0][place[1]]
    texts = [key for key in ("text", "short", "alt", "closing", "caption", "label") if isinstance(block.get(key), dict)]
    if texts:
        block[draw(st.sampled_from(texts))]["en"] = f"Other words {number}."


def _restyle(draw: Draw, template: Plain, place: Place, number: int) -> None:
    block = place[0][place[1]]
    changes: dict[str, Plain] = {"text": {"tone": "lead"}, "panel": {"tone": "warning"}, "list": {"ordered": False}}
    block |= changes.get(block["type"], {})


def _remove(draw: Draw, template: Plain, place: Place, number: int) -> None:
    del place[0][place[1]]


def _add(draw: Draw, template: Plain, place: Place, number: int) -> None:
    new = {"type": "text", "id": f"new-{number}", "text": {"en": "New.", "de": "Neu."}}
    place[0].insert(place[1] + draw(st.integers(0, 1)), new)


def _swap(draw: Draw, template: Plain, place: Place, number: int) -> None:
    blocks, at, _ = place
    other = draw(st.integers(0, len(blocks) - 1))
    blocks[at], blocks[other] = blocks[other], blocks[at]


def _relocate(draw: Draw, template: Plain, place: Place, number: int) -> None:
    block = place[0].pop(place[1])
    target = draw(st.sampled_from([*(found[0] for found in places(template)), template["body"]]))
    target.insert(draw(st.integers(0, len(target))), block)


def _wrap(draw: Draw, template: Plain, place: Place, number: int) -> None:
    blocks, at, _ = place
    blocks[at] = {"type": "group", "id": f"wrap-{number}", "when": CONDITIONS[1], "blocks": [blocks[at]]}


def _condition(draw: Draw, template: Plain, place: Place, number: int) -> None:
    block = place[0][place[1]]
    if block["type"] == "group":
        block["when"] = draw(st.sampled_from(CONDITIONS))
    if block["type"] == "table":
        block["where"] = "entry.amount < 0"


def _channels(draw: Draw, template: Plain, place: Place, number: int) -> None:
    place[0][place[1]]["channels"] = draw(st.sampled_from(FORMS))


def _lock(draw: Draw, template: Plain, place: Place, number: int) -> None:
    place[0][place[1]]["lock"] = draw(st.sampled_from(MODES))


def _note(draw: Draw, template: Plain, place: Place, number: int) -> None:
    place[0][place[1]]["note"] = f"Remark {number}"


def _of_the_template(draw: Draw, template: Plain, place: Place, number: int) -> None:
    template |= draw(st.sampled_from([{"lock": "open"}, {"title": "Other"}, {"messages": {}}, {"jurisdiction": "AT"}]))


EDITS = (
    _reword,
    _restyle,
    _remove,
    _add,
    _swap,
    _relocate,
    _wrap,
    _condition,
    _channels,
    _lock,
    _note,
    _of_the_template,
)
