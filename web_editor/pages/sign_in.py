"""Signing in and out."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from ccm.api.cookies import begin_session, end_session
from ccm.api.homes import Homes
from ccm.store.sessions import sign_out as end
from ccm.store.signing_in import sign_in as begin
from content_blocks.problem import Refused, refuse
from content_blocks.problem_words import wording
from web_editor.showing import shown
from web_editor.visit import Visit, speech, visits

routes = APIRouter()

OWN_PLACE = re.compile(r"/(?![/\\])[\w./%-]*")
"""Where we may lead somebody after they signed in: to a page of ours, never elsewhere."""


@routes.get("/sign-in")
def show_sign_in(request: Request, to: Annotated[str, Query(max_length=300)] = "/") -> Response:
    """The form."""
    return shown("sign_in.html", request, to=_own(to), login="", organisation="", fault=None)


@routes.post("/sign-in")
def sign_in(
    request: Request,
    login: Annotated[str, Form(max_length=60)],
    password: Annotated[str, Form(max_length=200)],
    organisation: Annotated[str, Form(max_length=60)] = "",
    to: Annotated[str, Form(max_length=300)] = "/",
) -> Response:
    """Begin a session, and lead on to where somebody wanted to go."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise refuse("", "form-token-missing")
    homes: Homes = request.app.state.homes
    home = homes.called(organisation or None)
    address = request.client.host if request.client else ""
    try:
        opened = begin(home or homes.usual, login if home else "", password, address)
    except Refused as refused:
        fault = wording(refused.problems[0].code, dict(refused.problems[0].params), speech(request).language)
        again = {"to": _own(to), "login": login, "organisation": organisation}
        return shown("sign_in.html", request, HTTPStatus.UNAUTHORIZED, fault=fault, **again)
    if home is None:
        raise refuse("", "sign-in-wrong")
    answer = RedirectResponse(_own(to), HTTPStatus.SEE_OTHER)
    begin_session(answer, home.organisation, opened.token)
    return answer


@routes.post("/sign-out")
def sign_out(visit: Annotated[Visit, visits(anybody=True)]) -> Response:
    """End the session."""
    if visit.asking.session:
        end(visit.asking.home, visit.asking.session)
    answer = Response(headers={"HX-Redirect": "/sign-in"})
    end_session(answer)
    return answer


def _own(place: str) -> str:
    return place if OWN_PLACE.fullmatch(place) else "/"
