"""Submitting: what a change is, whom it has to pass and what it touches, seen before anybody is asked."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Query
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from starlette.responses import Response

from ccm.api.routes.items import Kind, Name, list_versions
from ccm.api.routes.proofs import ReviewProof, Wish
from ccm.api.routes.proposals import ProposedProof, show_proposal, show_proposed_proof
from ccm.api.routes.reviews import LANGUAGE, Submission, WantedItem, submit_review
from ccm.store.reviews import full_names
from ccm.store.submitting import drafts
from content_blocks.problem import Refused
from content_blocks.problem_words import wording
from web_editor.called import called
from web_editor.pages.proofs import framed, proof_part, wish
from web_editor.proofs import Chosen, Day
from web_editor.redlined import redlined
from web_editor.shelves import SUBMITTED, Submitted, at_home
from web_editor.showing import show
from web_editor.visit import Visit, speech, visits
from web_editor.written_at import written_at

routes = APIRouter()

Timing = Literal["now", "date", "proposals"]


class Plan(BaseModel):
    """What somebody is about to ask for, as the address of the page says it."""

    model_config = ConfigDict(frozen=True)

    version: str = Field(default="", max_length=13)
    timing: Timing = "now"
    start: Day = None
    only: list[Annotated[str, StringConstraints(pattern=LANGUAGE)]] = Field(default_factory=list, max_length=40)

    def submission(self, kind: Kind, name: str, title: str = "") -> Submission:
        """What the API is asked for."""
        return Submission(
            items=[WantedItem(kind=kind, name=name, version=self.version)],
            languages=self.only,
            start=self.start if self.timing == "date" else None,
            title=title,
            followers="proposals" if self.timing == "proposals" else "together",
        )


class Asked(Plan):
    """The same as the form of the page sends it."""

    title: str = Field(default="", max_length=200)


@routes.get("/{shelf}/{name}/submit")
def show_form(
    shelf: Submitted, name: Name, plan: Annotated[Plan, Query()], visit: Annotated[Visit, visits("write", "author")]
) -> Response:
    """What the drafts of an item would become; nothing is written."""
    kind = SUBMITTED[shelf]
    versions = list_versions(kind, name, visit.asking)
    with visit.asking.home.reading() as session:
        names = full_names(session, visit.asking.home.organisation)
        waiting = [it.version for it in drafts(session, visit.asking.home.organisation, (kind, name))]
    told: dict[str, Any] = {
        "shelf": shelf,
        "kind": kind,
        "name": name,
        "plan": plan,
        "names": names,
        "waiting": waiting,
        "home": at_home(shelf, name),
    }
    return show("submit.html", visit, versions=versions, **told, **_proposal(visit, kind, name, plan))


@routes.post("/{shelf}/{name}/submit")
def submit(
    shelf: Submitted, name: Name, asked: Annotated[Asked, Form()], visit: Annotated[Visit, visits("write", "author")]
) -> Response:
    """Ask, and go on to the review."""
    review = submit_review(asked.submission(SUBMITTED[shelf], name, asked.title), visit.asking)
    return Response(headers={"HX-Redirect": f"/reviews/{review.id}"})


@routes.get("/{shelf}/{name}/submit/proof")
def show_part(
    shelf: Submitted,
    name: Name,
    plan: Annotated[Plan, Query()],
    chosen: Annotated[Chosen, Query()],
    visit: Annotated[Visit, visits("write", "author")],
) -> Response:
    """One channel of a proof of what would be asked for."""
    found = _proof(visit, SUBMITTED[shelf], name, plan, wish(chosen))
    return proof_part(visit, found, chosen, f"/{shelf}/{name}/submit", chosen.query(**plan.model_dump(mode="json")))


@routes.get("/{shelf}/{name}/submit/mail")
def show_mail(
    shelf: Submitted,
    name: Name,
    side: Literal["before", "after"],
    plan: Annotated[Plan, Query()],
    chosen: Annotated[Chosen, Query()],
    visit: Annotated[Visit, visits("write", "author")],
) -> Response:
    """A mail of such a proof, as a page for a frame."""
    found = _proof(visit, SUBMITTED[shelf], name, plan, wish(chosen))
    return framed(found, side)


def _proof(visit: Visit, kind: Kind, name: str, plan: Plan, wanted: Wish) -> ReviewProof:
    asked = ProposedProof(submission=plan.submission(kind, name), wish=wanted)
    return show_proposed_proof(asked, visit.request, visit.asking)


def _proposal(visit: Visit, kind: Kind, name: str, plan: Plan) -> dict[str, Any]:
    """What it would become, or everything that speaks against it."""
    language = speech(visit.request).language
    try:
        found = show_proposal(plan.submission(kind, name), visit.asking)
    except Refused as refused:
        told = [(it.where, wording(it.code, dict(it.params), language), written_at(it)) for it in refused.problems]
        return {"proposal": None, "against": told, "redlines": []}
    names = called(visit)
    lines = [(it, redlined(it.redline, language, *names(it.kind, it.name))) for it in found.items]
    return {"proposal": found, "against": [], "redlines": lines}
