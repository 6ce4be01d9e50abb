"""Two recipients side by side, in a real browser: what differs is marked, listed, and stepped through by keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ccm.store.importing import import_folder
from content_blocks.stamp import stamp
from content_blocks.yaml_source import read_yaml, write_yaml
from tests.ccm.store.world import World, in_every_channel, letters
from tests.web_editor.conftest import Served
from tests.web_editor.test_editor import open_editor

SLOW = 60_000
"""Both children of the press may have to start first, on a machine that has other work."""


@pytest.fixture
def every(small: World, tmp_path: Path) -> World:
    """The bank with letters in all channels, and a second persona that is told to hurry."""
    import_folder(small.home, small.who("law"), in_every_channel(letters(tmp_path / "every")), small.clock())
    plain = json.loads(small.text("persona", "letter/plain"))
    record = {**plain["record"], "id": "2", "days": 2}
    late = {"title": {"en": "Somebody late", "de": "Wer spät dran ist"}, "record": record}
    small.save("law", "persona", "letter/late", json.dumps(late))
    content: dict[str, Any] = dict(read_yaml(small.text("template", "letter").decode()).content)
    words = {"en": "Hurry up.", "de": "Bitte beeilen Sie sich."}
    hurry = {"id": "hurry", "type": "text", "text": words, "short": words}
    content["body"].insert(2, {"id": "soon", "type": "group", "when": "days < 7", "blocks": [hurry]})
    small.save("law", "template", "letter", write_yaml(stamp({**content, "version": "1.1"}, "en")))
    return small


def compared(page: Page) -> None:
    """The second side, when it is there."""
    page.get_by_role("button", name="Compare").click()
    expect(page.locator(".differences li").first).to_be_visible(timeout=SLOW)


def test_two_recipients_stand_side_by_side_with_what_differs_marked(every: World, served: Served) -> None:
    with served.signed_in("bob", locale="en-GB") as page:
        open_editor(page)
        expect(page.get_by_label("Recipient").locator("option").first).to_have_text("Somebody late")
        page.get_by_label("Recipient").select_option(label="Somebody")
        compared(page)
        told = page.locator(".differences")
        expect(told.get_by_role("status")).to_have_text("8 differences")
        entries = told.locator(".difference")
        expect(entries.nth(0)).to_have_text("1Letter: Text You have A 14B 2 days.")
        expect(entries.nth(1)).to_have_text("2Letter: Text only B Hurry up.")

        paper = page.locator(".pane-pdf .side-of")
        expect(paper).to_have_count(2)
        expect(paper.nth(0).locator(".differs .number-tag")).to_have_text(["1"])
        expect(paper.nth(1).locator(".differs .number-tag")).to_have_text(["1", "2"])
        sms = page.locator(".pane-sms .side-of")
        expect(sms.nth(0).locator(".differs")).to_have_text(["14"])
        expect(sms.nth(1).locator(".differs")).to_have_text(["2", "Hurry up."])
        mail = page.locator(".pane-desktop .side-of").nth(1).frame_locator("iframe")
        expect(mail.locator(".ccm-differs b")).to_have_text(["3", "4"], timeout=SLOW)

        page.keyboard.press("F8")
        page.keyboard.press("F8")
        expect(told.get_by_role("status")).to_have_text("Difference 2 of 8")
        expect(entries.nth(1)).to_have_attribute("aria-current", "true")
        expect(paper.nth(1).locator(".differs.now .number-tag")).to_have_text("2")
        page.keyboard.press("Shift+F8")
        expect(told.get_by_role("status")).to_have_text("Difference 1 of 8")

        page.locator(".region-body .words-text .line").first.click()
        page.keyboard.press("End")
        page.keyboard.type(", dear reader")
        expect(page.locator(".status")).to_have_attribute("data-status", "saved", timeout=SLOW)
        for side in (0, 1):
            frame = page.locator(".pane-desktop .side-of").nth(side).frame_locator("iframe")
            expect(frame.locator("h1")).to_contain_text("dear reader", timeout=SLOW)

        page.get_by_role("button", name="Stop comparing").click()
        expect(page.locator(".side-of")).to_have_count(0)
        expect(page.locator(".pane-pdf img").first).to_be_visible()


def test_another_language_and_a_narrow_screen(every: World, served: Served) -> None:
    """One under the other, and in German."""
    narrow = {"width": 320, "height": 800}
    with served.signed_in("bob", locale="de-DE", viewport=narrow, color_scheme="dark") as page:
        open_editor(page)
        page.get_by_role("button", name="Vergleichen").click()
        second = page.get_by_role("group", name="Seite B", exact=True)
        second.get_by_label("Empfänger").select_option(label="Wer spät dran ist")
        second.get_by_label("Sprache").select_option(label="Deutsch")
        heading = page.locator(".difference").filter(has_text="Überschrift").first
        expect(heading).to_contain_text("Your letter", timeout=SLOW)
        expect(heading).to_contain_text("Ihr Schreiben")
        sides = page.locator(".pane-pdf .side-of")
        first, other = sides.nth(0).bounding_box(), sides.nth(1).bounding_box()
        assert first is not None
        assert other is not None
        assert first["y"] + first["height"] <= other["y"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_what_is_wrong_with_one_side_is_told_beside_the_other(every: World, served: Served) -> None:
    with served.signed_in("bob", locale="en-GB") as page:
        open_editor(page)
        compared(page)
        second = page.get_by_role("group", name="Side B", exact=True)
        second.get_by_label("Recipient").select_option("-")
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Record").fill('{"id": "3"}')
        dialog.get_by_role("button", name="Use it").click()
        expect(page.locator(".side-faults")).to_contain_text("Side B cannot be made", timeout=SLOW)
        expect(page.locator(".pane-pdf .side-of img").first).to_be_visible()
