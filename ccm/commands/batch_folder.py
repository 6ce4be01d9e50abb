"""`ccm batch status|verify|repair|take-out`: what can be asked of the folder that a run has made."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from ccm.batch.folder import RunFolder
from ccm.batch.repair import repair
from ccm.batch.status import Status, status
from ccm.batch.take_out import Message, take_out
from ccm.batch.verify import Tell, verify
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON, NEW_FILE, RUN, WORKERS
from ccm.letters import prepare_letters
from ccm.store.witnessing import unlogged, witness_of
from ccm.terminal import Exit, print_facts, print_json, print_problems, problem_data
from ccm.words import _, ngettext
from content_blocks.document import CHANNELS
from content_blocks.problem import Problem, Refused


@click.command(
    "status",
    cls=Command,
    help=paragraphs(
        _("Say how far a run is, or how it ended."),
        _("Exit codes: 0 there is a run, 1 there is none."),
    ),
    epilog=example("ccm batch status run"),
)
@RUN
@AS_JSON
def status_of_batch(folder: Path, as_json: bool) -> None:
    """Without disturbing it."""
    found = status(folder)
    if as_json:
        print_json(_status(found))
        return
    print_facts(_in_words(found))
    print_problems([found.problem] if found.problem else [])
    for name, supplement in found.supplements.items():
        click.echo(f"\n{name}")
        print_facts(_in_words(supplement))


def _in_words(found: Status) -> dict[str, str]:
    states = {
        "running": _("running"),
        "unfinished": _("unfinished"),
        "stopped": _("stopped"),
        "finished": _("finished"),
    }
    rows = str(sum(found.rows.values()))
    if found.expected and found.state != "finished":
        rows = _("{count} of about {expected}").format(count=rows, expected=found.expected)
    done, held = (str(found.rows.get(outcome, 0)) for outcome in ("done", "quarantined"))
    return {_("State"): states[found.state], _("Rows"): rows, _("Done"): done, _("Quarantined"): held}


def _status(found: Status) -> dict[str, Any]:
    return {
        "state": found.state,
        "rows": dict(found.rows),
        "expected": found.expected,
        "certificate": found.certificate,
        "problem": problem_data(found.problem) if found.problem else None,
        "supplements": {name: _status(supplement) for name, supplement in found.supplements.items()},
    }


@click.command(
    "verify",
    cls=Command,
    help=paragraphs(
        _("Check a finished run against its certificate."),
        _(
            "Every row of the input is in exactly one outcome, none left out and none twice; every file has its hash; "
            "every count adds up; and the audit log tells of the certificate, if the run was of a store."
        ),
        _("Exit codes: 0 it is as certified, 1 it is not, and everything that differs is printed."),
    ),
    epilog=example("ccm batch verify run"),
)
@RUN
@AS_JSON
def verify_batch(folder: Path, as_json: bool) -> None:
    """Exit code 1 if anything is not as the certificate says."""
    unseen: list[Problem] = []
    problems = verify(folder, unseen.append)
    problems += [problem for problem in _unlogged(folder, unseen.append) if problem not in problems]
    if as_json:
        print_json([problem_data(problem) for problem in problems])
    else:
        print_problems([*problems, *unseen])
        click.echo(_("The run is as its certificate says.") if not problems else _("The run is not as certified."))
    sys.exit(Exit.FAILED if problems else Exit.DONE)


def _unlogged(folder: Path, tell: Tell) -> list[Problem]:
    """What the audit log of the run's store has against it; `tell` is told where that is not here."""
    try:
        home = witness_of(RunFolder(folder))
    except Refused as refused:
        if [problem.code for problem in refused.problems] != ["store-missing"]:
            return list(refused.problems)
        tell(Problem("certificate.json", "run-log-unread"))
        return []
    return unlogged(home, folder) if home else []


@click.command(
    "repair",
    cls=Command,
    help=paragraphs(
        _("Make missing or damaged files of a run again."),
        _("They are rendered from the input that the run pinned, and are the same byte for byte."),
        _("Exit codes: 0 the run is whole, 1 it cannot be made so."),
    ),
    epilog=example("ccm batch repair run"),
)
@RUN
@WORKERS
def repair_batch(folder: Path, workers: int | None) -> None:
    """Nothing else is touched."""
    count = repair(folder, prepare_letters, workers=workers)
    click.echo(
        ngettext("{count} row was rendered again.", "{count} rows were rendered again.", count).format(count=count)
    )


@click.command(
    "take-out",
    cls=Command,
    help=paragraphs(
        _("Take one message out of a run, byte for byte as it was sealed."),
        _("It is looked for in the run and in its supplements, and checked against the manifest before it is written."),
        _("Exit codes: 0 here it is, 1 there is none or it was changed, 2 wrong usage."),
    ),
    epilog=example("ccm batch take-out run --id K-10001 --channel pdf --out K-10001.pdf"),
)
@RUN
@click.option("--id", "record_id", metavar=_("NAME"), required=True, help=_("The record's id."))
@click.option("--channel", type=click.Choice(CHANNELS), help=_("Which message, if there are several."))
@click.option("--out", metavar=_("FILE"), type=NEW_FILE, help=_("The file to write; standard output if not given."))
def take_message_out(folder: Path, record_id: str, channel: str | None, out: Path | None) -> None:
    """Whether the run is bundled makes no difference."""
    message = take_out(folder, record_id, channel)
    if out is not None:
        out.write_bytes(message.content)
        click.echo(str(out))
    else:
        _print(message)


def _print(message: Message) -> None:
    if message.channel == "pdf" and sys.stdout.isatty():
        raise click.UsageError(_("A PDF is no text: name a file for it with --out."))
    sys.stdout.buffer.write(message.content)
