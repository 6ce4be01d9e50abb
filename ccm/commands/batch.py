"""`ccm batch`: many messages from files of records, and what became of them."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import click

from ccm.batch.progress import shown
from ccm.batch.repair import repair
from ccm.batch.retry import retry
from ccm.batch.run import Progress, RunResult, resume, run
from ccm.batch.snapshot import Options
from ccm.batch.status import Status, status
from ccm.batch.verify import verify
from ccm.commands.frame import Group, example
from ccm.commands.options import AS_JSON, BRAND, DAY, FILE, FOLDER, NEW_FOLDER, TEMPLATE, find_template
from ccm.letters import id_field, letters, prepare_letters
from ccm.pipeline import ChannelChoice, Order
from ccm.rendering import channels_of
from ccm.terminal import Exit, print_facts, print_json, print_problems, problem_data
from ccm.words import _, ngettext, user_language

RUN = click.argument("folder", metavar=_("DIR"), type=FOLDER)
WORKERS = click.option(
    "--workers", metavar=_("NUMBER"), type=click.IntRange(1, 256), help=_("Child processes; one per core if not given.")
)
SQL = click.option(
    "--sql", metavar=_("QUERY"), help=_("A DuckDB query over the data files, each a table by its file name.")
)


def progress() -> AbstractContextManager[Progress]:
    """A bar on a terminal, lines elsewhere."""
    return shown(sys.stderr, user_language())


@click.group(
    cls=Group,
    help=_(
        "Render many records into a folder that proves what became of each.\n\n"
        "It holds a file for each message (pdf/, email/, sms/, push/), manifest.jsonl with a line per row and channel, "
        "quarantine.jsonl with the rows that were held back and why, and certificate.json with counts that add up. The "
        "certificate is written last: without it the run is not finished.\n\n"
        "Exit codes: 0 all done, 1 failed, 2 wrong usage, 3 finished with quarantined rows."
    ),
    epilog=example(
        "ccm batch run account-statement --data statements.jsonl --out run --channel all",
        "ccm batch verify run",
    ),
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
    "run",
    help=_(
        "Render every record of the data into a folder.\n\n"
        "TEMPLATE is a name in the library that ships, or the path of a YAML file. CSV, JSONL, JSON and Parquet are "
        "read as they are; with --sql several files become one row for each recipient. A row that cannot be sent as it "
        "is goes to quarantine.jsonl with field and reason, the others are done. Killed or stopped, the same command "
        "carries the run on.\n\n"
        "Exit codes: 0 all done, 1 failed, 2 wrong usage, 3 finished with quarantined rows."
    ),
    epilog=example(
        "ccm batch run account-statement --data statements.jsonl --out run",
        "ccm batch run account-statement --data a.csv --data b.csv --sql 'SELECT …' --out run",
    ),
)
@TEMPLATE
@click.option(
    "--data",
    metavar=_("FILE"),
    type=FILE,
    multiple=True,
    required=True,
    help=_("CSV, JSONL, JSON or Parquet; several with --sql."),
)
@click.option("--out", metavar=_("DIR"), type=NEW_FOLDER, required=True, help=_("The run's folder."))
@SQL
@click.option(
    "--channel",
    metavar=_("CHANNELS"),
    type=Channels(),
    default="preferred",
    help=_("preferred (each recipient's own; the default), all, or some joined by commas: pdf,email"),
)
@click.option("--id", "id_name", metavar=_("FIELD"), help=_("The field that names a record, if not the dictionary's."))
@BRAND
@DAY
@click.option("--limit", metavar=_("NUMBER"), type=click.IntRange(min=1), help=_("Only the first records."))
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


@batch.command(
    "resume",
    help=_(
        "Carry on a run that was killed or stopped.\n\n"
        "Rows that have their outcome keep it, the result is the same as if nothing had happened. If the template, the "
        "input or the program has changed since, the run is refused with what differs.\n\n"
        "Exit codes: 0 all done, 1 failed, 2 wrong usage, 3 finished with quarantined rows."
    ),
    epilog=example("ccm batch resume run"),
)
@RUN
@WORKERS
def resume_batch(folder: Path, workers: int | None) -> None:
    """Input and template have to be the ones that the run began with."""
    with progress() as told:
        result = resume(folder, prepare_letters, workers=workers, progress=told)
    finish(result, folder)


@batch.command(
    "status",
    help=_(
        "Say how far a run is, or how it ended, without disturbing it.\n\n"
        "Exit codes: 0 there is a run, 1 there is none."
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
    for name, supplement in found.supplements.items():
        click.echo(f"\n{name}")
        print_facts(_in_words(supplement))


def _in_words(found: Status) -> dict[str, str]:
    states = {"running": _("running"), "unfinished": _("unfinished"), "finished": _("finished")}
    count = sum(found.rows.values())
    return {
        _("State"): states[found.state],
        _("Rows"): _("{count} of about {expected}").format(count=count, expected=found.expected)
        if found.expected and found.state != "finished"
        else str(count),
        _("Done"): str(found.rows.get("done", 0)),
        _("Quarantined"): str(found.rows.get("quarantined", 0)),
    }


def _status(found: Status) -> dict[str, Any]:
    return {
        "state": found.state,
        "rows": dict(found.rows),
        "expected": found.expected,
        "certificate": found.certificate,
        "supplements": {name: _status(supplement) for name, supplement in found.supplements.items()},
    }


@batch.command(
    "verify",
    help=_(
        "Check a finished run: every row, every file's hash, every count, the certificate.\n\n"
        "Exit codes: 0 it is as certified, 1 it is not, and everything that differs is printed."
    ),
    epilog=example("ccm batch verify run"),
)
@RUN
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


@batch.command(
    "repair",
    help=_(
        "Make missing or damaged files of a finished run again, byte for byte, from the input it pinned.\n\n"
        "Exit codes: 0 the run is whole, 1 it cannot be made so."
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


@batch.command(
    "retry",
    help=_(
        "Render the quarantined rows again from corrected records.\n\n"
        "They go into a folder of their own, supplement-1, supplement-2 and so on, with a certificate of its own; the "
        "first run is sealed and stays as it is.\n\n"
        "Exit codes: 0 all done, 1 failed, 2 wrong usage, 3 some rows are still quarantined."
    ),
    epilog=example("ccm batch retry run --data corrected.jsonl"),
)
@RUN
@click.option("--data", metavar=_("FILE"), type=FILE, multiple=True, required=True, help=_("The corrected records."))
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
