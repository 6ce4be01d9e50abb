"""Notices: comments that mention somebody or answer them, and what of these they have seen."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.paging import After, Limit, cursor, place_of
from ccm.api.problems import responses
from ccm.api.sent import Sent
from ccm.store.noticing import Why, count_unseen, mark_seen, notices
from content_blocks.problem import refuse

routes = APIRouter(route_class=Once, prefix="/notices", tags=["comments"])
Number = Annotated[int, Field(ge=1, lt=2**31)]


class NoticeShown(BaseModel):
    """A comment that speaks to somebody: it mentions them, answers where they spoke, or is about what is `yours`.

    That is what they submitted, or a draft that they saved last.
    """

    id: int
    why: Why
    thing: str = Field(examples=["review/r-0123456789", "template/letter"])
    thread: str
    comment: str
    person: str
    name: str
    at: datetime
    words: str
    seen: bool


class NoticePage(BaseModel):
    """Some notices, the newest first, how many are unseen in all, and the cursor of the next ones."""

    notices: list[NoticeShown]
    unseen: int
    next: str | None = None


class SeenNotices(Sent):
    """Which notices somebody has seen: some by their ids, all about a thing, or without either all there are."""

    notices: list[Number] = Field(default_factory=list, max_length=200)
    thing: str = Field(default="", max_length=200, examples=["review/r-0123456789"])


class Marked(BaseModel):
    """How many of them were not known to be seen before."""

    marked: int


@routes.get("", responses=responses(), summary="What was said to me")
def list_notices(
    asking: Annotated[Asking, asks("read")],
    unseen: Annotated[bool, Query(description="Only what I have not seen.")] = False,
    after: After = "",
    limit: Limit = 50,
) -> NoticePage:
    """Comments that mention me or answer me, the newest first."""
    found = notices(asking.home, asking.actor, unseen=unseen, before=_before(after), limit=limit)
    page = [NoticeShown(**{name: getattr(it, name) for name in NoticeShown.model_fields}) for it in found]
    following = cursor(str(page[-1].id)) if len(page) == limit else None
    return NoticePage(notices=page, unseen=count_unseen(asking.home, asking.actor), next=following)


@routes.post("/seen", responses=responses(), summary="I have seen what was said to me")
def mark_notices_seen(those: SeenNotices, asking: Annotated[Asking, asks("write")]) -> Marked:
    """Note that these notices were seen; others' are left alone."""
    return Marked(marked=mark_seen(asking.home, asking.actor, those.notices, those.thing))


def _before(after: str) -> int | None:
    place = place_of(after)
    if not place:
        return None
    if not place.isascii() or not place.isdecimal() or len(place) > len("1000000000"):
        raise refuse("after", "cursor-unknown")
    return int(place)
