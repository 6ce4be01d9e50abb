"""`ccm review approve|reject|withdraw`: decisions, each about exactly what somebody has seen."""

from __future__ import annotations

import re
import sys
from typing import Any

import click

from approvals.decision import DecisionKind
from ccm.commands.acting import SIGNING_IN, acts, at_terminal
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON, today
from ccm.commands.review_look import REVIEW, differences
from ccm.commands.reviewed import SUBJECT_SHOWN, look, looked_at, print_change, tell
from ccm.store.actor import Actor
from ccm.store.deciding import decide
from ccm.store.home import Home
from ccm.terminal import Exit
from ccm.words import _

DECIDED = _("Exit codes: 0 decided, 1 refused, 2 wrong usage.")
REASON = click.option("--reason", metavar=_("TEXT"), required=True, help=_("Why; the author has to be able to use it."))


class Subject(click.ParamType[str]):
    """The hash of what a review is about, or its first digits."""

    name = "subject"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The digits, or a usage error."""
        if not re.fullmatch(rf"[0-9a-f]{{{SUBJECT_SHOWN},64}}", value):
            message = _("“{value}” is no subject; give at least its first {count} digits.")
            self.fail(message.format(value=value, count=SUBJECT_SHOWN), param, ctx)
        return str(value)


@click.command(
    "approve",
    cls=Command,
    help=paragraphs(
        _("Answer the open step of a review with yes."),
        _(
            "A decision is about what was seen: --subject is the hash that “ccm review diff” ends with. On a terminal "
            "it can be left out; then what changes is shown, and asked about. The last approval makes everything fit "
            "to go out on its day."
        ),
        SIGNING_IN,
        DECIDED,
    ),
    epilog=example("ccm review approve r-0123456789 --subject 0123456789ab --as dilek"),
)
@REVIEW
@click.option(
    "--subject", metavar=_("HASH"), type=Subject(), help=_("What was seen: the first 12 digits of it, or more.")
)
@AS_JSON
@acts
def approve(home: Home, by: Actor, review: str, subject: str | None, as_json: bool) -> None:
    """Nobody approves what they wrote or submitted."""
    if subject is None and (as_json or not at_terminal()):
        raise click.UsageError(_("Say what you have seen, with --subject."))
    seen = _whole(home, review, subject) if subject else _asked(home, review)
    _decide(home, by, review, "approved", seen, "", as_json)


def _whole(home: Home, review: str, digits: str) -> str:
    """The subject that some digits begin; other digits stay what they are, and are refused as such."""
    subject = look(home, review).review.row.subject
    return subject if subject.startswith(digits) else digits


def _asked(home: Home, review: str) -> str:
    """The subject, once somebody has seen what it stands for and said yes."""
    looked = look(home, review)
    print_change(looked)
    for line in (line for it in differences(home, review) for line in it.headings()):
        click.echo(f"  {line}")
    if not click.confirm(_("Have you seen what this stands for, and do you agree that it is sent?"), err=True):
        click.echo(_("Nothing was decided."), err=True)
        sys.exit(Exit.FAILED)
    return looked.review.row.subject


@click.command(
    "reject",
    cls=Command,
    help=paragraphs(_("Say no to a review, which ends it; what it was about are drafts again."), SIGNING_IN, DECIDED),
    epilog=example("ccm review reject r-0123456789 --reason 'The deadline is missing.' --as emil"),
)
@REVIEW
@REASON
@AS_JSON
@acts
def reject(home: Home, by: Actor, review: str, reason: str, as_json: bool) -> None:
    """Whoever may say yes may say no."""
    _decide(home, by, review, "rejected", look(home, review).review.row.subject, reason, as_json)


@click.command(
    "withdraw",
    cls=Command,
    help=paragraphs(_("Take back what you submitted or wrote, before it is decided."), SIGNING_IN, DECIDED),
    epilog=example("ccm review withdraw r-0123456789 --reason 'A better wording comes.' --as clara"),
)
@REVIEW
@REASON
@AS_JSON
@acts
def withdraw(home: Home, by: Actor, review: str, reason: str, as_json: bool) -> None:
    """Not for reviewers: they reject."""
    _decide(home, by, review, "withdrawn", look(home, review).review.row.subject, reason, as_json)


def _decide(home: Home, by: Actor, review: str, kind: DecisionKind, subject: str, reason: str, as_json: bool) -> None:
    after = decide(home, by, review, kind, subject, today(), reason)
    with home.reading() as session:
        tell(looked_at(session, after), as_json)
