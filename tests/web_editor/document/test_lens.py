"""Both laws of the lens: what was got and is put back changes nothing, and what was put is got again."""

from __future__ import annotations

import copy
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from content_blocks.block_reading import block_types
from content_blocks.item import read_item
from content_blocks.locks import Rights, standings
from content_blocks.template import Template
from templates_store.parsing import parse
from tests.golden import ROOT
from tests.web_editor.document.documents import (
    AUTHOR,
    EDITS,
    OWNER,
    Edited,
    Plain,
    World,
    edits,
    nodes,
    own,
    reword,
    without_states,
    worlds,
)
from web_editor.document import get, put
from web_editor.document.modes import standings as modes

LIBRARY = sorted((ROOT / "templates_store/library/templates").glob("*.yaml"))
thorough = settings(suppress_health_check=list(HealthCheck))


def shipped(name: str) -> Plain:
    path = ROOT / f"templates_store/library/templates/{name}.yaml"
    return dict(parse("template", name, path.read_bytes()).content)


def letter(*blocks: Plain, languages: tuple[str, ...] = ("en", "de")) -> Plain:
    named = {"template": "letter", "version": "1.0", "title": "Letter", "class": "letter", "dictionary": "letter"}
    return {**named, "brands": ["ahorn"], "languages": list(languages), "body": list(blocks)}


@pytest.mark.parametrize("rights", [AUTHOR, OWNER], ids=["author", "owner"])
@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_every_shipped_template_comes_back_as_it_is(path: Any, rights: Rights) -> None:
    before = shipped(path.stem)
    untouched = copy.deepcopy(before)
    for language in before["languages"]:
        document = get(before, language, rights)
        after = put(document, before, language, rights)
        assert after == untouched
        assert list(after) == list(untouched)
        assert get(after, language, rights) == document
    assert before == untouched


@thorough
@given(worlds())
def test_what_was_got_and_is_put_back_changes_nothing(world: World) -> None:
    before, language, rights = world
    untouched = copy.deepcopy(before)
    assert put(get(before, language, rights), before, language, rights) == untouched
    assert before == untouched


def edited_worlds() -> st.SearchStrategy[tuple[World, Edited]]:
    return worlds().flatmap(lambda world: edits(world).map(lambda edited: (world, edited)))


@thorough
@given(edited_worlds())
def test_what_was_put_is_got_again(pair: tuple[World, Edited]) -> None:
    (before, language, rights), edited = pair
    for kind in edited.kinds:
        event(kind)
    after = put(edited.document, before, language, rights)
    assert without_states(get(after, language, rights)) == without_states(edited.document)


@thorough
@given(edited_worlds())
def test_what_was_not_touched_keeps_its_source(pair: tuple[World, Edited]) -> None:
    (before, language, rights), edited = pair
    after = put(edited.document, before, language, rights)
    old, new = modes(before, OWNER), modes(after, OWNER)
    for name in new.keys() - edited.touched:
        inside = {field.name for field in new[name].shape.compartments}
        assert _without(old[name].content, inside) == _without(new[name].content, inside)
    kept = {"template", "languages", "class", "dictionary", "brands", "lock", "bilingual"}
    assert [before.get(name) for name in kept] == [after.get(name) for name in kept]


def _without(content: Any, names: set[str]) -> Plain:
    return {name: value for name, value in content.items() if name not in names}


@st.composite
def reworded(draw: st.DrawFn) -> tuple[World, Edited]:
    world = draw(worlds())
    edited = Edited(get(*world), set())
    reword(draw, edited, 0)
    return world, edited


@thorough
@given(reworded())
def test_words_in_one_language_leave_the_other_alone(pair: tuple[World, Edited]) -> None:
    (before, language, rights), edited = pair
    other = {"en": "de", "de": "en"}[language]
    after = put(edited.document, before, language, rights)
    pairs = zip(*(nodes(get(one, other, rights), "words") for one in (before, after)), strict=True)
    for one, two in pairs:
        if not one["attrs"]["shared"]:
            assert one.get("content") == two.get("content")


