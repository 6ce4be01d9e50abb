"""`ccm review show|diff`: what a review is about, and what it changes word by word."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import click

from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON, NEW_FILE, today
from ccm.commands.reviewed import (
    SUBJECT_SHOWN,
    facts,
    item_name,
    look,
    print_bundles,
    print_decisions,
    print_items,
    print_steps,
)
from ccm.store.home import Home, open_home
from ccm.store.reconsidering import problems_now
from ccm.store.redlining import redline_of
from ccm.store.reviews import filed
from ccm.terminal import print_facts, print_json, print_problems, problem_data
from ccm.words import _, user_language
from content_blocks.redline import Redline, as_data, as_html, as_text
from content_blocks.redline.phrases import heading
from templates_store.tables import ReviewItem

REVIEW = click.argument("review", metavar=_("REVIEW"))
STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}"
    "ins{background:#d9f2dd;color:#0b4a1b}del{background:#fbdcdc;color:#7a1414}mark{background:#fff1c2;color:#3f3300}"
    "dd{margin-left:1.5rem}.redline-said{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}"
)
"""The look of the page: `ins` and `del` with contrast enough, words for screen readers out of sight."""


@click.command(
    "show",
    cls=Command,
    help=paragraphs(
        _("Show a review: its items, what would go out, its steps with the votes."),
        _("What has come to speak against an open one since it was submitted is printed at the end."),
        _("Exit codes: 0 shown, 1 there is no such review."),
    ),
    epilog=example("ccm review show r-0123456789"),
)
@REVIEW
@AS_JSON
def show_review(review: str, as_json: bool) -> None:
    """Everything but the words; those are for `diff`."""
    home = open_home()
    looked, problems = look(home, review), problems_now(home, review, today())
    if as_json:
        print_json({**looked.data(), "problems": [problem_data(problem) for problem in problems]})
        return
    authors = ", ".join(sorted(looked.names[person] for person in looked.review.facts.authors))
    print_facts({**facts(looked), _("Authors"): authors, _("Subject"): looked.review.row.subject})
    for there, show in (
        (looked.review.items, print_items),
        (looked.bundles, print_bundles),
        (looked.review.facts.steps, print_steps),
        (looked.review.decisions, print_decisions),
    ):
        if there:
            click.echo()
            show(looked)
    print_problems(problems)


@dataclass(frozen=True)
class Difference:
    """An item of a review with its redline; none where there was nothing before it, or nothing to be read."""

    item: ReviewItem
    redline: Redline | None

    def text(self) -> str:
        """For a terminal."""
        return as_text(self.redline, user_language()) if self.redline else f"{self.told()}\n"

    def html(self) -> str:
        """For a page."""
        return as_html(self.redline, user_language()) if self.redline else f"<p>{escape(self.told())}</p>\n"

    def told(self) -> str:
        """What is said where there is no redline."""
        words = _("{item}: another file now.") if self.item.before else _("{item}: new, with its whole text.")
        return words.format(item=item_name(self.item))

    def headings(self) -> list[str]:
        """What has changed, a line for each thing."""
        if self.redline is None:
            return [self.told()]
        return [f"{item_name(self.item)} · {heading(entry, user_language())}" for entry in self.redline.entries]

    def data(self) -> dict[str, Any]:
        """For programs."""
        it = self.item
        found = as_data(self.redline) if self.redline else None
        return {"kind": it.kind, "name": it.name, "version": it.version, "redline": found}


def differences(home: Home, review: str) -> list[Difference]:
    """What a review changes, item by item; raises Refused if there is none of that id."""
    with home.reading() as session:
        found = filed(session, home.organisation, review)
        return [Difference(item, redline_of(session, item)) for item in found.items]


@click.command(
    "diff",
    cls=Command,
    help=paragraphs(
        _("Show what a review changes, word by word and rule by rule."),
        _(
            "It shows all languages of an item and its short forms, against what was approved before. The last line "
            "is the subject that an approval names."
        ),
        _("Exit codes: 0 shown, 1 there is no such review, 2 wrong usage."),
    ),
    epilog=example("ccm review diff r-0123456789", "ccm review diff r-0123456789 --html changes.html"),
)
@REVIEW
@click.option("--html", metavar=_("FILE"), type=NEW_FILE, help=_("Write a page for a browser instead."))
@AS_JSON
def diff_review(review: str, html: Path | None, as_json: bool) -> None:
    """In the language of who looks."""
    if html and as_json:
        raise click.UsageError(_("Give either --html or --json."))
    home = open_home()
    looked, found = look(home, review), differences(home, review)
    subject = looked.review.row.subject
    if as_json:
        print_json({"id": review, "subject": subject, "items": [it.data() for it in found]})
    elif html:
        html.write_text(_page(review, subject, found), encoding="utf-8")
        click.echo(str(html))
    else:
        for it in found:
            click.echo(it.text())
        if not found:
            click.echo(_("No item changes: this is about a new combination of what is approved."))
        click.echo(_("Subject {hash}").format(hash=subject[:SUBJECT_SHOWN]))


def _page(review: str, subject: str, found: list[Difference]) -> str:
    title, about = _("Review {id}").format(id=review), _("Subject {hash}").format(hash=subject)
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{user_language()}"><head><meta charset="utf-8"><title>{escape(title)}</title>',
            f"<style>{STYLE}</style></head><body><main><h1>{escape(title)}</h1>",
            *(it.html() for it in found),
            f"<p>{escape(about)}</p>",
            "</main></body></html>",
            "",
        ]
    )
