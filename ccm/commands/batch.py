"""`ccm batch`: many messages from files of records, and what became of them."""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

from ccm.batch.progress import shown
from ccm.batch.repair import repair
from ccm.batch.retry import retry
from ccm.batch.run import RunResult, resume, run
from ccm.batch.snapshot import Options
from ccm.batch.status import Status, status
from ccm.batch.verify import verify
from ccm.commands.options import DAY, find_template, today
from ccm.letters import id_field, letters, prepare_letters
from ccm.pipeline import ChannelChoice, Order
from ccm.rendering import channels_of
from ccm.terminal import Exit, print_facts, print_json, print_problems, problem_data
from ccm.words import _, ngettext, user_language

DATA = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
WORKERS = click.option("--workers", type=click.IntRange(1, 256), help=_("Child processes; one per core if not given."))
SQL = click.option(
    "--sql", metavar="QUERY", help=_("A DuckDB query over the data files, each a table by its file name.")
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))

progress = partial(shown, sys.stderr, user_language())


@click.group(
    help=_(
        "Render many records into a folder that proves what became of each.\n\n"
        "Exit codes: 0 all done, 1 failed, 2 wrong usage, 3 finished with quarantined rows."
    )
)
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
            message = _("“{value}” is not preferred, all, or channels joined by commas.")
            self.fail(message.format(value=value), param, ctx)
        return found


@batch.command(
    "run", help=_("Render every record of the data with TEMPLATE into a folder; an unfinished run is resumed.")
)
@click.argument("template", metavar="TEMPLATE")
@click.option(
    "--data", type=DATA, multiple=True, required=True, help=_("CSV, JSONL, JSON, Parquet; several with --sql.")
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help=_("The run's folder."))
@SQL
@click.option("--channel", type=Channels(), default="preferred", help=_("preferred (default), all, or pdf,email,…"))
@click.option("--id", "id_name", metavar="FIELD", help=_("The field that names a record, if not the dictionary's."))
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
    """Every row ends in exactly one sealed outcome."""
    library, name, proof = find_template(template)
    order = Order(name, day, brand, channels=channel, proof=proof)
    options = Options(id_field=id_name or id_field(library, name), limit=limit)
    job = letters(library, order)
    with progress() as told:
        result = run(out, data, job, sql=sql, options=options, workers=workers, progress=told)
    finish(result, out)


@batch.command("resume", help=_("Carry on a run that was killed or stopped."))
@FOLDER
@WORKERS
def resume_batch(folder: Path, workers: int | None) -> None:
    """Input and template have to be the ones that the run began with."""
    with progress() as told:
        result = resume(folder, prepare_letters, workers=workers, progress=told)
    finish(result, folder)


@batch.command("status", help=_("Say how far a run is, or how it ended."))
@FOLDER
@AS_JSON
def status_of_batch(folder: Path, as_json: bool) -> None:
    """Without disturbing it."""
    found = status(folder)
    if as_json:
        print_json(_status(found))
        return
    states = {"running": _("running"), "unfinished": _("unfinished"), "finished": _("finished")}
    expected = f" / {found.expected}" if found.expected else ""
    rows = {_("Rows"): f"{sum(found.rows.values())}{expected}", _("Done"): str(found.rows.get("done", 0))}
    print_facts({_("State"): states[found.state], **rows, _("Quarantined"): str(found.rows.get("quarantined", 0))})
    for name, supplement in found.supplements.items():
        click.echo(f"{name}: {states[supplement.state]}, {dict(supplement.rows)}")


def _status(found: Status) -> dict[str, Any]:
    return {
        "state": found.state,
        "rows": dict(found.rows),
        "expected": found.expected,
        "certificate": found.certificate,
        "supplements": {name: _status(supplement) for name, supplement in found.supplements.items()},
    }


@batch.command("verify", help=_("Check a finished run: every row, every file's hash, every count, the certificate."))
@FOLDER
@AS_JSON
def verify_batch(folder: Path, as_json: bool) -> None:
    """Exit code 1 if anything is not as the certificate says."""
    problems = verify(folder)
    if as_json:
        print_json([problem_data(problem) for problem in problems])
    else:
        print_problems(problems)
        click.echo(_("The run is as its certificate says.") if not problems else _("The run is not as certified."))
    sys.exit(Exit.FAILED if problems else Exit.DONE)


@batch.command("repair", help=_("Make missing or damaged files again, byte for byte, from the pinned input."))
@FOLDER
@WORKERS
def repair_batch(folder: Path, workers: int | None) -> None:
    """Nothing else is touched."""
    count = repair(folder, prepare_letters, workers=workers)
    click.echo(
        ngettext("{count} row was rendered again.", "{count} rows were rendered again.", count).format(count=count)
    )


@batch.command("retry", help=_("Render the quarantined rows again from corrected data, as a supplement of its own."))
@FOLDER
@click.option("--data", type=DATA, multiple=True, required=True, help=_("The corrected records."))
@SQL
@WORKERS
def retry_batch(folder: Path, data: tuple[Path, ...], sql: str | None, workers: int | None) -> None:
    """The first run is sealed and never rewritten."""
    with progress() as told:
        result = retry(folder, data, prepare_letters, sql=sql, workers=workers, progress=told)
    finish(result, folder)


def finish(result: RunResult, folder: Path) -> None:
    """Say how a run went and leave with its exit code."""
    counts = {"rows": result.rows, "done": result.done, "quarantined": result.quarantined, "skipped": result.skipped}
    click.echo(_("{rows} rows: {done} done, {quarantined} quarantined, {skipped} skipped.").format(**counts))
    click.echo(str(folder / "certificate.json"))
    if result.quarantined:
        click.echo(str(folder / "quarantine.jsonl"))
    sys.exit(Exit.QUARANTINED if result.quarantined else Exit.DONE)
