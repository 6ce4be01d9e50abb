"""`ccm batch run|resume|retry`: many messages from files of records, and what became of them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

from ccm.batch.bad_rows import Threshold
from ccm.batch.dry_run import dry_run
from ccm.batch.folder import RunFolder
from ccm.batch.job import Job
from ccm.batch.records.columns import read_columns
from ccm.batch.records.encoding import known
from ccm.batch.retry import retry
from ccm.batch.run import RunResult, resume, run
from ccm.batch.shards import ROWS
from ccm.batch.snapshot import Options, template_of
from ccm.commands.batch_forecast import tell_forecast
from ccm.commands.batch_options import DRY_RUN, SAMPLED, STOP_AT_BAD
from ccm.commands.batch_telling import progress
from ccm.commands.finding import find_template
from ccm.commands.frame import EXIT_CODES, Group, example, paragraphs
from ccm.commands.options import (
    AS_JSON,
    BRAND,
    BREAK_GLASS,
    DAY,
    DRAFT,
    FILE,
    METRICS,
    NEW_FOLDER,
    RUN,
    TEMPLATE,
    WORKERS,
    Count,
)
from ccm.letters import check_of, id_field, letters, prepare_letters
from ccm.pipeline import ChannelChoice, Order
from ccm.rendering import channels_of
from ccm.terminal import Exit, print_json
from ccm.words import _, ngettext


class Encoding(click.ParamType[str]):
    """A character set that Python can read."""

    name = "encoding"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Python's name for it, or a usage error."""
        found = known(value)
        if found is None:
            message = _("“{value}” is no encoding; examples: windows-1252, windows-1250, iso-8859-15, cp850.")
            self.fail(message.format(value=value), param, ctx)
        return found


SQL = click.option(
    "--sql", metavar=_("QUERY"), help=_("A DuckDB query over the data files, each a table by its file name.")
)

ENCODING = click.option(
    "--encoding",
    metavar=_("NAME"),
    type=Encoding(),
    help=_("The encoding of files that are not Unicode, such as windows-1252, where it is not certain by itself."),
)


