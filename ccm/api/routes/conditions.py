"""Conditions of a template and whether they hold for somebody, so that an editor can show what they would get."""

from __future__ import annotations

from datetime import UTC, date, datetime
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.problems import responses
from ccm.api.sent import Sent
from ccm.store.judging import Recipient, judged
from content_blocks.problem import refuse

routes = APIRouter(route_class=Once, tags=["rendering"])

MOST = 400


class Question(Sent):
    """Some conditions, and whose: those of a persona or of a record, which is neither kept nor logged."""

    template: str = Field(max_length=80, examples=["payment-reminder"])
    conditions: list[Annotated[str, Field(max_length=1000)]] = Field(
        max_length=MOST, examples=[['reminder.level == "first"']]
    )
    persona: str | None = Field(default=None, max_length=80)
    record: dict[str, Any] | None = Field(default=None, description="The recipient's record; amounts as strings.")
    brand: str | None = Field(default=None, max_length=80)
    day: date | None = None


class Answers(BaseModel):
    """Whether each condition holds, in the order asked; none where that cannot be said, as for an element of a list."""

    holds: list[bool | None]


@routes.post("/conditions", responses=responses(HTTPStatus.NOT_FOUND), summary="Say which conditions hold for somebody")
def judge_conditions(question: Question, asking: Annotated[Asking, asks("read")]) -> Answers:
    """Whether conditions hold at the top of a template as it was saved last, for a persona or a record."""
    if (question.record is None) == (question.persona is None):
        raise refuse("", "record-or-persona")
    day = question.day or datetime.now(UTC).date()
    whose = Recipient(day, question.persona or "", question.record, question.brand or "")
    return Answers(holds=judged(asking.home, asking.actor, question.template, question.conditions, whose))
