"""Commands that are loaded when they are wanted: what a message takes to be rendered, nobody needs who lists people.

A group knows its commands by name and place; the list of them is shown from lines that stand beside the places.
"""

from __future__ import annotations

from collections import UserDict
from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple

import click

from ccm.commands.frame import Outermost


class Place(NamedTuple):
    """Where a command is: its module in `ccm.commands`, its name there, and the first line of its help."""

    module: str
    name: str
    line: str = ""
    inside: Mapping[str, Place] = {}
    """Of a group, the commands that other modules bring to it."""

    def load(self) -> click.Command:
        """The command itself."""
        command: click.Command = getattr(import_module(f"ccm.commands.{self.module}"), self.name)
        if self.inside:
            assert isinstance(command, click.Group)
            command.commands = Commands({**command.commands, **self.inside})
        return command


class Commands(UserDict[str, Any]):
    """Commands by name, each loaded when it is asked for and known from then on."""

    def __getitem__(self, name: str) -> click.Command:
        """The command itself."""
        if isinstance(self.data[name], Place):
            self.data[name] = self.data[name].load()
        command: click.Command = self.data[name]
        return command


class Tree(Outermost):
    """The outermost group, of commands that are loaded when they are wanted."""

    def __init__(self, *args: Any, places: Mapping[str, Place], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.places = places
        self.commands = Commands(places)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, of which none is loaded for that."""
        shown = {name: click.Command(name, help=place.line) for name, place in self.places.items()}
        click.Group(commands=shown).format_commands(ctx, formatter)
