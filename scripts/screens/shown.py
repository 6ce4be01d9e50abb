"""Which screens there are, who looks at them, and what is done there before the picture is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from ccm.sample.cards import write_cards
from scripts.screens.happenings import CLAUSE, LETTER, SLOW, Happened, editor

Act = Callable[[Page], None]
WRITTEN = "rate-change"
"""The letter that is looked at in the editor."""


@dataclass(frozen=True)
class Screen:
    """One screen: `address` may name what has happened; `picture` is its file in the documentation, if any."""

    name: str
    login: str
    address: str
    act: Act | None = None
    picture: str = ""
    whole: bool = True

    def open(self, page: Page, happened: Happened) -> None:
        """Go there, do what is to be done, and wait until all of it is there."""
        address = self.address.format(**vars(happened))
        if "/edit" in address:
            language = "de" if page.evaluate("navigator.language").startswith("de") else "en"
            editor(page, f"{address}?language={language}")
        else:
            page.goto(address, wait_until="networkidle")
        if self.act:
            self.act(page)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(400)  # until what moves has come to rest


def opened(name: str) -> Act:
    """The dialog of that name."""
    return lambda page: page.locator(f'[data-open="{name}"]').first.click()


def pressed(*keys: str) -> Act:
    """Keys, in the first sentence of the letter."""

    def act(page: Page) -> None:
        page.locator(".region-body .words-text .line").nth(2).click()
        for key in keys:
            page.keyboard.press(key)

    return act


def inserting(page: Page) -> None:
    """The blocks that can be put behind the first sentence of the letter."""
    pressed()(page)
    page.locator(".tools button:has(use[href$='#plus'])").click()


def proof(channel: str) -> Act:
    """The proof of a channel, when it is there."""

    def act(page: Page) -> None:
        button = page.locator(f"[data-channel={channel}]").first
        button.wait_for(timeout=SLOW)
        button.click()

    return act


def folded_out(page: Page) -> None:
    """The first template that is touched."""
    page.locator(".affected summary").first.click()
    page.locator(".proof .channels").first.wait_for(timeout=SLOW)


def beside(page: Page) -> None:
    """Both languages, seen from the one that is translated."""
    editor(page, f"/templates/{LETTER}/edit?language=en")
    page.locator(".translating button").first.click()


def compared(page: Page) -> None:
    """Two recipients."""
    page.locator(".wishes .beside").click()
    page.locator(".differences li").first.wait_for(timeout=SLOW)


def decisions(page: Page) -> None:
    """The first groups of a letter as a table."""
    group = page.locator(".block-group").first
    group.locator(".block-head").first.hover()
    group.locator(".handles button:has(use[href$='#grid'])").first.click()


def corrected(page: Page) -> None:
    """A file in which one of two rows is right now, to be looked at before it is rendered; it waits until then."""
    if not page.locator(".card.corrected").count():
        page.locator("[data-open=corrected-file]").click()
        with TemporaryDirectory() as folder:
            rows = write_cards(Path(folder)).read_text(encoding="utf-8").replace("kein-at-zeichen.", "karte4@")
        file = {"name": "cards.csv", "mimeType": "text/csv", "buffer": rows.encode()}
        page.locator("dialog[open] input[type=file]").set_input_files(files=file)  # type: ignore[arg-type]
        page.locator("dialog[open] button.main").click()
    page.locator(".card.corrected").wait_for(timeout=SLOW)


def sampled(page: Page) -> None:
    """Until the sample beside a form is there."""
    page.locator(".sample img").first.wait_for(timeout=SLOW)


EDIT = f"/templates/{WRITTEN}/edit"

SCREENS = (
    Screen("home-author", "bruno", "/"),
    Screen("home-reviewer", "dilek", "/"),
    Screen("templates", "bruno", "/templates"),
    Screen("template", "bruno", f"/templates/{LETTER}"),
    Screen("blocks", "clara", "/blocks"),
    Screen("block", "clara", f"/blocks/{CLAUSE}"),
    Screen("begin", "bruno", "/create/templates"),
    Screen("begin-from", "bruno", f"/create/templates?of={LETTER}"),
    Screen("begin-empty", "bruno", "/create/templates?of=-"),
    Screen("archive", "emil", f"/blocks/{CLAUSE}", opened("put-away"), whole=False),
    Screen("notices", "bruno", "/notices"),
    Screen("clause", "clara", f"/blocks/{CLAUSE}/edit", picture="tutorial-clause-editor.png", whole=False),
    Screen("clause-submit", "clara", f"/blocks/{CLAUSE}/submit", folded_out, picture="tutorial-clause-submit.png"),
    Screen("palette", "bruno", "/", opened("palette"), whole=False),
    Screen("editor", "bruno", EDIT, pressed("Home"), picture="editor.png", whole=False),
    Screen("editor-settings", "bruno", f"/templates/{LETTER}/edit", pressed("Control+."), whole=False),
    Screen("editor-insert", "bruno", f"/templates/{LETTER}/edit", inserting, whole=False),
    Screen("editor-fields", "bruno", f"/templates/{LETTER}/edit", pressed("End", "{", "{"), whole=False),
    Screen("editor-keys", "bruno", EDIT, pressed("Control+/"), whole=False),
    Screen("editor-beside", "bruno", f"/templates/{LETTER}/edit", beside, whole=False),
    Screen("editor-compare", "bruno", EDIT, compared, whole=False),
    Screen("editor-decisions", "clara", f"/templates/{LETTER}/edit", decisions, whole=False),
    Screen("review", "dilek", "/reviews/{letter}", picture="tutorial-review.png"),
    Screen("review-proofs", "dilek", "/reviews/{letter}?view=proofs", proof("pdf"), picture="tutorial-proof.png"),
    Screen("review-mail", "dilek", "/reviews/{letter}?view=proofs", proof("email")),
    Screen("review-touches", "dilek", "/reviews/{letter}?view=touches"),
    Screen("review-talk", "dilek", "/reviews/{letter}?view=talk"),
    Screen("review-guests", "dilek", "/reviews/{letter}?view=guests"),
    Screen("review-approve", "dilek", "/reviews/{letter}", opened("approve"), whole=False),
    Screen("reviews", "dilek", "/reviews?which=all"),
    Screen("submit", "bruno", f"/templates/{LETTER}/submit"),
    Screen("batches", "frida", "/batches"),
    Screen("batch-new", "frida", "/batches", opened("new-batch"), whole=False, picture="tutorial-batch-new.png"),
    Screen("batch-columns", "frida", "/batches/{waiting}", picture="tutorial-batch-columns.png"),
    Screen("batch", "frida", "/batches/{batch}", picture="tutorial-batch.png"),
    Screen("batch-fix", "frida", "/batches/{batch}", opened("fix"), whole=False, picture="tutorial-batch-fix.png"),
    Screen("batch-corrected", "frida", "/batches/{batch}", corrected),
    Screen("audit", "frida", "/audit"),
    Screen("administration", "ada", "/administration"),
    Screen("people", "ada", "/administration/people"),
    Screen("person", "ada", "/administration/people/dilek"),
    Screen("keys", "ada", "/administration/keys"),
    Screen("workflows", "ada", "/administration/workflows"),
    Screen("dictionaries", "ada", "/administration/dictionaries"),
    Screen("dictionary", "ada", "/administration/dictionaries/account-statement"),
    Screen("dictionary-field", "clara", "/administration/dictionaries/account-statement/field?path=customer.name"),
    Screen("workflow", "clara", "/administration/workflows/standard"),
    Screen("brands", "clara", "/administration/brands"),
    Screen("brand", "clara", "/administration/brands/ahorn", sampled),
    Screen("personas", "bruno", "/administration/personas"),
    Screen("persona", "bruno", f"/administration/personas/{LETTER}/lost", sampled),
    Screen("assets", "bruno", "/administration/assets"),
    Screen("webhooks", "ada", "/administration/webhooks"),
    Screen("links", "ada", "/administration/links"),
    Screen("nowhere", "bruno", "/templates/none"),
)
"""In the order in which people meet them."""
