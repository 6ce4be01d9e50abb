"""The editor with everything open that it opens: WCAG 2.2 AA as far as axe sees it, on a phone, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Page, expect

from tests.ccm.store.world import World
from tests.scale import scaled
from tests.web_editor.axe import LOOKS, looked_at, shortcomings
from tests.web_editor.conftest import Served
from tests.web_editor.test_editor import open_editor

Opening = Callable[[Page], None]


def in_text(block: str, *keys: str) -> Opening:
    """Go to the end of a block's words and press keys."""

    def opens(page: Page) -> None:
        page.locator(f'.block[data-id="{block}"] .words-text .line').click()
        page.keyboard.press("End")
        for key in keys:
            page.keyboard.press(key)

    return opens


def conditions(page: Page) -> None:
    in_text("opening", "Enter", "/", "g", "r", "Enter")(page)
    group = page.locator(".block-group")
    group.locator(".block-head").first.hover()
    group.locator(".handles button").first.click()
    page.locator(".settings").get_by_role("button", name=re.compile("Build by clicking|Zusammenklicken")).first.click()


def chip(page: Page) -> None:
    page.locator('.block[data-id="opening"] .chip').first.click()
    page.locator(".tools .tongue button").last.click()


def own_record(page: Page) -> None:
    page.locator("[name=persona]").select_option("-")


def asking(page: Page) -> None:
    page.locator(".fixed button").first.click()


def sharing(page: Page) -> None:
    page.locator("button.share").click()


OPENED: Mapping[str, tuple[Opening, str]] = {
    "blocks": (in_text("opening", "Enter", "/"), ".menu-box:popover-open"),
    "fields": (in_text("opening", "{", "{"), ".menu-box:popover-open"),
    "chip": (chip, "dialog[open], .menu-box:popover-open"),
    "settings": (in_text("headline", "Control+."), ".settings:not([hidden])"),
    "condition": (conditions, "dialog.condition[open]"),
    "search": (in_text("headline", "Control+f"), ".find:not([hidden])"),
    "keys": (in_text("headline", "Control+/"), "dialog[open]"),
    "record": (own_record, "dialog[open]"),
    "asking": (asking, "dialog[open]"),
    "sharing": (sharing, "dialog[open]"),
}
"""How each is opened, and by what one sees that it is."""


@pytest.mark.parametrize(("language", "colours"), LOOKS[: scaled(2, len(LOOKS))])
def test_what_the_editor_opens_can_be_used_by_everybody(
    served: Served, small: World, language: str, colours: str
) -> None:
    found: dict[str, list[str]] = {}
    with served.signed_in("bob", refusals=True, locale=language, color_scheme=colours) as page:
        for name in (name for name, *look in looked_at(OPENED) if look == [language, colours]):
            opens, shown = OPENED[name]
            open_editor(page)
            opens(page)
            expect(page.locator(shown).first, name).to_be_visible()
            found[name] = shortcomings(page)
    assert {name: it for name, it in found.items() if it} == {}
