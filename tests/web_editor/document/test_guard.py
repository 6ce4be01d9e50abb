"""Documents made by hand: whatever is wrong with one is said with its place, and nothing ever fails otherwise."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from content_blocks.document import REGIONS
from content_blocks.problem import Refused
from tests.web_editor.document.documents import AUTHOR
from tests.web_editor.document.sent import (
    BEFORE,
    BODY,
    COLUMNS,
    HELLO,
    LAW,
    Break,
    block,
    document,
    refused,
    words,
)
from tests.web_editor.document.test_lens import letter
from web_editor.document import Document, get, put, read_document, schema_source
from web_editor.document.schema import document_schema


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


@pytest.mark.parametrize(("wrong", "where", "code"), FORM.values(), ids=FORM)
def test_what_has_not_the_form_of_a_document(wrong: Break, where: str, code: str) -> None:
    assert (where, code) in [(problem.where, problem.code) for problem in refused(wrong)]


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
