"""What several commands share: days, and what a TEMPLATE argument means."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from ccm.words import _
from templates_store.file_library import SHIPPED, Library


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


DAY = Day()


def today() -> date:
    """The calendar day, in universal time."""
    return datetime.now(UTC).date()


def find_template(name: str) -> tuple[Library, str, bool]:
    """The library a TEMPLATE argument belongs to, its name there, and whether its output is only a proof.

    A bare name is the shipped library's; a path is somebody's file, in a library if it lies in a `templates` folder.
    """
    if "/" not in name and not name.endswith(".yaml"):
        return Library(SHIPPED), name, False
    path = Path(name).resolve()
    root = path.parent.parent if path.parent.name == "templates" else SHIPPED
    return Library(root), str(path), True
