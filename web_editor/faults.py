"""What is wrong, as a page, or as a part of one where our script asked."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from ccm.api.problems import status_of
from content_blocks.problem import Problem
from content_blocks.problem_words import wording
from web_editor.showing import shown
from web_editor.visit import asked_by_page, speech

SIGN_IN = frozenset({"session-missing", "session-over"})
ONCE_MORE = '<!doctype html><meta http-equiv="refresh" content="0"><title>ccm</title>'
"""A link from a mail comes without our cookie, which other sites never send; asked again by our own page it does."""


def told(request: Request, problems: Iterable[Problem]) -> Response:
    """The answer that some problems are; whoever is not signed in is taken to where they can be."""
    found = list(problems)
    if found[0].code in SIGN_IN:
        return _to_sign_in(request)
    status = status_of(found[0].code)
    if status == HTTPStatus.NOT_FOUND:
        found = [Problem("", "not-there")]
    language = speech(request).language
    words = [(problem.where, wording(problem.code, dict(problem.params), language)) for problem in found]
    view = "part/problems.html" if asked_by_page(request) else "problem.html"
    answer = shown(view, request, status, problems=words)
    if asked_by_page(request):
        answer.headers.update({"HX-Retarget": "#told", "HX-Reswap": "innerHTML"})
    return answer


def _to_sign_in(request: Request) -> Response:
    place = "/sign-in?to=" + quote(request.url.path)
    if asked_by_page(request):
        return Response(headers={"HX-Redirect": "/sign-in"})
    if request.headers.get("sec-fetch-site") == "cross-site":
        return HTMLResponse(ONCE_MORE)
    return RedirectResponse(place, HTTPStatus.SEE_OTHER)
