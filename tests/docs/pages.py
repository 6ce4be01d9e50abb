"""A page of the manual as its reader would follow it: write the files it shows, type its commands, compare.

- A fence under a line such as `**rents/classes/rent.yaml**` is that file; with `, at the end` it is added to it.
- A fence of `sh` is typed into a shell; a fence of `text` right after it is all that the shell then says.  There `…`
  stands for anything within a line, and on a line of its own for any lines.
- Each fence begins in the folder of the page.  Variables that one sets are there in the next ones.
- Port 8700 is another one, which is free.  What a page leaves running, its number in a file `*.pid`, is ended with it.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from tests.source import ROOT

FENCE = re.compile(
    r"(?:^\*\*(?P<path>[\w./-]+)\*\*(?P<added>, at the end)?[^\n]*\n\n?)?"
    r"^```(?P<language>\w+)\n(?P<text>.*?)^```$(?:\n\n```text\n(?P<said>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)
COLUMNS = "110"
KEEPING = """
set -a
test ! -f "$EXPORTED" || . "$EXPORTED"
trap 'export -p > "$EXPORTED"' EXIT
"""


@dataclass(frozen=True)
class Fence:
    """One fence: a file to write, or commands with what they say (None if the page does not show it)."""

    path: str | None
    added: bool
    language: str
    text: str
    said: str | None


def fences(page: str) -> list[Fence]:
    """The fences of a page in reading order."""
    found = FENCE.finditer((ROOT / "docs" / page).read_text(encoding="utf-8"))
    return [Fence(m["path"], bool(m["added"]), m["language"], m["text"], m["said"]) for m in found]


def follow(page: str, folder: Path, source: Path = ROOT) -> Generator[tuple[Fence, str]]:
    """Do in a folder what a page says, with ccm from `source`; yields each command fence with what the shell said."""
    environment, port = _environment(folder.parent / "bin", source), _free_port()
    try:
        for fence in fences(page):
            if fence.path:
                _write(folder / fence.path, fence)
            elif fence.language == "sh":
                yield fence, _shell(fence.text.replace("8700", port), folder, environment, silent=fence.said is None)
    finally:
        for left in folder.glob("*.pid"):
            with suppress(ProcessLookupError):
                os.kill(int(left.read_text()), signal.SIGTERM)


def differences(shown: str, said: str) -> list[str]:
    """The lines that a page shows and a shell did not say, or the other way round."""
    if re.fullmatch(_pattern(shown), said.rstrip() + "\n"):
        return []
    pairs = zip_longest(shown.splitlines(), said.splitlines(), fillvalue="(nothing)")
    return [f"shown: {one}\n said: {other}" for one, other in pairs if one != other]


def _pattern(shown: str) -> str:
    lines = (r"(?:.*\n)*?" if line == "…" else f"{_line(line)}\n" for line in shown.rstrip().splitlines())
    return "".join(lines)


def _line(line: str) -> str:
    return r"[^\n]*?".join(re.escape(piece) for piece in line.rstrip().split("…")) + r"[ ]*"


def _write(path: Path, fence: Fence) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a" if fence.added else "w", encoding="utf-8") as file:
        file.write(fence.text)


def _environment(programs: Path, source: Path) -> dict[str, str]:
    """A shell in which `ccm` and `python` are those of this source."""
    programs.mkdir(exist_ok=True)
    for name, command in (("ccm", "-m ccm"), ("python", "")):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {command} "$@"\n')
        program.chmod(0o755)
    path = f"{programs}:{os.environ['PATH']}"
    own = {"PATH": path, "PYTHONPATH": str(source), "LANGUAGE": "en", "COLUMNS": COLUMNS}
    return {**os.environ, **own, "EXPORTED": str(programs.parent / "exported")}


def _free_port() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return str(free.getsockname()[1])


def _shell(commands: str, folder: Path, environment: dict[str, str], *, silent: bool) -> str:
    done = subprocess.run(
        ["bash", "-c", KEEPING + commands],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert not silent or done.returncode == 0, done.stdout
    return done.stdout
