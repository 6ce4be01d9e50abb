"""How items are named on the command line: `block/complaints`, `persona/invoice/typical`."""

from __future__ import annotations

from typing import Any, NamedTuple

import click

from ccm.words import _
from templates_store.choose import KINDS, Kind


class Thing(NamedTuple):
    """An item by its kind and name."""

    kind: Kind
    name: str


class ThingName(click.ParamType[Thing]):
    """KIND/NAME; the name of a persona is TEMPLATE/NAME."""

    name = "thing"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Thing:
        """The item, or a usage error that names the kinds."""
        if isinstance(value, Thing):
            return value
        kind, _slash, name = value.partition("/")
        if kind not in KINDS or not name:
            message = _("“{value}” is not KIND/NAME; kinds are {kinds}.")
            self.fail(message.format(value=value, kinds=", ".join(KINDS)), param, ctx)
        return Thing(kind, name)


THINGS = click.argument("things", metavar=_("[KIND/NAME]..."), nargs=-1, type=ThingName())
