"""What becomes of approved items: retired, due in the compliance register, rechecked when the engine is another."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.paging import After, Limit, cursor, place_of
from ccm.api.problems import responses
from ccm.api.routes.change_sets import Reason
from ccm.api.routes.items import Name
from ccm.api.seeing import refuse_unseen_item
from ccm.store.access import refuse_program, sees
from ccm.store.engines import engine
from ccm.store.rechecking_apart import recheck_apart
from ccm.store.register import Filter, Registered, register
from ccm.store.retiring import retire
from templates_store.choose import Kind

routes = APIRouter(route_class=Once, tags=["items"])


class RegisterEntry(BaseModel):
    """A content block in force, or the next one to be.

    `ends` is the last day it is in force, `followed` whether another version is approved for the day after; `acts_by`
    is the day by which its owner has to do something.
    """

    block: str
    version: str
    owner: str
    citation: str = Field(examples=["§ 675g BGB"])
    jurisdiction: list[str] = Field(examples=[["AT", "DE"]])
    start: date | None
    ends: date | None
    followed: bool
    review_by: date
    acts_by: date
    used: int = Field(description="How many approved versions show it.")


class RegisterPage(BaseModel):
    """A part of the register, what needs its owner first on top, and the cursor of the next part."""

    entries: list[RegisterEntry]
    next: str | None = None


class ChangedMessage(BaseModel):
    """A message that comes out differently: what it measured and measures, none where it cannot be made any more."""

    template: str
    persona: str
    language: str
    brand: str
    channel: str
    before: dict[str, int]
    after: dict[str, int] | None


class Recheck(BaseModel):
    """What this engine makes of all personas, compared to the byte with what was noted before."""

    engine: str = Field(description="The engine fingerprint that runs may use from now on.")
    same: int
    changed: list[ChangedMessage]


@routes.post(
    "/items/{kind}/{name:path}/versions/{version}/retirement",
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    summary="Retire a version",
)
def retire_version(
    kind: Kind,
    name: Name,
    version: Annotated[str, Path(pattern=r"^[0-9]{1,6}\.[0-9]{1,6}$", examples=["1.0"])],
    why: Reason,
    asking: Annotated[Asking, asks("write", "publisher")],
) -> None:
    """Take an approved version out of force; what was in force before is so again."""
    refuse_unseen_item(asking, kind, name)
    retire(asking.home, asking.actor, kind, name, version, why.reason)


@routes.get("/register", responses=responses(), summary="The compliance register")
def list_register(
    asking: Annotated[Asking, asks("read")],
    owner: Annotated[str | None, Query(max_length=120, description="Only what belongs to this owner.")] = None,
    citation: Annotated[str | None, Query(max_length=200, description="Only what cites this.")] = None,
    jurisdiction: Annotated[str | None, Query(max_length=20, description="Only what is for this country.")] = None,
    within: Annotated[int | None, Query(ge=0, le=3660, description="Only what is due within so many days.")] = None,
    after: After = "",
    limit: Limit = 50,
) -> RegisterPage:
    """The approved wordings with owner, citation and end, those that need their owner first on top."""
    wanted = Filter(owner, citation, jurisdiction, within)
    found = register(asking.home, datetime.now(UTC).date(), wanted)
    place = place_of(after)
    left = [it for it in found if sees(asking.actor, "block", it.block) and (not place or _place(it) > place)]
    following = cursor(_place(left[limit - 1])) if len(left) > limit else None
    return RegisterPage(entries=[_entry(it) for it in left[:limit]], next=following)


@routes.post("/recheck", responses=responses(HTTPStatus.SERVICE_UNAVAILABLE), summary="Recheck under this engine")
def recheck_everything(asking: Annotated[Asking, asks("batch", "operator")]) -> Recheck:
    """Render every persona again; what comes out differently is told, and batches may use this engine from now on.

    It may take minutes.  Whether what differs may be sent is for people to say: programs do not ask for this.
    """
    refuse_program(asking.actor)
    found = recheck_apart(asking.home)
    return Recheck(engine=engine(), same=found.same, changed=[ChangedMessage(**asdict(it)) for it in found.changed])


def _place(entry: Registered) -> str:
    """Where an entry stands in the register: days sort as text, and a version where its number does not matter."""
    return f"{entry.acts_by().isoformat()} {entry.block} {entry.version}"


def _entry(found: Registered) -> RegisterEntry:
    return RegisterEntry(**{**asdict(found), "jurisdiction": list(found.jurisdiction)}, acts_by=found.acts_by())
