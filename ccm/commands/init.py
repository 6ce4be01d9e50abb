"""`ccm init`: found a store, or bring one up to date."""

from __future__ import annotations

import os

import click

from ccm.commands.acting import PASSWORD, at_terminal, chosen_password
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON
from ccm.commands.typed import typed
from ccm.store.home import Home
from ccm.store.opening import First, open_store, upgrade
from ccm.terminal import print_facts, print_json
from ccm.words import _


@click.command(
    "init",
    cls=Command,
    help=paragraphs(
        _("Found a store, with an administrator who lets others in."),
        _(
            "The store is a database and a signing key in the folder CCM_HOME, ~/.ccm if that is not set; with "
            "CCM_DATABASE_URL the database is PostgreSQL, with CCM_SIGNING_KEY the key is one in a token. The password "
            "of the administrator is asked for twice, or stands in CCM_PASSWORD. With --upgrade a database that is "
            "there gets the schema of this program; make a backup first."
        ),
        _(
            "On PostgreSQL both are done by the owner of the database. Everyday work signs in as another role, which "
            "CCM_DATABASE_ROLE names: it gets what it needs, and cannot change what was written."
        ),
        _("Exit codes: 0 the store is there, 1 it cannot be made, 2 wrong usage."),
    ),
    epilog=example(
        'ccm init --organisation ahorn --title "Ahorn Bank" --admin ada',
        "ccm init --upgrade",
    ),
)
@click.option(
    "--organisation",
    metavar=_("NAME"),
    help=_("The short name of the organisation: small letters, digits, hyphens."),
)
@click.option("--title", metavar=_("TEXT"), help=_("What the organisation is called."))
@click.option("--admin", metavar=_("LOGIN"), help=_("The sign-in name of the administrator."))
@click.option("--name", metavar=_("TEXT"), help=_("The administrator's own name; the sign-in name if not given."))
@click.option("--upgrade", "only_upgrade", is_flag=True, help=_("Bring the schema of the database up to date."))
@AS_JSON
def init(
    organisation: str | None,
    title: str | None,
    admin: str | None,
    name: str | None,
    only_upgrade: bool,
    as_json: bool,
) -> None:
    """Either or."""
    if only_upgrade:
        if organisation or title or admin or name:
            raise click.UsageError(_("--upgrade goes with no other option."))
        _tell_schema(upgrade(), as_json)
        return
    organisation = _said(organisation, "--organisation", _("Short name of the organisation"))
    title = _said(title, "--title", _("What it is called"))
    admin = _said(admin, "--admin", _("Sign-in name of the administrator"))
    first = First(admin, name or admin, chosen_password(admin, PASSWORD))
    _tell_founded(open_store(organisation, title, first, os.environ), title, admin, as_json)


def _said(given: str | None, option: str, question: str) -> str:
    """What was given, or is said when asked; a usage error where there is nobody to ask."""
    if given:
        return given
    if not at_terminal():
        raise click.UsageError(_("Give {option}.").format(option=option))
    answer: str = click.prompt(question, err=True)
    return answer


def _tell_schema(schema: str, as_json: bool) -> None:
    if as_json:
        print_json({"schema": schema})
    else:
        click.echo(_("The database has the schema of this program: {schema}.").format(schema=schema))


def _tell_founded(home: Home, title: str, admin: str, as_json: bool) -> None:
    key = home.key_name if home.token else str(home.key_file)
    founded = {"organisation": home.organisation, "title": title, "place": str(home.place), "admin": admin}
    if as_json:
        print_json({**founded, "key": key})
        return
    click.echo(_("Founded: {title}, with {admin} as its administrator.").format(title=title, admin=admin))
    print_facts({_("Place"): str(home.place), _("Signing key"): key})
    if not home.token:
        click.echo(_("Keep a copy of the key where only you find it: nothing can be signed without it."))
    click.echo()
    click.echo(_("Next, let somebody in and bring items in:"))
    for words in _next(admin):
        click.echo(f"  {typed(*words)}")


def _next(admin: str) -> list[tuple[str, ...]]:
    login = "clara"
    return [
        ("access", "add", login, "--name", "Clara Recht", "--as", admin),
        ("access", "grant", login, "author", "--change", "all", "--as", admin),
        ("access", "password", login, "--as", admin),
        ("import", "my-library", "--as", login),
        ("review", "submit", "--as", login),
    ]
