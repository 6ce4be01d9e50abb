"""`ccm template used|register|retire|recheck`: what is in force, where it is used, and what ends it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import asdict

import click
from rich.progress import Progress

from ccm.commands.acting import SIGNING_IN, acts
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON, Count, today
from ccm.commands.review_after import DONE
from ccm.commands.review_decide import REASON
from ccm.commands.things import Thing, ThingName
from ccm.store.actor import Actor
from ccm.store.home import Home, open_home
from ccm.store.rechecking import Changed, Rechecked, recheck
from ccm.store.register import Filter, Registered, register
from ccm.store.retiring import retire
from ccm.store.where_used import Use, where_used
from ccm.terminal import Exit, print_json, print_table
from ccm.words import _

THING = click.argument("thing", metavar=_("KIND/NAME"), type=ThingName())
SHOWN = _("Exit codes: 0 shown, 1 it cannot be read.")


@click.command(
    "used",
    cls=Command,
    help=paragraphs(
        _("Show where an item is used."),
        _("The approved items that refer to it, and how many recipients the last run of each template reached."),
        SHOWN,
    ),
    epilog=example("ccm template used block/complaints", "ccm template used block/complaints --after template/m"),
)
@THING
@click.option("--after", metavar=_("KIND/NAME"), default="", help=_("Only what comes after this in the list."))
@AS_JSON
def show_used(thing: Thing, after: str, as_json: bool) -> None:
    """By pages: of a clause that thousands show, nobody reads more at once."""
    found = where_used(open_home(), thing.kind, thing.name, after)
    if as_json:
        print_json({"uses": [asdict(use) for use in found.uses], "total": found.total, "next": found.next_after})
        return
    print_table([_("Kind"), _("Name"), _("Version"), _("Pinned"), _("Reached")], [_use(use) for use in found.uses])
    if found.next_after:
        click.echo(_("{total} in all; go on with --after {next}").format(total=found.total, next=found.next_after))


@click.command(
    "register",
    cls=Command,
    help=paragraphs(
        _("Show the approved wordings, and what needs its owner first."),
        _("A wording needs its owner when it has to be looked at again, or ends with nothing after it."),
        SHOWN,
    ),
    epilog=example("ccm template register --within 90", "ccm template register --citation 675g --json"),
)
@click.option("--owner", metavar=_("OWNER"), help=_("Only what belongs to this owner."))
@click.option("--citation", metavar=_("TEXT"), help=_("Only what cites this."))
@click.option("--jurisdiction", metavar=_("COUNTRY"), help=_("Only what is for this country, such as AT."))
@click.option("--within", type=Count(0, 3660), help=_("Only what needs its owner within so many days."))
@AS_JSON
def show_register(
    owner: str | None, citation: str | None, jurisdiction: str | None, within: int | None, as_json: bool
) -> None:
    """As it is today."""
    found = register(open_home(), today(), Filter(owner, citation, jurisdiction, within))
    if as_json:
        print_json([_data(entry) for entry in found])
        return
    columns = [_("Until"), _("Content block"), _("Owner"), _("Citation"), _("For"), _("Ends"), _("Used")]
    print_table(columns, [_row(entry) for entry in found])


@click.command(
    "retire",
    cls=Command,
    help=paragraphs(
        _("Take an approved version out of force."),
        _("What was in force before it is so again; where nothing was, what shows it does not go out any more."),
        SIGNING_IN,
        DONE,
    ),
    epilog=example("ccm template retire block/complaints 2.0 --reason 'wrong address' --as emil"),
)
@THING
@click.argument("version", metavar=_("VERSION"))
@REASON
@acts
def retire_version(home: Home, by: Actor, thing: Thing, version: str, reason: str) -> None:
    """A publisher's decision."""
    retire(home, by, thing.kind, thing.name, version, reason)
    click.echo(_("Out of force: {thing} {version}").format(thing="/".join(thing), version=version))


@click.command(
    "recheck",
    cls=Command,
    help=paragraphs(
        _("Render every persona again, and show what comes out differently."),
        _("After that batches may use it. What the personas became before was noted before the first run of each."),
        _("Exit codes: 0 everything is the same, 1 something is not, and is listed."),
    ),
    epilog=example("ccm template recheck"),
)
@AS_JSON
def recheck_templates(as_json: bool) -> None:
    """To the byte."""
    with Progress(transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(_("Rendered personas"), total=None)
        found = recheck(open_home(), lambda done, total: bar.update(task, completed=done, total=total))
    if as_json:
        print_json({"same": found.same, "changed": [asdict(change) for change in found.changed]})
    else:
        _tell(found)
    sys.exit(Exit.FAILED if found.changed else Exit.DONE)


def _tell(found: Rechecked) -> None:
    click.echo(
        _("{same} messages are the same, {changed} are not.").format(same=found.same, changed=len(found.changed))
    )
    if found.changed:
        columns = [_("Template"), _("Persona"), _("Language"), _("Brand"), _("Channel"), _("Before"), _("After")]
        print_table(columns, [_changed(change) for change in found.changed])


def _changed(change: Changed) -> tuple[str, ...]:
    where = (change.template, change.persona, change.language, change.brand, change.channel)
    return (*where, _measured(change.before), _measured(change.after or {}) or "–")


def _measured(measures: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {value}" for name, value in measures.items())


def _use(use: Use) -> tuple[str, ...]:
    return (use.kind, use.name, use.version, use.pinned or "–", "–" if use.reached is None else str(use.reached))


def _row(entry: Registered) -> tuple[str, ...]:
    ends = entry.ends.isoformat() if entry.ends else "–"
    return (
        entry.acts_by().isoformat(),
        f"{entry.block} {entry.version}",
        entry.owner,
        entry.citation,
        ", ".join(entry.jurisdiction),
        _("{day}, followed").format(day=ends) if entry.ends and entry.followed else ends,
        str(entry.used),
    )


def _data(entry: Registered) -> dict[str, object]:
    days = {name: day.isoformat() if day else None for name, day in (("start", entry.start), ("ends", entry.ends))}
    return {
        **asdict(entry),
        **days,
        "review_by": entry.review_by.isoformat(),
        "acts_by": entry.acts_by().isoformat(),
        "jurisdiction": list(entry.jurisdiction),
    }
