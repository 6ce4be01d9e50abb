"""Lending: a reviewer who is away lets a colleague answer a step in their place, for a time."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import AwareDatetime, BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.problems import responses
from ccm.api.sent import Sent
from ccm.store.lending import Lent, end_lending, lend, lendings

routes = APIRouter(route_class=Once, prefix="/lendings", tags=["lendings"])

Number = Annotated[int, Path(ge=1, lt=2**31)]


class NewLending(Sent):
    """One's own right to answer a step, a colleague to lend it to, and until when; from now on if no start is said."""

    step: str = Field(max_length=60, examples=["compliance"])
    to: str = Field(max_length=60, examples=["emil"])
    start: AwareDatetime | None = None
    until: AwareDatetime


class Lending(BaseModel):
    """A right that was lent, under the number by which it is ended; `ended_at` if one of the two ended it early."""

    number: int
    step: str
    lender: str
    to: str
    start: datetime
    until: datetime
    ended_at: datetime | None


@routes.get("", responses=responses(), summary="List lent rights")
def list_lendings(asking: Annotated[Asking, asks("read")]) -> list[Lending]:
    """All that was ever lent, the newest first."""
    return [_shown(it) for it in lendings(asking.home)]


@routes.post(
    "", status_code=HTTPStatus.CREATED, responses=responses(HTTPStatus.NOT_FOUND), summary="Lend a right to a colleague"
)
def lend_right(new: NewLending, asking: Annotated[Asking, asks("write", "reviewer")]) -> Lending:
    """It stays one's own: it counts once, whoever uses it, and nobody can lend it on.  Programs lend nothing."""
    start, until = ((new.start or datetime.now(UTC)).astimezone(UTC), new.until.astimezone(UTC))
    number = lend(asking.home, asking.actor, new.step, new.to, start, until)
    return next(_shown(it) for it in lendings(asking.home) if it.number == number)


@routes.delete(
    "/{number}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(HTTPStatus.NOT_FOUND),
    summary="End a lending",
)
def end_one_lending(number: Number, asking: Annotated[Asking, asks("write")]) -> None:
    """Take a right back, or give it back; what was decided with it stays decided."""
    end_lending(asking.home, asking.actor, number)


def _shown(lent: Lent) -> Lending:
    return Lending(**{slot: getattr(lent, slot) for slot in Lending.model_fields})
