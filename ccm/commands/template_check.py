"""`ccm template check|test|stamp`: is a template fit to be used, and does it do what its author expects?"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from ccm.checking import check_template
from ccm.commands.finding import find_template
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON, DAY, FILE, TEMPLATE, today
from ccm.persona_tests import Verdict, try_personas
from ccm.stamping import stamp_file
from ccm.terminal import Exit, print_json, print_problems, problem_data
from ccm.words import _, ngettext


@click.command(
    "check",
    cls=Command,
    help=paragraphs(
        _("Print every problem of a template with its place and a hint."),
        _("All languages and brands are checked, with everything that the template refers to."),
        _("Exit codes: 0 no problem, 1 at least one."),
    ),
    epilog=example(
        "ccm template check account-statement", "ccm template check ./templates/letter.yaml --on 2027-01-01"
    ),
)
@TEMPLATE
@DAY
@AS_JSON
def check(template: str, day: date, as_json: bool) -> None:
    """Everything at once, not one after the other."""
    library, name, _proof = find_template(template, day, draft=True)
    problems = check_template(library, name, day)
    if as_json:
        print_json([problem_data(problem) for problem in problems])
    else:
        print_problems(problems)
        count = len(problems)
        words = ngettext("{count} problem", "{count} problems", count) if count else _("No problems.")
        click.echo(words.format(count=count))
    sys.exit(Exit.FAILED if problems else Exit.DONE)


@click.command(
    "test",
    cls=Command,
    help=paragraphs(
        _("Render every persona and compare with what it expects."),
        _("All channels and brands are rendered, and every page is looked at as a picture."),
        _("Exit codes: 0 all as expected, 1 one or more are not."),
    ),
    epilog=example("ccm template test account-statement"),
)
@TEMPLATE
@AS_JSON
def test(template: str, as_json: bool) -> None:
    """Pages are looked at as pictures, too."""
    library, name, proof = find_template(template, today(), draft=True)
    verdicts = []
    for verdict in try_personas(library, name, proof):
        verdicts.append(verdict)
        if not as_json:
            _tell(verdict)
    if as_json:
        print_json([_data(verdict) for verdict in verdicts])
    sys.exit(Exit.DONE if all(verdict.passed for verdict in verdicts) else Exit.FAILED)


def _tell(verdict: Verdict) -> None:
    mark = click.style("✓", fg="green") if verdict.passed else click.style("✗", fg="red")
    click.echo(f"{mark} {verdict.persona} · {verdict.brand}")
    print_problems(verdict.problems)


def _data(verdict: Verdict) -> dict[str, Any]:
    problems = [problem_data(problem) for problem in verdict.problems]
    return {"persona": verdict.persona, "brand": verdict.brand, "passed": verdict.passed, "problems": problems}


@click.command(
    "stamp",
    cls=Command,
    help=paragraphs(
        _("Say that the translations in a file are right as they stand."),
        _(
            "FILE is a template or a content block. It is written in the canonical layout; remarks that have to stay "
            "go into note: fields."
        ),
        _("Exit codes: 0 done, 1 it cannot be read."),
    ),
    epilog=example("ccm template stamp ./templates/letter.yaml"),
)
@click.argument("file", metavar=_("FILE"), type=FILE)
def stamp(file: Path) -> None:
    """Each translation then names the hash of the source text it translates."""
    changed = stamp_file(file)
    click.echo(_("Stamped: {file}").format(file=file) if changed else _("Nothing to stamp: {file}").format(file=file))
