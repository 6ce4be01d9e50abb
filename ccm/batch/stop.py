"""Stopping a run when asked to: Ctrl-C or SIGTERM end it between two steps, so that it can be resumed."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stopped(Exception):
    """The run in a folder was asked to stop; what was done is kept.

    `exit_code` is the shell's: 128 and the signal's number.
    """

    def __init__(self, number: int, folder: Path) -> None:
        super().__init__(signal.Signals(number).name)
        self.exit_code = 128 + number
        self.folder = folder


class StopRequest:
    """Whether, and by which signal, the process was asked to stop."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._signal: int | None = None

    def note(self, number: int, _: FrameType | None) -> None:
        """Remember the signal; the run looks between two steps."""
        self._signal = number

    def obey(self) -> None:
        """Raise `Stopped` if there was a signal."""
        if self._signal is not None:
            raise Stopped(self._signal, self._folder)


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """A signal ends what is done inside at once and tidily, with the shell's exit code: nothing is there to resume."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _end) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)


@contextmanager
def stop_requests(folder: Path) -> Iterator[StopRequest]:
    """Hold signals to the run in a folder back inside; only the main thread can, elsewhere it changes nothing."""
    request = StopRequest(folder)
    if threading.current_thread() is not threading.main_thread():
        yield request
        return
    before = {number: signal.signal(number, request.note) for number in SIGNALS}
    try:
        yield request
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
