"""What a pointer is on is marked on both sides: in the text, on paper and in the mail."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Route, expect

from ccm.store.importing import import_folder
from tests.ccm.store.world import World, in_every_channel, letters
from tests.web_editor.conftest import Served
from tests.web_editor.test_editor import open_editor

SLOW = 30_000


def test_a_pointer_marks_the_same_block_on_both_sides(served: Served, small: World, tmp_path: Path) -> None:
    import_folder(small.home, small.who("law"), in_every_channel(letters(tmp_path / "every")), small.clock())
    with served.signed_in("bob", locale="en-GB") as page:
        open_editor(page)
        spot = page.locator('.spot[data-piece="opening"]').first
        expect(spot).to_be_attached(timeout=SLOW)
        block, frame = page.locator('.block[data-id="opening"]'), page.locator(".pointed-at")
        mail = page.frame_locator(".pane-desktop iframe")
        written = mail.locator('[data-piece="opening"]').first

        expect(frame).to_be_hidden()
        spot.hover()
        expect(frame).to_be_visible()
        assert frame.bounding_box() == block.bounding_box()
        expect(written).to_have_css("outline-style", "dashed")

        page.locator("h1").hover()
        expect(frame).to_be_hidden()
        expect(page.locator(".spot.pointed")).to_have_count(0)
        expect(written).to_have_css("outline-style", "none")

        block.hover()
        expect(spot).to_have_class("spot pointed")
        expect(written).to_have_css("outline-style", "dashed")
        written.hover()
        expect(frame).to_be_visible()
        page.locator("h1").hover()
        expect(page.locator(".spot.pointed")).to_have_count(0)


def test_a_mail_that_comes_late_is_marked_as_well(served: Served, small: World, tmp_path: Path) -> None:
    import_folder(small.home, small.who("law"), in_every_channel(letters(tmp_path / "every")), small.clock())
    with served.signed_in("bob", locale="en-GB") as page:
        waiting: list[Route] = []
        page.route("**/mail-frame", lambda route: waiting.append(route))
        open_editor(page)
        page.locator('.spot[data-piece="opening"]').first.hover()
        expect(page.locator(".pointed-at")).to_be_visible()

        assert waiting
        for route in waiting:
            route.continue_()
        written = page.frame_locator(".pane-desktop iframe").locator('[data-piece="opening"]').first
        expect(written).to_have_css("outline-style", "dashed")
