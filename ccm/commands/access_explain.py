"""`ccm access explain`: whether somebody may do something, and why not."""

from __future__ import annotations

import sys

import click

from ccm.commands.acting import SIGNING_IN, acts
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON
from ccm.dossier.names import change_name
from ccm.store.actor import Actor
from ccm.store.explaining import ACTIONS, explain
from ccm.store.home import Home
from ccm.terminal import Exit, print_json, print_problems, problem_data
from ccm.words import Speech, _, user_language
from content_blocks.strictness import ORDER


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
