"""What holds for the redline of any two templates."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from content_blocks.atoms import LinkedWords, Placeholder
from content_blocks.block import Block
from content_blocks.changes import block_differences
from content_blocks.document import REGIONS
from content_blocks.item import read_item
from content_blocks.locks import standings
from content_blocks.parts import Run
from content_blocks.problem import Refused
from content_blocks.redline import Entry, Redline, Wording, as_data, as_html, as_text, redline
from content_blocks.template import Template
from content_blocks.text import Text
from tests.content_blocks.generate import edits, templates
from tests.content_blocks.worlds import template_of, text

Pair = tuple[dict[str, Any], dict[str, Any]]


def edited() -> st.SearchStrategy[Pair]:
    return templates().flatmap(lambda content: edits(content).map(lambda after: (content, after)))


def read(pair: Pair) -> tuple[Template, Template]:
    try:
        return read_item(Template, pair[0]), read_item(Template, pair[1])
    except Refused:
        assume(False)
        raise


def blocks(template: Template) -> dict[str, Block]:
    return {block.id: block for _, block in template.blocks()}


def entries(found: Redline) -> dict[str, Entry]:
    named = {entry.name: entry for entry in found.entries if entry.where != "template"}
    assert len(named) == sum(entry.where != "template" for entry in found.entries)
    return named


@settings(suppress_health_check=list(HealthCheck))
@given(templates())
def test_equal_versions_have_no_redline(content: dict[str, Any]) -> None:
    assert not redline(read_item(Template, content), read_item(Template, content))


@settings(suppress_health_check=list(HealthCheck))
@given(edited())
def test_every_block_and_every_field_that_changed_is_told(pair: Pair) -> None:
    before, after = read(pair)
    old, new, told = blocks(before), blocks(after), entries(redline(before, after))
    assert {name for name, entry in told.items() if entry.change == "added"} == new.keys() - old.keys()
    assert {name for name, entry in told.items() if entry.change == "removed"} == old.keys() - new.keys()
    for name in old.keys() & new.keys():
        fields = {found.field.partition(".")[0] for found in block_differences(old[name], new[name])}
        shown = {found.where.partition(".")[0] for found in told[name].differences} if name in told else set()
        event("changed" if fields else "same")
        assert {"cells" if field == "places" else field for field in fields} == shown


@settings(suppress_health_check=list(HealthCheck))
@given(edited())
def test_taking_either_side_of_every_text_gives_back_the_version(pair: Pair) -> None:
    before, after = read(pair)
    for entry in redline(before, after).entries:
        for wording in (found for found in entry.differences if isinstance(found, Wording)):
            sides = [at(template, entry, wording) for template in (before, after)]
            assert [side_of(wording, "added"), side_of(wording, "removed")] == sides
            assert ["".join(char for char, *_ in side) for side in sides] == [wording.before(), wording.after()]
            event(f"{wording.language or 'all languages'}")


Characters = list[tuple[str, bool, bool, str]]
"""Every character with how it looks and where it leads to."""


def side_of(wording: Wording, other: str) -> Characters:
    kept = [part for part in wording.stretches if part.kind != other]
    styles = [part.was if part.was and other == "added" else part.style for part in kept]
    pairs = zip(kept, styles, strict=True)
    return [(char, style.strong, style.emphasis, style.link) for part, style in pairs for char in part.text]


def at(template: Template, entry: Entry, wording: Wording) -> Characters:
    """What a text says, read off the version itself."""
    owner: Any = template if entry.where == "template" else blocks(template).get(entry.name)
    path = wording.where.split(".")[: -1 if wording.language else None]
    for step in path:
        owner = step_into(owner, step)
    if owner is None:
        return []
    assert isinstance(owner, Text)
    key = owner.key(wording.language)
    return [] if key is None else list(itertools.chain.from_iterable(map(looks, owner.atoms[key])))


def step_into(owner: Any, step: str) -> Any:
    if isinstance(owner, tuple):
        named = [entry for entry in owner if getattr(entry, "id", None) == step]
        return named[0] if named else owner[int(step) - 1] if int(step) <= len(owner) else None
    if isinstance(owner, dict):
        return owner.get(step)
    names = {field.alias or name: name for name, field in type(owner).model_fields.items()} if owner else {}
    return getattr(owner, names[step], None) if step in names else None


def looks(atom: Run | Placeholder | LinkedWords) -> Characters:
    match atom:
        case Run(atom="break"):
            return [("\n", False, False, "")]
        case Run():
            words = f"{{{{ {atom.atom} }}}}" if atom.atom else atom.text
            return [(char, atom.strong, atom.emphasis, atom.link or "") for char in words]
        case Placeholder():
            link = link_of(atom.target)
            return [(char, atom.strong, atom.emphasis, link) for char in f"{{{{ {atom.expression.source} }}}}"]
        case LinkedWords(run, target):
            return [(char, run.strong, run.emphasis, link_of(target)) for char in run.text]


def link_of(target: Any) -> str:
    pieces = target or ()
    return "".join(piece if isinstance(piece, str) else f"{{{{ {piece.source} }}}}" for piece in pieces)


MARKED = (
    "Please pay",
    "**within** two",
    "***very* soon**",
    "[our fees](https://bank.example/fees)",
    "[**your** {{ customer.name }}](https://bank.example/{{ customer.id }})",
    "{{ account.due | money }}",
    "*{{ account.due | money(decimals=0) }}*",
    "{{ page }}",
    "at\\\nonce",
)


@given(*(st.lists(st.sampled_from(MARKED), min_size=1, max_size=8).map(" ".join) for _ in range(2)))
def test_taking_either_side_gives_back_words_looks_and_links(before: str, after: str) -> None:
    old, new = (template_of(text(source)) for source in (before, after))
    for entry in redline(old, new).entries:
        for wording in (found for found in entry.differences if isinstance(found, Wording)):
            assert side_of(wording, "added") == at(old, entry, wording)
            assert side_of(wording, "removed") == at(new, entry, wording)
            event(" ".join(sorted({part.kind for part in wording.stretches})))


@settings(suppress_health_check=list(HealthCheck))
@given(edited())
def test_every_view_can_be_made(pair: Pair) -> None:
    before, after = read(pair)
    found = redline(before, after)
    for language in ("en", "de"):
        assert as_text(found, language)
        assert as_html(found, language).startswith("<section")
    assert as_data(found)["name"] == "specimen"


@settings(suppress_health_check=list(HealthCheck))
@given(edited())
def test_a_block_is_moved_exactly_when_it_stands_in_something_else_or_has_to_be(pair: Pair) -> None:
    before, after = read(pair)
    moved = {name for name, entry in entries(redline(before, after)).items() if entry.moved}
    old, new = standings(before), standings(after)
    parents = [
        {
            name: (found.region if not found.ancestors else "", *map(name_of, found.ancestors[-1:]))
            for name, found in side.items()
        }
        for side in (old, new)
    ]
    shared = [name for name in old if name in new]
    elsewhere = {name for name in shared if parents[0][name] != parents[1][name]}
    event("elsewhere" if elsewhere else "moved" if moved else "none")
    assert elsewhere <= moved
    for place in {parents[0][name] for name in shared}:
        rows = [
            [name for name in side if name in set(shared) - elsewhere and parents[0][name] == place]
            for side in (old, new)
        ]
        assert len(moved & set(rows[0])) == len(rows[0]) - longest_common(*rows)
        assert [name for name in rows[0] if name not in moved] == [name for name in rows[1] if name not in moved]


def name_of(around: tuple[Block, str]) -> str:
    return f"{around[0].id} {around[1]}"


def longest_common(before: list[str], after: list[str]) -> int:
    """The length of the longest common subsequence, by the book."""
    rows = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for one, other in itertools.product(range(len(before)), range(len(after))):
        same = rows[one][other] + 1 if before[one] == after[other] else 0
        rows[one + 1][other + 1] = max(same, rows[one][other + 1], rows[one + 1][other])
    return rows[-1][-1]


@given(st.permutations(range(9)))
def test_the_fewest_blocks_are_called_moved(order: list[int]) -> None:
    row = [text("x", f"b{number}") for number in range(9)]
    found = redline(template_of(*row), template_of(*(row[number] for number in order)))
    longest = longest_common([str(number) for number in range(9)], [str(number) for number in order])
    assert sum(entry.moved for entry in found.entries) == 9 - longest
    assert all(entry.moved for entry in found.entries)


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_is_looked_at(region: str) -> None:
    assert [entry.where for entry in redline(template_of(), template_of(**{region: [text("x")]})).entries] == [
        f"{region}.t"
    ]
