"""Two people at once, and a server that goes away while somebody writes: nothing is lost, and what happened is said."""

from __future__ import annotations

from contextlib import ExitStack

from fastapi import FastAPI
from playwright.sync_api import Browser, Locator, Page, expect

from ccm.api.press import Press
from ccm.store.sessions import end_sessions
from tests.ccm.store.world import World
from tests.web_editor.conftest import Served, serving
from tests.web_editor.test_editor import open_editor, saved
from web_editor.site import make_site


def line(page: Page, block: str) -> Locator:
    """The words of a block."""
    return page.locator(f'.block[data-id="{block}"] .words-text .line')


def write(page: Page, block: str, text: str) -> None:
    """Put some words at the end of a block."""
    line(page, block).click()
    page.keyboard.press("End")
    page.keyboard.type(text)


def test_changes_in_different_places_are_both_kept(served: Served, small: World) -> None:
    with served.signed_in("bob", refusals=True, locale="en-GB") as bob, served.signed_in("law", locale="en-GB") as law:
        open_editor(bob)
        open_editor(law)
        write(law, "headline", " of law")
        saved(law)
        write(bob, "opening", " So says Bob.")
        expect(bob.locator(".toast")).to_contain_text("Both changes are kept", timeout=15_000)
        saved(bob)
        expect(line(bob, "headline")).to_contain_text("of law")
    text = small.text("template", "letter").decode()
    assert "of law" in text
    assert "So says Bob." in text


HELD = """() => {
  const usual = window.fetch;
  window.fetch = async (...asked) => {
    if (String(asked[0]).includes("/merge")) await new Promise((go) => { window.letGo = go; });
    return usual(...asked);
  };
}"""
"""The first answer to both changes waits until the test lets it go; it was asked for with what was written by then."""


def test_words_written_while_changes_meet_are_kept(served: Served, small: World) -> None:
    with (
        served.signed_in("bob", refusals=True, locale="en-GB") as bob,
        served.signed_in("law", locale="en-GB") as law,
    ):
        open_editor(bob)
        open_editor(law)
        write(law, "headline", " of law")
        saved(law)
        bob.evaluate(HELD)
        write(bob, "opening", " So says Bob.")
        bob.wait_for_function("() => window.letGo")
        bob.keyboard.type(" And more.")
        for _ in range(2):  # for what was sent, and once more for what was written since
            bob.wait_for_function("() => window.letGo")
            bob.evaluate("() => { const go = window.letGo; window.letGo = null; go(); }")
        saved(bob)
    text = small.text("template", "letter").decode()
    assert "of law" in text
    assert "So says Bob. And more." in text


def test_the_same_place_is_chosen_by_whom_saves_last(served: Served, small: World) -> None:
    with served.signed_in("bob", refusals=True, locale="en-GB") as bob, served.signed_in("law", locale="en-GB") as law:
        open_editor(bob)
        open_editor(law)
        write(law, "headline", " of law")
        saved(law)
        write(bob, "headline", " of Bob")
        dialog = bob.get_by_role("dialog", name="Two people at once")
        expect(dialog).to_contain_text("of law", timeout=15_000)
        expect(dialog).to_contain_text("of Bob")
        dialog.get_by_role("radio").nth(1).check()
        dialog.get_by_role("button", name="Keep these").click()
        expect(line(bob, "headline")).to_contain_text("of law")
        saved(bob)
    assert "of Bob" not in small.text("template", "letter").decode()


def test_who_signs_in_again_keeps_what_was_written_since(served: Served, small: World) -> None:
    with served.signed_in("bob", refusals=True, locale="en-GB") as page:
        open_editor(page)
        with small.home.database.writing() as session:
            end_sessions(session, small.who("bob").id)
        write(page, "headline", " written meanwhile")
        expect(page.locator(".status")).to_have_attribute("data-status", "out", timeout=15_000)
        served.sign_in(page.context, "bob")
        saved(page)
    assert "written meanwhile" in small.text("template", "letter").decode()


def test_a_server_that_comes_back_gets_what_was_written_meanwhile(
    site: FastAPI, small: World, browser: Browser, press: Press
) -> None:
    with ExitStack() as open_page:
        with serving(site) as address:
            port = int(address.rpartition(":")[2])
            served = Served(address, small.home, browser)
            page = open_page.enter_context(served.signed_in("bob", refusals=True, away=True, locale="en-GB"))
            open_editor(page)
        write(page, "headline", " written alone")
        expect(page.locator(".status")).to_have_attribute("data-status", "away", timeout=15_000)
        with serving(make_site(small.home, press), port):
            saved(page)
        assert "written alone" in small.text("template", "letter").decode()
