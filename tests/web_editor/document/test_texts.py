"""What becomes of a text in several languages when somebody edits it in one of them."""

from __future__ import annotations

from typing import Any

import pytest

from content_blocks.text import text_hash
from tests.web_editor.document.documents import AUTHOR, nodes
from tests.web_editor.document.test_lens import letter
from web_editor.document import get, put

A, B = text_hash("a"), text_hash("b")
OLD = "0" * 12


def shown(value: Any, language: str, languages: tuple[str, ...] = ("en", "de")) -> tuple[str, set[str]]:
    """What the short form of a divider says in a document, and what is said about it."""
    block = {"type": "divider", "id": "rule", **({} if value is None else {"short": value})}
    node = _words(get(letter(block, languages=languages), language, AUTHOR))
    said = "".join(inner["text"] for inner in node.get("content", ()))
    return said, {name for name in ("shared", "stale", "missing") if node["attrs"][name]}


def _words(document: Any) -> Any:
    return next(node for node in nodes(document, "words") if node["attrs"]["field"] == "short")


SHOWN: dict[str, tuple[Any, str, str, set[str]]] = {
    "its own": ({"en": "a", "de": "b"}, "de", "b", set()),
    "the same in all": ("a", "de", "a", {"shared"}),
    "not translated": ({"en": "a"}, "de", "", {"missing"}),
    "translated from this": ({"en": "a", "de": "b", "of": {"de": A}}, "de", "b", set()),
    "translated from another": ({"en": "a", "de": "b", "of": {"de": OLD}}, "de", "b", {"stale"}),
    "the source of a stale one": ({"en": "a", "de": "b", "of": {"de": OLD}}, "en", "a", set()),
    "without a source": ({"de": "b", "of": {"de": OLD}}, "de", "b", set()),
    "none": (None, "de", "", set()),
}


@pytest.mark.parametrize(("value", "language", "said", "states"), SHOWN.values(), ids=SHOWN)
def test_what_a_document_shows(value: Any, language: str, said: str, states: set[str]) -> None:
    assert shown(value, language) == (said, states)


def test_a_country_gets_the_text_of_its_language() -> None:
    assert shown({"en": "a", "de": "b"}, "de-AT", ("en", "de", "de-AT")) == ("b", set())


def test_a_new_text_in_a_template_of_one_language_is_the_same_in_all() -> None:
    assert shown(None, "en", ("en",)) == ("", {"shared"})


Change = dict[str, Any]
CHANGED: dict[str, tuple[Any, str, Change, Any]] = {
    "a translation names what it translates": (
        {"en": "a", "de": "b"},
        "de",
        {"say": "c"},
        {"en": "a", "de": "c", "of": {"de": A}},
    ),
    "a stale one is fresh again": (
        {"en": "a", "de": "b", "of": {"de": OLD}},
        "de",
        {"say": "c"},
        {"en": "a", "de": "c", "of": {"de": A}},
    ),
    "or is said to be": (
        {"en": "a", "de": "b", "of": {"de": OLD}},
        "de",
        {"stale": ""},
        {"en": "a", "de": "b", "of": {"de": A}},
    ),
    "which is taken back": (
        {"en": "a", "de": "b", "of": {"de": A}},
        "de",
        {"stale": OLD},
        {"en": "a", "de": "b", "of": {"de": OLD}},
    ),
    "as is a new translation": (
        {"en": "a", "de": "c", "of": {"de": A}},
        "de",
        {"say": "b", "stale": OLD},
        {"en": "a", "de": "b", "of": {"de": OLD}},
    ),
    "a source text is never stale": ({"en": "a", "de": "b"}, "en", {"stale": OLD}, {"en": "a", "de": "b"}),
    "nor a text for all": ("a", "de", {"stale": OLD}, "a"),
    "a source text leaves the others alone": (
        {"en": "a", "de": "c", "of": {"de": A}},
        "en",
        {"say": "b"},
        {"en": "b", "de": "c", "of": {"de": A}},
    ),
    "a text that was missing": ({"en": "a"}, "de", {"say": "c"}, {"en": "a", "de": "c", "of": {"de": A}}),
    "a text for all": ("a", "de", {"say": "c"}, "c"),
    "a text for all no longer": (
        "a",
        "de",
        {"say": "c", "shared": False},
        {"en": "a", "de": "c", "fr": "a", "of": {"de": A}},
    ),
    "a text for each no longer": ({"en": "a", "de": "b", "of": {"de": A}}, "de", {"shared": True}, "b"),
    "a new text in the source language": (None, "en", {"say": "a"}, {"en": "a"}),
    "a new text in another language": (None, "de", {"say": "c"}, {"de": "c"}),
    "a new text for all": (None, "de", {"say": "c", "shared": True}, "c"),
    "no text in this language": ({"en": "a", "de": "b", "of": {"de": A}}, "de", {"say": ""}, {"en": "a"}),
    "no source text": ({"en": "a", "de": "b", "of": {"de": A}}, "en", {"say": ""}, {"de": "b", "of": {"de": A}}),
    "no text in the last language": ({"de": "b"}, "de", {"say": ""}, None),
    "no text for anybody": ("a", "de", {"say": ""}, None),
    "an empty text stays": ({"en": "a", "de": ""}, "de", {"missing": True}, {"en": "a", "de": ""}),
    "a country's own text": (
        {"en": "a", "de": "b"},
        "de-AT",
        {"say": "c"},
        {"en": "a", "de": "b", "de-AT": "c", "of": {"de-AT": A}},
    ),
    "no text for a country": (
        {"en": "a", "de": "b"},
        "de-AT",
        {"say": ""},
        {"en": "a", "de": "b", "de-AT": "", "of": {"de-AT": A}},
    ),
}


