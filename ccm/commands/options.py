"""What several commands share: kinds of arguments and options."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from ccm.commands.frame import JSON_WANTED
from ccm.words import _

FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
NEW_FOLDER = click.Path(file_okay=False, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, path_type=Path)


class Day(click.ParamType[date]):
    """A calendar day, year-month-day."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error that names the form."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            return self.fail(_("“{value}” is not a day; write YYYY-MM-DD.").format(value=value), param, ctx)


class Count(click.IntRange):
    """A whole number, called so in the user's language."""

    name = _("number")


def today() -> date:
    """The calendar day, in universal time."""
    return datetime.now(UTC).date()


TEMPLATE = click.argument("template", metavar=_("TEMPLATE"))
BRAND = click.option("--brand", metavar=_("BRAND"), help=_("The brand, instead of the template's first."))
DAY = click.option(
    "--on",
    "day",
    metavar=_("DAY"),
    type=Day(),
    default=today,
    help=_("The day the messages speak of, YYYY-MM-DD; today if not given."),
)
RUN = click.argument("folder", metavar=_("DIR"), type=FOLDER)
METRICS = click.option(
    "--metrics",
    metavar=_("FILE"),
    type=NEW_FILE,
    help=_("Keep the numbers of the run in a file for Prometheus' node exporter; its name ends in .prom."),
)
WORKERS = click.option("--workers", type=Count(1, 256), help=_("Child processes; one per core if not given."))


def _remember_json(ctx: click.Context, _param: click.Parameter, value: bool) -> bool:
    """Whoever asked for JSON gets what is refused as JSON, too; the outermost group looks here."""
    ctx.meta[JSON_WANTED] = value
    return value


DRAFT = click.option("--draft", is_flag=True, help=_("What was saved last in the store, approved or not, as a proof."))
BREAK_GLASS = click.option(
    "--break-glass",
    is_flag=True,
    help=_("Also what somebody let out before its approval, as long as that is open; certificates say so."),
)
AS_JSON = click.option(
    "--json", "as_json", is_flag=True, callback=_remember_json, help=_("Print JSON for programs instead.")
)
