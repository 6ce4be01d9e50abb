"""The story once more by somebody who has no mouse: sign in, write, submit, approve, certificate."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, expect

from tests.ccm.store.entering import PASSWORD, knows
from tests.ccm.store.world import World
from tests.web_editor.conftest import Served, watched
from tests.web_editor.hands import Hands
from tests.web_editor.test_editor import saved

SLOW = 20_000
IN_HEADLINE = """() => Boolean(getSelection().anchorNode?.parentElement?.closest('[data-id="headline"]'))"""


@contextmanager
def signed_in_by_keys(served: Served, login: str, locale: str) -> Iterator[Page]:
    """Somebody who types login and password; the first field is where one is."""
    with served.browser.new_context(base_url=served.address, locale=locale) as context, watched(context) as page:
        page.goto("/")
        expect(page.locator("[name=login]")).to_be_focused()
        Hands(page).types(login).presses("Tab").types(PASSWORD).presses("Enter")
        expect(page.locator("main h1")).to_be_visible()
        expect(page.locator("[name=password]")).to_have_count(0, timeout=SLOW)
        page.wait_for_load_state()
        yield page


def adds(page: Page, words: str) -> None:
    """Write at the end of the headline, whichever text one begins in."""
    hands = Hands(page)
    expect(page.locator("#editor")).not_to_have_attribute("aria-busy", "true")
    hands.to(page.locator(".canvas [contenteditable=true]").first).presses("Control+Home")
    while not page.evaluate(IN_HEADLINE):
        hands.presses("Control+Alt+ArrowDown")
    hands.presses("End").types(words)
    expect(page.locator('.block[data-id="headline"]')).to_contain_text(words)
    saved(page)


def test_a_letter_from_the_first_word_to_its_certificate_without_a_mouse(served: Served, small: World) -> None:
    knows(small, "bob", "carl")
    with signed_in_by_keys(served, "bob", "en-GB") as page:
        hands = Hands(page)
        hands.presses("Control+k").types("letter")
        hands.presses("Enter")
        page.wait_for_url("**/templates/letter")
        hands.opens(page.locator("a[href$='/edit']"))
        adds(page, ", dear reader")
        hands.presses("F6").to(page.locator(".tongues a[lang=de]"), "Shift+Tab").presses("Enter")
        page.wait_for_url("**/edit?language=de")
        adds(page, ", liebe Leserin, lieber Leser")
        hands.presses("F6")
        hands.to(page.locator("a.main[href$='/submit']"), "Shift+Tab").presses("Enter")
        page.wait_for_url("**/submit*")
        hands.to(page.locator("[name=title]")).types("A friendlier letter")
        hands.opens(page.locator("aside button.main"))
        page.wait_for_url("**/reviews/r-*", timeout=SLOW)
        review = page.url.rpartition("/")[2].partition("?")[0]
    with signed_in_by_keys(served, "carl", "de-DE") as page:
        hands = Hands(page)
        hands.opens(page.get_by_role("link", name="A friendlier letter"))
        expect(page.locator(".redline ins").first).to_contain_text("dear reader")
        page.wait_for_load_state()
        hands.opens(page.locator("[data-open=approve]"))
        hands.opens(page.locator("dialog#approve button.main"))
        certificate = page.locator(f'a[href="/reviews/{review}/certificate"]')
        expect(certificate).to_be_visible(timeout=SLOW)
        with page.expect_download(timeout=60_000) as download:
            hands.opens(certificate)
        assert download.value.path().read_bytes().startswith(b"%PDF-")
    assert small.review(review).state == "approved"
