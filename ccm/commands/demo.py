"""`ccm demo`: last month's account statements of a bank that does not exist, in all four channels."""

from __future__ import annotations

import json
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from ccm.batch.progress import shown
from ccm.batch.run import RunResult, run
from ccm.batch.snapshot import Options
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import NEW_FOLDER, Count
from ccm.commands.typed import typed
from ccm.letters import id_field, letters
from ccm.libraries import approved_items
from ccm.pipeline import Order
from ccm.sample.approved import PEOPLE, Approved, approved_sample
from ccm.sample.cards import write_cards
from ccm.sample.exports import AS_OF, write_exports
from ccm.serving import serve_site
from ccm.store.reviews import names_of
from ccm.terminal import Exit, print_table
from ccm.words import _, user_language
from content_blocks.document import CHANNELS
from content_blocks.problem_words import wording

TEMPLATE = "account-statement"


@click.command(
    cls=Command,
    help=paragraphs(
        _("Send a fictitious bank's account statements in all four channels."),
        _(
            "Nothing leaves this machine. Makes exports of sample customers and their transactions, joins them "
            "by a query, runs the batch, shows the three rows that are quarantined on purpose, and says where to look."
        ),
        _("Exit codes: 0 the demo went as it should, 1 it did not."),
    ),
    epilog=example("ccm demo", "ccm demo --customers 2000 --out out/large"),
)
@click.option(
    "--out",
    metavar=_("DIR"),
    type=NEW_FOLDER,
    default=Path("demo-output"),
    show_default=True,
    help=_("The folder to write to; an earlier demo in it is replaced."),
)
@click.option(
    "--customers",
    type=Count(10, 10_000),
    default=240,
    show_default=True,
    help=_("How many customers."),
)
@click.option("--serve/--no-serve", default=None, help=_("Open the editor at the end; usual on a terminal."))
@click.option("--port", type=Count(1, 65535), default=8700, show_default=True, help=_("The port of the editor."))
def demo(out: Path, customers: int, serve: bool | None, port: int) -> None:
    """An earlier demo in the folder is replaced; anything else there is left alone."""
    run_folder = out / "run"
    shutil.rmtree(run_folder, ignore_errors=True)
    exports = write_exports(out / "exports", customers)
    write_cards(exports.customers.parent)
    click.echo(_("Exports of {count} customers: {folder}").format(count=customers, folder=exports.customers.parent))
    store = approved_sample(out / "store", AS_OF)
    _tell_approval(store)
    with store.home.reading() as session:
        library = approved_items(store.home, session, AS_OF, datetime.now(UTC))
        job = letters(library, Order(TEMPLATE, AS_OF, channels=CHANNELS))
        options = Options(id_field=id_field(library, TEMPLATE))
    with shown(sys.stderr, user_language()) as told:
        result = run(run_folder, exports.files, job, sql=exports.sql, options=options, progress=told)
    _show(run_folder, result)
    click.echo(_("Who approved it: {command}").format(command=f"CCM_HOME={out / 'store'} {typed('audit', 'verify')}"))
    _open_editor(store, out, port, wanted=serve)


def _open_editor(store: Approved, out: Path, port: int, *, wanted: bool | None) -> None:
    """The editor on this machine, with the sign-ins; in a pipe only how it is started."""
    click.echo()
    click.echo(_("Sign in with the password {password} as:").format(password=store.password))
    for login, (name, given) in PEOPLE.items():
        click.echo(f"  {login:<8}{name}, {', '.join(sorted({it.role for it in given}))}")
    if wanted is False or (wanted is None and not sys.stdout.isatty()):
        command = f"CCM_HOME={out / 'store'} {typed('serve')}"
        click.echo(_("Open the editor: {command}").format(command=command))
        return
    click.echo(_("The editor is at {address}; Ctrl+C ends it.").format(address=f"http://localhost:{port}/"))
    try:
        serve_site(store.home, "127.0.0.1", port, level="WARNING")
    except SystemExit as stopped:
        sys.exit(Exit.FAILED if stopped.code else Exit.DONE)


def _tell_approval(store: Approved) -> None:
    with store.home.reading() as session:
        names = names_of(session, store.home.organisation)
    click.echo(
        _("{count} items imported; review {review} submitted by {by}, approved by {approvers}.").format(
            count=store.items,
            review=store.review.row.id,
            by=names[store.review.row.submitted_by],
            approvers=", ".join(names[decision.person] for decision in store.review.decisions),
        )
    )


def _show(folder: Path, result: RunResult) -> None:
    click.echo()
    click.echo(
        _("{rows} customers: {done} have their statement in four channels, {held} were held back:").format(
            rows=result.rows, done=result.done, held=result.quarantined
        )
    )
    lines = [json.loads(line) for line in (folder / "quarantine.jsonl").read_text(encoding="utf-8").splitlines()]
    reasons = [
        (str(line["id"]), line["field"], wording(line["code"], line["params"], user_language()).message)
        for line in lines
    ]
    # A letter that cannot be printed holds back the mail it is attached to as well, for the same reason.
    print_table([_("Customer"), _("Field"), _("Why")], dict.fromkeys(reasons))
    click.echo()
    click.echo(_("Look at:"))
    for path, what in _sights(folder):
        click.echo(f"  {path}  {what}")
    click.echo()
    click.echo(_("Prove it: {command}").format(command=typed("batch", "verify", str(folder))))


def _sights(folder: Path) -> list[tuple[Path, str]]:
    return [
        (folder / "pdf" / "K-10004.pdf", _("a statement of several pages, with subtotals carried forward")),
        (folder / "pdf" / "K-10001.pdf", _("a month without transactions")),
        (folder / "email" / "K-10008.eml", _("an English mail; open it in your mail program")),
        (folder / "sms" / "K-10005.json", _("a text message with its segments")),
        (folder / "push" / "K-10006.json", _("a push message for three services")),
        (folder / "certificate.json", _("the run's certificate")),
    ]
