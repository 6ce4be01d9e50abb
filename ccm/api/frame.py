"""What every request passes: an id to be found again by, a bound on its size, headers that close what is not needed."""

from __future__ import annotations

import logging
import re
from secrets import token_hex
from time import perf_counter

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from content_blocks.problem import refuse

LARGEST_BODY = 8 << 20
"""In bytes; the largest item has half of it."""

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
CLOSED = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "interest-cohort=()",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

log = logging.getLogger("ccm.api")


class Frame:
    """The outermost layer, in plain ASGI: it sees answers of every kind, errors included."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; the log holds method, route, status and time, and nothing of what was said."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        named = _request_id(scope)
        scope.setdefault("state", {})["request_id"] = named
        begun, status = perf_counter(), 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = named
                for name, value in CLOSED.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive if _streams(scope) else _bounded(receive), sending)
        route = getattr(scope.get("route"), "path", "-")
        log.info("%s %s %s %d %.1f ms", named, scope["method"], route, status, (perf_counter() - begun) * 1000)


def _request_id(scope: Scope) -> str:
    """The caller's own, if it can be one, so that a request is found in both logs."""
    given = dict(scope["headers"]).get(b"x-request-id", b"").decode("latin-1")
    return given if REQUEST_ID.fullmatch(given) else token_hex(8)


def _streams(scope: Scope) -> bool:
    """Whether a request sends data that goes to a file as it comes: there the route itself bounds it."""
    return scope["method"] == "POST" and str(scope["path"]).endswith("/batches")


def _bounded(receive: Receive) -> Receive:
    """A body that ends where it gets too large; raises Refused."""
    taken = 0

    async def receiving() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST_BODY:
            raise refuse("", "request-too-large", megabytes=LARGEST_BODY >> 20)
        return message

    return receiving
