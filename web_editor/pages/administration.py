"""Administration: where it all is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response

from web_editor.showing import show
from web_editor.visit import Visit, visits

routes = APIRouter()


@routes.get("/administration")
def show_administration(visit: Annotated[Visit, visits("read", "admin", "auditor", "author")]) -> Response:
    """The places that somebody has business in, each with a sentence about it."""
    return show("administration.html", visit)
