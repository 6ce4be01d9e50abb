"""A content block as a document: both laws of the lens, and what a document of one may not be."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from content_blocks import specimen_world as world
from content_blocks.problem import Refused
from templates_store.parsing import parse
from tests.content_blocks.generate import Around, Numbered, leaves
from tests.golden import ROOT
from tests.web_editor.document.documents import EDITS, Edited, Plain, nodes, texts, without_states
from tests.web_editor.document.sent import Break
from web_editor.document import get_content_block, languages_of, put_content_block

SHIPPED = sorted((ROOT / "templates_store/library/blocks").glob("*/*.yaml"))
thorough = settings(suppress_health_check=list(HealthCheck))
TYPES = ("text", "integer", "decimal", "money", "percent", "date")
Told = tuple[Plain, str]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name} {path.stem}")
def test_every_shipped_content_block_comes_back_as_it_is(path: Any) -> None:
    before = dict(parse("block", path.parent.name, path.read_bytes()).content)
    untouched = copy.deepcopy(before)
    assert languages_of(before) == ("de", "en")
    for language in ("de", "en", "fr"):
        document = get_content_block(before, language)
        after = put_content_block(document, before, language)
        assert after == untouched
        assert list(after) == list(untouched)
        assert get_content_block(after, language) == document
    assert before == untouched


@st.composite
def content_blocks(draw: st.DrawFn) -> Told:
    """A content block with a wording of some blocks, inputs, blanks and texts in every state, and a language."""
    block = copy.deepcopy(world.CLAUSE)
    block["long"] = draw(leaves(Numbered(), Around()))
    label = {"en": "Label", "de": "Bezeichnung"}
    inputs = draw(st.lists(st.sampled_from(TYPES), max_size=4, unique=True))
    block["inputs"] = {kind: {"type": kind, "label": dict(label)} for kind in inputs}
    if draw(st.booleans()):
        block["effective"] = draw(st.sampled_from([{"from": "2026-01-01"}, {"until": "2027-01-01"}, {}]))
    for name in draw(st.lists(st.sampled_from(["short", "blanks", "inputs"]), unique=True)):
        block.pop(name)
    for text in list(texts(block)):
        if draw(st.booleans()):
            text["of"] = {"de": "0" * 12}
        elif draw(st.booleans()):
            del text["de"]
    return block, draw(st.sampled_from(["en", "de", "fr"]))


@st.composite
def edited(draw: st.DrawFn) -> tuple[Told, Edited]:
    told = draw(content_blocks())
    made = Edited(get_content_block(*told), set(), outermost_open=False)
    for number in range(draw(st.sampled_from([1, 1, 2, 4]))):
        name = draw(st.sampled_from(sorted(EDITS)))
        if EDITS[name](draw, made, number):
            made.kinds.add(name)
    return told, made


@thorough
@given(content_blocks())
def test_what_was_got_and_is_put_back_changes_nothing(told: Told) -> None:
    before, language = told
    untouched = copy.deepcopy(before)
    assert put_content_block(get_content_block(before, language), before, language) == untouched
    assert before == untouched


@thorough
@given(edited())
def test_what_was_put_is_got_again(pair: tuple[Told, Edited]) -> None:
    (before, language), made = pair
    for kind in made.kinds:
        event(kind)
    after = put_content_block(made.document, before, language)
    assert without_states(get_content_block(after, language)) == without_states(made.document)
    assert [after[name] for name in ("block", "version")] == [before[name] for name in ("block", "version")]


def itself(sent: Plain) -> Plain:
    return next(nodes(sent, "block"))


MEANING: dict[str, tuple[Break, str, str]] = {
    "nothing": (lambda it: it["content"][5].pop("content"), "content", "editor-one-content-block"),
    "two": (lambda it: it["content"][5]["content"].append(itself(it)), "content", "editor-one-content-block"),
    "elsewhere": (
        lambda it: it["content"][1].update(content=it["content"][5].pop("content")),
        "content",
        "editor-one-content-block",
    ),
    "by another name": (lambda it: itself(it)["attrs"].update(id="notice"), "content", "editor-one-content-block"),
    "a block": (lambda it: itself(it)["attrs"].update(type="panel"), "content", "editor-one-content-block"),
    "another number": (lambda it: itself(it)["attrs"]["settings"].update(version="9.0"), "version", "field-not-known"),
    "another block": (lambda it: itself(it)["attrs"]["settings"].update(block="fee"), "block", "field-not-known"),
    "no title": (lambda it: itself(it)["content"].pop(0), "itself", "editor-fields"),
    "no wording": (
        lambda it: itself(it).update(content=[one for one in itself(it)["content"] if one["type"] != "inside"]),
        "long",
        "editor-fields",
    ),
    "locked wording": (
        lambda it: next(nodes(it, "inside")).update(
            content=[{"type": "fixed", "attrs": {"id": "guarantee", "type": "text", "mode": "locked"}}]
        ),
        "long.guarantee",
        "editor-not-fixed",
    ),
    "a region left out": (lambda it: it["content"].pop(), "content", "editor-regions"),
}


@pytest.mark.parametrize("name", MEANING)
def test_what_is_no_document_of_it_is_refused(name: str) -> None:
    spoil, where, code = MEANING[name]
    sent = get_content_block(world.CLAUSE, "en")
    spoil(sent)
    with pytest.raises(Refused) as refused:
        put_content_block(sent, world.CLAUSE, "en")
    assert (where, code) in [(it.where, it.code) for it in refused.value.problems]


def test_a_new_language_is_written_beside_the_others() -> None:
    sent = get_content_block(world.CLAUSE, "fr")
    title = next(node for node in nodes(sent, "words") if node["attrs"]["field"] == "title")
    assert title["attrs"]["missing"]
    title["content"] = [{"type": "text", "text": "Garantie"}]
    after = put_content_block(sent, world.CLAUSE, "fr")
    assert {**after["title"], "of": None} == {**world.CLAUSE["title"], "fr": "Garantie", "of": None}
    assert languages_of(after) == ("en", "de", "fr")
