"""The palette: places, templates, blocks and reviews by a few letters."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from ccm.api.routes.items import list_items
from web_editor.menu import entries
from web_editor.showing import show
from web_editor.visit import Visit, speech, visits

routes = APIRouter()
MOST = 6


@routes.get("/palette")
def show_palette(
    visit: Annotated[Visit, visits(anybody=True)], search: Annotated[str, Query(max_length=80)] = ""
) -> Response:
    """What fits the letters; without any, all places."""
    words = search.strip().lower()
    _ = speech(visit.request)
    places = [it for it in entries(visit.asking.actor, "") if words in _(it.title).lower()]
    named = words if words and visit.asking.actor.given else ""
    templates = list_items("template", visit.asking, "", MOST, named).items if named else []
    blocks = list_items("block", visit.asking, "", MOST, named).items if named else []
    return show("part/palette.html", visit, search=search.strip(), places=places, templates=templates, blocks=blocks)
