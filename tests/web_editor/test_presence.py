"""Two people have a template open: each sees that, and where the other one is."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.web_editor.conftest import Served
from tests.web_editor.test_editor import open_editor

SLOW = 20_000


def test_two_people_see_each_other_and_where_they_are(served: Served) -> None:
    with served.signed_in("bob", locale="en-GB") as bob, served.signed_in("law", locale="de-DE") as law:
        open_editor(bob)
        bob.locator('.block[data-id="opening"] .words-text .line').click()
        open_editor(law)
        seen = law.get_by_role("list", name="Auch hier").get_by_role("button")
        expect(seen).to_have_text("B", timeout=SLOW)
        expect(law.locator(".editor-head [role=status].heard")).to_have_text("Bob hat dies auch geöffnet.")
        law.locator('.block[data-id="headline"] .words-text .line').click()

        bob.bring_to_front()
        bob.locator('.block[data-id="headline"] .words-text .line').click()
        here = bob.locator(".region-body .here")
        expect(here).to_have_text("LLaw is here", timeout=SLOW)
        expect(bob.locator(".here + .block")).to_have_attribute("data-id", "headline")
        expect(bob.get_by_role("button", name="Law, in “Heading”")).to_be_visible()

        bob.keyboard.type("Dear all, ")
        expect(bob.locator(".status")).to_have_attribute("data-status", "saved", timeout=SLOW)
        expect(here).to_have_text("LLaw is here")

        law.goto("/templates")
        bob.locator('.block[data-id="opening"] .words-text .line').click()
        expect(here).to_have_count(0, timeout=SLOW)
        expect(bob.get_by_role("list", name="Also here").get_by_role("button")).to_have_count(0)
