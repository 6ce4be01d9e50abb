"""`ccm review invite|uninvite|opinions`: somebody from outside sees a review and says what they think of it."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from approvals.opinion import Stance, standing
from approvals.record import instant
from ccm.commands.acting import SIGNING_IN, acts
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON, Count
from ccm.commands.review_look import REVIEW
from ccm.commands.reviewed import moment
from ccm.store.actor import Actor
from ccm.store.home import Home, open_home
from ccm.store.inviting import LONGEST, Invitation, end_invitation, invitations_to, invite
from ccm.store.opinions import opinions_about
from ccm.terminal import print_json, print_table
from ccm.words import _


@click.command(
    "invite",
    cls=Command,
    help=paragraphs(
        _("Let somebody without an account see a review and say what they think."),
        _(
            "Prints the token of a signed link, which is shown only now and kept nowhere. Whoever has it sees the "
            "change, and may be for or against it; that is shown beside the votes and never counts as one."
        ),
        SIGNING_IN,
        _("Exit codes: 0 invited, 1 refused, 2 wrong usage."),
    ),
    epilog=example("ccm review invite r-0123456789 'Zoë Ångström, auditors' --days 7 --as dilek"),
)
@REVIEW
@click.argument("guest", metavar=_("NAME"))
@click.option("--days", type=Count(1, LONGEST), default=7, show_default=True, help=_("How long the link is good for."))
@AS_JSON
@acts
def invite_guest(home: Home, by: Actor, review: str, guest: str, days: int, as_json: bool) -> None:
    """The token alone, so that it can be handed on by another program."""
    token = invite(home, by, review, guest, days)
    if as_json:
        print_json({"review": review, "guest": guest, "token": token})
        return
    click.echo(token)


@click.command(
    "uninvite",
    cls=Command,
    help=paragraphs(
        _("Take an invitation back; its link leads nowhere from now on."),
        _("It is for whoever made the invitation, and for administrators. What the guest has said stays."),
        SIGNING_IN,
        _("Exit codes: 0 taken back, 1 refused, 2 wrong usage."),
    ),
    epilog=example("ccm review uninvite g-0123456789abcdef0123 --as dilek"),
)
@click.argument("invitation", metavar=_("INVITATION"))
@acts
def uninvite_guest(home: Home, by: Actor, invitation: str) -> None:
    """By the number that `opinions` shows."""
    end_invitation(home, by, invitation)
    click.echo(_("Taken back."))


@click.command(
    "opinions",
    cls=Command,
    help=paragraphs(
        _("Show who was invited to a review from outside, and what they think of it."),
        _("Exit codes: 0 shown, 1 there is no such review."),
    ),
    epilog=example("ccm review opinions r-0123456789"),
)
@REVIEW
@AS_JSON
def opinions_on(review: str, as_json: bool) -> None:
    """The last word of each, and all their comments."""
    home = open_home()
    with home.reading() as session:
        guests = invitations_to(session, home.organisation, review)
        said = standing(opinions_about(session, [review]))
    if as_json:
        thought = [
            {"guest": it.guest, "stance": it.stance, "words": it.words, "at": instant(it.at), "invitation": it.link}
            for it in said
        ]
        print_json({"invitations": [_data(it) for it in guests], "opinions": thought})
        return
    if not guests:
        click.echo(_("Nobody was invited."))
        return
    now = datetime.now(UTC)
    print_table([_("Invitation"), _("Guest"), _("By"), _("Good until")], [_row(it, now) for it in guests])
    if said:
        click.echo()
        rows = [(moment(it.at), it.guest, _stance(it.stance), it.words) for it in said]
        print_table([_("At"), _("Guest"), _("Opinion"), _("Words")], rows)


def _row(found: Invitation, now: datetime) -> tuple[str, ...]:
    over = _("taken back") if found.ended else _("over") if now >= found.expires else moment(found.expires)
    return found.id, found.guest, found.invited_by, over


def _data(found: Invitation) -> dict[str, str | None]:
    ended = instant(found.ended) if found.ended else None
    return {
        "invitation": found.id,
        "guest": found.guest,
        "by": found.invited_by,
        "expires": instant(found.expires),
        "ended": ended,
    }


def _stance(stance: Stance) -> str:
    return {"for": _("for it"), "against": _("against it"), "comment": _("comment")}[stance]
