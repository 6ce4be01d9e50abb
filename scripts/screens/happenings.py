"""What happens at the bank before anybody looks: a letter is changed, a batch has run, another waits to begin."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from scripts.screens.bank import Bank

SLOW = 120_000
LETTER, CLAUSE = "card-blocked", "complaints"


@dataclass(frozen=True)
class Happened:
    """Where one can look at it."""

    letter: str
    batch: str
    waiting: str


def happen(bank: Bank) -> Happened:
    """Let all of it happen."""
    with bank.as_seen_by("bruno", locale="en-GB") as page:
        letter = change(page)
    with bank.as_seen_by("clara", locale="en-GB") as page:
        reword(page)
    with bank.as_seen_by("frida", locale="en-GB") as page:
        batch, waiting = run(page, bank.folder), mapping(page, bank.folder)
    return Happened(letter, batch, waiting)


def change(page: Page) -> str:
    """A sentence more in a letter, in both languages, submitted; returns the review's address."""
    for language, words in (("de", " Wir helfen Ihnen gern."), ("en", " We are glad to help.")):
        editor(page, f"/templates/{LETTER}/edit?language={language}")
        line = page.locator(".region-body .block-text .words-text .line").nth(1)
        box = line.bounding_box() or {"width": 0, "height": 0}
        line.click(position={"x": box["width"] - 4, "y": box["height"] - 6})  # behind the last word
        page.keyboard.type(words)
        expect(page.locator(".status")).to_have_attribute("data-status", "saved", timeout=SLOW)
    page.goto(f"/templates/{LETTER}/submit")
    page.locator("aside [name=title]").fill("A friendlier end")
    page.locator("aside button.main").click()
    page.wait_for_url("**/reviews/r-*", timeout=SLOW)
    return page.url.partition("/reviews/")[2].partition("?")[0]


def reword(page: Page) -> None:
    """A clause says ten days instead of fifteen, in both languages; nobody is asked yet."""
    for language, old, new in (("de", "15 Arbeitstagen", "10 Arbeitstagen"), ("en", "15 business", "10 business")):
        editor(page, f"/blocks/{CLAUSE}/edit?language={language}")
        page.locator(".region-body .words-text .line, .words-text .line").first.click()
        page.keyboard.press("Control+f")
        page.locator(".find input").nth(0).fill(old)
        page.locator(".find input").nth(1).fill(new)
        page.locator(".find button").nth(3).click()
        expect(page.locator(".status")).to_have_attribute("data-status", "saved", timeout=SLOW)


def run(page: Page, folder: Path) -> str:
    """A batch of the demo's blocked cards; two rows are held back.  Returns its address."""
    address = mapping(page, folder)
    page.locator("form button.main").last.click()
    expect(page.locator("[data-open=fix]").first).to_be_visible(timeout=SLOW)
    return address


def mapping(page: Page, folder: Path) -> str:
    """A batch that asks which column of its file holds which field; returns its address."""
    page.goto("/batches")
    page.locator("[data-open=new-batch]").click()
    dialog = page.locator("dialog[open]")
    dialog.locator("[name=template]").select_option(LETTER)
    dialog.locator("[name=channels]").select_option("all")
    dialog.locator("[name=day]").fill("2026-11-02")
    dialog.locator("input[type=file]").set_input_files(folder / "exports/cards.csv")
    dialog.locator("button.main").click()
    page.wait_for_url("**/batches/*", timeout=SLOW)
    return page.url.partition("/batches/")[2].partition("?")[0]


def editor(page: Page, address: str) -> None:
    """The editor, when it stands and shows what it is about."""
    page.goto(address)
    expect(page.locator("#editor")).not_to_have_attribute("aria-busy", "true", timeout=SLOW)
    expect(page.locator(".pane-pdf img").first).to_be_visible(timeout=SLOW)
    expect(page.locator(".panes")).not_to_have_attribute("aria-busy", "true", timeout=SLOW)
