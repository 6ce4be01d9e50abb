"""What others are told and shown, in a real browser: webhooks and share links, each ended again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from ccm.store.hooks import hooks
from ccm.store.sharing import opened, share
from content_blocks.problem import Refused
from tests.ccm.store.receivers import receiver
from tests.ccm.store.test_sharing import PROOF
from tests.ccm.store.world import World
from tests.web_editor.axe import shortcomings
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


def test_a_webhook_that_fails_says_so_until_it_is_turned_off(served: Served, small: World) -> None:
    with receiver(503, "garbage") as to, served.signed_in("ada", locale="de-DE") as page:
        page.goto("/administration/webhooks")
        page.get_by_role("button", name="Webhook hinzufügen").click()
        page.get_by_role("dialog").get_by_label("Adresse").fill(to.address)
        page.get_by_role("dialog").get_by_label("review.submitted").check()
        page.get_by_role("dialog").get_by_role("button", name="Hinzufügen").click()
        expect(page.locator("#made-once")).to_be_visible()
        page.goto("/administration/webhooks")
        small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
        small.submit("bob", ("template", "letter"))
        told = page.get_by_role("dialog")
        for answered in ("abgelehnt (503)", "Der Empfänger hat nicht in HTTP geantwortet."):
            with page.expect_navigation():
                page.get_by_role("button", name="Jetzt versuchen").click()
            expect(page.locator("main .tag.warn")).to_contain_text("nächster Versuch")
            page.get_by_role("button", name="Zuletzt gemeldet").click()
            expect(told).to_contain_text(answered)
            told.get_by_role("button", name="Schließen").click()
        page.get_by_role("button", name="Zuletzt gemeldet").click()
        expect(told.get_by_role("table")).to_be_visible()
        assert shortcomings(page) == []
        told.get_by_role("button", name="Schließen").click()
        page.get_by_role("button", name="Beenden …").click()
        page.get_by_role("dialog").get_by_role("button", name="Beenden").click()
        expect(page.get_by_text("Beendet", exact=True)).to_be_visible()
    assert len(to.came) == 2
    assert [bool(it.ended) for it in hooks(small.home)] == [True]


def test_a_share_link_is_taken_back_by_who_made_it_and_by_nobody_else(served: Served, small: World) -> None:
    now = datetime.now(UTC)
    token = share(small.home, small.who("carl"), PROOF, 7, now)
    with served.signed_in("bob", locale="en-GB") as page:
        page.goto("/administration/links")
        expect(page.get_by_role("row", name="A letter")).to_contain_text("Somebody")
        expect(page.get_by_role("button", name="Take back…")).to_have_count(0)
    with served.signed_in("carl", locale="en-GB") as page:
        page.goto("/administration/links")
        page.get_by_role("button", name="Take back…").click()
        assert shortcomings(page) == []
        page.get_by_role("dialog").get_by_role("button", name="Not now").click()
        assert opened(small.home, token, now).proof == PROOF
        page.get_by_role("button", name="Take back…").click()
        page.get_by_role("dialog").get_by_role("button", name="Take back").click()
        expect(page.get_by_role("row", name="A letter")).to_contain_text("Ended")
    with pytest.raises(Refused):
        opened(small.home, token, now)