@click.group(
    cls=Group,
    help=paragraphs(
        _("Render many records into a folder that proves what became of each."),
        _(
            "It holds a file for each message (pdf/, email/, sms/, push/), or with --bundle an archive for many, "
            "manifest.jsonl with a line per row and channel, quarantine.jsonl with the rows that were held back and "
            "why, and certificate.json with counts that add up. The certificate is written last: without it the run "
            "is not finished."
        ),
        EXIT_CODES,
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
    help=paragraphs(
        _("Render every record of the data into a folder."),
        _(
            "TEMPLATE is a name in the store, or the path of a YAML file for proofs. CSV, JSONL, JSON and Parquet "
            "are read as they are; with --sql several files become one row for each recipient. A row that cannot be "
            "sent as it is goes to quarantine.jsonl with field and reason, the others are done. Killed or stopped, "
            "the same command carries the run on. With --dry-run there is no run: what it would come to "
            "is estimated from a sample, and the exit code is 3 if rows will be held back for certain."
        ),
        EXIT_CODES,
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
@click.option("--out", metavar=_("DIR"), type=NEW_FOLDER, help=_("The run's folder; a dry run needs none."))
@SQL
@ENCODING
@click.option(
    "--columns",
    metavar=_("FILE"),
    type=FILE,
    help=_("A JSON object that names for columns of other names the field each holds, or “” for none."),
)
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
@DRAFT
@click.option("--limit", type=Count(min=1), help=_("Only the first records."))
@click.option(
    "--bundle",
    is_flag=True,
    help=_("Few large files instead of one for each message: tar archives, of 10,000 rows each in every channel."),
)
@BREAK_GLASS
@click.option(
    "--unchecked-engine",
    is_flag=True,
    help=_("Also with a version of the program under which no persona was looked at; the certificate says so."),
)
@DRY_RUN
@SAMPLED
@STOP_AT_BAD
@WORKERS
@METRICS
@AS_JSON
def run_batch(
    template: str,
    data: tuple[Path, ...],
    out: Path | None,
    sql: str | None,
    encoding: str | None,
    columns: Path | None,
    channel: ChannelChoice,
    id_name: str | None,
    brand: str | None,
    day: date,
    draft: bool,
    limit: int | None,
    bundle: bool,
    break_glass: bool,
    unchecked_engine: bool,
    dry: bool,
    sample: int,
    stop_at_bad: Threshold | None,
    workers: int | None,
    metrics: Path | None,
    as_json: bool,
) -> None:
    """Every row ends in exactly one sealed outcome."""
    _refuse_unfit(sql=bool(sql), columns=bool(columns), out=bool(out), dry=dry)
    mapped = read_columns(columns.read_bytes(), columns.name) if columns else {}
    library, name, proof = find_template(template, day, draft, break_glass)
    order = Order(name, day, brand, channels=channel, proof=proof)
    options = Options(id_field=id_name or id_field(library, name), limit=limit, bundle=ROWS if bundle else None)
    job = letters(library, order, any_engine=unchecked_engine, dry=dry)
    _tell_held_back(library.template(name).item.languages, job)
    how: dict[str, Any] = {"sql": sql, "encoding": encoding, "columns": mapped, "options": options, "workers": workers}
    if out is None or dry:
        looking = partial(progress, None, job.template)
        tell_forecast(dry_run(data, job, check_of, looking, sample=sample, **how), stop_at_bad, as_json)
        return
    with progress(metrics, job.template) as told:
        result = run(out, data, job, stop_at_bad=stop_at_bad, progress=told, **how)
    finish(result, out, as_json)


def _refuse_unfit(*, sql: bool, columns: bool, out: bool, dry: bool) -> None:
    if sql and columns:
        raise click.UsageError(_("--columns does not go with --sql: let the query name its columns."))
    if not out and not dry:
        raise click.MissingParameter(param_hint="--out", param_type="option")


@batch.command(
    "resume",
    help=paragraphs(
        _("Carry on a run that was killed or stopped."),
        _(
            "Rows that have their outcome keep it, the result is the same as if nothing had happened. If the "
            "template, the input or the program has changed since, the run is refused with what differs. "
            "What --stop-at-bad said when it began holds until something else is said."
        ),
        EXIT_CODES,
    ),
    epilog=example("ccm batch resume run"),
)
@RUN
@STOP_AT_BAD
@WORKERS
@METRICS
@AS_JSON
def resume_batch(
    folder: Path, stop_at_bad: Threshold | None, workers: int | None, metrics: Path | None, as_json: bool
) -> None:
    """Input and template have to be the ones that the run began with."""
    with progress(metrics, template_of(folder)) as told:
        result = resume(folder, prepare_letters, workers=workers, stop_at_bad=stop_at_bad, progress=told)
    finish(result, folder, as_json)


@batch.command(
    "retry",
    help=paragraphs(
        _("Render the quarantined rows again from corrected records."),
        _(
            "They go into a folder of their own, supplement-1, supplement-2 and so on, with a certificate of its own; "
            "the first run is sealed and stays as it is."
        ),
        _("Exit codes: 0 all done, 1 failed, 2 wrong usage, 3 some rows are still quarantined."),
    ),
    epilog=example("ccm batch retry run --data corrected.jsonl"),
)
@RUN
@click.option("--data", metavar=_("FILE"), type=FILE, multiple=True, required=True, help=_("The corrected records."))
@SQL
@ENCODING
@click.option(
    "--as-fields", is_flag=True, help=_("Columns are called as fields, whatever mapping the run had for its own.")
)
@WORKERS
@METRICS
@AS_JSON
def retry_batch(
    folder: Path,
    data: tuple[Path, ...],
    sql: str | None,
    encoding: str | None,
    as_fields: bool,
    workers: int | None,
    metrics: Path | None,
    as_json: bool,
) -> None:
    """The first run is sealed and never rewritten."""
    with progress(metrics, template_of(folder)) as told:
        how = partial(retry, sql=sql, encoding=encoding, as_fields=as_fields, workers=workers)
        result = how(folder, data, prepare_letters, progress=told)
    finish(result, RunFolder(folder).supplements()[-1].path, as_json)


def finish(result: RunResult, folder: Path, as_json: bool) -> None:
    """Say how a run went and leave with its exit code."""
    counts = {"rows": result.rows, "done": result.done, "quarantined": result.quarantined, "skipped": result.skipped}
    files = {"certificate": str(folder / "certificate.json")}
    if result.quarantined:
        files["quarantine"] = str(folder / "quarantine.jsonl")
    if as_json:
        print_json({**counts, **files})
    else:
        click.echo("\n".join((_counted(counts), *files.values())))
    sys.exit(Exit.QUARANTINED if result.quarantined else Exit.DONE)


def _tell_held_back(languages: Iterable[str], job: Job) -> None:
    """Say before a long run which languages nobody has approved: none of their records will be sent."""
    ready = {called.split()[0] for called in job.bundles}
    if missing := [language for language in languages if language not in ready]:
        told = _("Not approved, so held back: records in {languages}.").format(languages=", ".join(missing))
        click.echo(told, err=True)


def _counted(counts: dict[str, int]) -> str:
    if not counts["rows"]:
        return _("The data has no records: there was nothing to do.")
    return ngettext(
        "{rows} row: {done} done, {quarantined} quarantined, {skipped} skipped.",
        "{rows} rows: {done} done, {quarantined} quarantined, {skipped} skipped.",
        counts["rows"],
    ).format(**counts)
