"""Whether the server lives, and whether it can do its work: for probes, which sign in nowhere and learn nothing else.

    /healthz   the process answers
    /readyz    the database is reached and has the schema of this program, and the processes that render answer

Why a server is not ready stands in its log.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future
from http import HTTPStatus
from threading import Thread
from time import monotonic
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse

from ccm.api.press import Press
from ccm.store.home import Home
from content_blocks.problem import Refused
from templates_store.database import Broken
from templates_store.schema import refuse_other_schema

PATIENCE = 2.0
"""Seconds for the database and the children to answer; probes should have a little more."""
FRESH = 1.0
"""Seconds for which an answer holds, so that whoever asks again and again costs nothing."""
PROBES = frozenset({"/healthz", "/readyz"})

probes = APIRouter()
log = logging.getLogger("ccm.health")


@probes.get("/healthz")
async def lives() -> PlainTextResponse:
    """That anything is answered at all is the answer."""
    return PlainTextResponse("ok\n")


@probes.get("/readyz")
async def is_ready(request: Request) -> PlainTextResponse:
    """200 where work can be done, 503 where it cannot at the moment."""
    health: Health = request.app.state.health
    if await health.ready():
        return PlainTextResponse("ready\n")
    return PlainTextResponse("not ready\n", HTTPStatus.SERVICE_UNAVAILABLE)


class Health:
    """Looks whether a server can do its work, once for all who ask at the same time."""

    def __init__(self, home: Home, press: Press) -> None:
        self._home, self._press = home, press
        self._database: Future[str] | None = None
        self._found: tuple[float, bool] | None = None

    async def ready(self) -> bool:
        """Whether database and children answer."""
        if self._found is None or monotonic() - self._found[0] > FRESH:
            faults = await asyncio.gather(self._of_database(), self._of_children())
            for fault in filter(None, faults):
                log.warning("not ready: %s", fault, extra={"event": "not-ready", "code": fault})
            self._found = monotonic(), not any(faults)
        return self._found[1]

    async def _of_database(self) -> str:
        """What is wrong with the database; one that hangs is asked once, not by everybody."""
        if self._database is None or self._database.done():
            self._database = _aside(lambda: database_fault(self._home))
        await _come(self._database)
        return self._database.result() if self._database.done() else "database-too-slow"

    async def _of_children(self) -> str:
        asked = self._press.ask()
        await _come(asked)
        if asked.done():
            return "" if asked.result() else "children-lost"
        return "children-too-slow" if asked.running() else ""  # all are at letters, which have a time limit of theirs


def database_fault(home: Home) -> str:
    """Why the database of a home cannot be worked with, in a word; nothing where it can."""
    file = home.database.file
    if file is not None and not file.is_file():
        return "database-gone"
    try:
        refuse_other_schema(home.database)
    except Refused as refused:
        return refused.problems[0].code
    except Broken as broken:
        return type(broken).__name__
    return ""


def _aside(look: Callable[[], str]) -> Future[str]:
    """What comes of a look in a thread that keeps nobody from stopping, should it hang."""
    found: Future[str] = Future()

    def looking() -> None:
        try:
            found.set_result(look())
        except Exception as error:  # noqa: BLE001 - whatever it is, there is no working with that database
            found.set_result(type(error).__name__)

    Thread(target=looking, name="health", daemon=True).start()
    return found


async def _come(awaited: Future[Any]) -> None:
    """Wait for something, as long as somebody who probes has patience."""
    await asyncio.wait([asyncio.wrap_future(awaited)], timeout=PATIENCE)
