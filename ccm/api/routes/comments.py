"""Comments on reviews and on drafts: threads, pinned to a block and words in it, answered and dealt with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from approvals.comments import LONGEST, CommentEntry
from approvals.comments import EntryKind as EntryKind
from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.problems import responses
from ccm.api.routes.items import Name
from ccm.api.seeing import refuse_unseen_item, refuse_unseen_review
from ccm.api.sent import Sent
from ccm.store.commenting import Pinned, comment, reopen, reply, resolve, threads_of
from ccm.store.reviews import names_of
from ccm.store.spoken_of import Spot
from content_blocks.problem import refuse
from templates_store.choose import Kind

routes = APIRouter(route_class=Once, tags=["comments"])

STEPS = {"said": reply, "resolved": resolve, "reopened": reopen}


class Words(Sent):
    """Where a comment belongs: in an item the block, in that the field and language, in that some words.

    Without a block the field is one of the item itself, such as `messages.subject`.  `start` says which of several same
    words are meant, in characters.
    """

    kind: Kind
    name: str = Field(max_length=161, examples=["letter"])
    block: str = Field(default="", max_length=120, examples=["opening"])
    field: str = Field(default="", max_length=120, examples=["text"])
    language: str = Field(default="", max_length=20, examples=["en"])
    words: str = Field(default="", max_length=LONGEST)
    start: int | None = Field(default=None, ge=0, lt=2**31)


class NewComment(Sent):
    """Something to be said; `about` pins it, without that it is about the whole."""

    words: str = Field(min_length=1, max_length=LONGEST, examples=["Working days?"])
    about: Words | None = None


class NewReply(Sent):
    """How a thread goes on: something is `said`, it is `resolved`, or `reopened`; only what is said needs words."""

    kind: EntryKind = "said"
    words: str = Field(default="", max_length=LONGEST)


class Said(BaseModel):
    """One entry of a thread."""

    id: str
    thing: str = Field(examples=["review/r-0123456789", "template/letter"])
    person: str
    at: datetime
    kind: EntryKind
    words: str


class Place(BaseModel):
    """Where the words of a thread stand now: the very words, or what took their place."""

    start: int
    end: int
    found: Literal["same", "edited"]


class PinShown(BaseModel):
    """What a thread is pinned to, as it was when it began."""

    item: str = Field(examples=["template/letter"])
    block: str
    field: str
    language: str
    quote: str
    before: str
    after: str


class Talk(BaseModel):
    """A thread; `gone` where what it is about is no longer there, `text` is the newest text of its place."""

    id: str
    open: bool
    gone: bool
    pin: PinShown | None
    text: str | None
    place: Place | None
    entries: list[Said]


@routes.get("/reviews/{review}/comments", responses=responses(HTTPStatus.NOT_FOUND), summary="Comments on a review")
def list_review_comments(review: str, asking: Annotated[Asking, asks("read")]) -> list[Talk]:
    """Every thread about a review, in the order they began, each where its words are now."""
    refuse_unseen_review(asking, review)
    return _talks(asking, f"review/{review}")


@routes.post(
    "/reviews/{review}/comments",
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.NOT_FOUND),
    summary="Comment on a review",
)
def comment_on_review(
    review: str, new: NewComment, asking: Annotated[Asking, asks("write", "author", "reviewer")]
) -> Talk:
    """Say something about a review, or about words in what it is about."""
    refuse_unseen_review(asking, review)
    return _begun(asking, f"review/{review}", new)


@routes.post(
    "/reviews/{review}/comments/{thread}",
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    summary="Answer a comment on a review",
)
def answer_on_review(
    review: str, thread: str, new: NewReply, asking: Annotated[Asking, asks("write", "author", "reviewer")]
) -> Talk:
    """Go on with a thread, say that it is dealt with, or that it is not after all."""
    refuse_unseen_review(asking, review)
    return _gone_on(asking, f"review/{review}", thread, new)


@routes.get(
    "/items/{kind}/{name:path}/comments", responses=responses(HTTPStatus.NOT_FOUND), summary="Comments on a draft"
)
def list_item_comments(kind: Kind, name: Name, asking: Annotated[Asking, asks("read")]) -> list[Talk]:
    """Every thread about an item outside of reviews, in the order they began, each where its words are now."""
    refuse_unseen_item(asking, kind, name)
    return _talks(asking, f"{kind}/{name}")


@routes.post(
    "/items/{kind}/{name:path}/comments",
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.NOT_FOUND),
    summary="Comment on a draft",
)
def comment_on_item(
    kind: Kind, name: Name, new: NewComment, asking: Annotated[Asking, asks("write", "author", "reviewer")]
) -> Talk:
    """Say something about what was saved last of an item, or about words in it."""
    refuse_unseen_item(asking, kind, name)
    return _begun(asking, f"{kind}/{name}", new)


@routes.post(
    "/items/{kind}/{name:path}/comments/{thread}",
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    summary="Answer a comment on a draft",
)
def answer_on_item(
    kind: Kind, name: Name, thread: str, new: NewReply, asking: Annotated[Asking, asks("write", "author", "reviewer")]
) -> Talk:
    """Go on with a thread, say that it is dealt with, or that it is not after all."""
    refuse_unseen_item(asking, kind, name)
    return _gone_on(asking, f"{kind}/{name}", thread, new)


def said(entry: CommentEntry, names: Mapping[str, str]) -> Said:
    """An entry as it is answered, with a login for the person."""
    return Said(
        id=entry.id,
        thing=entry.thing,
        person=names[entry.person],
        at=entry.at,
        kind=entry.kind,
        words=entry.words,
    )


def _begun(asking: Asking, thing: str, new: NewComment) -> Talk:
    if new.about:  # what it points at may lie outside of what it is about
        refuse_unseen_item(asking, new.about.kind, new.about.name)
    spot = Spot(**new.about.model_dump()) if new.about else None
    return _called(asking, thing, comment(asking.home, asking.actor, thing, new.words, spot))


def _gone_on(asking: Asking, thing: str, thread: str, new: NewReply) -> Talk:
    _called(asking, thing, thread)
    STEPS[new.kind](asking.home, asking.actor, thread, new.words)
    return _called(asking, thing, thread)


def _called(asking: Asking, thing: str, thread: str) -> Talk:
    """A thread about a thing; raises Refused for one about anything else as if there were none."""
    found = next((it for it in _talks(asking, thing) if it.id == thread), None)
    if found is None:
        raise refuse("", "thread-unknown")
    return found


def _talks(asking: Asking, thing: str) -> list[Talk]:
    found = threads_of(asking.home, asking.actor, thing)
    with asking.home.reading() as session:
        names = names_of(session, asking.home.organisation)
    return [_talk(it, names) for it in found]


def _talk(found: Pinned, names: Mapping[str, str]) -> Talk:
    thread = found.thread
    return Talk(
        id=thread.id,
        open=thread.open,
        gone=found.gone,
        pin=PinShown(**asdict(thread.pin)) if thread.pin else None,
        text=found.text,
        place=Place(**asdict(found.place)) if found.place else None,
        entries=[said(it, names) for it in thread.entries],
    )
