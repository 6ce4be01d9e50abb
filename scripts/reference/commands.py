"""The page of commands: what `--help` says."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ccm.cli import ccm
from scripts.reference.markdown import fenced

COLUMNS = 100


def page() -> Iterator[str]:
    """The page's lines."""
    yield "# Commands\n"
    yield "What `--help` says, which speaks English or German by the locale (`LANGUAGE=de ccm --help`).\n"
    yield from command(ccm, ccm.make_context("ccm", [], resilient_parsing=True, terminal_width=COLUMNS))


def command(described: click.Command, context: click.Context) -> Iterator[str]:
    """A command's help, then that of the commands in it."""
    yield f"## {context.command_path}\n"
    yield from fenced(described.get_help(context), "text")
    if isinstance(described, click.Group):
        for name in described.list_commands(context):
            inner = described.commands[name]
            yield from command(inner, click.Context(inner, info_name=name, parent=context, terminal_width=COLUMNS))
