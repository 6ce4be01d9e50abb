"""What others are told and shown, in a real browser: webhooks and share links, each ended again."""

from __future__ import annotations

from playwright.sync_api import expect

from ccm.store.hooks import hooks
from tests.ccm.store.world import World
from tests.web_editor.conftest import Served


def test_a_webhook_is_added_its_secret_shown_once_and_ended(served: Served, small: World) -> None:
    with served.signed_in("ada", locale="en-GB") as page:
        page.goto("/administration/webhooks")
        page.get_by_role("button", name="Add a webhook").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Address").fill("https://core.example/ccm")
        dialog.get_by_label("batch.ordered").check()
        dialog.get_by_role("button", name="Add").click()
        secret = page.locator("#made-once").inner_text()
        page.get_by_role("link", name="Done").click()
        expect(page.get_by_text("https://core.example/ccm")).to_be_visible()
        assert secret not in page.content()
        page.get_by_role("button", name="End…").click()
        page.get_by_role("dialog").get_by_role("button", name="End it").click()
        expect(page.get_by_text("Ended", exact=True)).to_be_visible()
    (found,) = hooks(small.home)
    assert (list(found.events), bool(found.ended)) == (["batch.ordered"], True)
