"""Doing what was asked for once, however often it is sent: `Idempotency-Key` on what makes something new."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.types import Scope

from ccm.store.actor import Actor
from ccm.store.answering import Answer, Question, begin, give_up, keep
from ccm.store.home import Home
from content_blocks.problem import refuse

HEADER = "Idempotency-Key"
KEY = re.compile(r"[\x21-\x7e]{8,128}")
STREAMED = {"POST": re.compile("/api/v1/batches"), "PUT": re.compile("/api/v1/batches/[^/]+/corrected")}
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Again(Exception):
    """The question was answered before; `answer` is what was said then."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        super().__init__()


class Once(APIRoute):
    """A route that makes something new, and not a second time under the same idempotency key."""

    def get_route_handler(self) -> Handler:
        """The usual handler, which begins with a digest of the request and ends with the answer being kept."""
        handle = super().get_route_handler()
        if self.methods != {"POST"} or self.status_code not in (HTTPStatus.CREATED, HTTPStatus.ACCEPTED):
            return handle

        async def once(request: Request) -> Response:
            if HEADER not in request.headers:
                return await handle(request)
            request.state.digest = await _digest(request)
            try:
                response = await handle(request)
            except Again as again:
                return _told_again(again.answer)
            except BaseException:
                await run_in_threadpool(_settle, request, None)
                raise
            await run_in_threadpool(_settle, request, response)
            return response

        return once


def describe_once(document: dict[str, Any]) -> None:
    """Say in the OpenAPI document what may be sent twice."""
    about = "The same for every repetition of a request: what was done once is answered again, for a day."
    form = {"type": "string", "pattern": f"^{KEY.pattern}$", "examples": ["0f9d3c6e-7d4b-4c1e-9a55-1f0c3b2a7d10"]}
    header = {"name": HEADER, "in": "header", "required": False, "description": about, "schema": form}
    again = {"$ref": "#/components/schemas/ProblemDetails"}
    for ways in document["paths"].values():
        making = ways.get("post", {})
        if "security" not in making and {"201", "202"} & making.get("responses", {}).keys():
            making.setdefault("parameters", []).append(header)
            taken = {"description": "Conflict", "content": {"application/problem+json": {"schema": again}}}
            making["responses"].setdefault("409", taken)


async def _digest(request: Request) -> str:
    """A digest of all that was asked for.

    The data of a batch goes to a file as it comes, so of that counts what is said of it: kind, length and, if it is
    sent, its digest (RFC 9530).
    """
    asked = f"{request.method} {request.url.path}?{request.url.query}\n".encode()
    if streams(request.scope):
        said = [request.headers.get(name, "") for name in ("content-type", "content-length", "content-digest")]
        return sha256(asked + "\n".join(said).encode()).hexdigest()
    return sha256(asked + await request.body()).hexdigest()


def streams(scope: Scope) -> bool:
    """Whether a request sends data that goes to a file as it comes: there the route itself bounds it.

    An item may be called like the end of such a path, and a body that nobody bounds would be held in memory.
    """
    path = STREAMED.get(scope["method"])
    return path is not None and path.fullmatch(str(scope["path"])) is not None


def refuse_twice(request: Request, home: Home, actor: Actor) -> None:
    """Take note of a question under the key it was given; raises Again if it was answered before.

    Raises Refused for a key that is none, or that stands for something else.
    """
    digest = getattr(request.state, "digest", None)
    if digest is None:
        return
    key = request.headers[HEADER]
    if not KEY.fullmatch(key):
        raise refuse(HEADER, "idempotency-key-form")
    question = Question(actor.id, key, digest)
    if answer := begin(home, question):
        raise Again(answer)
    request.state.question = (home, question)


def _settle(request: Request, response: Response | None) -> None:
    """Keep an answer that went well, unless it holds what is shown once; forget the question otherwise."""
    asked: tuple[Home, Question] | None = getattr(request.state, "question", None)
    if asked is None:
        return
    if response is None or response.status_code >= HTTPStatus.BAD_REQUEST:
        give_up(*asked)
        return
    secret = getattr(request.state, "shown_once", False)
    keep(*asked, Answer(response.status_code, "" if secret else bytes(response.body).decode()))


def _told_again(answer: Answer) -> Response:
    return Response(answer.content, answer.status, {"Idempotency-Replayed": "true"}, "application/json")
