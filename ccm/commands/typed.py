"""How a command is typed where its user is: a line that can be copied has to work as it stands."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path


def typed(*words: str) -> str:
    """A command of ours as the shell takes it: `ccm` if that is what the path finds, otherwise the way to it."""
    return shlex.join((*_program(Path(sys.argv[0])), *words))


def _program(started: Path) -> tuple[str, ...]:
    if started.name != "ccm":
        return (_near(Path(sys.executable)), "-m", "ccm")
    found = shutil.which("ccm")
    return ("ccm",) if found and Path(found).samefile(started) else (_near(started),)


def _near(program: Path) -> str:
    """Its path from here if it lies below, otherwise from the root."""
    whole = Path(os.path.abspath(program))  # noqa: PTH100 - a link must not be followed: it is what makes an environment
    return str(whole.relative_to(Path.cwd())) if whole.is_relative_to(Path.cwd()) else str(whole)
