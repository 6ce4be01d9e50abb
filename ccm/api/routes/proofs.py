"""What reviewers look at: proofs of both sides, what a review touches, and what the checks find in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.comparing import Compared, Comparing, Side, compare_one
from ccm.api.differences import differences
from ccm.api.instants import Day
from ccm.api.kept import Kept
from ccm.api.once import Once
from ccm.api.press import Press, result
from ccm.api.previewed import Preview, previewed
from ccm.api.problems import Fault, fault, language_of, responses
from ccm.api.routes.side_by_side import Differing, differing
from ccm.api.seeing import seen
from ccm.api.viewing import Looking, Viewing
from ccm.libraries import places_of
from ccm.pipeline import Order
from ccm.store.review_world import AskedFor, Combination, Worlds, checks, combination, libraries, worlds_of
from ccm.store.reviews import bundles_of
from ccm.store.touching import Touched, touched
from content_blocks.document import CHANNELS, ChannelName
from content_blocks.problem import refuse

routes = APIRouter(route_class=Once, prefix="/reviews/{review}", tags=["reviews"])

MOST_PAGES = 20
"""Pages that come as pictures, of each side."""


class Person(BaseModel):
    """A persona of a template, with what it is about by language; the key is empty where all say the same."""

    name: str
    title: dict[str, str]


class TouchedTemplate(BaseModel):
    """A template of which something else would go out from `day` on.

    `asked` tells that its own text is asked for; otherwise it only shows what is.  `reached` is how many recipients its
    last run was sent to.
    """

    template: str
    version: str
    title: dict[str, str]
    asked: bool
    day: date
    channels: list[ChannelName]
    languages: list[str]
    brands: list[str]
    personas: list[Person]
    reached: int | None


class CheckedBundle(BaseModel):
    """What the checks find in one combination as it is asked for."""

    template: str
    version: str
    language: str
    brand: str
    day: Day
    problems: list[Fault]


class OneSide(BaseModel):
    """One side of a proof; nothing where nothing goes out as things stand, `problems` where it cannot be made."""

    preview: Preview | None
    problems: list[Fault]


class ChangedPage(BaseModel):
    """Where a page of a letter, counted from 1, looks different: left, top, width and height in 0.1 mm."""

    page: int
    boxes: list[tuple[int, int, int, int]]


class ReviewProof(BaseModel):
    """What a persona would get, as it is in force and as it is asked for, and the channels in which that differs.

    `differences` are the pieces of each channel that say something else; first is what is in force.
    """

    template: str
    language: str
    brand: str
    day: date
    persona: str
    before: OneSide
    after: OneSide
    changed: list[ChannelName]
    pages: list[ChangedPage]
    differences: list[Differing] = []


class Wish(BaseModel):
    """Which proof is wanted: what is left open is taken from the first combination that fits."""

    template: str = Field(default="", max_length=80)
    language: str = Field(default="", max_length=20)
    brand: str = Field(default="", max_length=80)
    day: date | None = None
    persona: str = Field(default="", max_length=80)
    channels: list[ChannelName] = Field(default_factory=lambda: list(CHANNELS), min_length=1, max_length=4)
    resolution: int = Field(default=96, ge=24, le=200, description="Dots an inch of the pictures.")

    def of(self, about: Sequence[Combination]) -> Combination:
        """The combination that is wanted, of some; raises Refused where none of them fits."""
        for it in about:
            asked = (self.template or it.template, self.language or it.language, self.brand or it.brand)
            if asked == (it.template, it.language, it.brand) and self.day in (None, it.day):
                return it
        raise refuse("", "proof-not-there")


@routes.get("/proofs", responses=responses(HTTPStatus.NOT_FOUND), summary="Proofs of a review")
def show_proof(
    review: str,
    wish: Annotated[Wish, Query()],
    request: Request,
    asking: Annotated[Asking, asks("read")],
) -> ReviewProof:
    """What somebody would get, before and after, made by the code that sends.

    Before is what was in force for that day when the review was submitted; after is what it asks for.
    """
    with asking.home.reading() as session:
        found = seen(session, asking, review)
        wanted = wish.of([combination(it) for it in bundles_of(session, review)])
        name = wish.persona or first_persona(worlds_of(session, found), wanted)
    return proof(request, asking, AskedFor(review), wanted, wish.model_copy(update={"persona": name}))


@routes.get("/touches", responses=responses(HTTPStatus.NOT_FOUND), summary="What a review touches")
def list_touched(review: str, asking: Annotated[Asking, asks("read")]) -> list[TouchedTemplate]:
    """Every template of which something else would go out, with its channels, languages and personas."""
    with asking.home.reading() as session:
        found = worlds_of(session, seen(session, asking, review))
        about = [combination(it) for it in bundles_of(session, review)]
        return [touched_template(it) for it in touched(found, about)]


@routes.get("/checks", responses=responses(HTTPStatus.NOT_FOUND), summary="Checks of a review")
def list_checks(review: str, request: Request, asking: Annotated[Asking, asks("read")]) -> list[CheckedBundle]:
    """What the checks find in every combination that a review is about."""
    language = language_of(request)
    with asking.home.reading() as session:
        found = worlds_of(session, seen(session, asking, review))
        about = [combination(it) for it in bundles_of(session, review)]
        return [
            CheckedBundle(
                **asdict(it.about) | {"day": it.about.day.isoformat()},
                problems=[fault(problem, language) for problem in it.problems],
            )
            for it in checks(found, about)
        ]


def proof(
    request: Request, asking: Asking, asked: AskedFor, wanted: Combination, wish: Wish, as_of: int = 0
) -> ReviewProof:
    """A proof as it is answered; it is made in a child of the press, or was for the very same wish.

    Nothing that a review's proof is made of ever changes; what drafts are compared with is the world `as_of` so many
    entries of the log.
    """
    kept: Kept[ReviewProof] = request.app.state.compared
    key = (asking.home.organisation, asked, wanted, wish.model_dump_json(), language_of(request), as_of)
    return kept.get(key, lambda: _made(request, asking, asked, wanted, wish))


def _made(request: Request, asking: Asking, asked: AskedFor, wanted: Combination, wish: Wish) -> ReviewProof:
    press: Press = request.app.state.press
    channels = tuple(dict.fromkeys(wish.channels))
    order = Order(wanted.template, wanted.day, wanted.brand, wanted.language, channels, proof=True)
    looking = Looking(marks=True, pictures=wish.resolution, pages=range(1, MOST_PAGES + 1), said=True)
    viewing = Viewing(places_of(asking.home, wanted.day, drafts=False), order, persona=wish.persona, looking=looking)
    compared: Compared = result(press.begin(compare_one, Comparing(asked, viewing)))
    language = language_of(request)
    return ReviewProof(
        template=wanted.template,
        language=wanted.language,
        brand=wanted.brand,
        day=wanted.day,
        persona=wish.persona,
        before=_side(compared.before, wanted.template, language),
        after=_side(compared.after, wanted.template, language),
        changed=list(compared.changed),
        pages=[ChangedPage(page=number, boxes=list(boxes)) for number, boxes in sorted(compared.pages.items())],
        differences=[differing(it) for it in differences(compared.before.viewed, compared.after.viewed)],
    )


def first_persona(found: Worlds, wanted: Combination) -> str:
    """The first persona of a template; raises Refused where it has none."""
    names = libraries(found, wanted.day)[1].persona_names(wanted.template)
    if not names:
        raise refuse("", "proof-without-persona", template=wanted.template)
    return names[0]


def touched_template(found: Touched) -> TouchedTemplate:
    """A touched template as it is answered."""
    plain: Mapping[str, Any] = asdict(found)
    return TouchedTemplate(**plain)


def _side(side: Side, template: str, language: str) -> OneSide:
    shown = previewed(side.viewed, template, language, files=False) if side.viewed else None
    return OneSide(preview=shown, problems=[fault(problem, language) for problem in side.problems])
