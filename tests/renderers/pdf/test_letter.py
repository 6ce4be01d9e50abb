"""The letter on its sheet: where things stand (DIN 5008), on which page, and that the bytes never change."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from content_blocks.canonical import sha256
from content_blocks.document import PdfEngine, Piece, RegionName
from content_blocks.parts import Heading, PageBreak, Paragraph, words
from content_blocks.problem import Refused
from content_blocks.theme import Brand, Page
from renderers.pdf import check
from renderers.pdf.letters import ENGINES
from renderers.rendition import Mark
from tests.document_words import ASSETS
from tests.documents import BRANDS, lines, statement
from tests.renderers.pdf.printing import (
    LANGUAGES,
    ON_BOTH_ENGINES,
    THEMES,
    fonts,
    page_texts,
    printed,
    renderer,
    tag_tree,
)

pytestmark = ON_BOTH_ENGINES


def box(marks: tuple[Mark, ...], piece: str) -> tuple[float, float, float, float]:
    """A piece's left, upper, right and lower edge on its first page, in millimetres."""
    found = next(mark for mark in marks if mark.piece == piece and mark.row is None)
    assert found.box
    left, top, width, height = (edge / 10 for edge in found.box)
    return left, top, left + width, top + height


@pytest.mark.parametrize("theme", THEMES)
def test_address_info_and_text_stand_where_din_5008_wants_them(theme: str) -> None:
    _, rendition = printed("letter", theme)
    left, top, right, bottom = box(rendition.marks, "window")
    assert (left, top) == pytest.approx((25, 62.7), abs=0.1)
    assert right <= 105
    assert bottom <= 90
    assert box(rendition.marks, "info")[:2] == pytest.approx((125, 50), abs=0.1)
    assert box(rendition.marks, "title")[1] == pytest.approx(98.46, abs=0.1)


def test_form_a_places_everything_eighteen_millimetres_higher(engine: PdfEngine) -> None:
    theme = BRANDS["ahorn"].theme
    page = Page(**theme.page.model_dump() | {"form": "A"})
    lower_head = theme.model_copy(update={"page": page, "logo_width": "30mm"})
    rendition = ENGINES[engine](Brand(lower_head, BRANDS["ahorn"].files), ASSETS)(statement("de", 0))
    assert box(rendition.marks, "window")[1] == pytest.approx(44.7, abs=0.1)
    assert box(rendition.marks, "title")[1] == pytest.approx(80.46, abs=0.1)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_numbered_in_info_block_and_header(theme: str, language: str) -> None:
    document, rendition = printed("statement", theme, language, 40)
    pages = page_texts(rendition.content)
    assert rendition.measures["pages"] == len(pages) == 4
    word, of = ("Seite", "von") if language == "de" else ("Page", "of")
    assert f"{word} 1 {of} 4" in pages[0]
    for number in (2, 3, 4):
        assert f"{document.title} · DE12 5001 0517 0648 4898 90 · {word} {number} {of} 4" in pages[number - 1]


def test_the_theme_numbers_the_pages_where_the_document_does_not() -> None:
    pages = (Piece("a", (Heading(1, words("Eins")), PageBreak(), Paragraph(words("Zwei"))), "de"),)
    document = replace(statement("de", 0), regions={"body": pages})
    rendition = renderer("ahorn")(document)
    assert [f"Seite {n} von 2" in text for n, text in enumerate(page_texts(rendition.content), 1)] == [True, True]


def test_a_proof_says_so_on_every_page_and_the_real_thing_does_not() -> None:
    document, rendition = printed("statement")
    mark = BRANDS["ahorn"].theme.labels["de"]["proof"]
    proof = renderer("ahorn")(replace(document, proof=mark))
    assert all(mark in text for text in page_texts(proof.content))
    assert not any(mark in text for text in page_texts(rendition.content))
    assert proof.measures["pages"] == rendition.measures["pages"]


