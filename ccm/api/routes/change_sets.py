"""Change sets: what one review asked for as a whole, when it goes live, and how all of it is put off or taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.problems import responses
from ccm.api.routes.library import ARCHIVE, ZIP
from ccm.api.routes.reviews import ReviewedBundle, reviewed_bundle
from ccm.api.seeing import refuse_unseen_review, seen
from ccm.api.sent import Sent
from ccm.api.tags import UNCHANGED, tagged
from ccm.store.change_sets import ChangeSet as Changes
from ccm.store.change_sets import Member, State, change_set
from ccm.store.exporting import archive, exported_review
from ccm.store.retiring import postpone, take_back

routes = APIRouter(route_class=Once, prefix="/change-sets/{review}", tags=["change sets"])


class ChangedItem(BaseModel):
    """A version in a change set, and from when until when it holds."""

    kind: str
    name: str
    version: str
    hash: str
    start: date | None
    until: date | None
    retired: bool
    in_force: bool


class ChangeSet(BaseModel):
    """The versions that go live together, and every bundle that comes of them: those of templates that follow, too.

    It has the id of its review.  `planned` until all of it has begun; `start` is the day on which the last of it does.
    """

    review: str
    title: str
    state: State
    start: date | None
    items: list[ChangedItem]
    bundles: list[ReviewedBundle]


class Reason(Sent):
    """Why something is done; it is kept for ever."""

    reason: str = Field(min_length=1, max_length=2000, examples=["The wrong paragraph."])


class Postponement(Reason):
    """The later day on which all of it is to begin, and why."""

    start: date


@routes.get(
    "",
    response_model=ChangeSet,
    responses={**responses(HTTPStatus.NOT_FOUND), **UNCHANGED},
    summary="Look at a change set",
)
def show_change_set(review: str, request: Request, asking: Annotated[Asking, asks("read")]) -> Response:
    """All that one review asked for, and where the calendar has put it today."""
    return tagged(request, _shown(asking, review))


@routes.get(
    "/export",
    response_class=Response,
    responses={**responses(HTTPStatus.NOT_FOUND), **UNCHANGED, **ARCHIVE},
    summary="Export a change set",
)
def export_change_set(review: str, request: Request, asking: Annotated[Asking, asks("read")]) -> Response:
    """The files of its items as they were submitted, as a library's folder in a ZIP, byte for byte."""
    refuse_unseen_review(asking, review)
    return tagged(request, archive(exported_review(asking.home, review)), ZIP)


@routes.post(
    "/postponements",
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    summary="Let a change set begin later",
)
def postpone_change_set(
    review: str, new: Postponement, asking: Annotated[Asking, asks("write", "publisher")]
) -> ChangeSet:
    """All of it begins on a later day.  Nothing begins earlier than approved, and what has begun stays begun."""
    refuse_unseen_review(asking, review)
    postpone(asking.home, asking.actor, review, new.start, new.reason, datetime.now(UTC).date())
    return _shown(asking, review)


@routes.post(
    "/take-back", responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT), summary="Take a change set back"
)
def take_change_set_back(review: str, why: Reason, asking: Annotated[Asking, asks("write", "publisher")]) -> ChangeSet:
    """All of it goes out of force together; what was in force before is so again, and what was sent stays sent."""
    refuse_unseen_review(asking, review)
    take_back(asking.home, asking.actor, review, why.reason)
    return _shown(asking, review)


def _shown(asking: Asking, review: str) -> ChangeSet:
    with asking.home.reading() as session:
        return _change_set(change_set(session, seen(session, asking, review), datetime.now(UTC).date()))


def _change_set(found: Changes) -> ChangeSet:
    return ChangeSet(
        review=found.review.row.id,
        title=found.review.row.title,
        state=found.state,
        start=found.start,
        items=[_item(it) for it in found.members],
        bundles=[reviewed_bundle(it) for it in found.bundles],
    )


def _item(found: Member) -> ChangedItem:
    return ChangedItem(**{slot: getattr(found, slot) for slot in ChangedItem.model_fields})
