"""What somebody without an account sees of a review by a link, and says of it.

The token stands behind the number sign of the link and comes in a header from our script, as the API wants it.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from ccm.api.routes.guests import Link, NewOpinion, Organisation, give_opinion, show_to_guest
from web_editor.redlined import redlined
from web_editor.showing import shown
from web_editor.visit import speech

routes = APIRouter(prefix="/guest")


@routes.get("")
def show_door(request: Request) -> Response:
    """The page around what a link shows; it is the same for every link and for none."""
    return shown("guest.html", request)


@routes.get("/shown")
def show_review(request: Request, link: Link = "", organisation: Organisation = None) -> Response:
    """What the holder of a link may see."""
    found = show_to_guest(request, link, organisation)
    language = speech(request).language
    lines = [(it, redlined(it.redline, language)) for it in found.items]
    return shown("part/guest.html", request, review=found, redlines=lines, said=False)


@routes.post("/opinions")
def say(
    opinion: Annotated[NewOpinion, Form()], request: Request, link: Link = "", organisation: Organisation = None
) -> Response:
    """Say what a guest thinks; the page is shown anew with it."""
    give_opinion(opinion, request, link, organisation)
    return show_review(request, link, organisation)
