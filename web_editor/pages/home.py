"""The first page: what waits for me, what I drafted, what goes into force soon, what expires."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response

from ccm.api.routes.reviews import list_due, list_reviews
from ccm.store.register import Filter, register
from web_editor.showing import show
from web_editor.visit import Visit, visits

routes = APIRouter()

SOON = timedelta(days=90)
MOST = 8


@routes.get("/")
def show_home(visit: Annotated[Visit, visits(anybody=True)]) -> Response:
    """Everything that somebody may have to do something about."""
    asking, now = visit.asking, datetime.now(UTC)
    waiting = list_reviews(asking, limit=MOST, waiting=True).reviews if asking.actor.given else []
    due = {it.id: it for it in list_due(asking)} if waiting else {}
    mine = list_reviews(asking, limit=50).reviews if asking.actor.given else []
    mine = [it for it in mine if it.submitted_by == asking.actor.login][:MOST]
    ending = register(asking.home, now.date(), Filter(within=SOON.days)) if asking.actor.given else []
    return show("home.html", visit, waiting=waiting, due=due, mine=mine, ending=ending[:MOST])
