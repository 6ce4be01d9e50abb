"""`ccm access list|explain`: who may do what, and why not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import click

from ccm.commands.access import role_data
from ccm.commands.acting import SIGNING_IN, acts
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON
from ccm.dossier.names import change_name
from ccm.store.actor import Actor, Given
from ccm.store.explaining import ACTIONS, explain
from ccm.store.home import Home, open_home
from ccm.store.people import Known, people
from ccm.terminal import Exit, print_json, print_problems, print_table, problem_data
from ccm.words import Speech, _, user_language
from content_blocks.change_class import ORDER


@click.command(
    "list",
    cls=Command,
    help=paragraphs(
        _("List everybody with their roles, and the numbers to take them away by."),
        _("Exit codes: 0 shown, 1 there is no store."),
    ),
    epilog=example("ccm access list"),
)
@AS_JSON
def list_people(as_json: bool) -> None:
    """By sign-in name."""
    found = people(open_home())
    if as_json:
        print_json([_data(it) for it in found])
        return
    columns = [_("Sign-in name"), _("Name"), _("Number"), _("Role"), _("For")]
    print_table(columns, (row for it in found for row in _rows(it)))


def _rows(known: Known) -> Iterator[tuple[str, ...]]:
    """A line for each role; of who has none, or was shut out, one that says so."""
    name = _("{name}, shut out").format(name=known.name) if known.disabled else known.name
    for number, given in known.given:
        yield known.login, name, str(number), given.role, _reach(given)
    if not known.given:
        yield known.login, name, "", "", ""


def _reach(given: Given) -> str:
    changes = (change_name(change, Speech(user_language())) for change in given.changes)
    return " · ".join(filter(None, (given.step, given.area, ", ".join(changes))))


def _data(known: Known) -> dict[str, Any]:
    roles = [{"number": number, **role_data(it)} for number, it in known.given]
    return {"login": known.login, "name": known.name, "disabled": known.disabled, "roles": roles}


@click.command(
    "explain",
    cls=Command,
    help=paragraphs(
        _("Say whether somebody may do something now, and if not, for which reasons."),
        _(
            "The answer comes from the very rules that decide. Actions: {actions}. THING is KIND/NAME, review/ID, "
            "log or people. Everybody may ask about themselves."
        ).format(actions=", ".join(ACTIONS)),
        SIGNING_IN,
        _("Exit codes: 0 they may, 1 they may not, 2 wrong usage."),
    ),
    epilog=example(
        "ccm access explain bruno save block/complaints --as ada",
        "ccm access explain dilek approve review/r-0123456789 --as dilek",
    ),
)
@click.argument("login", metavar=_("LOGIN"))
@click.argument("action", metavar=_("ACTION"))
@click.argument("thing", metavar=_("THING"))
@AS_JSON
@acts
def explain_access(home: Home, by: Actor, login: str, action: str, thing: str, as_json: bool) -> None:
    """Nothing is done."""
    found = explain(home, by, login, action, thing)
    changes = [change for change in ORDER if change in found.changes]
    if as_json:
        reasons = [problem_data(problem) for problem in found.because]
        print_json({"allowed": found.allowed, "because": reasons, "changes": changes})
    elif found.allowed:
        click.echo(_("{login} may do that.").format(login=login))
        if changes:
            named = ", ".join(change_name(change, Speech(user_language())) for change in changes)
            click.echo(_("Classes of change: {changes}").format(changes=named))
    else:
        click.echo(_("{login} may not do that.").format(login=login))
        print_problems(found.because)
    sys.exit(Exit.DONE if found.allowed else Exit.FAILED)
