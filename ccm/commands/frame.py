"""The frame around every command: its help in the user's language, its faults as sentences and an exit code."""

from __future__ import annotations

import errno
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeGuard

import click

from ccm.batch.stop import Stopped
from ccm.commands.typed import typed
from ccm.terminal import Exit, print_json, print_problems, problem_data
from ccm.words import _
from content_blocks.problem import Problem, Refused

if TYPE_CHECKING:
    from templates_store.database import Broken

HOME = Path(__file__).resolve().parent.parent.parent

EXIT_CODES = _("Exit codes: 0 all done, 1 failed, 2 wrong usage, 3 finished with quarantined rows.")

JSON_WANTED = "ccm.json"
"""Where the context keeps whether a command was asked for JSON."""

FILE_FAULTS = {
    errno.EACCES: "file-not-allowed",
    errno.EPERM: "file-not-allowed",
    errno.EROFS: "file-not-allowed",
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.ENOENT: "file-not-there",
    errno.EEXIST: "file-in-the-way",
    errno.EISDIR: "file-in-the-way",
    errno.ENOTDIR: "file-in-the-way",
}
"""What the operating system refuses, by the code of its sentence; anything else is `file-failed`."""


class Command(click.Command):
    """A command whose usage line, too, is in the user's language."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **{"options_metavar": _("[OPTIONS]"), **settings})


class Group(click.Group):
    """Commands under one name; commands and groups made inside are of our kind as well."""

    command_class = Command
    group_class = type

    def __init__(self, *args: Any, **settings: Any) -> None:
        usage = {"options_metavar": _("[OPTIONS]"), "subcommand_metavar": _("COMMAND [ARGS]...")}
        super().__init__(*args, **{**usage, **settings})


class Outermost(Group):
    """The group that all commands hang from: no fault gets past it untold."""

    def invoke(self, ctx: click.Context) -> None:
        """Run a command; what it refuses becomes sentences, and the exit code 1."""
        try:
            super().invoke(ctx)
        except Refused as refused:
            _tell(ctx, refused.problems)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever reads our output has seen enough
                raise
            _tell(ctx, [file_fault(error)])
        except Stopped as stopped:
            command = typed("batch", "resume", str(stopped.folder))
            click.echo(_("Stopped. Carry on with: {command}").format(command=command), err=True)
            ctx.exit(stopped.exit_code)
        except Exception as error:
            if not _is_of_the_database(error):
                raise
            _tell(ctx, [Problem("", "database-failed", {"reason": type(error.orig).__name__})])
        else:
            return
        ctx.exit(Exit.FAILED)


def _is_of_the_database(error: Exception) -> TypeGuard[Broken]:
    """Asked only where something failed: most commands end before they need the library that it comes from."""
    from templates_store.database import Broken

    return isinstance(error, Broken)


def _tell(ctx: click.Context, problems: Sequence[Problem]) -> None:
    """What is wrong, as JSON for who asked for that."""
    if ctx.meta.get(JSON_WANTED):
        print_json({"problems": [problem_data(problem) for problem in problems]})
    else:
        print_problems(problems)


def file_fault(error: OSError) -> Problem:
    """What the operating system says about a file or folder, as a problem of that place."""
    number = error.errno or 0
    reason = errno.errorcode.get(number, type(error).__name__)
    return Problem(str(error.filename or ""), FILE_FAULTS.get(number, "file-failed"), {"reason": reason})


def tell_own_fault(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    """What `sys.excepthook` does: say where the program failed, without the values it failed with."""
    if issubclass(kind, KeyboardInterrupt):
        sys.exit(128 + 2)
    frames = [frame for frame in traceback.extract_tb(trace) if Path(frame.filename).is_relative_to(HOME)]
    place = " < ".join(f"{Path(frame.filename).relative_to(HOME)}:{frame.lineno}" for frame in reversed(frames[-4:]))
    print_problems([Problem("", "own-fault", {"kind": kind.__name__, "place": place or "?"})])


def paragraphs(*texts: str) -> str:
    """A command's help: the first text also stands in the list of commands."""
    return "\n\n".join(texts)


def example(*commands: str) -> str:
    """The end of a command's help: how it is typed, each command on a line of its own."""
    return "\n".join(["\b", _("Example:"), *(f"  {command}" for command in commands)])
