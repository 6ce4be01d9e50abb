"""`ccm import|export`: items as readable files, into the store and out of it, without loss."""

from __future__ import annotations

from pathlib import Path

import click

from ccm.commands.acting import SIGNING_IN, acts
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON, FOLDER, NEW_FOLDER
from ccm.commands.things import THINGS, Thing
from ccm.commands.typed import typed
from ccm.store.actor import Actor
from ccm.store.exporting import export_folder, exported_review, write_files
from ccm.store.home import Home, open_home
from ccm.store.importing import import_folder
from ccm.store.saving import Saved
from ccm.terminal import print_json
from ccm.words import _, ngettext


@click.command(
    "import",
    cls=Command,
    help=paragraphs(
        _("Save every item of a library's folder as a draft: all of them, or none."),
        _(
            "The folder holds templates, blocks, dictionaries, classes, themes, workflows, assets and personas. What "
            "is in the store already stays as it is. An approval never comes in with a file."
        ),
        SIGNING_IN,
        _("Exit codes: 0 all is saved, 1 nothing is, and everything that is wrong is printed, 2 wrong usage."),
    ),
    epilog=example("ccm import my-library --as clara"),
)
@click.argument("folder", metavar=_("DIR"), type=FOLDER)
@AS_JSON
@acts
def import_items(home: Home, by: Actor, folder: Path, as_json: bool) -> None:
    """Whoever imports counts as an author of what is new."""
    saved = import_folder(home, by, folder)
    if as_json:
        print_json([_data(it) for it in saved])
        return
    fresh = [it for it in saved if it.new]
    for it in fresh:
        click.echo(f"{it.kind}/{it.name} {it.version}")
    count = ngettext("{count} item, {new} new.", "{count} items, {new} new.", len(saved))
    click.echo(count.format(count=len(saved), new=len(fresh)))
    if fresh:
        click.echo(_("Ask for approval: {command}").format(command=typed("review", "submit")))


def _data(saved: Saved) -> dict[str, object]:
    found = {"kind": saved.kind, "name": saved.name, "version": saved.version, "hash": saved.hash}
    return {**found, "new": saved.new}


@click.command(
    "export",
    cls=Command,
    help=paragraphs(
        _("Write what was saved last of every item, or of some, as a library's folder."),
        _(
            "What came in as a file comes out as that very file, byte for byte; of a content block every version. A "
            "file that is there already and differs is not overwritten: then nothing is written. With --review only "
            "what that review asks for is written, as it was submitted."
        ),
        _("Exit codes: 0 written, 1 nothing was written, 2 wrong usage."),
    ),
    epilog=example("ccm export my-library", "ccm export my-library block/complaints template/invoice"),
)
@click.argument("folder", metavar=_("DIR"), type=NEW_FOLDER)
@THINGS
@click.option("--review", metavar=_("REVIEW"), help=_("What a review asks for, and nothing else."))
@AS_JSON
def export_items(folder: Path, things: tuple[Thing, ...], review: str | None, as_json: bool) -> None:
    """Approved or not."""
    if review and things:
        raise click.UsageError(_("Either name items, or a review."))
    home = open_home()
    written = write_files(folder, exported_review(home, review)) if review else export_folder(home, folder, things)
    if as_json:
        print_json([str(path) for path in written])
        return
    count = ngettext("{count} file written: {folder}", "{count} files written: {folder}", len(written))
    click.echo(count.format(count=len(written), folder=folder))
