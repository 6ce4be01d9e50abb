"""Redlines as a lawyer reads them: every kind of change, in English and German, as text, page and data."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from pydantic import TypeAdapter

from content_blocks.block_reading import block_types
from content_blocks.content_block import ContentBlock
from content_blocks.dictionary import Dictionary
from content_blocks.document_class import DocumentClass
from content_blocks.item import Item
from content_blocks.redline import Redline, Wording, as_data, as_html, as_text, json_schema, redline, redline_of_texts
from content_blocks.redline.catalogue import label_of
from content_blocks.template import Template
from content_blocks.theme import Theme
from tests.content_blocks.redline_kinds import KINDS, SIGNATURE, letter
from tests.golden import Golden

LANGUAGES = ("en", "de")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_change_reads_as_a_lawyer_would_mark_it(kind: str, language: str, golden: Golden) -> None:
    name = kind.replace(",", "").replace(" ", "-")
    golden(f"redline/{name}.{language}.txt", as_text(KINDS[kind](), language))


@pytest.mark.parametrize("kind", KINDS)
def test_data_are_as_their_schema_says_and_can_be_read_back(kind: str) -> None:
    found = KINDS[kind]()
    data = json.loads(json.dumps(as_data(found)))
    jsonschema.Draft202012Validator(json_schema()).validate(data)
    assert TypeAdapter(Redline).validate_python(data) == found


def test_the_schema_of_the_data_is_the_promised_one(golden: Golden) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    golden("redline/schema.json", json.dumps(json_schema(), indent=2, sort_keys=True))


def page_of(found: Redline, language: str) -> ElementTree.Element:
    return ElementTree.fromstring(as_html(found, language))


def seen(element: ElementTree.Element, without: str) -> str:
    """The words of an element without those for ears and without what is inside one kind of element."""
    if element.tag == without or element.get("class") in ("redline-said", "redline-target", "redline-note"):
        return ""
    text = "\n" if element.tag == "br" else element.text or ""
    return text + "".join(seen(inner, without) + (inner.tail or "") for inner in element)


SAID = {"en": {"ins": "added: ", "del": "removed: "}, "de": {"ins": "neu: ", "del": "entfernt: "}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_says_what_came_and_went_to_eyes_and_ears(kind: str, language: str) -> None:
    found = KINDS[kind]()
    page = page_of(found, language)
    assert page.get("lang") == language
    changes = [element for element in page.iter() if element.tag in ("ins", "del")]
    for element in changes:
        first, last = element[0], element[-1]
        assert (first.get("class"), first.text, element.text) == ("redline-said", SAID[language][element.tag], None)
        assert (last.get("class"), last.tail) == ("redline-said", None)
    said = [" ".join("".join(heading.itertext()).split()) for heading in page.iter() if heading.tag in ("h2", "h3")]
    lines = as_text(found, language).splitlines()
    assert said == [lines[0], *(line.removeprefix("■ ") for line in lines if line.startswith("■"))]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_holds_both_texts_in_their_language(kind: str) -> None:
    found = KINDS[kind]()
    wordings = [difference for difference in found.differences() if isinstance(difference, Wording)]
    shown = [(term, data[0]) for term, data in terms(page_of(found, "en")) if "redline-rule" not in inner_classes(data)]
    texts = [paragraph for _, paragraph in shown if paragraph.get("dir")]
    assert [text.get("lang", "") for text in texts] == [wording.language for wording in wordings]
    assert {text.get("dir") for text in texts} <= {"ltr", "auto"}
    for text, wording in zip(texts, wordings, strict=True):
        assert seen(text, "ins").replace("↵\n", "\n") == wording.before()
        assert seen(text, "del").replace("↵\n", "\n") == wording.after()


def terms(page: ElementTree.Element) -> Iterator[tuple[str, ElementTree.Element]]:
    for row in page.iter("dl"):
        yield from ((str(term.text), data) for term, data in zip(row[::2], row[1::2], strict=True))


def inner_classes(element: ElementTree.Element) -> set[str]:
    return {inner.get("class", "") for inner in element.iter()}


def test_what_people_wrote_never_becomes_markup_or_a_mark() -> None:
    hostile = '<script>alert(1)</script> [-gone-] {+new+} [~x~] " onload="x'
    found = redline_of_texts({"sms": "Hello"}, {"sms": f"Hello {hostile}"}, '"><b>')
    page = page_of(found, "en")
    assert {element.tag for element in page.iter()} <= {
        "section",
        "h2",
        "h3",
        "dl",
        "dt",
        "dd",
        "p",
        "ins",
        "del",
        "span",
    }
    assert not [name for element in page.iter() for name in element.attrib if name not in ("class", "lang", "dir")]
    assert hostile in "".join(page.itertext())
    assert as_text(found).splitlines()[-1] == (
        '  Text ("><b>): Hello{+ <script>alert(1)</script> [\\-gone-\\] {\\+new+\\} [\\~x~\\] " onload="x+}'
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(page: Page, language: str) -> None:
    shown = "".join(as_html(kind(), language) for kind in KINDS.values())
    page.set_content(
        f'<!doctype html><html lang="{language}"><title>Redlines</title><main><h1>Redlines</h1>{shown}</main>'
    )
    rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}}
    assert [found["id"] for found in Axe().run(page, options=rules).response["violations"]] == []


def test_a_changed_link_shows_both_addresses_to_eyes() -> None:
    notes = [
        element.text
        for element in page_of(KINDS["link target"](), "en").iter()
        if element.get("class") == "redline-note"
    ]
    assert notes[0] == " [link to https://bank.example/prices-2026 instead of link to https://bank.example/fees]"


def test_no_view_lets_a_text_reorder_or_hide_what_is_read() -> None:
    found = redline_of_texts({"sms": "pay 1"}, {"sms": "pay \u202e1\x1b[2J"})
    for view in (as_text(found), as_html(found)):
        assert "\u202e" not in view
        assert "\x1b" not in view
        assert "\\u202e" in view


def test_a_text_that_no_longer_stands_for_all_languages_is_told() -> None:
    found = redline(letter(_named("Ada")), letter(_named({"en": "Ada"})))
    assert "Name › languages (* is all): [-*-] {+en+}" in as_text(found)


def test_right_to_left_texts_say_so() -> None:
    found = redline_of_texts({"sms": "שלום"}, {"sms": "שלום רב"}, "he")
    assert 'lang="he" dir="rtl"' in as_html(found)


def test_headings_begin_where_the_page_wants_them() -> None:
    assert "<h4>" in (html := as_html(KINDS["word replaced"](), level=4))
    assert "<h5>" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_equal_versions_differ_in_nothing(language: str) -> None:
    found = redline(letter(), letter(lambda content: content.update(note="x", version="1.1")))
    assert not found
    expected = {"en": "No difference.", "de": "Kein Unterschied."}[language]
    assert expected in as_text(found, language)
    assert expected in as_html(found, language)


def test_accents_spelled_differently_are_no_change() -> None:
    composed, decomposed = (unicodedata.normalize(form, "Öztürk") for form in ("NFC", "NFD"))
    assert composed != decomposed
    assert not redline_of_texts({"sms": composed}, {"sms": decomposed})
    assert not redline(letter(_named(composed)), letter(_named(decomposed)))


def _named(name: Any) -> Callable[[dict[str, Any]], object]:
    return lambda content: content["body"][SIGNATURE].update(name=name)


def test_a_long_passage_that_stayed_is_cut_in_the_middle() -> None:
    words = [f"word{number}" for number in range(500)]
    found = redline_of_texts({"email": " ".join(["old", *words, "end"])}, {"email": " ".join(["new", *words, "end."])})
    text = as_text(found)
    assert "word18 […] word481" in " ".join(text.split())
    assert "word250" not in text


def test_a_field_is_called_renamed_only_if_that_is_certain() -> None:
    renamed = [entry.name for entry in KINDS["data dictionary"]().entries if entry.renamed]
    assert renamed == ["account.credit_limit", "account.bank_cards"]


def items() -> Iterator[type[Item]]:
    yield from (Template, ContentBlock, Dictionary, DocumentClass, Theme)
    yield from block_types().values()


def inside(model: type[Item], seen: set[type[Item]]) -> None:
    """Collect a model and all those its fields hold."""
    if model in seen:
        return
    seen.add(model)
    for inner in _models(*(field.annotation for field in model.model_fields.values())):
        inside(inner, seen)


def _models(*annotations: object) -> Iterator[type[Item]]:
    for annotation in annotations:
        if isinstance(annotation, type) and issubclass(annotation, Item):
            yield annotation
        yield from _models(*getattr(annotation, "__args__", ()))


def test_every_field_has_a_name_in_both_languages() -> None:
    found: set[type[Item]] = set()
    for model in items():
        inside(model, found)
    assert len(found) > 30
    told = [(model, name) for model in found for name in model.model_fields if name not in ("note", "id", "version")]
    apart = {"header_first", "header_next", "address", "info", "footer", "long"}  # told as regions
    unnamed = [
        f"{model.__name__}.{name}"
        for model, name in told
        if label_of(model, name).de == (model.model_fields[name].alias or name) and name not in apart
    ]
    assert unnamed == []
