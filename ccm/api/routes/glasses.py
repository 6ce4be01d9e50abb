"""Break-glass: in an emergency one bundle goes out before its approval, for everybody to see."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from approvals.break_glass import LONGEST, BreakGlass
from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.problems import responses
from ccm.api.seeing import refuse_unseen_item
from ccm.api.sent import Sent
from ccm.store.breaking_glass import break_glass
from ccm.store.glasses import all_glasses, is_open
from ccm.store.review_pages import sees_review
from ccm.store.reviews import filed, names_of

routes = APIRouter(route_class=Once, prefix="/glasses", tags=["break-glass"])

HOURS = int(LONGEST.total_seconds()) // 3600


class NewGlass(Sent):
    """The one bundle to be let out: a template in one language under one brand, for some hours.

    With `draft` it is as it was saved last; without, the newest combination of versions that each are approved.
    """

    template: str = Field(max_length=80, examples=["account-statement"])
    language: str = Field(max_length=20, examples=["de"])
    brand: str = Field(max_length=80, examples=["ahorn"])
    hours: int = Field(ge=1, le=HOURS)
    reason: str = Field(max_length=2000, examples=["The deadline in it is wrong."])
    draft: bool = True


class Glass(BaseModel):
    """A glass that was broken: over which bundle, by whom, until when, and the review that it opened."""

    id: str
    review: str
    bundle: str
    opened_by: str
    opened_at: datetime
    until: datetime
    reason: str
    open: bool


@routes.get("", responses=responses(), summary="List broken glasses")
def list_glasses(asking: Annotated[Asking, asks("read")]) -> list[Glass]:
    """What was let out before its approval, the newest first; also what is closed again."""
    return _glasses(asking)


@routes.post(
    "",
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    summary="Break the glass",
)
def break_one_glass(new: NewGlass, asking: Annotated[Asking, asks("write", "publisher")]) -> Glass:
    """Let one bundle out before its approval.  Certificates of runs under it say so; a review opens by itself."""
    refuse_unseen_item(asking, "template", new.template)
    wanted = (new.template, new.language, new.brand, new.hours, new.reason)
    review = break_glass(asking.home, asking.actor, *wanted, datetime.now(UTC).date(), draft=new.draft)
    return next(it for it in _glasses(asking, new.template) if it.review == review)


def _glasses(asking: Asking, template: str = "") -> list[Glass]:
    now, organisation = datetime.now(UTC), asking.home.organisation
    with asking.home.reading() as session:
        names = names_of(session, organisation)
        found = all_glasses(session, organisation, template)
        mine = [it for it in found if sees_review(asking.actor, filed(session, organisation, it.review))]
        return [_shown(it, names, still=is_open(session, it, now)) for it in mine]


def _shown(found: BreakGlass, names: dict[str, str], *, still: bool) -> Glass:
    slots = {slot: getattr(found, slot) for slot in Glass.model_fields if slot not in ("open", "opened_by")}
    return Glass(**slots, opened_by=names[found.opened_by], open=still)
