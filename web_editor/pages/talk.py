"""What people say about a review, whom they ask, and whom they let look."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Form
from pydantic import BaseModel, Field
from starlette.responses import Response

from ccm.api.routes.comments import NewComment, NewReply, Words, answer_on_review, comment_on_review
from ccm.api.routes.guests import NewInvitation, invite_guest, take_invitation_back
from ccm.api.routes.lendings import NewLending, lend_right
from ccm.api.seeing import refuse_unseen_review
from content_blocks.problem import Refused
from web_editor.showing import show
from web_editor.visit import Visit, visits

routes = APIRouter(prefix="/reviews/{review}")

AGAIN = {"HX-Refresh": "true"}


class Said(BaseModel):
    """What the form of a comment sends: the words, and where they belong if not to the whole; `quote` was marked."""

    words: str = Field(min_length=1, max_length=5000)
    about_kind: Literal["template", "block", ""] = ""
    about_name: str = Field(default="", max_length=161)
    block: str = Field(default="", max_length=120)
    field: str = Field(default="", max_length=120)
    language: str = Field(default="", max_length=20)
    quote: str = Field(default="", max_length=5000)

    def about(self, words: str = "") -> Words | None:
        """The place, or some words in it; none for the whole."""
        if not self.about_kind:
            return None
        there = {"block": self.block, "field": self.field, "language": self.language, "words": words}
        return Words(kind=self.about_kind, name=self.about_name, **there)


@routes.post("/comments")
def say(
    review: str, said: Annotated[Said, Form()], visit: Annotated[Visit, visits("write", "author", "reviewer")]
) -> Response:
    """Begin a thread, about the whole or about a place; of words that are not there as marked, about their field."""
    if said.quote and said.field:
        with suppress(Refused):
            comment_on_review(review, NewComment(words=said.words, about=said.about(said.quote)), visit.asking)
            return Response(headers=AGAIN)
    comment_on_review(review, NewComment(words=said.words, about=said.about()), visit.asking)
    return Response(headers=AGAIN)


@routes.post("/comments/{thread}")
def go_on(
    review: str,
    thread: str,
    reply: Annotated[NewReply, Form()],
    visit: Annotated[Visit, visits("write", "author", "reviewer")],
) -> Response:
    """Answer, say that it is dealt with, or that it is not after all."""
    answer_on_review(review, thread, reply, visit.asking)
    return Response(headers=AGAIN)


@routes.post("/lendings")
def hand_over(
    review: str,
    step: Annotated[str, Form(max_length=60)],
    to: Annotated[str, Form(max_length=60)],
    until: Annotated[date, Form()],
    visit: Annotated[Visit, visits("write", "reviewer")],
) -> Response:
    """Let a colleague answer in one's place until the end of a day."""
    refuse_unseen_review(visit.asking, review)
    end = datetime.combine(until + timedelta(days=1), time(), UTC)
    lend_right(NewLending(step=step, to=to, until=end), visit.asking)
    return Response(headers=AGAIN)


@routes.post("/invitations")
def invite(
    review: str,
    guest: Annotated[str, Form(max_length=100)],
    days: Annotated[int, Form(ge=1, le=30)],
    visit: Annotated[Visit, visits("write", "author", "reviewer")],
) -> Response:
    """Make a link for somebody from outside; it is shown this once.

    The token stands behind the number sign, which browsers do not send: addresses end up in logs.
    """
    made = invite_guest(review, NewInvitation(guest=guest, days=days), visit.request, visit.asking)
    place = f"{visit.request.url.scheme}://{visit.request.url.netloc}/guest"
    query = urlencode({"organisation": visit.asking.home.organisation})
    return show("part/invited.html", visit, link=f"{place}?{query}#{made.token}", guest=guest)


@routes.post("/invitations/{invitation}/end")
def uninvite(
    review: str, invitation: str, visit: Annotated[Visit, visits("write", "author", "reviewer", "admin")]
) -> Response:
    """Take a link back."""
    take_invitation_back(review, invitation, visit.asking)
    return Response(headers=AGAIN)
