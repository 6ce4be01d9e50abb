"""Deciding several reviews together: one clause in many templates, proof after proof, and one signing for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Query
from pydantic import StringConstraints
from starlette.responses import Response

from ccm.api.routes.proofs import list_touched
from ccm.api.routes.reviews import Choice, Review, decide_review, list_reviews, review_shown
from ccm.store.reviews import full_names
from content_blocks.problem import Problem, Refused
from content_blocks.problem_words import wording
from web_editor.proofs import Shown, combinations
from web_editor.showing import show
from web_editor.visit import Visit, speech, visits

routes = APIRouter(prefix="/reviews/together")

MOST = 100
Ticked = Annotated[str, StringConstraints(pattern=r"^[\w-]{1,40} [0-9a-f]{64}$")]
"""A review and the hash over what was seen of it."""


@dataclass(frozen=True)
class Waiting:
    """A review that waits for somebody, and the proofs to look at before."""

    review: Review
    proofs: list[Shown]
    titles: Mapping[str, Mapping[str, str]]


@routes.get("")
def show_together(
    visit: Annotated[Visit, visits("read", "reviewer")], about: Annotated[str, Query(max_length=170)] = ""
) -> Response:
    """What waits for somebody, all of it or what is about one item."""
    found = [review_shown(visit.asking, it.id) for it in list_reviews(visit.asking, limit=MOST, waiting=True).reviews]
    things = sorted({thing for it in found for thing in it.about})
    wanted = [_waiting(visit, it) for it in found if about in ("", *it.about, *_templates(it))]
    with visit.asking.home.reading() as session:
        names = full_names(session, visit.asking.home.organisation)
    return show("together.html", visit, waiting=wanted, things=things, about=about, names=names)


@routes.post("")
def approve_together(
    visit: Annotated[Visit, visits("write", "reviewer")],
    wanted: Annotated[list[Ticked] | None, Form(max_length=MOST)] = None,
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Approve what was ticked, each `review subject` by itself; what is refused is told, and the others stand."""
    refused: list[tuple[str, Problem]] = []
    for ticked in wanted or []:
        review, _, subject = ticked.partition(" ")
        try:
            decide_review(review, Choice(kind="approved", subject=subject, reason=reason), visit.asking)
        except Refused as fault:
            refused += [(review, problem) for problem in fault.problems]
    if not refused:
        return Response(headers={"HX-Refresh": "true"})
    language = speech(visit.request).language
    told = [(review, wording(it.code, dict(it.params), language)) for review, it in refused]
    answer = show("part/problems.html", visit, problems=told)
    answer.headers.update({"HX-Retarget": "#told", "HX-Reswap": "innerHTML"})
    return answer


def _waiting(visit: Visit, review: Review) -> Waiting:
    touched = list_touched(review.id, visit.asking)
    return Waiting(review, combinations(review.bundles, touched), {it.template: it.title for it in touched})


def _templates(review: Review) -> set[str]:
    return {f"template/{it.template}" for it in review.bundles}
