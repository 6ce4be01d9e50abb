"""`ccm template share|shares|unshare`: a proof for somebody without an account."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import click

from approvals.record import instant
from ccm.commands.acting import SIGNING_IN, acts
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON, BRAND, DAY, DRAFT, Count
from ccm.commands.reviewed import moment
from ccm.rendering import channels_of
from ccm.shared_proofs import Ask, print_here, share_proof
from ccm.store.actor import Actor
from ccm.store.home import Home
from ccm.store.sharing import LONGEST, USUAL, Link, end_share
from ccm.store.sharing import shares as all_shares
from ccm.terminal import print_json, print_table
from ccm.words import _
from content_blocks.document import CHANNELS


@click.command(
    "share",
    cls=Command,
    help=paragraphs(
        _("Make a link that shows one proof to whoever has it."),
        _(
            "Prints what the link ends with, which is shown only now: a server shows the proof under "
            "/api/v1/shared/TOKEN, as it is at this moment, for a persona, and to nobody after the link is over."
        ),
        SIGNING_IN,
        _("Exit codes: 0 shared, 1 refused, 2 wrong usage."),
    ),
    epilog=example("ccm template share account-statement --persona typical --days 7 --as clara"),
)
@click.argument("template", metavar=_("TEMPLATE"))
@click.option("--persona", metavar=_("NAME"), required=True, help=_("A test record that comes with the template."))
@click.option(
    "--channel",
    type=click.Choice([*CHANNELS, "all"]),
    default="all",
    show_default=True,
    help=_("The channel to show."),
)
@click.option("--version", metavar=_("RANGE"), default="", help=_("The version or range of versions that will do."))
@click.option("--language", metavar=_("LANGUAGE"), help=_("The language, such as de, instead of the record's own."))
@click.option(
    "--days", type=Count(1, LONGEST), default=USUAL, show_default=True, help=_("How long the link is good for.")
)
@BRAND
@DAY
@DRAFT
@AS_JSON
@acts
def share_template(
    home: Home,
    by: Actor,
    template: str,
    persona: str,
    channel: str,
    version: str,
    language: str | None,
    days: int,
    brand: str | None,
    day: date,
    draft: bool,
    as_json: bool,
) -> None:
    """The token alone, so that it can be handed on by another program."""
    ask = Ask(template, persona, day, draft, version, language, brand, channels_of([channel]))
    token = share_proof(home, by, ask, print_here, days)
    if as_json:
        print_json({"token": token, "path": f"/api/v1/shared/{token}"})
        return
    click.echo(token)


@click.command(
    "shares",
    cls=Command,
    help=paragraphs(
        _("List the links to proofs of what you may read."),
        SIGNING_IN,
        _("Exit codes: 0 listed, 1 refused, 2 wrong usage."),
    ),
    epilog=example("ccm template shares --as clara"),
)
@AS_JSON
@acts
def list_shares(home: Home, by: Actor, as_json: bool) -> None:
    """The newest first."""
    found = all_shares(home, by)
    if as_json:
        print_json([_data(it) for it in found])
        return
    if not found:
        click.echo(_("No proof was shared."))
        return
    now = datetime.now(UTC)
    columns = [_("Link"), _("Template"), _("Persona"), _("By"), _("Good until")]
    print_table(columns, [_row(it, now) for it in found])


@click.command(
    "unshare",
    cls=Command,
    help=paragraphs(
        _("Take a link back; it leads nowhere from now on."),
        _("It is for whoever made the link, and for administrators."),
        SIGNING_IN,
        _("Exit codes: 0 taken back, 1 refused, 2 wrong usage."),
    ),
    epilog=example("ccm template unshare abcdefgh23456777 --as clara"),
)
@click.argument("link", metavar=_("LINK"))
@acts
def unshare(home: Home, by: Actor, link: str) -> None:
    """By the name that `shares` shows."""
    end_share(home, by, link)
    click.echo(_("Taken back."))


def _row(found: Link, now: datetime) -> tuple[str, ...]:
    over = _("taken back") if found.ended else _("over") if now >= found.expires else moment(found.expires)
    return found.id, f"{found.proof.template} {found.proof.version}", found.proof.persona, found.made_by, over


def _data(found: Link) -> dict[str, Any]:
    proof = found.proof
    return {
        "link": found.id,
        "template": proof.template,
        "version": proof.version,
        "draft": proof.draft,
        "language": proof.language,
        "brand": proof.brand,
        "persona": proof.persona,
        "day": proof.day,
        "bundle": proof.bundle,
        "by": found.made_by,
        "expires": instant(found.expires),
        "ended": instant(found.ended) if found.ended else None,
    }
