"""What somebody chose for themselves in this browser: language and colours."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form
from starlette.responses import Response

from web_editor.visit import COLOURS_COOKIE, LANGUAGE_COOKIE

routes = APIRouter()
A_YEAR = 365 * 24 * 3600


@routes.post("/settings")
def choose(
    language: Annotated[Literal["en", "de"] | None, Form()] = None,
    colours: Annotated[Literal["auto", "light", "dark"] | None, Form()] = None,
) -> Response:
    """Keep a choice; it changes nothing but how pages look, so whoever has the browser may make it."""
    answer = Response(headers={"HX-Refresh": "true"})
    for cookie, chosen in ((LANGUAGE_COOKIE, language), (COLOURS_COOKIE, colours)):
        if chosen:
            answer.set_cookie(cookie, chosen, max_age=A_YEAR, samesite="lax", httponly=True)
    return answer
