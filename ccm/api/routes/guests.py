"""Guests: invited to a review by those who take part in it, and what they do with their link, without signing in.

A link shows the change and nothing else, and is good for an opinion.  It is sent in a header: addresses end up in logs.
"""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request
from pydantic import BaseModel, Field

from approvals.opinion import LONGEST as LONGEST
from approvals.opinion import Opinion as OpinionFacts
from approvals.opinion import Stance as Stance
from approvals.review import State
from ccm.api.access import ORGANISATION, Asking, asks
from ccm.api.homes import Homes
from ccm.api.once import Once
from ccm.api.problems import responses
from ccm.api.seeing import refuse_unseen_review
from ccm.api.sent import Sent
from ccm.store.home import Home
from ccm.store.inviting import LONGEST as LONGEST_INVITATION
from ccm.store.inviting import LONGEST_NAME, Shown, ShownItem, end_invitation, invitations, invite
from ccm.store.letting_in import said_by_guest, shown_to_guest
from ccm.store.opinions import opinions
from content_blocks.problem import refuse
from content_blocks.redline import as_data

routes = APIRouter(route_class=Once, tags=["guests"])

Link = Annotated[str, Header(alias="CCM-Link", max_length=2000, description="The token of the link.")]
Organisation = Annotated[
    str | None, Header(alias=ORGANISATION, max_length=60, description="Which one, where a server has several.")
]


class NewInvitation(Sent):
    """Whom to invite, and for how many days."""

    guest: str = Field(min_length=1, max_length=LONGEST_NAME, examples=["Zoë Ångström, auditors"])
    days: int = Field(default=7, ge=1, le=LONGEST_INVITATION)


class MadeInvitation(BaseModel):
    """The token of a signed link; it is shown once and kept nowhere."""

    token: str


class InvitationShown(BaseModel):
    """An invitation under the id by which it can be ended; `ended` is when it was taken back."""

    id: str
    guest: str
    invited_by: str
    expires: datetime
    ended: datetime | None


class NewOpinion(Sent):
    """What a guest thinks; who is only for it need not say why."""

    stance: Stance
    words: str = Field(default="", max_length=LONGEST)


class Opinion(NewOpinion):
    """What a guest has said about exactly what `subject` stands for.  It counts towards no quorum."""

    guest: str
    at: datetime
    subject: str


class GuestItem(BaseModel):
    """A version as a guest sees it, against the approved one; a new one has no redline."""

    kind: str
    name: str
    version: str
    redline: dict[str, Any] | None


class GuestReview(BaseModel):
    """A review as a guest sees it: the change itself and what they said; nobody's names, comments or votes."""

    organisation: str
    review: str
    title: str
    guest: str
    expires: datetime
    state: State
    change: str
    subject: str
    start: str
    languages: list[str]
    items: list[GuestItem]
    said: list[Opinion]


@routes.post(
    "/reviews/{review}/invitations",
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    summary="Invite a guest",
)
def invite_guest(
    review: str, new: NewInvitation, request: Request, asking: Annotated[Asking, asks("write", "author", "reviewer")]
) -> MadeInvitation:
    """Let somebody without an account see a review and say what they think.  Programs invite nobody."""
    request.state.shown_once = True
    refuse_unseen_review(asking, review)
    return MadeInvitation(token=invite(asking.home, asking.actor, review, new.guest, new.days))


@routes.get("/reviews/{review}/invitations", responses=responses(HTTPStatus.NOT_FOUND), summary="List invitations")
def list_invitations(review: str, asking: Annotated[Asking, asks("read")]) -> list[InvitationShown]:
    """Who was invited to a review, in order."""
    refuse_unseen_review(asking, review)
    found = invitations(asking.home, asking.actor, review)
    return [InvitationShown(**{slot: getattr(it, slot) for slot in InvitationShown.model_fields}) for it in found]


@routes.delete(
    "/reviews/{review}/invitations/{invitation}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(HTTPStatus.NOT_FOUND),
    summary="End an invitation",
)
def take_invitation_back(
    review: str, invitation: str, asking: Annotated[Asking, asks("write", "author", "reviewer", "admin")]
) -> None:
    """Its link leads nowhere from now on; what the guest said stays.  For who invited, and for administrators."""
    refuse_unseen_review(asking, review)
    if invitation not in [it.id for it in invitations(asking.home, asking.actor, review)]:
        raise refuse("", "invitation-unknown", invitation=invitation)
    end_invitation(asking.home, asking.actor, invitation)


@routes.get("/reviews/{review}/opinions", responses=responses(HTTPStatus.NOT_FOUND), summary="Opinions of guests")
def list_opinions(review: str, asking: Annotated[Asking, asks("read")]) -> list[Opinion]:
    """What each guest thinks by now, and all their comments; shown beside the votes, counted by nobody."""
    refuse_unseen_review(asking, review)
    return [opinion(it) for it in opinions(asking.home, asking.actor, review)]


@routes.get(
    "/guest",
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS),
    summary="See a review as a guest",
    openapi_extra={"security": []},
)
def show_to_guest(request: Request, link: Link = "", organisation: Organisation = None) -> GuestReview:
    """What the holder of a link may see.  Whatever is wrong with a link, the answer is the same."""
    return _guest_review(shown_to_guest(_home(request, organisation), link, _address(request)))


@routes.post(
    "/guest/opinions",
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS),
    summary="Say what a guest thinks",
    openapi_extra={"security": []},
)
def give_opinion(new: NewOpinion, request: Request, link: Link = "", organisation: Organisation = None) -> Opinion:
    """Be for or against a change, or comment on it, while its review is open.  It decides nothing."""
    return opinion(said_by_guest(_home(request, organisation), link, new.stance, new.words, _address(request)))


def opinion(found: OpinionFacts) -> Opinion:
    """An opinion as it is answered."""
    return Opinion(**{slot: getattr(found, slot) for slot in Opinion.model_fields})


def _home(request: Request, organisation: str | None) -> Home:
    """The organisation that a link is said to be of; an unknown one refuses like a link that is not good."""
    homes: Homes = request.app.state.homes
    home = homes.called(organisation)
    if home is None:
        raise refuse("", "link-not-valid")
    return home


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _guest_review(found: Shown) -> GuestReview:
    plain = ("organisation", "review", "title", "guest", "expires", "state", "change", "subject", "start")
    return GuestReview(
        **{slot: getattr(found, slot) for slot in plain},
        languages=list(found.languages),
        items=[_guest_item(it) for it in found.items],
        said=[opinion(it) for it in found.said],
    )


def _guest_item(found: ShownItem) -> GuestItem:
    redline = as_data(found.redline) if found.redline else None
    return GuestItem(kind=found.kind, name=found.name, version=found.version, redline=redline)
