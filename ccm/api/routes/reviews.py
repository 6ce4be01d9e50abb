"""Reviews: asking for approval, looking at what is asked, and deciding."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field
from starlette.responses import JSONResponse

from approvals.decision import Decision
from approvals.review import State
from ccm.api.access import Asking, asks
from ccm.api.instants import Day
from ccm.api.once import Once
from ccm.api.paging import After, Limit, cursor, place_of
from ccm.api.problems import language_of, responses
from ccm.api.seeing import seen
from ccm.api.sent import Sent
from ccm.api.tags import UNCHANGED, tagged
from ccm.store.access import refuse_unseen
from ccm.store.certifying import certificate
from ccm.store.deciding import decide
from ccm.store.redlining import redlines
from ccm.store.review_pages import page, sees_review
from ccm.store.reviews import Filed, bundles_of, names_of
from ccm.store.submitting import Wanted, submit, submit_drafts
from ccm.store.waiting import waiting as still_waiting
from content_blocks.problem import refuse
from content_blocks.redline import as_data, as_html, as_text
from templates_store.choose import Kind
from templates_store.database import Session
from templates_store.tables import ReviewBundle

routes = APIRouter(route_class=Once, prefix="/reviews", tags=["reviews"])
LANGUAGE = r"^[a-z]{2,3}(-[A-Z]{2})?$"


class WantedItem(Sent):
    """An item whose drafts are to be approved."""

    kind: Kind
    name: str = Field(max_length=161)
    version: str = Field(default="", max_length=13)


class Submission(Sent):
    """What is to be approved, to go live together; without `items` all that one sees and nobody approved yet.

    With `languages` nothing is asked in any other; those left out can be asked for later, by the same items.  With
    `followers` as `proposals` a content block is asked for alone: the templates that follow it get a review each once
    it is approved, and go out as they are until then.
    """

    items: list[WantedItem] = Field(default_factory=list, max_length=500)
    languages: list[Annotated[str, Field(pattern=LANGUAGE, examples=["de"])]] = Field(
        default_factory=list, max_length=40
    )
    start: date | None = Field(default=None, description="The day on which all of it goes live.")
    title: str = Field(default="", max_length=200)
    followers: Literal["together", "proposals"] = "together"

    @property
    def alone(self) -> bool:
        """Whether what follows is left to proposals."""
        return self.followers == "proposals"


class Vote(BaseModel):
    """A decision that was made; `behalf` is whose right was used, if a colleague had lent it."""

    kind: str
    person: str
    behalf: str | None
    step: str | None
    at: datetime
    reason: str


class ReviewStep(BaseModel):
    """A question that so many people have to answer with yes."""

    id: str
    title: dict[str, str]
    question: dict[str, str]
    quorum: int
    days: int | None


class ReviewedItem(BaseModel):
    """A version that a review is about."""

    kind: str
    name: str
    version: str
    hash: str


class ReviewedBundle(BaseModel):
    """A combination that a review is about, and the first day on which it would go out."""

    template: str
    version: str
    language: str
    brand: str
    day: Day
    bundle: str


class ReviewSummary(BaseModel):
    """A review as lists show it; `about` are its items, or where only a combination is new, the templates."""

    id: str
    title: str
    kind: str = Field(examples=["items", "alone", "bundles"])
    about: list[str] = Field(examples=[["block/notice"]])
    state: State
    change: str
    submitted_by: str
    submitted_at: datetime
    languages: list[str]
    step: str | None
    due: datetime | None


class Waiting(ReviewSummary):
    """An open review with the logins of all who may answer its step now; without a deadline it is never overdue."""

    people: list[str]
    overdue: bool


class Review(ReviewSummary):
    """A review with all that it is about; `subject` is the hash over it, which every decision names."""

    subject: str
    start: str
    authors: list[str]
    steps: list[ReviewStep]
    items: list[ReviewedItem]
    bundles: list[ReviewedBundle]
    decisions: list[Vote]


class ReviewPage(BaseModel):
    """Some reviews, and the cursor of the next ones."""

    reviews: list[ReviewSummary]
    next: str | None = None


class Choice(Sent):
    """A decision to be made, about exactly what `subject` stands for."""

    kind: Literal["approved", "rejected", "withdrawn"]
    subject: str = Field(pattern=r"^[0-9a-f]{64}$")
    reason: str = Field(default="", max_length=2000)


@routes.post(
    "",
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.CONFLICT, HTTPStatus.NOT_FOUND),
    summary="Submit for approval",
)
def submit_review(submission: Submission, asking: Annotated[Asking, asks("write", "author")]) -> Review:
    """Ask for the approval of drafts.  Everything that speaks against it is told at once."""
    for it in submission.items:
        refuse_unseen(asking.actor, it.kind, it.name)
    today, start, title, languages = datetime.now(UTC).date(), submission.start, submission.title, submission.languages
    if not submission.items:
        review = submit_drafts(asking.home, asking.actor, today, start, title, languages=languages)
    else:
        wanted = [Wanted(it.kind, it.name, it.version) for it in submission.items]
        review = submit(
            asking.home, asking.actor, wanted, today, start, title, languages=languages, alone=submission.alone
        )
    return review_shown(asking, review)


@routes.get("", responses=responses(), summary="List reviews")
def list_reviews(
    asking: Annotated[Asking, asks("read")],
    after: After = "",
    limit: Limit = 50,
    state: Annotated[Literal["in_review", "approved", "rejected", "withdrawn"] | None, Query()] = None,
    kind: Annotated[Kind | None, Query(description="With `name`: only reviews about this item.")] = None,
    name: Annotated[str | None, Query(max_length=161)] = None,
    waiting: Annotated[bool, Query(description="Only what waits for whoever asks.")] = False,
) -> ReviewPage:
    """Reviews, the newest first.  About a template are also those of what it shows."""
    if (kind is None) != (name is None):
        raise refuse("query", "request-form", kind="missing")
    place, item = _place(after), (kind, name) if kind and name else None
    with asking.home.reading() as session:
        names = names_of(session, asking.home.organisation)
        found = page(session, asking.home.organisation, asking.actor, limit + 1, place, state, item, waiting=waiting)
    shown, last = found[:limit], found[limit - 1] if len(found) > limit else None
    following = cursor(f"{last.row.submitted_at} {last.row.id}") if last else None
    return ReviewPage(reviews=[_summary(it, names) for it in shown], next=following)


@routes.get("/due", responses=responses(), summary="List what is due")
def list_due(asking: Annotated[Asking, asks("read")]) -> list[Waiting]:
    """Every open review, the earliest deadline first, with whom it waits for; computed at this moment."""
    now = datetime.now(UTC)
    with asking.home.reading() as session:
        names = names_of(session, asking.home.organisation)
    found = [it for it in still_waiting(asking.home) if sees_review(asking.actor, it.review)]
    return [
        Waiting(**_summary(it.review, names).model_dump(), people=list(it.people), overdue=it.is_overdue(now))
        for it in found
    ]


@routes.get(
    "/{review}",
    response_model=Review,
    responses={**responses(HTTPStatus.NOT_FOUND), **UNCHANGED},
    summary="Look at a review",
)
def show_review(review: str, request: Request, asking: Annotated[Asking, asks("read")]) -> Response:
    """A review with all that it is about."""
    return tagged(request, review_shown(asking, review))


@routes.get(
    "/{review}/redline",
    responses={
        **responses(HTTPStatus.NOT_FOUND),
        200: {
            "description": "The redline",
            "content": {"text/html": {"schema": {"type": "string"}}, "text/plain": {"schema": {"type": "string"}}},
        },
    },
    summary="What a review changes",
)
def show_redline(
    review: str,
    request: Request,
    asking: Annotated[Asking, asks("read")],
    form: Annotated[Literal["json", "html", "text"], Query(alias="as")] = "json",
) -> Response:
    """Word by word and rule by rule, against what was approved last."""
    with asking.home.reading() as session:
        found = redlines(session, seen(session, asking, review))
    language = language_of(request)
    match form:
        case "html":
            return Response("\n".join(as_html(it, language) for it in found), media_type="text/html; charset=utf-8")
        case "text":
            return Response("\n".join(as_text(it, language) for it in found), media_type="text/plain; charset=utf-8")
    return JSONResponse([as_data(it) for it in found])


@routes.get(
    "/{review}/certificate",
    response_class=Response,
    responses={
        **responses(HTTPStatus.NOT_FOUND),
        200: {
            "description": "The certificate as PDF/A-3",
            "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
        },
    },
    summary="Certificate of a review",
)
def show_certificate(review: str, request: Request, asking: Annotated[Asking, asks("read")]) -> Response:
    """Text, redline, proofs, checks, decisions and their signatures, to be filed; of a review that is over."""
    with asking.home.reading() as session:
        seen(session, asking, review)
    content = certificate(asking.home, review, language_of(request))
    name = f'attachment; filename="{review}.pdf"'
    return Response(content, media_type="application/pdf", headers={"Content-Disposition": name})


@routes.post(
    "/{review}/decisions",
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    summary="Decide about a review",
)
def decide_review(review: str, choice: Choice, asking: Annotated[Asking, asks("write")]) -> Review:
    """Approve, reject or withdraw.  Programs never do; a decision is about what its subject stands for."""
    with asking.home.reading() as session:
        seen(session, asking, review)
    today = datetime.now(UTC).date()
    decide(asking.home, asking.actor, review, choice.kind, choice.subject, today, choice.reason)
    return review_shown(asking, review)


def review_shown(asking: Asking, review: str) -> Review:
    """A review as it is answered to somebody who may see it."""
    with asking.home.reading() as session:
        found = seen(session, asking, review)
        return _review(session, found, names_of(session, asking.home.organisation))


def _place(after: str) -> tuple[str, str] | None:
    """Where the page before ended; raises Refused for what no page ended with."""
    at, _, name = place_of(after).partition(" ")
    if after and not name:
        raise refuse("after", "cursor-unknown")
    return (at, name) if after else None


def reviewed_bundle(found: ReviewBundle) -> ReviewedBundle:
    """A combination as it is answered."""
    return ReviewedBundle(**{slot: getattr(found, slot) for slot in ReviewedBundle.model_fields})


def vote(made: Decision, names: Mapping[str, str]) -> Vote:
    """A decision as it is answered, with a login for the person."""
    behalf = names[made.behalf] if made.behalf else None
    return Vote(
        kind=made.kind, person=names[made.person], behalf=behalf, step=made.step, at=made.at, reason=made.reason
    )


def _review(session: Session, found: Filed, names: dict[str, str]) -> Review:
    return Review(
        **_summary(found, names).model_dump(),
        subject=found.row.subject,
        start=found.row.start,
        authors=sorted(names[person] for person in found.facts.authors),
        steps=[ReviewStep(**step.model_dump()) for step in found.facts.steps],
        items=[ReviewedItem(kind=it.kind, name=it.name, version=it.version, hash=it.hash) for it in found.items],
        bundles=[reviewed_bundle(it) for it in bundles_of(session, found.row.id)],
        decisions=[vote(it, names) for it in found.decisions],
    )


def _summary(found: Filed, names: dict[str, str]) -> ReviewSummary:
    return ReviewSummary(
        id=found.row.id,
        title=found.row.title,
        kind=found.row.kind,
        about=[f"{kind}/{name}" for kind, name in found.area],
        state=found.state,
        change=found.row.change,
        submitted_by=names[found.row.submitted_by],
        submitted_at=found.facts.submitted_at,
        languages=list(found.languages),
        step=found.step.id if found.step else None,
        due=found.due,
    )
