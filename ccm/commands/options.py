"""What several commands share: kinds of arguments, and what TEMPLATE means."""

from __future__ import annotations

from datetime import UTC, date, datetime
from os.path import realpath
from pathlib import Path
from typing import Any

import click

from ccm.words import _
from templates_store.file_library import SHIPPED, Library

FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
NEW_FOLDER = click.Path(file_okay=False, path_type=Path)


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
WORKERS = click.option("--workers", type=Count(1, 256), help=_("Child processes; one per core if not given."))
AS_JSON = click.option("--json", "as_json", is_flag=True, help=_("Print JSON for programs instead."))


def find_template(name: str) -> tuple[Library, str, bool]:
    """The library a TEMPLATE argument belongs to, its name there, and whether its output is only a proof.

    A bare name is the shipped library's; a path is somebody's file, in a library if it lies in a `templates` folder.
    """
    if "/" not in name and not name.endswith(".yaml"):
        return Library(SHIPPED), name, False
    path = Path(realpath(name))  # unlike `resolve`, it comes back from links that lead in a circle
    root = path.parent.parent if path.parent.name == "templates" else SHIPPED
    return Library(root), str(path), True
