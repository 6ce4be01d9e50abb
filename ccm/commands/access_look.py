"""`ccm access list`: who there is, and what they may do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from ccm.commands.access import role_data
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON
from ccm.dossier.names import change_name
from ccm.store.actor import Given
from ccm.store.home import open_home
from ccm.store.people import Known, people
from ccm.terminal import print_json, print_table
from ccm.words import Speech, _, user_language


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
