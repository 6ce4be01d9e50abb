"""The page in a real browser: readable by everybody, on every screen, by day and by night, without the network."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from content_blocks.contrast import contrast
from content_blocks.document import Document, Piece, Rules
from content_blocks.parts import Column, Facts, Heading, Link, Paragraph, Table, words
from tests.documents import statement
from tests.renderers.email_reading import THEMES, documents, opened, read, with_body

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHOWN = ["statement.de", "everything.de"]
LAYOUTS = (*THEMES, "open")
NOT_FOR_MAILS = {"region", "landmark-one-main"}
"""Rules for pages of a site: a mail is an article inside the mail program's own page."""


def show(
    page: Page, theme: str, document: Document, width: int = 700, light: Literal["light", "dark"] = "light"
) -> None:
    """A mail in a window of a width."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=light)
    page.set_content(read(opened(theme)(document)).page_alone)


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("theme", LAYOUTS)
def test_axe_finds_nothing(page: Page, theme: str, name: str, light: Literal["light", "dark"]) -> None:
    document = replace(
        documents(theme)[name], proof="Entwurf, nicht zum Versand", rules=Rules(unsubscribe="https://a.example/")
    )
    show(page, theme, document, 700, light)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    assert [
        (one["id"], [node["target"] for node in one["nodes"]]) for one in found if one["id"] not in NOT_FOR_MAILS
    ] == []


@pytest.mark.parametrize("theme", LAYOUTS)
def test_the_name_of_the_brand_can_be_read_while_pictures_are_blocked(page: Page, theme: str) -> None:
    mail = read(opened(theme)(documents(theme)["letter.de"]))
    page.set_content(mail.page.replace("cid:", "data:,"))
    ink = str(page.locator("img").first.evaluate("image => getComputedStyle(image).color"))
    assert ratio(ink, ground_of_the_logo(page)) >= 4.5


def ground_of_the_logo(page: Page) -> str:
    """The colour behind the logo: that of the nearest element that has one."""
    return str(
        page.locator("img").first.evaluate(
            "element => { while (getComputedStyle(element).backgroundColor === 'rgba(0, 0, 0, 0)')"
            " element = element.parentElement; return getComputedStyle(element).backgroundColor }"
        )
    )


def ratio(one: str, other: str) -> float:
    """The contrast of two colours as a browser writes them."""
    ink, ground = ("#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", text)[:3]) for text in (one, other))
    return contrast(ink, ground)


def test_an_iban_stays_on_one_line_on_the_smallest_phone(page: Page) -> None:
    iban = "DE89 3704 0044 0532 0130 00".replace(" ", "\u00a0")
    facts = Facts(((words("Customer number"), words("K-1")), (words("IBAN"), words(iban))))
    show(page, "ahorn", with_info(facts), 320)
    assert page.locator("td", has_text="DE89").last.evaluate("cell => cell.getClientRects()[0].height") < 30


def with_info(facts: Facts) -> Document:
    document = statement("en", 1)
    return replace(document, regions={**document.regions, "info": (Piece("info", (facts,), "en"),)})


@pytest.mark.parametrize("width", [320, 480, 700])
@pytest.mark.parametrize("theme", LAYOUTS)
def test_nothing_is_wider_than_the_screen(page: Page, theme: str, width: int) -> None:
    for document in (documents(theme)["statement.de"], documents(theme)["letter.en"], endless()):
        show(page, theme, document, width)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def endless() -> Document:
    """Words and figures without a place to break."""
    word, figure = "Donau" * 60, "9" * 300
    fact = (words(word), words(word))
    table = Table(
        word, (Column(word), Column(word, "money"), Column(word, "date")), ((word, figure, figure),), ("", "", figure)
    )
    parts = (Heading(2, words(word)), Paragraph(words(word)), Facts((fact, fact), total=True), table)
    return with_body(
        statement(rows=0), Piece("endless", (*parts, Link(words(word), "https://a.example/" + word)), "de")
    )


@pytest.mark.parametrize("theme", THEMES)
def test_columns_move_below_the_row_on_a_phone(page: Page, theme: str) -> None:
    document = statement("de", 8, theme)
    day, value_day = page.get_by_role("columnheader", name="Buchung"), page.get_by_role("columnheader", name="Wert")
    below = page.get_by_text("Wert 01.07.2026")
    show(page, theme, document, 700)
    assert (day.is_visible(), value_day.is_visible(), below.is_visible()) == (True, True, False)
    show(page, theme, document, 320)
    assert (day.is_visible(), value_day.is_visible(), below.is_visible()) == (True, False, True)


@pytest.mark.parametrize("theme", LAYOUTS)
def test_the_dark_palette_reaches_every_word(page: Page, theme: str) -> None:
    """No text keeps a colour of the day, except on the banner, which stays as it is."""
    colours = "() => [...new Set([...document.querySelectorAll('body *')].map(e => getComputedStyle(e).color))]"
    for document in (documents(theme)["statement.de"], documents(theme)["everything.de"]):
        show(page, theme, document, 700, "light")
        by_day = set(page.evaluate(colours))
        show(page, theme, document, 700, "dark")
        used = page.evaluate(WORDS_COLOURS)
        assert used
        assert set(used).isdisjoint(by_day - {"rgb(255, 255, 255)"})


WORDS_COLOURS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() && element.checkVisibility()) found.add(getComputedStyle(element).color);
  }
  return [...found];
}"""


def test_the_logo_changes_with_the_light(page: Page) -> None:
    for light, shown in (("light", [True, False]), ("dark", [False, True])):
        show(page, "ahorn", statement(), 700, light)  # type: ignore[arg-type]
        assert [one.is_visible() for one in page.locator("img.by-day, img.by-night").all()] == shown


def test_brands_are_told_apart_by_more_than_their_colours(page: Page) -> None:
    """Ahorn's mail is a card with round corners on a ground, Wieland's opens with a banner over the whole width."""
    show(page, "ahorn", statement(), 1000)
    assert page.locator(".card").evaluate("e => getComputedStyle(e).borderRadius") == "8px"
    assert page.locator(".banner").count() == 0
    show(page, "wieland", statement("de", 8, "wieland"), 1000)
    assert page.locator(".card").count() == 0
    assert page.locator(".banner").evaluate("e => e.getBoundingClientRect().width") == 1000


def test_headings_and_tables_are_there_for_those_who_listen(page: Page) -> None:
    show(page, "ahorn", statement())
    assert [one.inner_text() for one in page.get_by_role("heading").all()][:3] == [
        "Kontoauszug Juli 2026",
        "Ihr Konto auf einen Blick",
        "Umsätze",
    ]
    table = page.get_by_role("table", name="Umsätze")
    assert table.get_by_role("row").count() == 10
    assert [one.inner_text() for one in table.get_by_role("columnheader").all()] == [
        "Buchung",
        "Wert",
        "Vorgang",
        "Betrag in EUR",
    ]
    assert page.get_by_role("rowheader", name="Endsaldo am 31. Juli").is_visible()
    assert page.get_by_role("article", name="Kontoauszug Juli 2026").get_attribute("lang") == "de"
