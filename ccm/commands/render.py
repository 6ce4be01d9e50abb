"""`ccm render`: one message, to look at."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from ccm.commands.options import DAY, find_template, today
from ccm.personas import persona
from ccm.pipeline import Order
from ccm.rendering import channels_of, read_record, render_record
from ccm.terminal import Exit, print_json, print_problems, problem_data
from ccm.words import _


@click.command(help=_("Render one record or persona of TEMPLATE, a name in the library or the path of a YAML file."))
@click.argument("template_name", metavar="TEMPLATE")
@click.option(
    "--record", type=click.Path(exists=True, dir_okay=False, path_type=Path), help=_("A JSON file with one record.")
)
@click.option("--persona", "persona_name", metavar="NAME", help=_("A test record that ships with the template."))
@click.option(
    "--channel",
    type=click.Choice(["pdf", "email", "sms", "push", "all"]),
    default="all",
    show_default=True,
    help=_("The channel."),
)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), required=True, help=_("The folder to write to.")
)
@click.option("--language", metavar="LANGUAGE", help=_("The language, instead of the record's own."))
@click.option("--brand", metavar="BRAND", help=_("The brand, instead of the template's first."))
@click.option("--on", "day", type=DAY, default=today, help=_("The day it speaks of (YYYY-MM-DD); today if not given."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def render(
    template_name: str,
    record: Path | None,
    persona_name: str | None,
    channel: str,
    out: Path,
    language: str | None,
    brand: str | None,
    day: date,
    as_json: bool,
) -> None:
    """Write one file per channel."""
    if (record is None) == (persona_name is None):
        raise click.UsageError(_("Give either --record or --persona."))
    library, name, proof = find_template(template_name)
    content = read_record(record) if record else persona(library, name, str(persona_name)).record
    order = Order(name, day, brand, language, channels_of([channel]), proof=proof)
    written, problems = render_record(library, order, content, out)
    if as_json:
        files = [entry.data() for entry in written]
        print_json({"template": template_name, "files": files, "problems": [problem_data(p) for p in problems]})
    else:
        for entry in written:
            measures = ", ".join(f"{value} {key}" for key, value in entry.measures.items())
            click.echo(f"{entry.path}  ({measures})")
        print_problems(problems)
    sys.exit(Exit.FAILED if problems else Exit.DONE)
