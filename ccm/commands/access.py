"""`ccm access add|grant|revoke|disable|password`: who is let in, and what they may do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from ccm.commands.acting import AS, NEW_PASSWORD, SIGNING_IN, acts, chosen_password, sign_in
from ccm.commands.frame import Group, example, paragraphs
from ccm.commands.options import AS_JSON, Count
from ccm.commands.typed import typed
from ccm.store.actor import ROLES, Actor, Given, Role
from ccm.store.home import Home, open_home
from ccm.store.passwords import set_password
from ccm.store.people import add_person, disable, grant, revoke
from ccm.terminal import print_json
from ccm.words import _
from content_blocks.strictness import ORDER

LOGIN = click.argument("login", metavar=_("LOGIN"))
CHANGES = {change.replace(" ", "-"): change for change in ORDER[1:]}
"""The classes of change as they are typed: without quotes."""
ALL = "all"
CHANGED = _("Exit codes: 0 done, 1 refused, 2 wrong usage.")


@click.group(
    cls=Group,
    help=paragraphs(
        _("Let people in, and say what they may do."),
        _(
            "Roles are author, reviewer of a step, publisher, operator, auditor and admin. Each is for an area of "
            "items, and counts at the moment something is done."
        ),
        CHANGED,
    ),
    epilog=example("ccm access add clara --name 'Clara Recht' --as ada", "ccm access list"),
)
def access() -> None:
    """The group of access commands."""


@access.command(
    "add",
    help=paragraphs(_("Add a person, who can do nothing yet."), SIGNING_IN, CHANGED),
    epilog=example("ccm access add clara --name 'Clara Recht' --email clara@example.org --as ada"),
)
@LOGIN
@click.option("--name", metavar=_("TEXT"), required=True, help=_("The person's own name."))
@click.option("--email", metavar=_("ADDRESS"), default="", help=_("Where mail reaches them."))
@AS_JSON
@acts
def add(home: Home, by: Actor, login: str, name: str, email: str, as_json: bool) -> None:
    """For administrators."""
    number = add_person(home, by, login, name, email)
    if as_json:
        print_json({"id": number, "login": login, "name": name})
        return
    click.echo(_("Added: {name} ({login}). Next, a role and a password:").format(name=name, login=login))
    click.echo(f"  {typed('access', 'grant', login, 'author')}")
    click.echo(f"  {typed('access', 'password', login)}")


@access.command(
    "grant",
    help=paragraphs(
        _("Give somebody a role, for all items or for an area of them."),
        _(
            "A reviewer is one for a step, named with --step. An author may make everyday changes; with --change "
            "those that are named. Regulated wording, which “all” includes, is for those who own what is locked."
        ),
        SIGNING_IN,
        CHANGED,
    ),
    epilog=example(
        "ccm access grant bruno author --area 'template/letter-*' --as ada",
        "ccm access grant clara author --change all --as ada",
        "ccm access grant emil reviewer --step compliance --as ada",
    ),
)
@LOGIN
@click.argument("role", type=click.Choice(ROLES))
@click.option(
    "--area", metavar=_("PATTERN"), default="*", show_default=True, help=_("The items, as KIND/NAME with * and ?.")
)
@click.option("--step", metavar=_("STEP"), default="", help=_("The step of the workflow that a reviewer answers."))
@click.option(
    "--change",
    "changes",
    type=click.Choice([*CHANGES, ALL]),
    multiple=True,
    help=_("A class of change that an author may make; several may be given."),
)
@AS_JSON
@acts
def grant_role(
    home: Home, by: Actor, login: str, role: Role, area: str, step: str, changes: tuple[str, ...], as_json: bool
) -> None:
    """It counts from now on."""
    given = Given(role, area, step, tuple(dict.fromkeys(_classes(changes))))
    number = grant(home, by, login, given)
    if as_json:
        print_json({"number": number, "login": login, **role_data(given)})
        return
    click.echo(_("{login} has the role {role} now, as number {number}.").format(login=login, role=role, number=number))


@access.command(
    "revoke",
    help=paragraphs(
        _("Take a role away, by the number that “ccm access list” shows."),
        _("What was done with it stays done. The last administrator keeps theirs."),
        SIGNING_IN,
        CHANGED,
    ),
    epilog=example("ccm access revoke 7 --as ada"),
)
@click.argument("number", metavar=_("NUMBER"), type=Count(min=1))
@acts
def revoke_role(home: Home, by: Actor, number: int) -> None:
    """It counts from now on."""
    revoke(home, by, number)
    click.echo(_("The role with the number {number} is taken away.").format(number=number))


@access.command(
    "disable",
    help=paragraphs(
        _("Shut somebody out, at once and wherever they are signed in."),
        _("What they did stays theirs, and so does the sign-in name."),
        SIGNING_IN,
        CHANGED,
    ),
    epilog=example("ccm access disable bruno --as ada"),
)
@LOGIN
@acts
def disable_person(home: Home, by: Actor, login: str) -> None:
    """For administrators."""
    disable(home, by, login)
    click.echo(_("{login} is shut out.").format(login=login))


@access.command(
    "password",
    help=paragraphs(
        _("Set a password: your own, or as an administrator somebody's."),
        _(
            "It is asked for twice, or stands in CCM_NEW_PASSWORD, and has 15 characters at least. Nobody has to sign "
            "in for it while no administrator can."
        ),
        SIGNING_IN,
        CHANGED,
    ),
    epilog=example("ccm access password clara --as ada"),
)
@LOGIN
@AS
def password(login: str, acting: str | None) -> None:
    """All sessions of the person end."""
    home = open_home()
    by, old = sign_in(home, acting) if acting else (None, "")
    new = chosen_password(login, NEW_PASSWORD)
    set_password(home, by, login, new, old=old)
    click.echo(_("{login} has a new password.").format(login=login))


def _classes(typed_ones: Iterable[str]) -> Iterator[str]:
    for name in typed_ones:
        yield from CHANGES.values() if name == ALL else [CHANGES[name]]


def role_data(given: Given) -> dict[str, object]:
    """A role for programs."""
    return {"role": given.role, "area": given.area, "step": given.step, "changes": list(given.changes)}
