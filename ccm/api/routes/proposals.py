"""Proposals: what a submission would be about, looked at before anybody is asked."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.problems import responses
from ccm.api.routes.proofs import ReviewProof, TouchedTemplate, Wish, first_persona, proof, touched_template
from ccm.api.routes.reviews import ReviewedBundle, ReviewStep, Submission
from ccm.api.sent import Sent
from ccm.store.access import refuse_unseen
from ccm.store.proposal import NewBundle, NewItem
from ccm.store.redlining import compared
from ccm.store.review_world import AskedFor, Combination, worlds
from ccm.store.reviews import names_of
from ccm.store.submitting import Wanted, drafts_wanted, proposed
from ccm.store.touched import touched_templates
from ccm.store.touching import touched
from ccm.store.workflows import steps_for
from content_blocks.problem import refuse
from content_blocks.redline import as_data
from templates_store.database import Session
from templates_store.remembered import written_so_far

routes = APIRouter(prefix="/proposals", tags=["reviews"])


class ProposedItem(BaseModel):
    """A version that would be asked for, with the class of its own change, against the one approved last, if any."""

    kind: str
    name: str
    version: str
    before: str | None
    change: str
    redline: dict[str, Any] | None


class Proposal(BaseModel):
    """What a review would be about: its class of change, its steps, who could not decide, and all that it touches."""

    change: str
    steps: list[ReviewStep]
    authors: list[str]
    languages: list[str]
    items: list[ProposedItem]
    bundles: list[ReviewedBundle]
    touches: list[TouchedTemplate]


class ProposedProof(Sent):
    """Which proof is wanted of a submission."""

    submission: Submission
    wish: Wish = Field(default_factory=Wish)


@routes.post("", responses=responses(HTTPStatus.CONFLICT, HTTPStatus.NOT_FOUND), summary="Look at a proposal")
def show_proposal(submission: Submission, asking: Annotated[Asking, asks("write", "author")]) -> Proposal:
    """What a submission would become.  Nothing is written; everything that speaks against it is told at once."""
    today = datetime.now(UTC).date()
    wanted = _wanted(asking, submission)
    with asking.home.reading() as session:
        organisation = asking.home.organisation
        start, languages, alone = submission.start, submission.languages, submission.alone
        found = proposed(session, organisation, asking.actor, wanted, today, start, languages, alone=alone)
        about = [_combination(it) for it in found.bundles]
        steps = steps_for(session, organisation, found.workflows, found.change, today)
        names = names_of(session, organisation)
        asked = AskedFor(drafts=tuple(it.revision.id or 0 for it in found.items), start=submission.start)
        return Proposal(
            change=found.change,
            steps=[ReviewStep(**step.model_dump()) for step in steps],
            authors=sorted(names[person] for person in found.authors),
            languages=list(found.languages),
            items=[_item(it) for it in found.items],
            bundles=[_bundle(it) for it in found.bundles],
            touches=[touched_template(it) for it in touched(worlds(session, organisation, asked), about)],
        )


@routes.post("/proofs", responses=responses(HTTPStatus.NOT_FOUND), summary="Proofs of a proposal")
def show_proposed_proof(
    wanted: ProposedProof, request: Request, asking: Annotated[Asking, asks("write", "author")]
) -> ReviewProof:
    """What somebody would get, as it is in force and as drafts would have it; template, language and brand are said."""
    items, wish = _wanted(asking, wanted.submission), wanted.wish
    with asking.home.reading() as session:
        asked = AskedFor(drafts=tuple(_revisions(session, asking, items)), start=wanted.submission.start)
        found = worlds(session, asking.home.organisation, asked)
        about = Combination(wish.template, "", wish.language, wish.brand, wish.day or datetime.now(UTC).date())
        if wish.template not in touched_templates(session, asking.home.organisation, found[1].added):
            raise refuse("", "proof-not-there")
        name = wish.persona or first_persona(found, about)
        as_of = written_so_far(session, asking.home.organisation)
    return proof(request, asking, asked, about, wish.model_copy(update={"persona": name}), as_of)


def _wanted(asking: Asking, submission: Submission) -> list[Wanted]:
    for it in submission.items:
        refuse_unseen(asking.actor, it.kind, it.name)
    return [Wanted(it.kind, it.name, it.version) for it in submission.items]


def _revisions(session: Session, asking: Asking, items: list[Wanted]) -> list[int]:
    found = [it for wanted in items for it in drafts_wanted(session, asking.home.organisation, wanted)]
    if not found:
        raise refuse("", "nothing-to-submit")
    return [it.id or 0 for it in found]


def _item(found: NewItem) -> ProposedItem:
    redline = compared(found.before, found.revision) if found.before else None
    return ProposedItem(
        kind=found.revision.kind,
        name=found.revision.name,
        version=found.revision.version,
        before=found.before.version if found.before else None,
        change=found.change.strictest,
        redline=as_data(redline) if redline else None,
    )


def _bundle(found: NewBundle) -> ReviewedBundle:
    return ReviewedBundle(
        template=found.template,
        version=found.version,
        language=found.bundle.language,
        brand=found.brand,
        day=found.day.isoformat(),
        bundle=found.bundle.hash,
    )


def _combination(found: NewBundle) -> Combination:
    return Combination(found.template, found.version, found.bundle.language, found.brand, found.day)
