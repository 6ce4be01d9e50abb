"""`ccm review list|due`: what waits, for whom, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import click

from ccm.commands.frame import Group, example, paragraphs
from ccm.commands.options import AS_JSON
from ccm.commands.reviewed import moment, state_name, step_name, summary, waits
from ccm.dossier.names import change_name
from ccm.store.home import Home, open_home
from ccm.store.reviews import Filed, all_reviews, names_of
from ccm.store.waiting import Waiting, waiting
from ccm.terminal import print_json, print_table
from ccm.words import Speech, _, user_language


@click.group(
    cls=Group,
    help=paragraphs(
        _("Ask for approval, look at what is asked, and decide."),
        _(
            "A review is about exact versions and all that would go out because of them; each has one hash over it "
            "all, its subject. What is approved goes live on its day by itself."
        ),
        _("Exit codes: 0 done, 1 refused, 2 wrong usage."),
    ),
    epilog=example("ccm review submit block/complaints --as clara", "ccm review list"),
)
def review() -> None:
    """The group of review commands."""


@review.command(
    "list",
    help=paragraphs(
        _("List the reviews that wait for a decision: on whom, and until when."),
        _("Exit codes: 0 shown, 1 there is no store."),
    ),
    epilog=example("ccm review list", "ccm review list --all"),
)
@click.option("--all", "everything", is_flag=True, help=_("Also those that are over, the newest first."))
@AS_JSON
def list_reviews(everything: bool, as_json: bool) -> None:
    """Without --all the earliest deadline first."""
    home = open_home()
    open_ones = {it.review.row.id: it for it in waiting(home)}
    found = _all(home) if everything else [it.review for it in open_ones.values()]
    if as_json:
        names = _names(home)
        print_json([summary(it, names, open_ones.get(it.row.id)) for it in found])
        return
    if not found:
        click.echo(_("Nothing waits for a decision."))
        return
    columns = [_("Review"), _("State"), _("Change"), _("Due"), _("Title")]
    print_table(columns, [_row(it, open_ones.get(it.row.id)) for it in found])


def _row(found: Filed, open_one: Waiting | None) -> tuple[str, ...]:
    stands = waits(open_one) if open_one else state_name(found.state)
    due = moment(open_one.due) if open_one and open_one.due else ""
    return found.row.id, stands, change_name(found.row.change, Speech(user_language())), due, found.row.title


@review.command(
    "due",
    help=paragraphs(
        _("List the deadlines of open reviews, what is overdue on top."),
        _("The days of a step count from when the step before it was passed. It is computed when somebody asks."),
        _("Exit codes: 0 shown, 1 there is no store."),
    ),
    epilog=example("ccm review due"),
)
@AS_JSON
def due_reviews(as_json: bool) -> None:
    """Steps without a deadline are left out."""
    home, now = open_home(), datetime.now(UTC)
    found = [it for it in waiting(home) if it.due]
    if as_json:
        names = _names(home)
        print_json([{**summary(it.review, names, it), "overdue": it.is_overdue(now)} for it in found])
        return
    if not found:
        click.echo(_("No deadline is running."))
        return
    print_table([_("Due"), _("Step"), _("People"), _("Review"), _("Title")], _deadlines(found, now))


def _deadlines(found: Iterable[Waiting], now: datetime) -> Iterable[tuple[str, ...]]:
    for it in found:
        assert it.due is not None
        words = _("{day}, overdue") if it.is_overdue(now) else "{day}"
        due = words.format(day=moment(it.due))
        yield due, step_name(it.step), ", ".join(it.people), it.review.row.id, it.review.row.title


def _all(home: Home) -> list[Filed]:
    with home.reading() as session:
        return all_reviews(session, home.organisation)


def _names(home: Home) -> dict[str, str]:
    with home.reading() as session:
        return names_of(session, home.organisation)
