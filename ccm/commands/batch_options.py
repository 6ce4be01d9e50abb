"""What a batch may be asked for beside its data: a look ahead, and how many bad rows are too many."""

from __future__ import annotations

from typing import Any

import click

from ccm.batch.bad_rows import Threshold, threshold
from ccm.batch.dry_run import SAMPLE
from ccm.commands.options import Count
from ccm.words import _


class BadRows(click.ParamType[Threshold]):
    """A share in per cent or a number of rows."""

    name = "threshold"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Threshold:
        """The threshold, or a usage error that shows both forms."""
        found = value if isinstance(value, Threshold) else threshold(value)
        if found is None:
            message = _("“{value}” is neither a share of the rows nor a number of them; examples: 2%, 0.5%, 100.")
            self.fail(message.format(value=value), param, ctx)
        return found


DRY_RUN = click.option(
    "--dry-run",
    "dry",
    is_flag=True,
    help=_("Make no run: validate every row, render a sample, and say what would come of it."),
)
SAMPLED = click.option(
    "--sample",
    type=Count(min=1),
    default=SAMPLE,
    show_default=True,
    help=_("How many rows a dry run renders, from all over the data."),
)
STOP_AT_BAD = click.option(
    "--stop-at-bad",
    metavar=_("SHARE"),
    type=BadRows(),
    help=_("Stop without a certificate where more rows are quarantined: 2%, or a number of them."),
)
