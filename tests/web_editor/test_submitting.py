"""Submitting in a real browser: what is asked for is seen whole before anybody is asked."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.ccm.store.world import World
from tests.web_editor.conftest import Served
from tests.web_editor.test_desk import NEW, OLD, every
from tests.web_editor.test_editor import open_editor, saved

__all__ = ["every"]


def test_a_change_is_seen_whole_before_anybody_is_asked(served: Served, every: World) -> None:
    every.edit("law", "block", "notice", (OLD, NEW), version="2.0")
    with served.signed_in("law") as page:
        page.goto("/blocks/notice/submit")
        expect(page.get_by_role("region", name="Class of change")).to_contain_text("Regulated wording")
        expect(page.get_by_role("region", name="Route")).to_contain_text("Compliance")
        expect(page.locator(".affected details")).to_have_count(2)
        page.locator(".affected summary").first.click()
        expect(page.locator(".affected .boxes rect").first).to_be_visible(timeout=60_000)
        assert [it for it in every.reviews() if it.state == "in_review"] == []
        page.get_by_label("Title for reviewers").fill("More time")
        page.get_by_role("button", name="Submit", exact=True).click()
        expect(page.get_by_role("heading", name="More time", level=1)).to_be_visible()


def test_an_owner_leaves_what_follows_to_proposals(served: Served, small: World) -> None:
    small.edit("law", "block", "notice", (OLD, NEW), version="2.0")
    with served.signed_in("law") as page:
        page.goto("/blocks/notice/submit")
        page.get_by_label("proposals").check()
        page.get_by_role("button", name="Show what that would be").click()
        expect(page.locator(".affected details")).to_have_count(1)  # what always follows
        page.get_by_role("button", name="Submit", exact=True).click()
        expect(page.get_by_text("what follows gets proposals")).to_be_visible()


def test_a_change_goes_live_on_a_date(served: Served, small: World) -> None:
    small.edit("law", "block", "notice", (OLD, NEW), version="2.0")
    with served.signed_in("law") as page:
        page.goto("/blocks/notice/submit?timing=date")
        expect(page.get_by_role("button", name="Submit", exact=True)).to_be_disabled()
        page.get_by_label("The day on which it goes live").fill("2099-01-01")
        page.get_by_role("button", name="Show what that would be").click()
        page.get_by_role("button", name="Submit", exact=True).click()
        expect(page.get_by_text("goes live on 1 Jan 2099")).to_be_visible()


def test_what_speaks_against_it_is_told_before(served: Served, small: World) -> None:
    with served.signed_in("law") as page:
        page.goto("/templates/letter/submit")
        expect(page.get_by_text("There is nothing here that has not been approved.")).to_be_visible()
        expect(page.get_by_role("button", name="Submit", exact=True)).to_have_count(0)


def test_a_translation_that_is_behind_is_mended_where_it_stands(served: Served, small: World) -> None:
    with served.signed_in("bob", locale="en-GB") as page:
        open_editor(page)
        page.locator('.block[data-id="headline"] .words-text .line').click()
        page.keyboard.press("End")
        page.keyboard.type(", dear reader")
        saved(page)
        page.goto("/templates/letter/submit")
        page.get_by_role("link", name="Mend it in the editor").click()
        page.wait_for_url("**/edit?language=de#headline")
        page.locator(".tongue button").first.click()
        saved(page)
        page.goto("/templates/letter/submit")
        expect(page.get_by_role("button", name="Submit", exact=True)).to_be_visible()
