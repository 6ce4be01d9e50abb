"""The first page: what waits for me, what was said to me, what I drafted, what begins soon and what ends."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter
from starlette.responses import Response

from ccm.api.access import Asking
from ccm.api.routes.notices import NoticePage, list_notices
from ccm.api.routes.reviews import list_due, list_reviews
from ccm.api.routes.shelves import ShelfFilter, ShelfItem, Written, browse_shelf
from web_editor.pages.notices import place
from web_editor.showing import show
from web_editor.visit import Visit, speech, visits

routes = APIRouter()

MOST = 6
BOTH: tuple[Written, ...] = ("template", "block")
NOBODYS: dict[str, Any] = {
    "waiting": [],
    "due": {},
    "mine": [],
    "notices": NoticePage(notices=[], unseen=0),
    "drafts": [],
    "coming": [],
    "ending": [],
}
"""What somebody without a role has to look at."""


@routes.get("/")
def show_home(visit: Annotated[Visit, visits(anybody=True)]) -> Response:
    """Everything that somebody may have to do something about."""
    told = _told(visit.asking, speech(visit.request).language) if visit.asking.actor.given else NOBODYS
    return show("home.html", visit, most=MOST, place=place, **told)


def _told(asking: Asking, language: str) -> dict[str, Any]:
    waiting = list_reviews(asking, limit=MOST, waiting=True).reviews
    mine = [it for it in list_reviews(asking, limit=50).reviews if it.submitted_by == asking.actor.login]
    me = asking.actor.login
    drafts = _found(asking, ShelfFilter(where="draft", by=me, sort="changed", backwards=True, language=language))
    coming = _found(asking, ShelfFilter(where="coming", sort="begins", language=language))
    ending = _found(asking, ShelfFilter(where="ending", sort="due", language=language))
    return {
        "waiting": waiting,
        "due": {it.id: it for it in list_due(asking)} if waiting else {},
        "mine": mine[:MOST],
        "notices": list_notices(asking, unseen=True, limit=MOST),
        "drafts": sorted(drafts, key=lambda it: it.saved_at, reverse=True)[:MOST],
        "coming": sorted(coming, key=lambda it: it.begins or date.max)[:MOST],
        "ending": sorted(ending, key=lambda it: it.due or date.max)[:MOST],
    }


def _found(asking: Asking, wanted: ShelfFilter) -> list[ShelfItem]:
    """The first of both shelves."""
    return [it for kind in BOTH for it in browse_shelf(kind, asking, wanted, limit=MOST).items]
