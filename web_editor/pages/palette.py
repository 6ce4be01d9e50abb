"""The palette: places, templates, blocks and reviews by a few letters."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from ccm.api.routes.shelves import ShelfFilter, browse_shelf
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
    wanted = ShelfFilter(search=named, language=_.language)
    templates = browse_shelf("template", visit.asking, wanted, limit=MOST).items if named else []
    blocks = browse_shelf("block", visit.asking, wanted, limit=MOST).items if named else []
    return show("part/palette.html", visit, search=search.strip(), places=places, templates=templates, blocks=blocks)
