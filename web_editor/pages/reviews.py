"""The review desk: what is asked, what it changes, and the decision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Form, Query
from markupsafe import Markup
from starlette.responses import Response

from ccm.api.routes.reviews import Choice, decide_review, list_reviews, review_shown
from ccm.api.seeing import seen
from ccm.store.redlining import redlines
from content_blocks.redline import as_html
from web_editor.showing import show
from web_editor.visit import Visit, speech, visits

routes = APIRouter()

Decided = Literal["in_review", "approved", "rejected", "withdrawn"]
Waits = Literal["waiting", "in_review", "approved", "rejected", "withdrawn", "all"]
STATES: Mapping[Waits, Decided] = {it: it for it in get_args(Decided)}


@routes.get("/reviews")
def show_reviews(
    visit: Annotated[Visit, visits()],
    which: Waits = "waiting",
    after: Annotated[str, Query(max_length=300)] = "",
) -> Response:
    """Reviews, the newest first."""
    found = list_reviews(visit.asking, after, 50, STATES.get(which), waiting=which == "waiting")
    return show("reviews.html", visit, found=found, which=which)


@routes.get("/reviews/{review}")
def show_review(review: str, visit: Annotated[Visit, visits()]) -> Response:
    """One review with its redline."""
    found = review_shown(visit.asking, review)
    language = speech(visit.request).language
    with visit.asking.home.reading() as session:
        lines = redlines(session, seen(session, visit.asking, review))
    redline = Markup("\n").join(Markup(as_html(it, language)) for it in lines)  # noqa: S704 - escaped where it is made
    return show("review.html", visit, review=found, redline=redline)


@routes.post("/reviews/{review}/decisions")
def decide(
    review: str,
    kind: Annotated[Literal["approved", "rejected", "withdrawn"], Form()],
    subject: Annotated[str, Form(max_length=64)],
    visit: Annotated[Visit, visits("write")],
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Decide; the page is shown anew."""
    decide_review(review, Choice(kind=kind, subject=subject, reason=reason), visit.asking)
    return Response(headers={"HX-Refresh": "true"})
