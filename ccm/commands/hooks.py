"""`ccm hooks list|add|end|rotate|try|deliveries|deliver`: programs elsewhere that are told what happens."""

from __future__ import annotations

import time
from typing import Any

import click

from approvals.record import instant
from ccm.commands.acting import SIGNING_IN, acts
from ccm.commands.frame import Group, example, paragraphs
from ccm.commands.options import AS_JSON, Count
from ccm.commands.reviewed import moment
from ccm.hooks.events import NAMES
from ccm.store.actor import Actor
from ccm.store.courier import LOOK_SECONDS
from ccm.store.delivering import Delivered, deliver_due, try_now
from ccm.store.home import Home, open_home
from ccm.store.hooks import Hook, Told, add_hook, end_hook, fault_of, rotate_secret, told
from ccm.store.hooks import hooks as all_hooks
from ccm.terminal import Exit, print_json, print_problems, print_table
from ccm.words import _

HOOK = click.argument("webhook", metavar=_("WEBHOOK"))
CHANGED = _("Exit codes: 0 done, 1 refused, 2 wrong usage.")


@click.group(
    cls=Group,
    help=paragraphs(
        _("Tell programs elsewhere what happens: webhooks."),
        _(
            "Every message is an entry of the audit log, signed after Standard Webhooks. It holds names, versions and "
            "hashes, never a recipient's data."
        ),
        CHANGED,
    ),
    epilog=example("ccm hooks add https://hooks.example.com/ccm --event review.published --as ada", "ccm hooks list"),
)
def hooks() -> None:
    """The group of commands for webhooks."""


@hooks.command(
    "list",
    help=paragraphs(_("List the webhooks and how they fare."), _("Exit codes: 0 listed, 1 there is no store.")),
    epilog=example("ccm hooks list"),
)
@AS_JSON
def list_hooks(as_json: bool) -> None:
    """In the order they were made."""
    found = all_hooks(open_home())
    if as_json:
        print_json([_data(it) for it in found])
        return
    if not found:
        click.echo(_("There are no webhooks."))
        return
    print_table(
        [_("Webhook"), _("State"), _("Waiting"), _("Address"), _("Events")],
        [(it.id, _state(it), str(it.waiting), it.address, ", ".join(it.events)) for it in found],
    )


@hooks.command(
    "add",
    help=paragraphs(
        _("Have an address told of what happens from now on."),
        _(
            "Prints the secret that its messages are signed with, which is shown only now. The address is https, or "
            "http on this machine; that and private networks are closed unless CCM_HOOKS_ALLOW names them."
        ),
        SIGNING_IN,
        CHANGED,
    ),
    epilog=example("ccm hooks add https://hooks.example.com/ccm --event review.published --as ada"),
)
@click.argument("address", metavar=_("ADDRESS"))
@click.option(
    "--event",
    "events",
    multiple=True,
    type=click.Choice(NAMES),
    metavar=_("EVENT"),
    help=_("What it is told of, several may be given; everything if none is: {names}.").format(names=", ".join(NAMES)),
)
@AS_JSON
@acts
def add(home: Home, by: Actor, address: str, events: tuple[str, ...], as_json: bool) -> None:
    """For administrators."""
    webhook, secret = add_hook(home, by, address, events or NAMES)
    if as_json:
        print_json({"webhook": webhook, "secret": secret})
        return
    click.echo(_("Webhook {webhook}; its secret, shown only now:").format(webhook=webhook), err=True)
    click.echo(secret)


@hooks.command(
    "end",
    help=paragraphs(_("Tell a webhook nothing more."), SIGNING_IN, CHANGED),
    epilog=example("ccm hooks end w-0123456789 --as ada"),
)
@HOOK
@acts
def end(home: Home, by: Actor, webhook: str) -> None:
    """For administrators."""
    end_hook(home, by, webhook)
    click.echo(_("Ended."))


@hooks.command(
    "rotate",
    help=paragraphs(
        _("Make a new secret for a webhook."),
        _("For a day messages are signed with the one before as well."),
        SIGNING_IN,
        CHANGED,
    ),
    epilog=example("ccm hooks rotate w-0123456789 --as ada"),
)
@HOOK
@AS_JSON
@acts
def rotate(home: Home, by: Actor, webhook: str, as_json: bool) -> None:
    """The secret alone, so that it can be handed on by another program."""
    secret = rotate_secret(home, by, webhook)
    if as_json:
        print_json({"webhook": webhook, "secret": secret})
        return
    click.echo(secret)


