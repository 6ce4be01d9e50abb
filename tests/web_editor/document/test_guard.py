"""Documents made by hand: whatever is wrong with one is said with its place, and nothing ever fails otherwise."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from string import Formatter
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from content_blocks.document import REGIONS
from content_blocks.problem import Refused
from content_blocks.problem_words import sentences
from tests.web_editor.document.documents import AUTHOR, new_text
from tests.web_editor.document.test_lens import letter
from web_editor.document import Document, get, put, read_document, schema_source
from web_editor.document.schema import document_schema

BEFORE = letter(
    {"type": "text", "id": "hello", "text": {"en": "Hello **you**", "de": "Hallo"}},
    {"type": "text", "id": "law", "text": "Law.", "lock": "locked"},
    {"type": "columns", "id": "columns", "cells": [[{"type": "divider", "id": "line"}], []]},
    {"type": "list", "id": "list", "items": ["a", "b"]},
    {"type": "divider", "id": "rule", "channels": {"sms": "absent"}},
)
BODY = 5
"""Where the body is in a document: behind the messages and four regions."""

HELLO, LAW, COLUMNS, LIST, RULE = range(5)


def document() -> Document:
    return get(BEFORE, "en", AUTHOR)


def block(sent: Document, number: int) -> Any:
    return sent["content"][BODY]["content"][number]


def words(sent: Document) -> Any:
    return block(sent, HELLO)["content"][0]


def test_the_one_before_anything_is_wrong_with_it() -> None:
    assert put(read_document(json.dumps(document())), BEFORE, "en", AUTHOR) == BEFORE


def _nested(depth: int) -> Any:
    value: Any = []
    for _ in range(depth):
        value = [value]
    return value


def _deep(sent: Document) -> None:
    inside = block(sent, COLUMNS)["content"][-1]
    for number in range(30):
        group = copy.deepcopy(block(document(), COLUMNS))
        group["attrs"] |= {"id": f"g{number}"}
        inside["content"] = [group]
        inside = group["content"][-1]


Break = Callable[[Document], object]
FORM: dict[str, tuple[Break, str, str]] = {
    "no document": (lambda sent: sent.update(type="paragraph"), "", "editor-node-unknown"),
    "a node of its own": (
        lambda sent: block(sent, HELLO).update(type="script"),
        "content.5.content.0",
        "editor-node-unknown",
    ),
    "a node that is a text": (
        lambda sent: block(sent, HELLO)["content"].__setitem__(0, "words"),
        "content.5.content.0.content.0",
        "editor-node-unknown",
    ),
    "words outside a block": (
        lambda sent: sent["content"][BODY]["content"].append(words(sent)),
        "content.5.content.5",
        "editor-node-unknown",
    ),
    "a block in words": (
        lambda sent: words(sent).update(content=[block(sent, LAW)]),
        "content.5.content.0.content.0.content.0",
        "editor-node-unknown",
    ),
    "content in a fixed block": (
        lambda sent: block(sent, LAW).update(content=[words(sent)]),
        "content.5.content.1.content.0",
        "editor-node-unknown",
    ),
    "content that is no list": (
        lambda sent: words(sent).update(content={}),
        "content.5.content.0.content.0.content",
        "field-not-a-list",
    ),
    "a key of its own": (
        lambda sent: words(sent).update(html="<b>"),
        "content.5.content.0.content.0.html",
        "field-not-known",
    ),
    "an attribute of its own": (
        lambda sent: block(sent, LAW)["attrs"].update(settings={}),
        "content.5.content.1.attrs.settings",
        "field-not-known",
    ),
    "an attribute left out": (
        lambda sent: words(sent)["attrs"].pop("kind"),
        "content.5.content.0.content.0.attrs.kind",
        "field-missing",
    ),
    "attributes that are none": (
        lambda sent: words(sent).update(attrs=[]),
        "content.5.content.0.content.0.attrs",
        "field-not-a-mapping",
    ),
    "a number for a name": (
        lambda sent: block(sent, LAW)["attrs"].update(id=1),
        "content.5.content.1.attrs.id",
        "editor-attribute",
    ),
    "a text for yes or no": (
        lambda sent: words(sent)["attrs"].update(shared="no"),
        "content.5.content.0.content.0.attrs.shared",
        "editor-attribute",
    ),
    "a mode of its own": (
        lambda sent: block(sent, HELLO)["attrs"].update(mode="free"),
        "content.5.content.0.attrs.mode",
        "editor-attribute",
    ),
    "a fraction in settings": (
        lambda sent: block(sent, HELLO)["attrs"]["settings"].update(tone=0.5),
        "content.5.content.0.attrs.settings.tone",
        "editor-value",
    ),
    "a number no browser knows": (
        lambda sent: block(sent, HELLO)["attrs"]["settings"].update(tone=2**60),
        "content.5.content.0.attrs.settings.tone",
        "editor-value",
    ),
    "settings without an end": (
        lambda sent: block(sent, HELLO)["attrs"]["settings"].update(tone=_nested(20)),
        "content.5.content.0.attrs.settings.tone" + ".0" * 12,
        "editor-too-deep",
    ),
    "a mark of its own": (
        lambda sent: words(sent)["content"][1].update(marks=[{"type": "code"}]),
        "content.5.content.0.content.0.content.1.marks.0",
        "editor-mark-unknown",
    ),
    "a mark twice": (
        lambda sent: words(sent)["content"][1].update(marks=[{"type": "em"}, {"type": "em"}]),
        "content.5.content.0.content.0.content.1.marks.1",
        "editor-mark-unknown",
    ),
    "a link without an address": (
        lambda sent: words(sent)["content"][1].update(marks=[{"type": "link"}]),
        "content.5.content.0.content.0.content.1.marks.0.attrs.address",
        "field-missing",
    ),
    "marks on a block": (
        lambda sent: block(sent, HELLO).update(marks=[]),
        "content.5.content.0.marks",
        "field-not-known",
    ),
    "an empty text": (
        lambda sent: words(sent)["content"][0].update(text=""),
        "content.5.content.0.content.0.content.0.text",
        "field-not-text",
    ),
    "a text of two lines": (
        lambda sent: words(sent)["content"][0].update(text="a\nb"),
        "content.5.content.0.content.0.content.0.text",
        "editor-newline",
    ),
    "nodes without an end": (
        _deep,
        ("content.5.content.2.content.3" + ".content.0.content.3" * 18)[:200],
        "editor-too-deep",
    ),
    "nodes without number": (
        lambda sent: words(sent).update(content=[{"type": "break"}] * document_schema().most_nodes),
        "",
        "editor-too-many-nodes",
    ),
    "a text without an end": (
        lambda sent: words(sent)["content"][0].update(text="a" * document_schema().most_bytes),
        "",
        "editor-too-big",
    ),
}
MEANING: dict[str, tuple[Break, str, str]] = {
    "a region left out": (lambda sent: sent["content"].pop(), "content", "editor-regions"),
    "a region twice": (lambda sent: sent["content"].append(sent["content"][-1]), "content", "editor-regions"),
    "regions in another order": (lambda sent: sent["content"].reverse(), "content", "editor-regions"),
    "a message line left out": (lambda sent: sent["content"][0]["content"].pop(), "messages", "editor-fields"),
    "words left out": (lambda sent: block(sent, HELLO)["content"].pop(0), "body.hello", "editor-fields"),
    "words twice": (lambda sent: block(sent, HELLO)["content"].append(words(sent)), "body.hello", "editor-fields"),
    "words of no field": (lambda sent: words(sent)["attrs"].update(field="lock"), "body.hello", "editor-fields"),
    "words of another kind": (
        lambda sent: words(sent)["attrs"].update(kind="line"),
        "body.hello.text",
        "editor-attribute",
    ),
    "entries where words are": (
        lambda sent: block(sent, HELLO)["content"].__setitem__(0, {"type": "entries", "attrs": {"field": "text"}}),
        "body.hello",
        "editor-fields",
    ),
    "a text among the settings": (
        lambda sent: block(sent, HELLO)["attrs"]["settings"].update(text="{{ a"),
        "body.hello.text",
        "field-not-known",
    ),
    "an id among the settings": (
        lambda sent: block(sent, HELLO)["attrs"]["settings"].update(id="law"),
        "body.hello.id",
        "field-not-known",
    ),
    "blocks among the settings": (
        lambda sent: block(sent, COLUMNS)["attrs"]["settings"].update(cells=[]),
        "body.columns.cells",
        "field-not-known",
    ),
    "a compartment of its own": (
        lambda sent: block(sent, HELLO)["content"].append({"type": "inside", "attrs": {"field": "blocks"}}),
        "body.hello",
        "editor-fields",
    ),
    "compartments in another order": (
        lambda sent: block(sent, COLUMNS)["content"][-1]["attrs"].update(field="cells.7"),
        "body.columns",
        "editor-fields",
    ),
    "a block type of its own": (
        lambda sent: block(sent, HELLO)["attrs"].update(type="script"),
        "body.hello",
        "block-type-unknown",
    ),
    "an id twice": (lambda sent: block(sent, LIST)["attrs"].update(id="hello"), "body.hello", "block-id-repeated"),
    "a fixed block twice": (
        lambda sent: sent["content"][BODY]["content"].append(block(sent, LAW)),
        "body.law",
        "block-id-repeated",
    ),
    "a fixed block nobody knows": (
        lambda sent: block(sent, LAW)["attrs"].update(id="nothing"),
        "body.nothing",
        "editor-fixed-unknown",
    ),
    "a free block as a fixed one": (
        lambda sent: sent["content"][BODY]["content"].__setitem__(
            HELLO, {"type": "fixed", "attrs": {"id": "hello", "type": "text", "mode": "locked"}}
        ),
        "body.hello",
        "editor-not-fixed",
    ),
    "a locked block as a free one": (
        lambda sent: sent["content"][BODY]["content"].__setitem__(LAW, new_text("law", [])),
        "body.law",
        "locked",
    ),
    "a key in a list": (
        lambda sent: block(sent, LIST)["content"][0]["content"][0]["attrs"].update(key="0"),
        "body.list.items.0",
        "editor-entry-key",
    ),
    "settings of a text": (
        lambda sent: block(sent, LIST)["content"][0]["content"][0]["attrs"].update(settings={"a": 1}),
        "body.list.items.0.a",
        "field-not-known",
    ),
    "a channel twice": (
        lambda sent: block(sent, RULE)["content"][1]["content"].append(block(sent, RULE)["content"][1]["content"][0]),
        "body.rule.channels.sms",
        "editor-key-repeated",
    ),
    "more entries than there may be": (
        lambda sent: block(sent, LIST)["content"][0].update(content=block(sent, LIST)["content"][0]["content"] * 30),
        "body.list.items",
        "editor-entries",
    ),
    "braces in words": (
        lambda sent: words(sent)["content"][0].update(text="{{ customer.name }}"),
        "body.hello.text.en",
        "text-stray-braces",
    ),
    "a link that is none": (
        lambda sent: words(sent)["content"][1].update(marks=[{"type": "link", "attrs": {"address": "javascript:1"}}]),
        "body.hello.text.en",
        "link-address",
    ),
    "an expression that is none": (
        lambda sent: words(sent)["content"].append({"type": "placeholder", "attrs": {"expression": "a.b()"}}),
        "body.hello.text.en",
        "expression-not-allowed",
    ),
}


@pytest.mark.parametrize(("wrong", "where", "code"), [*FORM.values(), *MEANING.values()], ids=[*FORM, *MEANING])
def test_a_document_made_by_hand(wrong: Break, where: str, code: str) -> None:
    sent = document()
    wrong(sent)
    with pytest.raises(Refused) as caught:
        put(sent, BEFORE, "en", AUTHOR)
    problems = caught.value.problems
    assert (where, code) in [(problem.where, problem.code) for problem in problems]
    for problem in problems:
        blanks = {name for said in sentences()[problem.code] for _, name, _, _ in Formatter().parse(said) if name}
        assert blanks <= problem.params.keys()


def test_everything_wrong_is_said_at_once() -> None:
    sent = document()
    for number in (HELLO, COLUMNS):
        block(sent, number)["attrs"]["settings"]["blocks"] = []
    words(sent)["attrs"]["kind"] = "line"
    with pytest.raises(Refused) as caught:
        put(sent, BEFORE, "en", AUTHOR)
    assert len(caught.value.problems) == 3


SOURCES: dict[str, tuple[bytes | str, str]] = {
    "no JSON": (b"<p>", "editor-not-json"),
    "no UTF-8": (b'"\xff"', "editor-not-json"),
    "nothing": ("", "editor-not-json"),
    "a fraction": ('{"type": "doc", "attrs": {"a": 0.5}}', "editor-not-json"),
    "no number": ('{"type": "doc", "attrs": {"a": NaN}}', "editor-not-json"),
    "brackets without an end": ("[" * 100_000, "editor-not-json"),
    "digits without an end": ("1" * 10_000, "editor-not-json"),
    "blanks without an end": (b" " * 5_000_000, "editor-too-big"),
}


@pytest.mark.parametrize(("sent", "code"), SOURCES.values(), ids=SOURCES)
def test_what_is_no_document(sent: bytes | str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        read_document(sent)
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize("sent", ["[]", "null", '"doc"', "{}", '{"type": "text"}'])
def test_what_is_json_but_no_document(sent: str) -> None:
    with pytest.raises(Refused, match="editor-node-unknown"):
        put(read_document(sent), BEFORE, "en", AUTHOR)


def test_a_language_the_template_is_not_in() -> None:
    with pytest.raises(Refused, match="editor-language-unknown"):
        get(BEFORE, "fr", AUTHOR)
    with pytest.raises(Refused, match="editor-language-unknown"):
        put(document(), BEFORE, "fr", AUTHOR)


def test_a_template_that_is_too_big_for_the_editor_says_so() -> None:
    blocks = [{"type": "text", "id": f"b{number}", "text": "a"} for number in range(5000)]
    with pytest.raises(Refused, match="editor-too-many-nodes"):
        get(letter(*blocks), "en", AUTHOR)


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["text", "block", "locked"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["type", "attrs", "id", "content", "a"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def mangled(draw: st.DrawFn) -> Any:
    """A document with anything at all at one to three places, or something left out there."""
    sent = document()
    for _ in range(draw(st.integers(1, 3))):
        if not (places := list(_places(sent))):
            break
        holder, key = draw(st.sampled_from(places))
        match draw(st.sampled_from(["replace", "remove", "repeat"])):
            case "replace":
                holder[key] = draw(ANYTHING)
            case "repeat" if isinstance(holder, list):
                holder.append(copy.deepcopy(holder[key]))
            case _:
                del holder[key]
    return sent


def _places(value: Any) -> Any:
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    for key in keys:
        yield value, key
        yield from _places(value[key])


@settings(suppress_health_check=list(HealthCheck), max_examples=settings.default.max_examples * 10)  # type: ignore[union-attr]
@given(mangled())
def test_nothing_ever_fails_otherwise(sent: Any) -> None:
    try:
        after = put(sent, BEFORE, "en", AUTHOR)
    except Refused as refused:
        event(refused.problems[0].code)
        longest = max(len(problem.where) for problem in refused.problems)
    else:
        event("put")
        longest = 0
        assert after["languages"] == BEFORE["languages"]
    assert longest <= 250


def test_the_schema_names_what_there_is() -> None:
    said = json.loads(schema_source())
    assert tuple(said["nodes"]["region"]["attrs"]["name"]["values"]) == REGIONS
    assert set(said["nodes"]) == {*document_schema().nodes}
