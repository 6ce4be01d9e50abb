"""What every request passes: an id to be found again by, a bound on its size, headers that close what is not needed."""

from __future__ import annotations

import logging
import re
from http import HTTPStatus
from secrets import token_hex
from time import perf_counter

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ccm.api.cookies import FORM_TOKEN, session_cookie
from ccm.api.health import PROBES
from ccm.api.once import streams
from ccm.api.problems import on_fault
from ccm.signing_in.tokens import csrf_token
from ccm.telemetry.asked import ASKED, Asked
from ccm.telemetry.metrics import NO_ROUTE, method_of, note_request
from ccm.telemetry.traces import span
from content_blocks.problem import refuse

LARGEST_BODY = 8 << 20
"""In bytes; the largest item has half of it."""

API = "/api/v1"
"""Where the API is; everything else is pages, their files, and what probes ask for."""

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
        """Pass a request on, and tell method, route, status and time of it, and nothing of what was said."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asked = Asked(_request_id(scope))
        scope.setdefault("state", {})["request_id"] = asked.id
        telling = ASKED.set(asked)
        try:
            await self._answer(scope, receive, send, asked)
        finally:
            ASKED.reset(telling)

    async def _answer(self, scope: Scope, receive: Receive, send: Send, asked: Asked) -> None:
        begun, status, method = perf_counter(), 0, method_of(scope["method"])

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = asked.id
                for name, value in CLOSED.items():
                    headers.setdefault(name, value)
                _continue_session(scope, headers)
            await send(message)

        with span(method, {"http.request.method": method}, Headers(scope=scope).get("traceparent", "")) as told:
            try:
                await self.app(scope, receive if streams(scope) else _bounded(scope, receive), sending)
            except Exception as error:  # noqa: BLE001 - whatever it is, who asked gets an answer and the log no values
                answer = await on_fault(Request(scope), error)
                if not status:
                    await answer(scope, receive, sending)
            route, told.failed = _route(scope), status >= HTTPStatus.INTERNAL_SERVER_ERROR
            told.name = f"{method} {route}"
            told.attributes |= {"http.route": route, "http.response.status_code": status}
        note_answer(asked.id, method, route, status, perf_counter() - begun)


def note_answer(request: str, method: str, route: str, status: int, seconds: float) -> None:
    """A request that was answered, for the log and for the numbers; that probes come by is no news."""
    note_request(method, route, status, seconds)
    took = round(seconds * 1000, 1)
    facts = {"event": "request", "method": method, "route": route, "status": status, "milliseconds": took}
    level = logging.DEBUG if route in PROBES else logging.INFO
    log.log(level, "%s %s %s %d %.1f ms", request, method, route, status, took, extra=facts)


def _route(scope: Scope) -> str:
    """The template of the path that was asked for, with its prefix: a router only knows its own part."""
    own = str(getattr(scope.get("route"), "path", NO_ROUTE))
    within = scope["path"].startswith(f"{API}/") and not own.startswith((NO_ROUTE, API))
    return f"{API}{own}" if within else own


def _continue_session(scope: Scope, headers: MutableHeaders) -> None:
    """The new secret of a session whose person has got other roles; an answer that ends the session goes before."""
    if "session" in scope["state"] and "set-cookie" not in headers:
        organisation, token = scope["state"]["session"]
        headers.append("set-cookie", session_cookie(organisation, token))
        headers[FORM_TOKEN] = csrf_token(token)


def _request_id(scope: Scope) -> str:
    """The caller's own, if it can be one, so that a request is found in both logs."""
    given = dict(scope["headers"]).get(b"x-request-id", b"").decode("latin-1")
    return given if REQUEST_ID.fullmatch(given) else token_hex(8)


def _bounded(scope: Scope, receive: Receive) -> Receive:
    """A body that ends where it gets too large, at once if it says so itself; raises Refused.

    Who reads the body may take that for a body that cannot be read, so it is noted as well.
    """
    said = Headers(scope=scope).get("content-length", "")
    announced, read = int(said) if said.isdecimal() else 0, 0

    async def receiving() -> Message:
        nonlocal read
        message = await receive() if announced <= LARGEST_BODY else {}
        read += len(message.get("body", b""))
        if max(announced, read) > LARGEST_BODY:
            scope["state"]["too_large"] = LARGEST_BODY >> 20
            raise refuse("", "request-too-large", megabytes=LARGEST_BODY >> 20)
        return message

    return receiving
