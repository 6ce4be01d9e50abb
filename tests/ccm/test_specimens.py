"""Every block type in every channel, both languages and both brands, as it was looked at and accepted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from content_blocks.block_reading import block_types
from content_blocks.specimen import specimen_document
from renderers.pdf import plain_text
from renderers.rendition import Rendition
from tests.ccm.specimens import BRANDS, LANGUAGES, brand, readable, shown, together
from tests.contact_sheets import page_pictures, sheet
from tests.golden import Golden
from tests.pictures import as_accepted
from tests.renderers.pdf_outline import spoken

SMALL = 50
"""Dots per inch of the pictures: enough to see that something moved or is gone."""


@pytest.mark.parametrize("theme", BRANDS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("type_name", block_types())
def test_a_specimen_reads_as_it_did(golden: Golden, type_name: str, language: str, theme: str) -> None:
    golden(f"specimens/{type_name}.{language}.{theme}.txt", readable(type_name, language, theme))


@pytest.mark.parametrize(("language", "theme"), [("de", "ahorn"), ("en", "wieland")])
@pytest.mark.parametrize("type_name", block_types())
def test_both_engines_say_the_same_of_a_specimen(type_name: str, language: str, theme: str) -> None:
    document = specimen_document(type_name, language, brand(theme))
    volume = replace(document, rules=replace(document.rules, pdf_engine="typst"))
    reference, fast = shown(document, "pdf"), shown(volume, "pdf")
    assert isinstance(reference, Rendition)
    assert isinstance(fast, Rendition)
    assert "".join(map(plain_text, spoken(fast.content))) == "".join(map(plain_text, spoken(reference.content)))
    assert {(mark.piece, mark.row) for mark in fast.marks} == {(mark.piece, mark.row) for mark in reference.marks}


@pytest.mark.parametrize(("language", "theme"), [("de", "ahorn"), ("en", "wieland")])
def test_the_specimens_look_as_they_did(golden: Golden, language: str, theme: str) -> None:
    rendition = shown(together(list(block_types()), language, theme), "pdf")
    assert isinstance(rendition, Rendition)
    pages = [(f"page {number}", page) for number, page in enumerate(page_pictures(rendition.content, SMALL), 1)]
    name = f"specimens/all.{language}.{theme}.png"
    golden(name, as_accepted(sheet(pages, columns=len(pages)), golden.expected / name))
