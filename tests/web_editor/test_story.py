"""The whole story in a browser: sign in, write, submit, one's own approval refused, approved by another, in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from tests.ccm.store.entering import PASSWORD, knows
from tests.ccm.store.world import World
from tests.web_editor.conftest import Served, watched
from tests.web_editor.test_editor import open_editor, saved

SLOW = 20_000


@contextmanager
def signed_in_by_hand(served: Served, login: str, locale: str) -> Iterator[Page]:
    """Somebody who types login and password, as people do."""
    with served.browser.new_context(base_url=served.address, locale=locale) as context, watched(context) as page:
        page.goto("/templates/letter")
        page.locator("[name=login]").fill(login)
        page.locator("[name=password]").fill(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_contain_text(re.compile("A letter|Ein Schreiben"))
        yield page


@pytest.mark.parametrize("locale", ["en-GB", "de-DE"])
def test_a_letter_is_changed_by_one_and_approved_by_another(served: Served, small: World, locale: str) -> None:
    knows(small, "bob", "carl")
    with signed_in_by_hand(served, "bob", locale) as page:
        open_editor(page, language="en")
        page.locator('.block[data-id="headline"] .words-text .line').click()
        page.keyboard.press("End")
        page.keyboard.type(", dear reader")
        saved(page)
        page.goto("/templates/letter/edit?language=de")  # what it translates has changed: somebody has to look at it
        page.locator('.block[data-id="headline"] .words-text .line').click()
        page.locator(".tongue button").click()
        saved(page)
        page.locator(".editor-head a.main").click()
        expect(page.locator(".redline ins").first).to_contain_text("dear reader")
        page.locator("[name=title]").fill("A friendlier letter")
        page.locator("aside button.main").click()
        page.wait_for_url("**/reviews/r-*", timeout=SLOW)
        review = page.url.rpartition("/")[2].partition("?")[0]
        expect(page.locator(".why-not")).to_be_visible()  # nobody approves their own
        expect(page.locator("[data-open=approve]")).to_have_count(0)
    with signed_in_by_hand(served, "carl", locale) as page:
        page.goto("/")
        page.get_by_role("link", name="A friendlier letter").first.click()
        expect(page.locator(".redline ins").first).to_contain_text("dear reader")
        page.wait_for_load_state()
        page.locator("[data-open=approve]").click()
        page.locator("dialog#approve button.main").click()
        certificate = page.locator(f'a[href="/reviews/{review}/certificate"]')
        expect(certificate).to_be_visible(timeout=SLOW)
        with page.expect_download(timeout=60_000) as download:
            certificate.click()
        assert download.value.path().read_bytes().startswith(b"%PDF-")
    assert small.review(review).state == "approved"
    assert "dear reader" in small.text("template", "letter").decode()
