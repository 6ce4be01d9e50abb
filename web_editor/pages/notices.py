"""What was said to somebody: mentions of them and answers to them, and what of that they have seen."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query
from starlette.responses import Response

from ccm.api.routes.notices import NoticeShown, SeenNotices, list_notices, mark_notices_seen
from web_editor.showing import show
from web_editor.visit import Visit, visits

routes = APIRouter(prefix="/notices")
SHELVES = {"template": "templates", "block": "blocks"}


@routes.get("")
def show_notices(visit: Annotated[Visit, visits()], after: Annotated[str, Query(max_length=300)] = "") -> Response:
    """All of it, the newest first."""
    return show("notices.html", visit, found=list_notices(visit.asking, after=after), place=place)


@routes.post("/seen")
def see_all(visit: Annotated[Visit, visits("write")]) -> Response:
    """Note that all of it was seen."""
    mark_notices_seen(SeenNotices(), visit.asking)
    return Response(headers={"HX-Refresh": "true"})


@routes.post("/{notice}/open")
def open_notice(
    notice: int,
    to: Annotated[str, Query(pattern=r"^/[a-z][^\\]*$", max_length=400)],
    visit: Annotated[Visit, visits("write")],
) -> Response:
    """Note that one was seen, and go where it was said."""
    mark_notices_seen(SeenNotices(notices=[notice]), visit.asking)
    return Response(headers={"HX-Redirect": to})


def place(notice: NoticeShown) -> str:
    """Where something was said; of kinds without pages, where what was said to one is listed."""
    kind, _, name = notice.thing.partition("/")
    if kind == "review":
        return f"/reviews/{quote(name)}?view=talk#thread-{notice.thread}"
    if kind in SHELVES:
        return f"/{SHELVES[kind]}/{quote(name)}#thread-{notice.thread}"
    return "/notices"
