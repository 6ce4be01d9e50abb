"""What is previewed stays in place while somebody writes: frames keep their page, pictures their element."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from ccm.store.importing import import_folder
from tests.ccm.store.world import World, in_every_channel, letters
from tests.web_editor.conftest import Served
from tests.web_editor.test_comparing import SLOW
from tests.web_editor.test_editor import open_editor

SCROLLER = ".desk-right"
SHOWN = """[...document.querySelectorAll(".panes iframe, .panes img, .pane, .phone")]"""
HOLD = f"() => {{ for (const it of {SHOWN}) it.held = true; }}"
LEFT = f"() => {SHOWN}.filter((it) => !it.held).length"
TOP = """() => document.querySelector(".pane-desktop").getBoundingClientRect().top"""
"""Where somebody sees the mail: what is above it may grow, and it still stays there."""


def test_nothing_is_loaded_anew_and_nothing_jumps(small: World, served: Served, tmp_path: Path) -> None:
    import_folder(small.home, small.who("law"), in_every_channel(letters(tmp_path / "every")), small.clock())
    low = {"width": 1280, "height": 500}
    with served.signed_in("bob", locale="en-GB", viewport=low) as page:
        frames: list[str] = []
        page.on("request", lambda asked: frames.append(asked.url) if "/mail-frame" in asked.url else None)
        open_editor(page)
        frame = page.frame_locator(".pane-desktop iframe")
        expect(frame.locator("h1")).to_be_visible(timeout=SLOW)
        inside = page.frames[-1]
        inside.evaluate("document.querySelector('h1').held = true")
        page.locator(".region-body .words-text .line").first.click()
        page.keyboard.press("End")
        page.evaluate(HOLD)
        page.locator(SCROLLER).evaluate("it => it.scrollTo(0, 700)")
        place = page.evaluate(TOP)
        page.keyboard.type(", dear reader")
        expect(frame.locator("h1")).to_contain_text("dear reader", timeout=SLOW)
        expect(page.locator(".pane-text, .pane-sms")).to_be_visible()
        assert len(frames) == 1
        assert page.evaluate(LEFT) == 0
        assert inside.evaluate("document.querySelector('h1').held")
        assert abs(page.evaluate(TOP) - place) < 2

        mail = page.locator(".pane-desktop iframe")
        height = mail.evaluate("it => getComputedStyle(it).height")
        page.keyboard.type(" and more" * 40)
        expect(mail).not_to_have_css("height", height, timeout=SLOW)
        for _ in range(2):
            page.keyboard.press("Control+z")
        expect(mail).to_have_css("height", height, timeout=SLOW)
        assert page.evaluate(LEFT) == 0
        assert len(frames) == 1