def test_everything_occurs() -> None:
    """Every block type as one that can be edited, every edit, every state of a text: in one of twenty at least."""
    seen: Counter[str] = Counter()

    @settings(max_examples=300, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(edited_worlds())
    def look(pair: tuple[World, Edited]) -> None:
        (before, language, rights), edited = pair
        document = get(before, language, rights)
        states = [node["attrs"] for node in nodes(document, "words")]
        seen.update({f"block {node['attrs']['type']}" for node in nodes(document, "block")})
        seen.update({node["type"] for node in nodes(document, "fixed", "entry", "part")})
        seen.update({name for attrs in states for name in ("shared", "stale", "missing") if attrs[name]})
        seen.update(edited.kinds)
        seen["all"] += 1

    look()
    wanted = {f"block {name}" for name in block_types()} | {"fixed", "entry", "part"}
    wanted |= {"shared", "stale", "missing", *EDITS}
    assert {thing: seen[thing] for thing in wanted if seen[thing] < seen["all"] * 0.05} == {}


@thorough
@given(worlds())
def test_the_modes_are_those_of_the_lock_rule(world: World) -> None:
    before, language, rights = world
    document = get(before, language, rights)
    shown = {node["attrs"]["id"]: node["attrs"]["mode"] for node in nodes(document, "block", "fixed")}
    bound = {name: found.mode for name, found in standings(read_item(Template, before)).items()}
    assert shown == (dict.fromkeys(bound, "open") if rights.owns_locks else bound)


LISTS = {"table": "columns", "facts": "rows", "list": "items", "chart": "series", "address_window": "lines"}


@pytest.mark.parametrize(("kind", "field"), LISTS.items(), ids=LISTS)
def test_entries_are_known_again_when_others_come_and_go(kind: str, field: str) -> None:
    block = {**copy.deepcopy(dict(block_types()[kind].specimen)), "lock": "open"}
    block[field] += copy.deepcopy(block[field][:1])
    _make_distinct(block[field][-1])
    before = letter(block)
    raw = list(block[field])
    for order in ([-1, *range(len(raw) - 1)], list(range(1, len(raw))), [0], list(reversed(range(len(raw))))):
        document = get(before, "en", AUTHOR)
        (entries,) = [node for node in nodes(document, "entries") if node["attrs"]["field"] == field]
        entries["content"] = [entries["content"][number] for number in order]
        assert put(document, before, "en", AUTHOR)["body"][0][field] == [raw[number] for number in order]


def _make_distinct(entry: Any) -> None:
    match entry:
        case {"id": _}:
            entry["id"] = "another"
        case {"label": _} | {"name": _}:
            entry["label" if "label" in entry else "name"] = {"en": "Another", "de": "Noch eines"}
        case {"en": _}:
            entry |= {"en": "Another", "de": "Noch eines"}


def test_an_entry_that_was_edited_while_another_went_keeps_its_translation() -> None:
    rows = [
        {"label": {"en": "Account number", "de": "Kontonummer"}, "value": "1"},
        {"label": {"en": "Sort code", "de": "Bankleitzahl"}, "value": "2"},
        {"label": {"en": "Balance", "de": "Kontostand"}, "value": "3"},
    ]
    before = letter({"type": "facts", "id": "facts", "rows": rows})
    document = get(before, "en", AUTHOR)
    (entries,) = [node for node in nodes(document, "entries") if node["attrs"]["field"] == "rows"]
    entries["content"] = entries["content"][1:]
    next(own(entries["content"][0], "words"))["content"][0]["text"] = "Sort codes"
    rows = put(document, before, "en", AUTHOR)["body"][0]["rows"]
    assert [row["label"]["de"] for row in rows] == ["Bankleitzahl", "Kontostand"]
