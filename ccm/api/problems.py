"""Faults as HTTP answers: problem details (RFC 9457), in the language that was asked for.

`type` names the code, `problems` hold every fault with its place, message and hint.  What nobody may know exists gets
the same answer as what does not.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from ccm.api.unfit import unfit
from ccm.telemetry.logs import place_of
from content_blocks.problem import Problem, Refused
from content_blocks.problem_words import wording
from templates_store.database import Unavailable

MEDIA_TYPE = "application/problem+json"

log = logging.getLogger("ccm.api")

ELSEWHERE = (
    "sign-in-not-begun",
    "sign-in-too-late",
    "sign-in-state-differs",
    "sign-in-other-provider",
    "sign-in-other-person",
    "sign-in-answer-unclear",
    "sign-in-declined",
    "sign-in-failed-there",
    "sign-in-code-refused",
)
"""What goes wrong where somebody signs in at a provider; so do the codes of ID tokens, which begin with `id-token-`."""

STATUS: Mapping[str, HTTPStatus] = {
    **dict.fromkeys(
        (
            "session-missing",
            "session-over",
            "sign-in-wrong",
            "key-unknown",
            "key-over",
            "identity-not-linked",
            *ELSEWHERE,
        ),
        HTTPStatus.UNAUTHORIZED,
    ),
    **dict.fromkeys(
        (
            "role-missing-for",
            "role-missing-at-all",
            "key-scope-missing",
            "person-needed",
            "key-never-decides",
            "area-not-yours",
            "change-not-yours",
            "own-work",
            "own-submission",
            "counts-once",
            "lender-wrote-it",
            "not-a-reviewer",
            "not-submitter",
            "not-yours-to-lend",
            "lends-to-oneself",
            "key-never-lends",
            "delegation-of-others",
            "key-never-breaks-glass",
            "glass-not-yours",
            "invitation-of-others",
            "form-token-missing",
        ),
        HTTPStatus.FORBIDDEN,
    ),
    **dict.fromkeys(
        (
            "not-there",
            "item-not-known",
            "item-unknown",
            "review-unknown",
            "proof-not-there",
            "person-unknown",
            "grant-unknown",
            "key-not-there",
            "identity-unknown",
            "batch-unknown",
            "row-not-held",
            "thread-unknown",
            "invitation-unknown",
            "link-not-valid",
            "delegation-unknown",
            "hook-unknown",
            "share-unknown",
            "share-not-there",
        ),
        HTTPStatus.NOT_FOUND,
    ),
    **dict.fromkeys(
        (
            "review-over",
            "already-in-review",
            "version-taken",
            "item-name-taken",
            "archived-already",
            "not-archived",
            "login-taken",
            "review-differs",
            "last-admin",
            "columns-late",
            "batch-at-work",
            "batch-unfinished",
            "retired-already",
            "nothing-to-take-back",
            "thread-open",
            "thread-resolved",
            "delegation-over",
            "glass-broken-before",
            "begun-already",
            "answer-under-way",
            "identity-linked",
            "answer-shown-once",
            "preview-replaced",
        ),
        HTTPStatus.CONFLICT,
    ),
    "edited-meanwhile": HTTPStatus.PRECONDITION_FAILED,
    "if-match-missing": HTTPStatus.PRECONDITION_REQUIRED,
    "sign-in-wait": HTTPStatus.TOO_MANY_REQUESTS,
    "share-wait": HTTPStatus.TOO_MANY_REQUESTS,
    "request-too-large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "press-busy": HTTPStatus.SERVICE_UNAVAILABLE,
    "database-away": HTTPStatus.SERVICE_UNAVAILABLE,
}
"""The status of a code; all others are faults of what was sent."""


class Fault(BaseModel):
    """One fault: where it is, its code, and what it says to people."""

    where: str = Field(examples=["templates/letter.yaml:12 body.notice"])
    code: str = Field(examples=["bundle-not-approved"])
    params: dict[str, str | int] = Field(default_factory=dict)
    message: str
    hint: str


class ProblemDetails(BaseModel):
    """Problem details after RFC 9457."""

    type: str = Field(examples=["urn:ccm:problem:bundle-not-approved"])
    title: str
    status: int = Field(examples=[422])
    request_id: str
    problems: list[Fault] = Field(default_factory=list)


def language_of(request: Request) -> str:
    """German where the browser asks for it first, English otherwise."""
    first = request.headers.get("accept-language", "en").split(",")[0].strip().lower()
    return "de" if first.startswith("de") else "en"


def answer(request: Request, problems: Iterable[Problem], status: HTTPStatus | None = None) -> JSONResponse:
    """The answer that some problems are; the status is that of the first."""
    found = list(problems)
    language = language_of(request)
    code = found[0].code
    told = status or status_of(code)
    if told == HTTPStatus.NOT_FOUND:
        found, code = [Problem("", "not-there")], "not-there"
    words = wording(code, dict(found[0].params), language)
    details = ProblemDetails(
        type=f"urn:ccm:problem:{code}",
        title=words.message,
        status=told.value,
        request_id=getattr(request.state, "request_id", ""),
        problems=[fault(problem, language) for problem in found],
    )
    headers = {"WWW-Authenticate": "Bearer"} if told == HTTPStatus.UNAUTHORIZED else {}
    if told in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        headers["Retry-After"] = str(found[0].params.get("seconds", 1))
    return JSONResponse(details.model_dump(), told.value, headers, MEDIA_TYPE)


def status_of(code: str) -> HTTPStatus:
    """The status of an answer that tells a problem of this code."""
    if code.startswith("id-token-"):
        return HTTPStatus.UNAUTHORIZED
    return STATUS.get(code, HTTPStatus.UNPROCESSABLE_ENTITY)


def fault(problem: Problem, language: str) -> Fault:
    """A problem in words."""
    words = wording(problem.code, dict(problem.params), language)
    return Fault(
        where=problem.where,
        code=problem.code,
        params=dict(problem.params),
        message=words.message,
        hint=words.hint,
    )


async def on_refused(request: Request, error: Exception) -> JSONResponse:
    """What a use case refuses."""
    assert isinstance(error, Refused)
    return answer(request, error.problems)


async def on_invalid(request: Request, error: Exception) -> JSONResponse:
    """A request that is not of the form the document describes: places are named, values are not repeated."""
    assert isinstance(error, RequestValidationError)
    return answer(request, [unfit(detail) for detail in error.errors()], HTTPStatus.UNPROCESSABLE_ENTITY)


_HTTP_CODES = {404: "not-there", 405: "method-not-allowed"}


async def on_http(request: Request, error: Exception) -> JSONResponse:
    """What the frame refuses: paths and methods that there are not."""
    assert isinstance(error, HTTPException)
    if megabytes := getattr(request.state, "too_large", 0):
        return answer(request, [Problem("", "request-too-large", {"megabytes": megabytes})])
    status = HTTPStatus(error.status_code)
    found = answer(request, [Problem("", _HTTP_CODES.get(status, "request-form"), {"kind": status.phrase})], status)
    if error.headers:
        found.headers.update(error.headers)
    return found


async def on_fault(request: Request, error: Exception) -> JSONResponse:
    """A fault of the program or its database: kind and place stand in the log, without the values it failed with."""
    place, named = place_of(error.__traceback__), getattr(request.state, "request_id", "")
    log.error("%s %s at %s", named, type(error).__name__, place, extra={"event": "fault"})
    if isinstance(error, Unavailable):
        return answer(request, [Problem("", "database-away")])
    return answer(request, [Problem("", "own-fault-here")], HTTPStatus.INTERNAL_SERVER_ERROR)


def responses(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """The error answers of a route for the OpenAPI document; those that every route has are among them."""
    always = (
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.UNPROCESSABLE_ENTITY,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        HTTPStatus.SERVICE_UNAVAILABLE,
    )
    schema = {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}
    return {
        status.value: {"description": status.phrase, "content": {MEDIA_TYPE: schema}}
        for status in sorted({*always, *statuses})
    }
