"""The press: child processes that render for the API, under limits, with the pipelines they opened last kept warm.

A letter is made by large native libraries from data that anybody may have sent; none of that happens in the server's
own process.  A child that overruns its time or memory is ended and replaced; the request is told so.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from typing import Any

from ccm.api.hand import Hand, Limits
from ccm.api.printing import Printed, Wanted, load_all, nothing, print_one
from content_blocks.problem import Refused, refuse

WAITING = 16
"""How many requests may be with the press before new ones are turned away; others have to be answered meanwhile."""


@dataclass(frozen=True)
class Turn:
    """A request of somebody who asks again and again, and wants only the newest answer."""

    whose: tuple[str, ...]
    """Organisation, person, and what they call the place where their requests follow each other."""

    step: int = 0
    """Counts up, so that a request which another has overtaken on its way is not taken for the newer one."""


USUAL = Limits()


class Press:
    """A few child processes, each started when it is first needed and led by a thread of its own.

    The system ends a child together with the thread that started it, so it has to be one that stays.
    """

    def __init__(self, children: int = 2, limits: Limits = USUAL) -> None:
        self._children, self._limits = children, limits
        self._own = threading.local()
        self._hands: list[Hand] = []
        self._leading = ThreadPoolExecutor(children, "press", self._start)
        self._places = threading.BoundedSemaphore(WAITING)
        self._turns: dict[tuple[str, ...], tuple[int, Future[Any]]] = {}
        self._turning = threading.RLock()
        self._asked: Future[bool] | None = None

    def get_ready(self) -> None:
        """Have the children start and load everything that renders, so that nobody waits for it; returns at once."""
        for _ in range(self._children):
            self._leading.submit(self._do, load_all, None)

    def print(self, wanted: Wanted) -> Printed:
        """Render; raises Refused with what is wrong with template or record, or with what became of the child."""
        printed: Printed = result(self.begin(print_one, wanted))
        return printed

    def begin(self, work: Callable[[Any], Any], given: object, turn: Turn | None = None) -> Future[Any]:
        """Put some work before the children; what comes of it is for `result`.

        Work that waits can be cancelled, and then is never begun.  In a turn the newer work takes the place of the
        older one that still waits, whichever comes first.  Raises Refused where too many wait.
        """
        with self._turning:
            before = self._turns.get(turn.whose) if turn else None
            if turn and before:
                step, waits = before
                if step > turn.step:
                    return _given_up()
                waits.cancel()
            if not self._places.acquire(blocking=False):
                raise refuse("", "press-busy")
            waiting = self._leading.submit(copy_context().run, self._do, work, given)
            if turn:
                self._turns[turn.whose] = turn.step, waiting
        waiting.add_done_callback(lambda _: self._left(waiting, turn))
        return waiting

    def ask(self) -> Future[bool]:
        """Whether a child answers.  There is one such question at a time, however many ask, and work goes on before
        it: one that is not even begun means that all children are at work."""
        with self._turning:
            if self._asked is None or self._asked.done():
                self._asked = self._leading.submit(self._answers)
            return self._asked

    def close(self) -> None:
        """End the children, whatever they are at."""
        for hand in self._hands:
            hand.stop()
        self._leading.shutdown()

    def _start(self) -> None:
        self._own.hand = Hand(self._limits)
        self._hands.append(self._own.hand)

    def _do(self, work: Callable[[Any], Any], given: object) -> Any:
        return self._own.hand.do(work, given)

    def _answers(self) -> bool:
        try:
            self._do(nothing, None)
        except Refused:
            return False
        return True

    def _left(self, done: Future[Any], turn: Turn | None) -> None:
        self._places.release()
        with self._turning:
            if turn and self._turns.get(turn.whose) == (turn.step, done):
                del self._turns[turn.whose]


def _given_up() -> Future[Any]:
    """Work that is not begun."""
    never: Future[Any] = Future()
    never.cancel()
    never.set_running_or_notify_cancel()
    return never


def result(waiting: Future[Any]) -> Any:
    """What comes of some work; raises Refused with what is wrong, CancelledError if it was given up before it began."""
    found = waiting.result()
    if isinstance(found, tuple):
        raise Refused(found)
    return found
