"""A command as somebody at a terminal meets it: what it asks is waited for, and answered by typing."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

PATIENCE = 120
"""Seconds after which nothing more is expected."""


@dataclass
class Terminal:
    """A command on a terminal of its own, and all that it has shown so far."""

    process: subprocess.Popen[bytes]
    screen: int
    shown: str = field(default="")

    def answer(self, question: str, typed: str) -> None:
        """Wait until something is asked, then type a line."""
        while question not in self.shown:
            assert self._read(), f"{question!r} was not asked: {self.shown}"
        self.shown = self.shown.partition(question)[2]
        os.write(self.screen, f"{typed}\n".encode())

    def end(self) -> int:
        """Wait for the end; returns the exit code."""
        while self._read():
            pass
        return self.process.wait(PATIENCE)

    def _read(self) -> bool:
        ready, _, _ = select.select([self.screen], [], [], PATIENCE)
        assert ready, f"it hangs: {self.shown}"
        try:
            text = os.read(self.screen, 4096)
        except OSError:  # what Linux says when nobody is at the other end any more
            return False
        self.shown += text.decode()
        return bool(text)


@contextmanager
def started(arguments: tuple[str, ...], settings: Mapping[str, str]) -> Iterator[Terminal]:
    """`ccm` with some arguments, begun on a terminal."""
    screen, inner = pty.openpty()
    environment = {**os.environ, "LANGUAGE": "en", "COLUMNS": "120", **settings}
    with subprocess.Popen(
        [sys.executable, "-m", "ccm", *arguments],
        stdin=inner,
        stdout=inner,
        stderr=inner,
        env=environment,
        start_new_session=True,  # or passwords would be asked for at the terminal the tests run in
    ) as process:
        os.close(inner)
        try:
            yield Terminal(process, screen)
        finally:
            process.kill()
            os.close(screen)
