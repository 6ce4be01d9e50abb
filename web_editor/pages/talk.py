"""What people say about a review, whom they ask, and whom they let look."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form
from starlette.responses import Response

from ccm.api.routes.comments import EntryKind, NewComment, NewReply, Words, answer_on_review, comment_on_review
from ccm.api.routes.guests import NewInvitation, invite_guest, take_invitation_back
from ccm.api.routes.items import Kind
from ccm.api.routes.lendings import NewLending, lend_right
from ccm.api.seeing import refuse_unseen_review
from content_blocks.problem import Refused
from web_editor.showing import show
from web_editor.visit import Visit, visits

routes = APIRouter(prefix="/reviews/{review}")

AGAIN = {"HX-Refresh": "true"}


@routes.post("/comments")
def say(
    review: str,
    words: Annotated[str, Form(max_length=5000)],
    visit: Annotated[Visit, visits("write", "author", "reviewer")],
    about_kind: Annotated[Kind | None, Form()] = None,
    about_name: Annotated[str, Form(max_length=161)] = "",
    block: Annotated[str, Form(max_length=120)] = "",
    field: Annotated[str, Form(max_length=120)] = "",
    language: Annotated[str, Form(max_length=20)] = "",
    quote: Annotated[str, Form(max_length=5000)] = "",
) -> Response:
    """Begin a thread, about the whole or about a place; of words that are not there as marked, about their field."""
    if about_kind is None:
        comment_on_review(review, NewComment(words=words), visit.asking)
        return Response(headers=AGAIN)
    about = Words(kind=about_kind, name=about_name, block=block, field=field, language=language)
    if quote and field:
        with suppress(Refused):
            marked = about.model_copy(update={"words": quote})
            comment_on_review(review, NewComment(words=words, about=marked), visit.asking)
            return Response(headers=AGAIN)
    comment_on_review(review, NewComment(words=words, about=about), visit.asking)
    return Response(headers=AGAIN)


@routes.post("/comments/{thread}")
def go_on(
    review: str,
    thread: str,
    kind: Annotated[EntryKind, Form()],
    visit: Annotated[Visit, visits("write", "author", "reviewer")],
    words: Annotated[str, Form(max_length=5000)] = "",
) -> Response:
    """Answer, say that it is dealt with, or that it is not after all."""
    answer_on_review(review, thread, NewReply(kind=kind, words=words), visit.asking)
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
