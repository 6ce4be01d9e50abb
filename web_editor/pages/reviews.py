"""The review desk: what is asked, what it changes and touches, what people say about it, and the decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, get_args

from fastapi import APIRouter, Form, Query
from starlette.responses import Response

from ccm.api.routes.accounts import Explained, explain_access
from ccm.api.routes.comments import Talk, list_review_comments
from ccm.api.routes.guests import list_invitations, list_opinions
from ccm.api.routes.looks import News, note_look, show_news
from ccm.api.routes.proofs import list_checks, list_touched
from ccm.api.routes.reviews import Choice, Review, Waiting, decide_review, list_due, list_reviews, review_shown
from ccm.api.seeing import seen
from ccm.store.certifying import certificate
from ccm.store.redlining import changed
from ccm.store.reviews import full_names
from ccm.store.waiting import waits_for
from web_editor.called import called
from web_editor.proofs import Chosen, combinations
from web_editor.redlined import Spoken, drawn, redlined, tongues
from web_editor.showing import show, teller, views
from web_editor.visit import Visit, speech, visits

routes = APIRouter()

Decided = Literal["in_review", "approved", "rejected", "withdrawn"]
Waits = Literal["waiting", "in_review", "approved", "rejected", "withdrawn", "all"]
STATES: Mapping[Waits, Decided] = {it: it for it in get_args(Decided)}
View = Literal["changes", "proofs", "touches", "talk", "guests"]


@dataclass(frozen=True)
class Desk:
    """What every view of a review shows around it."""

    review: Review
    names: Mapping[str, str]
    people: list[str]
    may: Mapping[str, Explained]
    news: News
    threads: list[Talk]


@routes.get("/reviews")
def show_reviews(
    visit: Annotated[Visit, visits()],
    which: Waits = "waiting",
    after: Annotated[str, Query(max_length=300)] = "",
) -> Response:
    """Reviews, the newest first, those that wait with until when and for whom."""
    asking = visit.asking
    found = list_reviews(asking, after, 50, STATES.get(which), waiting=which == "waiting")
    due: dict[str, Waiting] = {it.id: it for it in list_due(asking)} if which in ("waiting", "in_review", "all") else {}
    with asking.home.reading() as session:
        names = full_names(session, asking.home.organisation)
    return show("reviews.html", visit, found=found, which=which, due=due, names=names)


@routes.get("/reviews/{review}")
def show_review(
    review: str,
    visit: Annotated[Visit, visits()],
    view: View = "changes",
    chosen: Annotated[Chosen, Query()] = Chosen(),  # noqa: B008 - frozen
) -> Response:
    """One review, by one of its views."""
    desk = _desk(visit, review)
    shown = VIEWS[view](visit, desk, chosen)
    return show("review.html", visit, desk=desk, review=desk.review, tab=view, chosen=chosen, **shown)


@routes.post("/reviews/{review}/decisions")
def decide(
    review: str,
    choice: Annotated[Choice, Form()],
    visit: Annotated[Visit, visits("write")],
) -> Response:
    """Decide; the page is shown anew."""
    decide_review(review, choice, visit.asking)
    return Response(headers={"HX-Refresh": "true"})


@routes.post("/reviews/{review}/looks")
def look(review: str, visit: Annotated[Visit, visits("write")]) -> Response:
    """Note that somebody has seen a review as it stands."""
    note_look(review, visit.asking)
    return Response(headers={"HX-Refresh": "true"})


@routes.get("/reviews/{review}/certificate")
def download_certificate(review: str, visit: Annotated[Visit, visits()]) -> Response:
    """The certificate of a review that is over, as a file in the reader's language."""
    review_shown(visit.asking, review)
    content = certificate(visit.asking.home, review, speech(visit.request).language)
    name = f'attachment; filename="{review}.pdf"'
    return Response(content, media_type="application/pdf", headers={"Content-Disposition": name})


def _desk(visit: Visit, review: str) -> Desk:
    asking = visit.asking
    found = review_shown(asking, review)
    with asking.home.reading() as session:
        names = full_names(session, asking.home.organisation)
        waiting = waits_for(session, seen(session, asking, review))
    return Desk(
        found,
        names,
        list(waiting.people) if waiting else [],
        {it: explain_access(asking.actor.login, it, f"review/{review}", visit.request, asking) for it in DECISIONS},
        show_news(review, asking),
        list_review_comments(review, asking),
    )


DECISIONS = ("approve", "reject", "withdraw")


def _changes(visit: Visit, desk: Desk, chosen: Chosen) -> dict[str, Any]:
    language = speech(visit.request).language
    with visit.asking.home.reading() as session:
        items = changed(session, seen(session, visit.asking, desk.review.id))
    known = tongues(items)
    tongue = chosen.tongue if chosen.tongue in known else ""

    def beside(spoken: Spoken) -> str:
        macro = views().get_template("part/threads.html").module.beside  # type: ignore[attr-defined]
        return str(macro(speech(visit.request), teller(language), spoken, desk, visit.asking.actor))

    names = called(visit)
    redlines = [(it, drawn(it, language, tongue, desk.threads, beside, *names(it.kind, it.name))) for it in items]
    seen_before = (it for it in desk.news.items if it.against == "seen")
    newer = [(it, redlined(it.redline, language, *names(it.kind, it.name))) for it in seen_before]
    return {"redlines": redlines, "tongues": known, "tongue": tongue, "newer": newer}


def _proofs(visit: Visit, desk: Desk, chosen: Chosen) -> dict[str, Any]:
    touched = list_touched(desk.review.id, visit.asking)
    found = combinations(desk.review.bundles, touched)
    at = chosen.place(found)
    here = found[at] if found else None
    if here and (here.template, chosen.persona) in {(it.template, one.name) for it in touched for one in it.personas}:
        here = replace(here, persona=chosen.persona)
    return {"touched": touched, "combinations": found, "at": at, "here": here}


def _touches(visit: Visit, desk: Desk, _chosen: Chosen) -> dict[str, Any]:
    touched = list_touched(desk.review.id, visit.asking)
    return {"touched": touched, "checks": list_checks(desk.review.id, visit.request, visit.asking)}


def _talk(_visit: Visit, _desk: Desk, _chosen: Chosen) -> dict[str, Any]:
    return {}


def _guests(visit: Visit, desk: Desk, _chosen: Chosen) -> dict[str, Any]:
    review = desk.review.id
    return {
        "invitations": list_invitations(review, visit.asking),
        "opinions": list_opinions(review, visit.asking),
        "link": "",
    }


VIEWS = {"changes": _changes, "proofs": _proofs, "touches": _touches, "talk": _talk, "guests": _guests}
