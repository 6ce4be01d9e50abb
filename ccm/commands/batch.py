"""`ccm batch`: many messages from files of records, and what became of them."""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

from ccm.batch import run
from ccm.batch.run import RunResult
from ccm.batch.snapshot import Options
from ccm.commands.options import DAY, find_template, today
from ccm.letters import id_field, letters_from, prepare_letters
from ccm.pipeline import ChannelChoice, Order
from ccm.rendering import channels_of
from ccm.terminal import Exit
from ccm.words import _

DATA = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
WORKERS = click.option("--workers", type=click.IntRange(1, 256), help=_("Child processes; one per core if not given."))


@click.group(help=_("Render many records into a folder that proves what became of each."))
def batch() -> None:
    """The group of batch commands."""


class Channels(click.ParamType[ChannelChoice]):
    """`preferred`, `all`, or channels joined by commas."""

    name = "channels"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> ChannelChoice:
        """The channels; none means the recipient's own."""
        if isinstance(value, tuple) or value == "preferred":
            return () if value == "preferred" else value
        names = value.split(",")
        found = channels_of(names)
        if not found or (names != ["all"] and set(names) != set(found)):
            self.fail(
                _("“{value}” is not preferred, all, or channels joined by commas.").format(value=value), param, ctx
            )
        return found


@batch.command("run", help=_("Render every record of the data with TEMPLATE into a new folder."))
@click.argument("template", metavar="TEMPLATE")
@click.option(
    "--data", type=DATA, multiple=True, required=True, help=_("CSV, JSONL, JSON or Parquet; several with --sql.")
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help=_("The run's folder."))
@click.option("--sql", metavar="QUERY", help=_("A DuckDB query over the data files, each a table by its file name."))
@click.option(
    "--channel",
    type=Channels(),
    default="preferred",
    show_default=True,
    help=_("preferred, all, or a list such as pdf,email."),
)
@click.option(
    "--id", "id_name", metavar="FIELD", help=_("The field that names a record; the dictionary's own if not given.")
)
@click.option("--brand", metavar="BRAND", help=_("The brand, instead of the template's first."))
@click.option("--on", "day", type=DAY, default=today, help=_("The day the messages speak of; today if not given."))
@click.option("--limit", type=click.IntRange(min=1), help=_("Only the first records."))
@WORKERS
def run_batch(
    template: str,
    data: tuple[Path, ...],
    out: Path,
    sql: str | None,
    channel: ChannelChoice,
    id_name: str | None,
    brand: str | None,
    day: date,
    limit: int | None,
    workers: int | None,
) -> None:
    """A run in the same folder that was interrupted is carried on."""
    library, name, proof = find_template(template)
    order = Order(name, day, brand, channels=channel, proof=proof)
    options = Options(id_field=id_name or id_field(library, name), limit=limit)
    job = partial(letters_from, library, order)
    result = run.run(out, data, job, sql=sql, options=options, workers=workers)
    _finish(result, out)


@batch.command("resume", help=_("Carry on a run that was killed or stopped."))
@FOLDER
@WORKERS
def resume_batch(folder: Path, workers: int | None) -> None:
    """Input and template have to be the ones that the run began with."""
    result = run.resume(folder, prepare_letters, workers=workers)
    _finish(result, folder)


def _finish(result: RunResult, folder: Path) -> None:
    click.echo(
        _("{rows} rows: {done} done, {quarantined} quarantined, {skipped} skipped.").format(
            rows=result.rows, done=result.done, quarantined=result.quarantined, skipped=result.skipped
        )
    )
    click.echo(str(folder / "certificate.json"))
    if result.quarantined:
        click.echo(str(folder / "quarantine.jsonl"))
    sys.exit(Exit.QUARANTINED if result.quarantined else Exit.DONE)
