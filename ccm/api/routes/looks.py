"""Looking at a review: what is new in it since somebody looked last, and that they have."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.problems import responses
from ccm.api.routes.comments import Said, said
from ccm.api.routes.guests import Opinion, opinion
from ccm.api.routes.reviews import Vote, vote
from ccm.api.seeing import refuse_unseen_review
from ccm.store.looking import Against, ItemSince, looked, since_last_look
from ccm.store.reviews import names_of
from content_blocks.redline import as_data

routes = APIRouter(route_class=Once, prefix="/reviews/{review}", tags=["reviews"])


class NewItem(BaseModel):
    """A version that is proposed now, against the one that was seen last, or else the approved one."""

    kind: str
    name: str
    version: str
    against: Against
    same: bool = Field(description="Whether it is what was seen, to the word.")
    redline: dict[str, Any] | None


class News(BaseModel):
    """What is new since somebody looked last, also at an earlier review of the same; never looked, all of it is."""

    at: datetime | None
    items: list[NewItem]
    comments: list[Said]
    decisions: list[Vote]
    opinions: list[Opinion]


@routes.get("/news", responses=responses(HTTPStatus.NOT_FOUND), summary="What is new since my last look")
def show_news(review: str, asking: Annotated[Asking, asks("read")]) -> News:
    """Versions, comments, decisions and opinions of others since one's own last look.  Asking is not looking."""
    refuse_unseen_review(asking, review)
    since = since_last_look(asking.home, asking.actor, review)
    with asking.home.reading() as session:
        names = names_of(session, asking.home.organisation)
    return News(
        at=since.at,
        items=[_item(it) for it in since.items],
        comments=[said(it, names) for it in since.comments],
        decisions=[vote(it, names) for it in since.decisions],
        opinions=[opinion(it) for it in since.opinions],
    )


@routes.post(
    "/looks", status_code=HTTPStatus.NO_CONTENT, responses=responses(HTTPStatus.NOT_FOUND), summary="I have seen it"
)
def note_look(review: str, asking: Annotated[Asking, asks("write")]) -> None:
    """Note that a review was seen as it stands; news are counted from here on."""
    refuse_unseen_review(asking, review)
    looked(asking.home, asking.actor, review)


def _item(found: ItemSince) -> NewItem:
    return NewItem(
        kind=found.kind,
        name=found.name,
        version=found.version,
        against=found.against,
        same=found.same,
        redline=as_data(found.redline) if found.redline else None,
    )
