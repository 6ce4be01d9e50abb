"""Choosing clauses and pictures, and a content block open: usable by everybody, as far as axe and a phone see."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Page, expect

from tests.ccm.store.world import World
from tests.scale import scaled
from tests.web_editor.axe import LOOKS, shortcomings
from tests.web_editor.conftest import Served
from tests.web_editor.test_block_editor import open_block
from tests.web_editor.test_choosing import with_fee
from tests.web_editor.test_editor import open_editor

Opening = Callable[[Page], None]


def put_in(kind: int) -> Opening:
    """Begin to put in a block that has to be chosen: the first or the second of their kinds by name."""

    def opens(page: Page) -> None:
        open_editor(page)
        page.locator(".block-text .line").first.click()
        page.locator(".tools button").nth(5).click()
        page.keyboard.type(
            ("clause", "image")[kind]
            if page.locator("html").get_attribute("lang") == "en"
            else ("klausel", "bild")[kind]
        )
        page.keyboard.press("Enter")

    return opens


def a_clause(page: Page) -> None:
    put_in(0)(page)
    page.locator(".clause-row", has_text="compliance-fees").locator("input").check()


def details(page: Page) -> None:
    open_block(page)
    page.locator(".about button").click()


OPENED: Mapping[str, tuple[Opening, str]] = {
    "clause": (a_clause, ".clause-box[open] .clause-inputs"),
    "picture": (put_in(1), ".picture-box[open]"),
    "details": (details, ".settings:not([hidden]) .namer"),
}


@pytest.mark.parametrize(("language", "colours"), LOOKS[: scaled(2, len(LOOKS))])
def test_what_is_chosen_in_can_be_used_by_everybody(served: Served, small: World, language: str, colours: str) -> None:
    with_fee(small)
    found: dict[str, list[str]] = {}
    with served.signed_in("law", refusals=True, locale=language, color_scheme=colours) as page:
        for name, (opens, shown) in OPENED.items():
            opens(page)
            expect(page.locator(shown).first, name).to_be_visible()
            found[name] = shortcomings(page)
    with served.signed_in("bob", locale=language, color_scheme=colours) as page:
        open_block(page)
        found["read only"] = shortcomings(page)
    assert {name: it for name, it in found.items() if it} == {}
