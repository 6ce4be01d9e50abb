"""The press: child processes that render for the API, under limits, with the pipelines they opened last kept warm.

A letter is made by large native libraries from data that anybody may have sent; none of that happens in the server's
own process.  A child that overruns its time or memory is ended and replaced; the request is told so.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import OrderedDict
from collections.abc import Mapping
from concurrent.futures import CancelledError, ThreadPoolExecutor, TimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import Any

from pebble import ProcessExpired, ProcessPool

from ccm.batch.worker import protect
from ccm.libraries import opened
from ccm.pipeline import Message, Order, Pipeline, open_pipeline
from content_blocks.document import ChannelName
from content_blocks.problem import Problem, Refused, refuse

SECONDS = 60.0
MEGABYTES = 2048
WARM = 24
"""How many pipelines a child keeps open: the costly part of a request is what is the same for all records."""
WAITING = 32
"""How many requests may wait for a child before new ones are turned away."""


@dataclass(frozen=True)
class Wanted:
    """What is to be rendered: where its items are, as `ccm.libraries` names places, the order, and the record.

    `bundles` are the hashes it comes to: a pipeline that was opened for the same ones serves again.
    """

    places: Mapping[str, str]
    order: Order
    record: Mapping[str, object]
    bundles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One channel's message as it comes back, or what is wrong with it."""

    channel: ChannelName
    content: bytes = field(default=b"", repr=False)
    media_type: str = ""
    measures: Mapping[str, int] = field(default_factory=dict)
    text: str = field(default="", repr=False)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Printed:
    """Everything that came of a record, and the bundle it was made of."""

    bundle: str
    version: str
    sheets: tuple[Sheet, ...]


class Press:
    """A few child processes, started when they are first needed."""

    def __init__(self, children: int = 2, seconds: float = SECONDS) -> None:
        self._children, self._seconds = children, seconds
        self._pool: ProcessPool | None = None
        self._places = threading.BoundedSemaphore(WAITING)
        self._starting = threading.Lock()
        # A child dies with the thread that started it; those that answer requests come and go, this one stays.
        self._keeper = ThreadPoolExecutor(1, "press")

    def print(self, wanted: Wanted) -> Printed:
        """Render; raises Refused with what is wrong with template or record, or with what became of the child."""
        if not self._places.acquire(blocking=False):
            raise refuse("", "press-busy")
        try:
            future = self._ready().schedule(_print, (wanted,), timeout=self._seconds)
            found: Printed | tuple[Problem, ...] = future.result()
        except TimeoutError:
            raise refuse("", "document-too-slow", seconds=int(self._seconds)) from None
        except (ProcessExpired, BrokenProcessPool, CancelledError):
            raise refuse("", "document-crashed") from None
        finally:
            self._places.release()
        if isinstance(found, tuple):
            raise Refused(found)
        return found

    def close(self) -> None:
        """End the children."""
        with self._starting:
            self._end()
        self._keeper.shutdown()

    def _ready(self) -> ProcessPool:
        with self._starting:
            if self._pool is None or not self._pool.active:
                self._end()
                self._pool = self._keeper.submit(self._start).result()
            return self._pool

    def _start(self) -> ProcessPool:
        pool = ProcessPool(
            max_workers=self._children,
            initializer=protect,
            initargs=(os.getpid(), MEGABYTES),
            context=multiprocessing.get_context("spawn"),
        )
        assert pool.active  # asking starts its children, in this thread
        return pool

    def _end(self) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None


_open: OrderedDict[tuple[Any, ...], Pipeline] = OrderedDict()


def _print(wanted: Wanted) -> Printed | tuple[Problem, ...]:
    """What a child does; what is refused comes back as a value."""
    try:
        pipeline = _warm(wanted)
        document = pipeline.document(wanted.record)
        bundle = pipeline.bundle(document.language)
        sheets = tuple(map(_sheet, pipeline.render_all(document)))
        return Printed(bundle.hash, bundle.template.version, sheets)
    except Refused as refused:
        return refused.problems
    except MemoryError:
        os._exit(1)
    except BaseException as error:  # noqa: BLE001 - native libraries panic with exceptions that are no Exception
        return (Problem("", "document-failed", {"error": type(error).__name__}),)


def _warm(wanted: Wanted) -> Pipeline:
    """The pipeline for an order, opened once as long as it is asked for now and then; its bundles never change."""
    key = (wanted.places["organisation"], wanted.bundles, wanted.order)
    if key not in _open:
        _open[key] = open_pipeline(opened(wanted.places), wanted.order)
        if len(_open) > WARM:
            _open.popitem(last=False)
    _open.move_to_end(key)
    return _open[key]


def _sheet(message: Message) -> Sheet:
    if message.rendition is None:
        return Sheet(message.channel, problems=message.problems)
    made = message.rendition
    return Sheet(message.channel, made.content, made.media_type, dict(made.measures), made.text)