@hooks.command(
    "try",
    help=paragraphs(
        _("Send a webhook the next message that waits, however long it has been failing."),
        _("One that was given up is tried again by itself afterwards."),
        SIGNING_IN,
        _("Exit codes: 0 taken or nothing waits, 1 refused or not taken, 2 wrong usage."),
    ),
    epilog=example("ccm hooks try w-0123456789 --as ada"),
)
@HOOK
@acts
def try_one(home: Home, by: Actor, webhook: str) -> None:
    """For administrators."""
    found = try_now(home, by, webhook)
    if found is None:
        click.echo(_("A server is telling it something at this moment."))
        return
    _tell(home, [found])


@hooks.command(
    "deliveries",
    help=paragraphs(
        _("List what a webhook was told of within the last month, the newest first."),
        _("Exit codes: 0 listed, 1 there is no such webhook, 2 wrong usage."),
    ),
    epilog=example("ccm hooks deliveries w-0123456789"),
)
@HOOK
@click.option("--limit", type=Count(1, 1000), default=50, show_default=True, help=_("How many at most."))
@AS_JSON
def list_deliveries(webhook: str, limit: int, as_json: bool) -> None:
    """Each entry with its last status."""
    found = told(open_home(), webhook, limit=limit)
    if as_json:
        print_json([_delivery(it) for it in found])
        return
    columns = [_("Entry"), _("At"), _("Event"), _("Tries"), _("Status")]
    print_table(columns, [(str(it.entry), moment(it.at), it.event, str(it.tries), _status(it)) for it in found])


@hooks.command(
    "deliver",
    help=paragraphs(
        _("Tell all webhooks what they wait for; a server does so by itself."),
        _("With --follow it stays and goes on until it is stopped."),
        _("Exit codes: 0 all that was due was taken, 1 something was not."),
    ),
    epilog=example("ccm hooks deliver", "ccm hooks deliver --follow"),
)
@click.option("--follow", is_flag=True, help=_("Stay, and tell what happens as it does."))
def deliver(follow: bool) -> None:
    """For whoever runs no server."""
    home = open_home()
    while follow:
        deliver_due(home)
        time.sleep(LOOK_SECONDS)
    found: list[Delivered] = []
    while more := deliver_due(home):
        found += more
    _tell(home, found)


def _tell(home: Home, found: list[Delivered]) -> None:
    """How many messages were taken, and what went wrong; then the exit code says so too."""
    addresses = {it.id: it.address for it in all_hooks(home)}
    for it in found:
        click.echo(_("{webhook}: {taken} taken").format(webhook=it.webhook, taken=it.taken))
        if it.outcome.fault:
            print_problems([fault_of(home, addresses[it.webhook], it.outcome.fault)])
        elif it.failed:
            click.echo(_("The receiver answered {status}.").format(status=it.outcome.status), err=True)
    if any(it.failed for it in found):
        click.get_current_context().exit(Exit.FAILED)


def _state(found: Hook) -> str:
    words = {"live": _("live"), "failing": _("failing"), "given up": _("given up"), "ended": _("ended")}
    if found.failing and not found.ended:
        return _("{state} since {moment}").format(state=words[found.state], moment=moment(found.failing))
    return words[found.state]


def _status(found: Told) -> str:
    return found.problem.code if found.problem else str(found.status)


def _data(found: Hook) -> dict[str, Any]:
    instants = {"made_at": found.made_at, "ended": found.ended, "failing": found.failing, "wait": found.wait}
    return {
        "webhook": found.id,
        "address": found.address,
        "events": list(found.events),
        "state": found.state,
        "waiting": found.waiting,
        "tries": found.tries,
        "made_by": found.made_by,
        **{name: instant(at) if at else None for name, at in instants.items()},
    }


def _delivery(found: Told) -> dict[str, Any]:
    return {
        "entry": found.entry,
        "id": found.message,
        "event": found.event,
        "at": instant(found.at),
        "tries": found.tries,
        "status": found.status or None,
        "fault": found.problem.code if found.problem else None,
    }
