"""Tells where the processor's time goes, by putting a clock around functions of the pipeline."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

REST = "other"
"""What happens between the stages."""


class Stopwatch:
    """Processor seconds of this process by stage.  A stage inside another one takes its time away from it.

    `clock` tells the seconds; whoever has others work for them puts one here that counts theirs too.
    """

    def __init__(self) -> None:
        self.clock: Callable[[], float] = time.process_time
        self._running = [REST]
        self._seconds: defaultdict[str, float] = defaultdict(float)
        self._last = self.clock()

    def stage(self, name: str, function: Callable[P, R]) -> Callable[P, R]:
        """The function with the clock around it."""

        @wraps(function)
        def timed(*given: P.args, **named: P.kwargs) -> R:
            with self._in(name):
                return function(*given, **named)

        return timed

    def around(self, name: str, owner: object, attribute: str) -> None:
        """Put the clock around a function where it is looked up: in a module, a class or an object."""
        setattr(owner, attribute, self.stage(name, getattr(owner, attribute)))

    def lap(self) -> dict[str, float]:
        """The seconds by stage since the last lap."""
        self._note()
        taken, self._seconds = dict(self._seconds), defaultdict(float)
        return taken

    @contextmanager
    def _in(self, name: str) -> Iterator[None]:
        self._note()
        self._running.append(name)
        try:
            yield
        finally:
            self._note()
            self._running.pop()

    def _note(self) -> None:
        now = self.clock()
        self._seconds[self._running[-1]] += now - self._last
        self._last = now
