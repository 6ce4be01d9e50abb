"""Extensions that change the page: locked wording is put back and explained, and only what goes on stops anybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web_editor.conftest import Served
from tests.web_editor.test_editor import open_editor, saved

SLOW = 15_000
NOTICE = "You may object within two months."
TRANSLATE = """
for (const it of document.querySelectorAll('.fixed-words p')) {
  const font = document.createElement('font');
  font.textContent = 'Vous pouvez faire opposition.';
  it.replaceChildren(font);
}
"""
COVER = """
const it = document.createElement('writing-helper');
const box = document.querySelector('.fixed-words').getBoundingClientRect();
const over = { position: 'fixed', left: 0, top: `${box.top - 5}px`, width: '90%', height: '40px', background: 'white' };
Object.assign(it.style, over);
document.body.append(it);
"""
DARK = "document.styleSheets[0].insertRule('.fixed-words { opacity: 0.2 !important }')"
REWRITTEN = """
for (const sheet of document.styleSheets)
  for (const rule of sheet.cssRules) if (rule.selectorText === ".fixed-words") rule.style.visibility = "hidden";
"""
NOTES = """
for (const it of [document.body, ...document.querySelectorAll('.fixed, .fixed *')]) it.dataset.helper = 'seen';
document.body.append(document.createElement('writing-helper'));
"""


@pytest.fixture
def page(served: Served) -> Iterator[Page]:
    """The editor of the small bank's letter, once it is looked whether locked wording is seen."""
    with served.signed_in("bob", locale="en-GB") as found:
        with found.expect_response(lambda it: "/static/part-" in it.url and "Writing has stopped" in it.text()):
            open_editor(found)
        yield found


def warned(page: Page) -> Locator:
    return page.locator(".tampered")


def test_what_extensions_do_is_put_back_and_explained(page: Page) -> None:
    words = page.locator(".fixed-words")
    page.evaluate(TRANSLATE)
    expect(words).to_have_text(NOTICE)
    expect(warned(page)).to_contain_text("Locked wording was translated on your screen.")
    page.get_by_role("button", name="Understood").click()
    expect(warned(page)).to_have_count(0)

    page.wait_for_timeout(1600)  # what comes at once counts as one
    page.evaluate(COVER)
    expect(warned(page)).to_contain_text("It was put there by an extension (writing-helper).", timeout=SLOW)
    expect(page.locator("writing-helper")).to_have_count(0)
    page.locator('.block[data-id="opening"] .words-text .line').click()
    page.keyboard.press("End")
    page.keyboard.type(" Writing goes on.")
    saved(page)
    expect(page.locator("dialog.shut")).to_have_count(0)

    page.wait_for_timeout(1600)
    page.evaluate(DARK)
    shut = page.get_by_role("dialog", name="Writing has stopped")
    expect(shut).to_contain_text("again and again", timeout=SLOW)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(shut).to_be_visible()
    shut.get_by_role("button", name="Reload the page").click()
    expect(page.locator("#editor")).not_to_have_attribute("aria-busy", "true")
    expect(page.locator(".region-body")).to_contain_text("Writing goes on.")


def test_what_shows_nothing_and_hides_nothing_is_let_be(page: Page) -> None:
    page.evaluate(NOTES)
    page.wait_for_timeout(2000)
    expect(warned(page)).to_have_count(0)
    expect(page.locator("writing-helper")).to_have_count(1)
    expect(page.locator(".fixed")).to_have_attribute("data-helper", "seen")


LOOKS: dict[str, dict[str, Any]] = {
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "narrow": {"viewport": {"width": 320, "height": 256}},
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_nobody_is_warned_of_how_they_chose_to_read(served: Served, look: dict[str, Any]) -> None:
    """Colours, and a page so narrow that lines break and spaces hang at their ends."""
    with served.signed_in("bob", locale="en-GB", **look) as page:
        with page.expect_response(lambda it: "/static/part-" in it.url and "Writing has stopped" in it.text()):
            open_editor(page)
        page.wait_for_timeout(2500)  # longer than it takes to look at everything and to doubt it twice
        expect(warned(page)).to_have_count(0)
        expect(page.locator("dialog.shut")).to_have_count(0)


def test_it_is_looked_also_where_browsers_do_not_tell_when_they_are_idle(served: Served) -> None:
    """Safari: a rule that is rewritten in its place makes no news, so only looking again and again finds it."""
    with served.signed_in("bob", locale="en-GB") as page:
        page.add_init_script("delete globalThis.requestIdleCallback")
        with page.expect_response(lambda it: "/static/part-" in it.url and "Writing has stopped" in it.text()):
            open_editor(page)
        page.evaluate(REWRITTEN)
        expect(warned(page)).to_contain_text("hidden on your screen", timeout=SLOW)


def test_what_cannot_be_put_back_stops_the_writing_while_it_lasts(page: Page) -> None:
    page.evaluate("document.querySelector('.region-body').attachShadow({ mode: 'closed' })")
    expect(page.get_by_role("dialog", name="Writing has stopped")).to_contain_text(
        "could not be put back", timeout=SLOW
    )
