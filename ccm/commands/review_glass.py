"""`ccm review break-glass|glasses`: in an emergency, and for everybody to see."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from approvals.break_glass import BreakGlass
from ccm.commands.acting import SIGNING_IN, acts
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON, TEMPLATE, Count, today
from ccm.commands.reviewed import moment
from ccm.store.actor import Actor
from ccm.store.breaking_glass import break_glass
from ccm.store.glasses import all_glasses, is_open
from ccm.store.home import Home, open_home
from ccm.store.reviews import names_of
from ccm.terminal import print_json, print_table
from ccm.words import _


@click.command(
    "break-glass",
    cls=Command,
    help=paragraphs(
        _("Let one bundle out before its approval, for some hours."),
        _(
            "A bundle is a template in one language under one brand, with all it shows, as it was saved last. Only "
            "who renders with --break-glass uses it, every certificate of such a run says so, and a review opens by "
            "itself; when that is rejected or withdrawn, or the time is over, nothing goes out under it any more. A "
            "glass over a bundle is broken once."
        ),
        SIGNING_IN,
        _("Exit codes: 0 opened, 1 refused, 2 wrong usage."),
    ),
    epilog=example(
        "ccm review break-glass account-statement --language de --brand ahorn --hours 24 "
        "--reason 'The deadline in it is wrong' --as paul"
    ),
)
@TEMPLATE
@click.option("--language", metavar=_("LANGUAGE"), required=True, help=_("The one language, such as de."))
@click.option("--brand", metavar=_("BRAND"), required=True, help=_("The one brand."))
@click.option("--hours", type=Count(1, 72), required=True, help=_("For how long, at most 72."))
@click.option("--reason", metavar=_("TEXT"), required=True, help=_("Why it cannot wait; certificates show it."))
@click.option(
    "--approved-versions", is_flag=True, help=_("No drafts, only a combination of versions that each are approved.")
)
@AS_JSON
@acts
def break_one(
    home: Home,
    by: Actor,
    template: str,
    language: str,
    brand: str,
    hours: int,
    reason: str,
    approved_versions: bool,
    as_json: bool,
) -> None:
    """For publishers of the template."""
    review = break_glass(home, by, template, language, brand, hours, reason, today(), draft=not approved_versions)
    with home.reading() as session:
        glass = next(it for it in all_glasses(session, home.organisation, template) if it.review == review)
    if as_json:
        print_json(glass.record())
        return
    words = _("Open until {until}, with --break-glass; the review of it is {review}.")
    click.echo(words.format(until=moment(glass.until), review=review))


@click.command(
    "glasses",
    cls=Command,
    help=paragraphs(
        _("List what was let out before its approval, the newest first."),
        _("Exit codes: 0 shown, 1 there is no store."),
    ),
    epilog=example("ccm review glasses"),
)
@AS_JSON
def list_glasses(as_json: bool) -> None:
    """Also those that are closed."""
    home, now = open_home(), datetime.now(UTC)
    with home.reading() as session:
        found = [(it, is_open(session, it, now)) for it in all_glasses(session, home.organisation)]
        names = names_of(session, home.organisation)
    if as_json:
        print_json([{**it.record(), "opened_by": names[it.opened_by], "open": still} for it, still in found])
    elif found:
        columns = [_("Review"), _("Open"), _("By"), _("From"), _("Until"), _("Reason")]
        print_table(columns, [_row(it, still, names[it.opened_by]) for it, still in found])
    else:
        click.echo(_("No glass was ever broken."))


def _row(glass: BreakGlass, still: bool, login: str) -> tuple[str, ...]:
    state = _("yes") if still else _("no")
    return glass.review, state, login, moment(glass.opened_at), moment(glass.until), glass.reason
