"""Every dialog that a page opens: for everybody, closed by Escape, and the focus where it was."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.ccm.store.world import World
from tests.scale import scaled
from tests.web_editor.axe import LOOKS, looked_at, shortcomings
from tests.web_editor.conftest import Served
from tests.web_editor.test_pages import WHOSE

OPENERS = "main [data-open]:not([disabled])"


def kinds(page: Page) -> list[str]:
    """The dialogs of a page; those of rows that are alike count once."""
    names: list[str] = page.locator(OPENERS).evaluate_all("(all) => all.map((it) => it.dataset.open)")
    return list({name.partition("-")[0] if name[-1:].isdigit() else name: name for name in names}.values())


def faults_of(page: Page, opener: Locator) -> list[str]:
    """Open, look, close again."""
    opener.click()
    dialog = page.locator("dialog[open]")
    expect(dialog.locator("button, input:not([type=hidden]), select").first).to_be_visible()
    found = shortcomings(page)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    return found + ([] if opener.evaluate("(it) => it === document.activeElement") else ["focus is lost"])


@pytest.mark.parametrize(("login", "language", "colours"), looked_at(WHOSE))
def test_dialogs_can_be_used_by_everybody(
    served: Served, small: World, language: str, colours: str, login: str
) -> None:
    found: dict[str, list[str]] = {}
    with served.signed_in(login, locale=language, color_scheme=colours) as page:
        for address in WHOSE[login]:
            page.goto(address)
            for name in kinds(page):
                found[f"{address} {name}"] = faults_of(page, page.locator(f'main [data-open="{name}"]').first)
    assert {place: it for place, it in found.items() if it} == {}


@pytest.mark.parametrize(("language", "colours"), LOOKS[: scaled(2, len(LOOKS))])
def test_the_palette_and_ones_own_settings_can_be_used_by_everybody(
    served: Served, language: str, colours: str
) -> None:
    with served.signed_in("bob", locale=language, color_scheme=colours) as page:
        page.goto("/")
        assert faults_of(page, page.locator("[data-open=palette]")) == []
        page.locator("[popovertarget=me]").click()
        expect(page.locator("#me")).to_be_visible()
        assert shortcomings(page) == []
