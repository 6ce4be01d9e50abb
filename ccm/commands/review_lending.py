"""`ccm review lend|lendings|end-lending`: a reviewer who is away lets a colleague answer a step in their place."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import click

from approvals.record import instant
from ccm.commands.acting import SIGNING_IN, acts
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON, Day
from ccm.commands.reviewed import moment
from ccm.store.actor import Actor
from ccm.store.home import Home, open_home
from ccm.store.lending import Lent, end_lending, lend, lendings
from ccm.terminal import print_json, print_table
from ccm.words import _


@click.command(
    "lend",
    cls=Command,
    help=paragraphs(
        _("Lend your right to answer a step to a colleague, for some days."),
        _(
            "It stays your right: it counts once, whoever of you uses it, and nobody can lend it on. It is of no use "
            "for what you wrote yourself, and ends when you lose it."
        ),
        SIGNING_IN,
        _("Exit codes: 0 lent, 1 refused, 2 wrong usage."),
    ),
    epilog=example("ccm review lend compliance emil --from 2026-12-21 --until 2027-01-03 --as dilek"),
)
@click.argument("step", metavar=_("STEP"))
@click.argument("login", metavar=_("LOGIN"))
@click.option("--from", "first", metavar=_("DAY"), type=Day(), help=_("The first day, in universal time; now if none."))
@click.option("--until", "last", metavar=_("DAY"), type=Day(), required=True, help=_("The last day, to its end."))
@AS_JSON
@acts
def lend_step(home: Home, by: Actor, step: str, login: str, first: date | None, last: date, as_json: bool) -> None:
    """Whole days, in universal time."""
    start = _midnight(first) if first else datetime.now(UTC)
    number = lend(home, by, step, login, start, _midnight(last) + timedelta(days=1))
    lent = next(it for it in lendings(home) if it.number == number)
    if as_json:
        print_json(_data(lent))
        return
    words = _("{number}: {to} may answer {step} for {lender}, from {start} until {until}.")
    click.echo(words.format(**{**_data(lent), "start": moment(lent.start), "until": moment(lent.until)}))


@click.command(
    "lendings",
    cls=Command,
    help=paragraphs(
        _("List the rights that were lent, the newest first."),
        _("Exit codes: 0 shown, 1 there is no store."),
    ),
    epilog=example("ccm review lendings"),
)
@AS_JSON
def list_lendings(as_json: bool) -> None:
    """Also those that are over."""
    found = lendings(open_home())
    if as_json:
        print_json([_data(it) for it in found])
    elif found:
        columns = [_("Number"), _("Step"), _("Lender"), _("Colleague"), _("From"), _("Until"), _("Ended")]
        print_table(columns, [_row(it) for it in found])
    else:
        click.echo(_("No right was ever lent."))


@click.command(
    "end-lending",
    cls=Command,
    help=paragraphs(
        _("Take a right back that you lent, or give one back."),
        _("What was decided with it stays decided."),
        SIGNING_IN,
        _("Exit codes: 0 ended, 1 refused, 2 wrong usage."),
    ),
    epilog=example("ccm review end-lending 3 --as dilek"),
)
@click.argument("number", metavar=_("NUMBER"), type=int)
@acts
def end_one(home: Home, by: Actor, number: int) -> None:
    """For the two of them only."""
    end_lending(home, by, number)
    click.echo(_("{number} is ended.").format(number=number))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _data(lent: Lent) -> dict[str, object]:
    return {
        "number": lent.number,
        "step": lent.step,
        "lender": lent.lender,
        "to": lent.to,
        "start": instant(lent.start),
        "until": instant(lent.until),
        "ended_at": instant(lent.ended_at) if lent.ended_at else None,
    }


def _row(lent: Lent) -> tuple[str, ...]:
    ended = moment(lent.ended_at) if lent.ended_at else ""
    return str(lent.number), lent.step, lent.lender, lent.to, moment(lent.start), moment(lent.until), ended
