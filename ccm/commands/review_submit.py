"""`ccm review submit`: drafts are put before those who decide."""

from __future__ import annotations

from datetime import date

import click

from ccm.commands.acting import SIGNING_IN, acts
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON, Day, today
from ccm.commands.reviewed import look, tell
from ccm.commands.things import THINGS, Thing
from ccm.commands.typed import typed
from ccm.store.actor import Actor
from ccm.store.home import Home
from ccm.store.submitting import Wanted, submit, submit_drafts
from ccm.words import _


@click.command(
    "submit",
    cls=Command,
    help=paragraphs(
        _("Ask for the approval of drafts, which then go live together."),
        _(
            "Without KIND/NAME it is all that was saved and not approved yet. For every template that is touched it "
            "is computed what would go out, in each language and brand, on every day that makes a difference; all of "
            "that is frozen in the review. Whatever speaks against it is told at once, and nothing is submitted."
        ),
        _(
            "With --language nothing is asked in any other, so that a stale translation holds up only itself. What was "
            "left out can be asked for later, by KIND/NAME."
        ),
        SIGNING_IN,
        _("Exit codes: 0 submitted, 1 refused, 2 wrong usage."),
    ),
    epilog=example("ccm review submit block/complaints --start 2027-01-01 --title 'Answer sooner' --as clara"),
)
@THINGS
@click.option(
    "--start", metavar=_("DAY"), type=Day(), help=_("The first day on which it goes out, if its files name none.")
)
@click.option("--title", metavar=_("TEXT"), default="", help=_("What it is about, for those who decide."))
@click.option(
    "--language", "languages", metavar=_("LANGUAGE"), multiple=True, help=_("Only in this language; more than once.")
)
@AS_JSON
@acts
def submit_review(
    home: Home,
    by: Actor,
    things: tuple[Thing, ...],
    start: date | None,
    title: str,
    languages: tuple[str, ...],
    as_json: bool,
) -> None:
    """Who submits cannot decide."""
    if things:
        name = submit(home, by, [Wanted(*thing) for thing in things], today(), start, title, languages=languages)
    else:
        name = submit_drafts(home, by, today(), start, title, languages=languages)
    tell(look(home, name), as_json)
    if not as_json:
        click.echo(_("Look at it: {command}").format(command=typed("review", "diff", name)))
