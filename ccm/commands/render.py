"""`ccm render`: one message, to look at."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from ccm.commands.finding import find_template
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON, BRAND, BREAK_GLASS, DAY, DRAFT, FILE, NEW_FOLDER, TEMPLATE
from ccm.personas import persona
from ccm.pipeline import Order
from ccm.rendering import channels_of, read_record, render_record
from ccm.terminal import Exit, print_json, print_problems, problem_data
from ccm.words import _, ngettext
from content_blocks.document import CHANNELS
from content_blocks.problem import Refused

HELP = paragraphs(
    _("Render one record or one persona, to look at."),
    _(
        "TEMPLATE is a name in the store, of which only what was approved is rendered, or the path of a YAML file. "
        "What comes of a file or a draft is marked as a proof on every page and message."
    ),
    _(
        "Each channel becomes one file in the folder: TEMPLATE.pdf, .eml, .sms.json, .push.json. A channel in which "
        "the message fails a check gets no file; what is wrong with it is printed, with a hint."
    ),
    _("Exit codes: 0 every channel was written, 1 at least one was not, 2 wrong usage."),
)


@click.command(
    cls=Command,
    help=HELP,
    epilog=example(
        "ccm render account-statement --persona typical --out out",
        "ccm render my/templates/letter.yaml --record record.json --channel pdf --out out",
    ),
)
@TEMPLATE
@click.option("--record", metavar=_("FILE"), type=FILE, help=_("A JSON file with one record."))
@click.option("--persona", "persona_name", metavar=_("NAME"), help=_("A test record that comes with the template."))
@click.option(
    "--channel",
    type=click.Choice([*CHANNELS, "all"]),
    default="all",
    show_default=True,
    help=_("The channel to render."),
)
@click.option("--out", metavar=_("DIR"), type=NEW_FOLDER, required=True, help=_("The folder to write to."))
@click.option("--language", metavar=_("LANGUAGE"), help=_("The language, such as de, instead of the record's own."))
@BRAND
@DAY
@DRAFT
@BREAK_GLASS
@AS_JSON
def render(
    template: str,
    record: Path | None,
    persona_name: str | None,
    channel: str,
    out: Path,
    language: str | None,
    brand: str | None,
    day: date,
    draft: bool,
    break_glass: bool,
    as_json: bool,
) -> None:
    """Write one file per channel."""
    if (record is None) == (persona_name is None):
        raise click.UsageError(_("Give either --record or --persona."))
    library, name, proof = find_template(template, day, draft, break_glass)
    order = Order(name, day, brand, language, channels_of([channel]), proof=proof)
    try:
        library.template(name)
        content = read_record(record) if record else persona(library, name, str(persona_name)).record
        written, problems = render_record(library, order, content, out)
    except Refused as refused:
        written, problems = [], list(refused.problems)
    if as_json:
        files = [entry.data() for entry in written]
        print_json({"template": template, "files": files, "problems": [problem_data(p) for p in problems]})
    else:
        for entry in written:
            click.echo(f"{entry.path}  ({', '.join(_measured(entry.measures))})")
        print_problems(problems)
    sys.exit(Exit.FAILED if problems else Exit.DONE)


def _measured(measures: Mapping[str, int]) -> Iterator[str]:
    """What a file measures, in words: what paper, text messages and everything else are judged by."""
    if pages := measures.get("pages"):
        yield ngettext("{count} page", "{count} pages", pages).format(count=pages)
    if segments := measures.get("segments"):
        yield ngettext("{count} segment", "{count} segments", segments).format(count=segments)
    yield ngettext("{count} byte", "{count} bytes", measures["bytes"]).format(count=measures["bytes"])
