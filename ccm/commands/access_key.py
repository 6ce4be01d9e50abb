"""`ccm access key make|list|end`: keys by which programs act for somebody."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from approvals.record import instant
from ccm.commands.acting import SIGNING_IN, acts
from ccm.commands.frame import Group, example, paragraphs
from ccm.commands.options import AS_JSON, Count
from ccm.commands.reviewed import moment
from ccm.signing_in.tokens import prefix_of
from ccm.store.actor import SCOPES, Actor
from ccm.store.api_keys import LONGEST, KnownKey, end_key, keys, make_key
from ccm.store.home import Home, open_home
from ccm.terminal import print_json, print_table
from ccm.words import _

EXITS = _("Exit codes: 0 done, 1 refused, 2 wrong usage.")


@click.group(
    "key",
    cls=Group,
    help=paragraphs(
        _("Make API keys for programs, list them and call them back."),
        _(
            "A program with a key acts for its owner and has no more than they have at that moment, as far as the "
            "scopes of the key go. It never decides about a review."
        ),
        EXITS,
    ),
    epilog=example("ccm access key make 'core banking' --scope render --as olga", "ccm access key list"),
)
def key() -> None:
    """The group of commands about API keys."""


@key.command(
    "make",
    help=paragraphs(
        _("Make an API key, which is shown only now and kept nowhere."),
        _(
            "NAME says which program is going to use it. Only the key goes to the standard output, so that another "
            "program can take it from there. With --for an administrator makes one for somebody else."
        ),
        SIGNING_IN,
        EXITS,
    ),
    epilog=example("ccm access key make 'core banking' --scope render --scope batch --days 180 --as olga"),
)
@click.argument("name", metavar=_("NAME"))
@click.option(
    "--scope",
    "scopes",
    type=click.Choice(sorted(SCOPES)),
    multiple=True,
    required=True,
    help=_("What the key is good for; several may be given."),
)
@click.option("--days", type=Count(1, LONGEST), default=90, show_default=True, help=_("How long it is good for."))
@click.option("--for", "login", metavar=_("LOGIN"), default="", help=_("Whose key it is; your own if not given."))
@AS_JSON
@acts
def make(home: Home, by: Actor, name: str, scopes: tuple[str, ...], days: int, login: str, as_json: bool) -> None:
    """For people, not for programs."""
    shown = make_key(home, by, name, set(scopes), days, login=login)
    prefix = prefix_of(shown) or ""
    if as_json:
        print_json({"key": shown, "prefix": prefix})
        return
    click.echo(shown)
    click.echo(
        _("This is the key {prefix}. Nobody can show it again; keep it where only the program finds it.").format(
            prefix=prefix
        ),
        err=True,
    )


@key.command(
    "list",
    help=paragraphs(
        _("List all API keys: whose they are, what they are good for, and until when."),
        _("Exit codes: 0 shown, 1 there is no store."),
    ),
    epilog=example("ccm access key list"),
)
@AS_JSON
def list_keys(as_json: bool) -> None:
    """Those that are over too, the newest first."""
    found = keys(open_home())
    if as_json:
        print_json([_data(it) for it in found])
        return
    if not found:
        click.echo(_("There is no API key."))
        return
    now = datetime.now(UTC)
    columns = [_("Key"), _("Name"), _("Acts for"), _("Scopes"), _("Made by"), _("Good until")]
    print_table(columns, [_row(it, now) for it in found])


@key.command(
    "end",
    help=paragraphs(
        _("Call an API key back; it works no more from now on."),
        _("KEY is what “ccm access key list” shows of it: one's own, or for an administrator anybody's."),
        SIGNING_IN,
        EXITS,
    ),
    epilog=example("ccm access key end k3v9x2m4 --as olga"),
)
@click.argument("prefix", metavar=_("KEY"))
@acts
def end(home: Home, by: Actor, prefix: str) -> None:
    """At once."""
    end_key(home, by, prefix)
    click.echo(_("The key {prefix} is called back.").format(prefix=prefix))


def _row(found: KnownKey, now: datetime) -> tuple[str, ...]:
    over = _("called back") if found.ended else _("over") if now >= found.expires else moment(found.expires)
    return found.prefix, found.name, found.login, ", ".join(sorted(found.scopes)), found.made_by, over


def _data(found: KnownKey) -> dict[str, object]:
    return {
        "prefix": found.prefix,
        "name": found.name,
        "login": found.login,
        "scopes": sorted(found.scopes),
        "made_by": found.made_by,
        "made_at": instant(found.made_at),
        "expires": instant(found.expires),
        "ended": instant(found.ended) if found.ended else None,
    }
