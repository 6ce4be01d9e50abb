"""Documents made by hand that have the form of one and make no sense: each is refused with its place."""

from __future__ import annotations

import pytest

from content_blocks.problem import Refused
from tests.web_editor.document.documents import AUTHOR, new_text
from tests.web_editor.document.sent import (
    BEFORE,
    BODY,
    COLUMNS,
    HELLO,
    LAW,
    LIST,
    RULE,
    Break,
    block,
    document,
    refused,
    words,
)
from web_editor.document import put

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


@pytest.mark.parametrize(("wrong", "where", "code"), MEANING.values(), ids=MEANING)
def test_what_makes_no_sense(wrong: Break, where: str, code: str) -> None:
    assert (where, code) in [(problem.where, problem.code) for problem in refused(wrong)]


def test_everything_wrong_is_said_at_once() -> None:
    sent = document()
    for number in (HELLO, COLUMNS):
        block(sent, number)["attrs"]["settings"]["blocks"] = []
    words(sent)["attrs"]["kind"] = "line"
    with pytest.raises(Refused) as caught:
        put(sent, BEFORE, "en", AUTHOR)
    assert len(caught.value.problems) == 3
