"""The whole story in a browser: a clause is changed, approved by two others, in force, sent by a batch, and proven."""

from __future__ import annotations

import email
from datetime import UTC, datetime
from email import policy
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ccm.batch.verify import verify
from ccm.store.batches import batches, run_folder
from tests.ccm.store.entering import knows
from tests.ccm.store.world import World
from tests.web_editor.conftest import Served
from tests.web_editor.test_block_editor import open_block
from tests.web_editor.test_editor import saved
from tests.web_editor.test_story import signed_in_by_hand

SLOW = 90_000
SAID = {"en": " This costs nothing.", "de": " Das kostet nichts."}
ROWS = "id;language;email;phone;days\nK1;en;ada@example.com;+4915112345678;3\nK2;de;eva@example.com;+4915112345679;9\n"


@pytest.mark.parametrize("locale", ["en-GB", "de-DE"])
def test_a_clause_is_changed_once_and_every_letter_says_it(
    served: Served, small: World, locale: str, tmp_path: Path
) -> None:
    knows(small, "law", "carl", "dora", "olga")
    with signed_in_by_hand(served, "law", locale) as page:
        review = reworded(page)
        expect(page.locator(".why-not")).to_be_visible()  # nobody approves their own
        expect(page.locator("[data-open=approve]")).to_have_count(0)
    for login in ("carl", "dora"):
        with signed_in_by_hand(served, login, locale) as page:
            page.goto(f"/reviews/{review}")
            expect(page.locator(".redline ins").first).to_contain_text("nothing")
            page.locator("[data-open=approve]").click()
            page.locator("dialog#approve button.main").click()
            expect(page.locator("[data-open=approve]")).to_have_count(0, timeout=SLOW)
    assert small.review(review).state == "approved"
    assert small.says(day=datetime.now(UTC).date()).endswith(SAID["en"])
    with signed_in_by_hand(served, "olga", locale) as page:
        certificate = sent(page, tmp_path)
    (found,) = batches(small.home)
    folder = run_folder(small.home, found.ordered.id)
    assert verify(folder.path) == []
    assert certificate.read_bytes() == folder.certificate.read_bytes()
    assert review in certificate.read_text()
    for name, language in (("K1", "en"), ("K2", "de")):
        mail = email.message_from_bytes(next(folder.path.rglob(f"{name}.eml")).read_bytes(), policy=policy.default)
        body = mail.get_body(("plain",))
        assert body is not None
        assert SAID[language].strip() in body.get_content()


def reworded(page: Page) -> str:
    """The clause says more, in both languages, and two are asked for their yes; returns the review."""
    for language, words in SAID.items():
        open_block(page, language)
        for place in (".inside .words-text .line", ".words-short .line"):
            page.locator(place).last.click()
            page.keyboard.press("End")
            page.keyboard.type(words)
        saved(page)
    page.locator(".editor-head a.main").click()
    expect(page.locator(".affected details")).to_have_count(2)
    page.locator("aside [name=title]").fill("It costs nothing")
    page.locator("aside button.main").click()
    page.wait_for_url("**/reviews/r-*", timeout=SLOW)
    return page.url.rpartition("/")[2].partition("?")[0]


def sent(page: Page, folder: Path) -> Path:
    """A batch of two rows, verified; returns its certificate."""
    (folder / "rows.csv").write_text(ROWS)
    page.goto("/batches")
    page.locator("[data-open=new-batch]").click()
    dialog = page.get_by_role("dialog")
    dialog.locator("[name=template]").select_option("letter")
    dialog.locator("[name=channels]").select_option("all")
    dialog.locator("input[type=file]").set_input_files(folder / "rows.csv")
    dialog.locator("button.main").click()
    page.wait_for_url("**/batches/b-*", timeout=SLOW)
    page.locator("form button.main").last.click()
    download = page.locator("a[download], a[href$='/certificate']").first
    expect(download).to_be_visible(timeout=SLOW)
    with page.expect_download() as taken:
        download.click()
    taken.value.save_as(folder / "certificate.json")
    return folder / "certificate.json"
