"""Writing in the editor, in a real browser: what is typed is saved and shown, and what is locked stays."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.ccm.store.world import World
from tests.web_editor.conftest import Served


def open_editor(page: Page, template: str = "letter", language: str = "en") -> None:
    """The editor, when it stands."""
    page.goto(f"/templates/{template}/edit?language={language}")
    expect(page.locator("#editor")).not_to_have_attribute("aria-busy", "true")


def saved(page: Page) -> None:
    """Wait until everything that was typed is with the server."""
    expect(page.locator(".status")).to_have_attribute("data-status", "saved", timeout=15_000)


def test_what_is_typed_is_kept_and_seen_in_every_channel(served: Served, small: World) -> None:
    with served.signed_in("bob", locale="en-GB") as page:
        open_editor(page)
        heading = page.locator(".region-body .words-text .line").first
        heading.click()
        page.keyboard.press("End")
        page.keyboard.type(", dear reader")
        expect(page.locator(".status")).to_have_attribute("data-status", re.compile("typing|saving"))
        saved(page)
        frame = page.frame_locator(".pane-desktop iframe")
        expect(frame.locator("h1")).to_contain_text("dear reader", timeout=15_000)
        expect(page.locator(".pane-sms .bubble").first).to_be_visible()
    assert "dear reader" in small.text("template", "letter").decode()
    with served.signed_in("bob", locale="en-GB") as page:
        open_editor(page)
        expect(page.locator(".region-body")).to_contain_text("dear reader")


def test_locked_wording_stays_whatever_keys_are_pressed(served: Served, small: World) -> None:
    before = small.text("template", "letter")
    with served.signed_in("bob", locale="en-GB") as page:
        open_editor(page)
        clause = page.locator(".fixed").first
        words = clause.inner_text()
        clause.click()
        for key in ("Delete", "Backspace", "x", "Control+x", "Enter"):
            page.keyboard.press(key)
        expect(page.locator(".kept")).to_be_visible()
        expect(clause).to_have_text(re.compile(re.escape(words.split("\n")[1])))
    assert "notice" in before.decode()
    assert small.text("template", "letter").decode().count("block: notice") == before.decode().count("block: notice")