@pytest.mark.parametrize(("value", "language", "change", "after"), CHANGED.values(), ids=CHANGED)
def test_what_becomes_of_a_text(value: Any, language: str, change: Change, after: Any) -> None:
    country = ("de-AT",) if language == "de-AT" else ("fr",)
    block = {"type": "divider", "id": "rule", **({} if value is None else {"short": value})}
    before = letter(block, languages=("en", "de", *country))
    document = get(before, language, AUTHOR)
    node = _words(document)
    if "say" in change:
        node["content"] = [{"type": "text", "text": change["say"]}] if change["say"] else []
    node["attrs"] |= {name: value for name, value in change.items() if name != "say"}
    assert put(document, before, language, AUTHOR)["body"][0].get("short") == after


@pytest.mark.parametrize(("shared", "after"), [(False, {"en": "", "de": "b"}), (True, "")])
def test_a_text_that_has_to_be_there_is_empty(shared: bool, after: Any) -> None:
    before = letter({"type": "text", "id": "text", "text": {"en": "a", "de": "b"}})
    document = get(before, "en", AUTHOR)
    node = next(node for node in nodes(document, "words") if node["attrs"]["field"] == "text")
    del node["content"]
    node["attrs"]["shared"] = shared
    assert put(document, before, "en", AUTHOR)["body"][0]["text"] == after


SPELLED: dict[str, Any] = {
    "short notation": {"channels": {"sms": "absent"}},
    "long notation": {"channels": {"sms": {"form": "absent"}}},
    "nothing in it": {"channels": {}},
    "no value": {"short": None},
    "marks of another kind": {"short": {"en": "__a__ _b_ {{a}} {{ a|money }}", "de": "b\nc"}},
    "the name in the program": {"type": "group", "each": "account.cards", "name": "card", "blocks": []},
    "a settled default": {"mandatory": False, "lock": "open", "note": ""},
    "only some channels": {"mandatory": ["sms"]},
}


@pytest.mark.parametrize("fields", SPELLED.values(), ids=SPELLED)
def test_what_is_not_touched_is_spelled_as_it_was(fields: Any) -> None:
    before = letter({"type": "divider", "id": "rule", **fields})
    for language in ("en", "de"):
        document = get(before, language, AUTHOR)
        assert put(document, before, language, AUTHOR) == before
        next(nodes(document, "block"))["attrs"]["settings"]["note"] = "Other."
        after = put(document, before, language, AUTHOR)["body"][0]
        assert after == {"type": "divider", "id": "rule", **fields, "note": "Other."}