def test_only_the_brand_s_own_fonts_are_embedded_though_both_live_in_one_process() -> None:
    for _ in range(2):
        names = fonts(renderer("ahorn")(statement("de", 1)).content)
        assert {name.partition("-")[0].removesuffix("Display") for name in names} == {"Inter"}
        names = fonts(renderer("wieland")(statement("de", 1, "wieland")).content)
        assert names
        assert all(name.startswith(("Linux-Libertine", "LinLibertine")) for name in names)


SCRIPT = """
import sys, hashlib
from tests.document_words import ASSETS
from tests.documents import BRANDS, letter
from renderers.pdf.letters import ENGINES
open_engine = ENGINES[sys.argv[1]]
sys.stdout.write(hashlib.sha256(open_engine(BRANDS["wieland"], ASSETS)(letter("en", "wieland")).content).hexdigest())
"""


def test_the_same_document_has_the_same_bytes_in_every_process(engine: PdfEngine) -> None:
    environment = os.environ | {"PYTHONHASHSEED": "4711"}
    command = [sys.executable, "-c", SCRIPT, engine]
    elsewhere = subprocess.run(command, capture_output=True, check=True, text=True, env=environment).stdout
    _, here = printed("letter", "wieland", "en")
    assert elsewhere == sha256(here.content)


def test_rendering_again_changes_nothing(engine: PdfEngine) -> None:
    document, rendition = printed("statement")
    assert renderer("ahorn")(document) == rendition
    assert renderer("ahorn")(statement("de", 1)) != rendition
    assert ENGINES[engine](BRANDS["ahorn"], ASSETS)(document) == rendition


ADDRESS = [
    ("seven lines", lines("Herrn", "Dr. Max", "c/o Süß", "Haus 3", "Am Weg 1", "70619 Lindenstadt", "DEUTSCHLAND")),
    ("lines too wide for the window", lines("Donaudampfschifffahrtsgesellschaft Übelhör-Großenbrücken " * 2, *"abcd")),
]


@pytest.mark.parametrize(("fault", "address"), ADDRESS)
def test_an_address_that_does_not_fit_the_window_is_refused(fault: str, address: tuple) -> None:  # type: ignore[type-arg]
    document = statement("de", 0)
    regions = {**document.regions, "address": (Piece("window", (Paragraph(address),), "de"),)}
    with pytest.raises(Refused) as caught:
        renderer("ahorn")(replace(document, regions=regions))
    assert [(p.where, p.code) for p in caught.value.problems] == [("pdf address", "region-overflow")]


FURNITURE: list[RegionName] = ["header_first", "header_next", "info", "footer"]


@pytest.mark.parametrize("region", FURNITURE)
def test_a_region_that_does_not_fit_is_refused(region: RegionName) -> None:
    document = statement("de", 12)
    tall = Piece("tall", (Paragraph(lines(*["Zeile"] * 16)),), "de")
    with pytest.raises(Refused) as caught:
        renderer("ahorn")(replace(document, regions={**document.regions, region: (tall,)}))
    assert [p.code for p in caught.value.problems] == ["region-overflow"]


def test_a_document_without_letter_head_begins_below_the_masthead() -> None:
    document = replace(statement("de", 0), regions={"body": statement("de", 0).region("body")})
    rendition = renderer("ahorn")(document)
    assert box(rendition.marks, "title")[1] == pytest.approx(45, abs=0.2)
    assert check(document, rendition) == []


def test_a_piece_in_another_language_says_so_to_screen_readers() -> None:
    document = statement("de", 0)
    clause = Piece("english", (Paragraph(words("Please object within six weeks.")),), "en")
    regions = {**document.regions, "body": (*document.region("body"), clause)}
    tags = tag_tree(renderer("ahorn")(replace(document, regions=regions)).content).splitlines()
    assert [line.partition("Lang=")[2] for line in tags if "Lang" in line] == ["en"]
