"""The editor brings what reacts to `hx-` attributes only when somebody needs it, and nothing is lost by that."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.ccm.store.world import World
from tests.web_editor.conftest import Served
from tests.web_editor.test_editor import open_editor

BROUGHT = "() => 'htmx' in globalThis"


def test_one_goes_elsewhere_from_the_editor(served: Served, small: World) -> None:
    with served.signed_in("bob", locale="en-GB") as page:
        open_editor(page)
        assert not page.evaluate(BROUGHT)
        page.keyboard.press("Control+k")
        page.keyboard.type("reminder")
        page.keyboard.press("Enter")
        page.wait_for_url("**/templates/reminder")


def test_one_signs_out_from_the_editor(served: Served, small: World) -> None:
    with served.signed_in("bob", locale="en-GB") as page:
        open_editor(page)
        page.locator("[popovertarget=me]").click()
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url(re.compile("/sign-in"))
        page.goto("/templates/letter/edit?language=en")
        expect(page.locator("[name=login]")).to_be_visible()
