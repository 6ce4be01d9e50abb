"""`ccm audit verify|export|head|rotate`: the log of all that was done, and the proof that nobody changed it since."""

from __future__ import annotations

import sys
from pathlib import Path
from shlex import quote

import click

from ccm.commands.acting import SIGNING_IN, acts
from ccm.commands.frame import Command, Group, example, paragraphs
from ccm.commands.options import AS_JSON, FILE, NEW_FILE
from ccm.store.actor import Actor
from ccm.store.auditing import export, head, read_head, verify, write_lines
from ccm.store.home import Home, open_home
from ccm.store.rotating import IN_A_FILE, rotate
from ccm.terminal import Exit, print_json, print_problems, problem_data
from ccm.words import _, ngettext
from content_blocks.problem import Collector, Problem, Refused


@click.group(
    cls=Group,
    help=paragraphs(
        _("Check the audit log, take it out, and keep its head elsewhere."),
        _("Exit codes: 0 done, 1 something is not as it was written, 2 wrong usage."),
    ),
    epilog=example("ccm audit head > head.json", "ccm audit verify --head head.json"),
)
def audit() -> None:
    """The group of audit commands."""


@audit.command(
    "verify",
    cls=Command,
    help=paragraphs(
        _("Check that the audit log is as it was written."),
        _(
            "Every entry, every signed head, every row of the store against the log, and the rules that the database "
            "keeps. Heads that lay elsewhere, given with --head, also find an old backup that was restored."
        ),
        _("Exit codes: 0 it is as it was written, 1 it is not, and everything that differs is printed."),
    ),
    epilog=example("ccm audit verify", "ccm audit verify --head head.json"),
)
@click.option(
    "--head",
    "files",
    metavar=_("FILE"),
    type=FILE,
    multiple=True,
    help=_("A head that was kept elsewhere; several may be given."),
)
@AS_JSON
def verify_log(files: tuple[Path, ...], as_json: bool) -> None:
    """It needs no trust in whoever runs the store, if heads are kept elsewhere."""
    home = open_home()
    collect = Collector()
    kept = [collect(str(file), lambda file=file: read_head(file.read_bytes()), Problem.within) for file in files]  # type: ignore[misc]
    if collect.problems:
        raise Refused(collect.problems)
    problems = verify(home, filter(None, kept))
    if as_json:
        print_json([problem_data(problem) for problem in problems])
    elif problems:
        print_problems(problems)
        click.echo(_("The audit log is not as it was written."))
    else:
        size = head(home).head.size
        words = ngettext(
            "The audit log is as it was written: {count} entry.",
            "The audit log is as it was written: {count} entries.",
            size,
        )
        click.echo(words.format(count=size))
    sys.exit(Exit.FAILED if problems else Exit.DONE)


@audit.command(
    "export",
    cls=Command,
    help=paragraphs(
        _("Write the audit log into a file, an entry a line."),
        _(
            "A line is the very bytes that were hashed, so that the file can be checked without this program. One of "
            "that name is replaced."
        ),
        _("Exit codes: 0 written, 1 it cannot be written."),
    ),
    epilog=example("ccm audit export log.jsonl"),
)
@click.argument("file", metavar=_("FILE"), type=NEW_FILE)
@AS_JSON
def export_log(file: Path, as_json: bool) -> None:
    """As JSON lines in any case."""
    count = write_lines(export(open_home()), file)
    if as_json:
        print_json({"file": str(file), "entries": count})
        return
    words = ngettext("{count} entry written: {file}", "{count} entries written: {file}", count)
    click.echo(words.format(count=count, file=file))


@audit.command(
    "head",
    cls=Command,
    help=paragraphs(
        _("Print the signed head over all entries of the audit log, to be kept elsewhere."),
        _("It is JSON: whoever has it finds out later if anything before it was changed, or cut off."),
        _("Exit codes: 0 printed, 1 there is no store."),
    ),
    epilog=example("ccm audit head > head.json"),
)
@AS_JSON
def head_of_log(as_json: bool) -> None:
    """A head is JSON in any case."""
    del as_json
    print_json(head(open_home()).data())


@audit.command(
    "rotate",
    cls=Command,
    help=paragraphs(
        _("Sign the audit log with a new key from now on."),
        _(
            "The old key signs the entry that names the new one, and is gone; what it signed stays right. Other "
            "machines that work with this database need the new file before they can write."
        ),
        _(
            "With --to the new key is one in a token, by its address (RFC 7512), or with “--to file” one in a file "
            "again. From then on CCM_SIGNING_KEY has to name what signs, or nothing where that is a file. The PIN "
            "stands in a file that the address names as pin-source, or in CCM_PKCS11_PIN."
        ),
        SIGNING_IN,
        _("Exit codes: 0 done, 1 refused, 2 wrong usage."),
    ),
    epilog=example("ccm audit rotate --as ada", "ccm audit rotate --to 'pkcs11:token=…' --as ada"),
)
@click.option("--to", metavar=_("KEY"), default="", help=_("The new key: its address in a token, or “file”."))
@AS_JSON
@acts
def rotate_key(home: Home, by: Actor, to: str, as_json: bool) -> None:
    """For administrators."""
    public = rotate(home, by, to=to)
    in_file = to in ("", IN_A_FILE)
    if as_json:
        print_json({"file": str(home.key_file) if in_file else None, "public_key": public})
        return
    if in_file:
        click.echo(_("The log is signed with another key from now on: {file}").format(file=home.key_file))
        click.echo(_("Make a copy of it, and keep the head over this change elsewhere: ccm audit head"))
    else:
        click.echo(_("The log is signed with the key in the token from now on."))
        click.echo(_("Keep the head over this change elsewhere: ccm audit head"))
    if to:
        name = "CCM_SIGNING_KEY=" + ("" if in_file else quote(to))
        click.echo(_("Before anything else is written, set it everywhere: {setting}").format(setting=name))
