"""A hand of the press: one child process with one thing to do at a time, at the other end of a pipe.

Nothing but the pipe is shared with a child, so that whatever becomes of it holds up nobody: a pool, even of one, can
wait for ever on a lock that a killed child held.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from ccm.api.warm_engines import settle
from ccm.batch.worker import TOO_BIG, protect
from ccm.confiding import all_confided, receive
from ccm.telemetry.metrics import note_lost, note_steps
from ccm.telemetry.steps import taken
from ccm.telemetry.traces import note_spans
from content_blocks.problem import Refused, refuse


@dataclass(frozen=True)
class Limits:
    """What one request may take of a child, and how long a child may take to start besides."""

    seconds: int = 60
    megabytes: int = 2048
    starting: int = 60


class Child(NamedTuple):
    """A process and our end of its pipe."""

    process: multiprocessing.process.BaseProcess
    pipe: Connection


class Hand:
    """One child process.  Everything but `stop` is for the thread that made it: the child ends when that does."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._child: Child | None = None
        self._stopped, self._warm = False, False

    def do(self, work: Callable[[Any], Any], given: object) -> Any:
        """What the child makes of something; raises Refused for a child that took too long, too much, or died."""
        child = self._ready()
        try:
            child.pipe.send((work, given, all_confided()))
            if child.pipe.poll(self._limits.seconds + (0 if self._warm else self._limits.starting)):
                found, steps = child.pipe.recv()
                self._warm = True
                note_steps(steps)
                note_spans(steps)
                return found
        except (EOFError, OSError):
            child.process.join()
            fault = self._death(child)
        else:
            fault = refuse("", "document-too-slow", seconds=self._limits.seconds)
        self._drop()
        note_lost(fault.problems[0].code)
        raise fault

    def stop(self) -> None:
        """End the child at once; it is not started again."""
        self._stopped = True
        self._drop()

    def _death(self, child: Child) -> Refused:
        if child.process.exitcode == TOO_BIG:
            return refuse("", "document-too-big", megabytes=self._limits.megabytes)
        return refuse("", "document-crashed")

    def _ready(self) -> Child:
        if self._child is not None and not self._child.process.is_alive():
            self._drop()
        if self._stopped:
            raise refuse("", "press-busy")
        if self._child is None:
            self._child, self._warm = self._started(), False
        return self._child

    def _started(self) -> Child:
        processes = multiprocessing.get_context("spawn")
        ours, theirs = processes.Pipe()
        settings = (theirs, os.getpid(), self._limits.megabytes)
        process = processes.Process(target=labour, args=settings, daemon=True)
        process.start()
        theirs.close()
        return Child(process, ours)

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.process.kill()
            child.process.join()
            child.pipe.close()


def labour(pipe: Connection, parent: int, megabytes: int) -> None:
    """What a child does; a Ctrl-C in the server's terminal is for the server alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    protect(parent, megabytes)
    while True:
        try:
            work, given, told = pipe.recv()
        except EOFError:
            return
        receive(told)
        pipe.send((work(given), taken()))
        settle()
