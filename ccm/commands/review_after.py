"""`ccm review certificate|postpone|take-back`: what comes after the last decision."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ccm.commands.acting import SIGNING_IN, acts
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import Day, today
from ccm.commands.review_decide import REASON
from ccm.commands.review_look import REVIEW
from ccm.store.actor import Actor
from ccm.store.home import Home, open_home
from ccm.store.retiring import postpone, take_back
from ccm.words import _, ngettext, user_language

DONE = _("Exit codes: 0 done, 1 refused, 2 wrong usage.")


@click.command(
    "certificate",
    cls=Command,
    help=paragraphs(
        _("Write the certificate of a review that is over."),
        _(
            "One PDF/A-3 with the texts, the redline, the messages of some personas before and after, what was "
            "checked, who decided, and all of it attached with its signatures."
        ),
        DONE,
    ),
    epilog=example("ccm review certificate r-0123456789 --out approval.pdf"),
)
@REVIEW
@click.option(
    "--out",
    metavar=_("FILE"),
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help=_("The file to write."),
)
def write_certificate(review: str, out: Path) -> None:
    """In the user's language; the records in it speak English."""
    from ccm.store.certifying import certificate  # only this one of all about reviews needs the press

    out.write_bytes(certificate(open_home(), review, user_language()))
    click.echo(str(out))


@click.command(
    "postpone",
    cls=Command,
    help=paragraphs(
        _("Let everything that a review published begin later."),
        _("Nothing can begin earlier than approved, and what has begun cannot be postponed."),
        SIGNING_IN,
        DONE,
    ),
    epilog=example("ccm review postpone r-0123456789 --to 2027-02-01 --reason 'new forms are late' --as emil"),
)
@REVIEW
@click.option("--to", "start", metavar=_("DAY"), type=Day(), required=True, help=_("The day it is to begin."))
@REASON
@acts
def postpone_review(home: Home, by: Actor, review: str, start: date, reason: str) -> None:
    """A publisher's decision."""
    _count(postpone(home, by, review, start, reason, today()))


@click.command(
    "take-back",
    cls=Command,
    help=paragraphs(
        _("Take everything that a review published out of force again."),
        _("What was in force before is so from now on; what was sent stays sent."),
        SIGNING_IN,
        DONE,
    ),
    epilog=example("ccm review take-back r-0123456789 --reason 'wrong paragraph' --as emil"),
)
@REVIEW
@REASON
@acts
def take_back_review(home: Home, by: Actor, review: str, reason: str) -> None:
    """A publisher's decision."""
    _count(take_back(home, by, review, reason))


def _count(versions: int) -> None:
    click.echo(ngettext("{count} version.", "{count} versions.", versions).format(count=versions))
