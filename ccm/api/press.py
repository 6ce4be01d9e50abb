"""The press: child processes that render for the API, under limits, with the pipelines they opened last kept warm.

A letter is made by large native libraries from data that anybody may have sent; none of that happens in the server's
own process.  A child that overruns its time or memory is ended and replaced; the request is told so.
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from ccm.api.hand import Hand, Limits
from ccm.api.printing import Printed, Wanted, print_one
from content_blocks.problem import Problem, Refused, refuse

WAITING = 16
"""How many requests may be with the press before new ones are turned away; others have to be answered meanwhile."""


USUAL = Limits()


class Press:
    """A few child processes, each started when it is first needed and led by a thread of its own.

    The system ends a child together with the thread that started it, so it has to be one that stays.
    """

    def __init__(self, children: int = 2, limits: Limits = USUAL) -> None:
        self._limits = limits
        self._own = threading.local()
        self._hands: list[Hand] = []
        self._leading = ThreadPoolExecutor(children, "press", self._start)
        self._places = threading.BoundedSemaphore(WAITING)

    def print(self, wanted: Wanted) -> Printed:
        """Render; raises Refused with what is wrong with template or record, or with what became of the child."""
        if not self._places.acquire(blocking=False):
            raise refuse("", "press-busy")
        try:
            found: Printed | tuple[Problem, ...] = self._leading.submit(self._print, wanted).result()
        finally:
            self._places.release()
        if isinstance(found, tuple):
            raise Refused(found)
        return found

    def close(self) -> None:
        """End the children, whatever they are at."""
        for hand in self._hands:
            hand.stop()
        self._leading.shutdown()

    def _start(self) -> None:
        self._own.hand = Hand(self._limits)
        self._hands.append(self._own.hand)

    def _print(self, wanted: Wanted) -> Printed | tuple[Problem, ...]:
        found: Printed | tuple[Problem, ...] = self._own.hand.do(print_one, wanted)
        return found
