"""The command line: thin, every command a file in `ccm/commands/`."""

from __future__ import annotations

import sys

import click

from ccm.batch.stop import Stopped
from ccm.commands import batch, demo, render
from ccm.terminal import Exit, print_problems
from ccm.words import _
from content_blocks.problem import Refused


@click.group(
    help=_("Customer communications: one source, rendered to PDF, email, SMS and push."),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="ccm")
def ccm() -> None:
    """The group all commands hang from."""


for command in (render.render, batch.batch, demo.demo):
    ccm.add_command(command)


def main() -> None:
    """Run a command; what it refuses becomes sentences and an exit code, never a stack trace."""
    try:
        ccm()
    except Refused as refused:
        print_problems(refused.problems)
        sys.exit(Exit.FAILED)
    except Stopped as stopped:
        click.echo(_("Stopped.  Carry on with: ccm batch resume DIR"), err=True)
        sys.exit(stopped.exit_code)
