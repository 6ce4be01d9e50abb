"""Looking at one branch of a text in a real browser: the others fold, nothing changes, and what is locked stays."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.ccm.store.world import World
from tests.web_editor.axe import shortcomings
from tests.web_editor.conftest import Served
from tests.web_editor.test_decisions import FEW, MANY, group, save_with, text
from tests.web_editor.test_editor import open_editor, saved

LOCKED = group("late", "days < 3", text("mild", "You may still pay."), text("stern", "This is final.", lock="locked"))


@pytest.fixture
def branches(small: World) -> World:
    """The letter with three branches, one of them with locked wording in it, approved."""
    save_with(small, "law", MANY, FEW, LOCKED)
    small.publish("law", ("template", "letter"))
    return small


def shown(page: Page) -> dict[str, bool]:
    """Of some words in each branch, whether they are seen."""
    words = ("You have plenty of time.", "Please be quick.", "You may still pay.", "This is final.")
    within = page.locator(".region-body .line, .region-body .fixed-words")
    return {said: within.get_by_text(said).first.is_visible() for said in words}


def test_one_branch_is_looked_at_and_what_is_locked_stays(served: Served, branches: World) -> None:
    before = branches.text("template", "letter")
    with served.signed_in("bob", locale="en-GB") as page:
        open_editor(page)
        here = page.get_by_label("Branch that is looked at here")
        here.select_option(label="Case 2: “Days” is at most 10")
        assert list(shown(page).values()) == [False, True, False, True]
        expect(page.locator(".aside")).to_have_text("Not for this choice; what is locked stays in view")
        assert shortcomings(page) == []
        here.select_option(label="Otherwise: none of these")
        assert list(shown(page).values()) == [False, False, False, True]
        page.get_by_label("Branches in the text").select_option("own")
        expect(page.locator('.block[data-id="many"].folded')).to_have_count(0)
        expect(page.locator('.block[data-id="few"].folded')).to_have_count(1)
        assert list(shown(page).values()) == [True, False, False, True]
        page.locator('.block[data-id="few"]').get_by_role("button", name="Show").click()
        assert list(shown(page).values()) == [True, True, False, True]
        page.get_by_label("Branches in the text").select_option(label="All branches")
        assert list(shown(page).values()) == [True, True, True, True]
        saved(page)
    assert branches.text("template", "letter") == before


def test_what_is_written_under_another_condition_is_looked_at_anew(served: Served, branches: World) -> None:
    with served.signed_in("bob", locale="de-DE") as page:
        open_editor(page)
        page.get_by_label("Zweige im Text").select_option(label="Wie für plain")
        few = page.locator('.block[data-id="few"]')
        expect(few.locator(".folded-words").first).to_contain_text("Please be quick.")
        head = page.locator('.block[data-id="many"] > .block-head')
        head.hover()
        head.get_by_role("button", name="Entscheidungstabelle").click()
        page.locator('[data-row="many"] button.cell').nth(0).press("n")
        page.get_by_role("button", name="Diese Tabelle verwenden").click()
        expect(page.locator('.block[data-id="many"].folded')).to_be_visible()
        page.keyboard.press("Control+z")
        expect(page.locator('.block[data-id="many"].folded')).to_have_count(0)
