"""Answering once: a program that asks again under the same key gets the answer of the first time, for a day.

Only what went well is kept.  What failed may be tried again, and what was cut off by a crash stays locked until the day
is over: whoever asked has to look whether it was done.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from approvals.record import instant
from ccm.store.home import Home
from content_blocks.problem import refuse
from templates_store.database import IntegrityError, Session, col, delete, select
from templates_store.tables import Answered

KEPT = timedelta(hours=24)
UNDER_WAY = 0


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asked for: the key that they gave it, and a digest of all of it."""

    person: str
    key: str
    asked: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that was given: its HTTP status and its text; an empty one must not be shown again."""

    status: int
    content: str = field(repr=False)


def begin(home: Home, question: Question, now: datetime | None = None) -> Answer | None:
    """The answer to a question that was asked before; None for a new one, which is now under way.

    Raises Refused where the key stood for another question, where its answer is still being worked out, and where it
    was of the kind that is shown once.
    """
    at = now or datetime.now(UTC)
    try:
        with home.database.writing() as session:
            _forget_old(session, home.organisation, at)
            row = _row(session, home, question)
            if row is not None:
                return _again(row, question)
            session.add(
                Answered(
                    organisation=home.organisation,
                    person=question.person,
                    key=question.key,
                    asked=question.asked,
                    at=instant(at),
                )
            )
            session.flush()
    except IntegrityError:  # on PostgreSQL another request with the same key was a moment earlier
        raise refuse("", "answer-under-way") from None
    return None


def keep(home: Home, question: Question, answer: Answer) -> None:
    """Keep the answer to a question that is under way."""
    with home.database.writing() as session:
        row = _row(session, home, question)
        if row is not None:
            row.status, row.content = answer.status, answer.content
            session.add(row)


def give_up(home: Home, question: Question) -> None:
    """Forget a question that led to nothing, so that it can be asked again."""
    with home.database.writing() as session:
        row = _row(session, home, question)
        if row is not None:
            session.delete(row)


def _again(row: Answered, question: Question) -> Answer:
    if row.asked != question.asked:
        raise refuse("Idempotency-Key", "idempotency-key-differs")
    if row.status == UNDER_WAY:
        raise refuse("Idempotency-Key", "answer-under-way")
    if not row.content:
        raise refuse("Idempotency-Key", "answer-shown-once")
    return Answer(row.status, row.content)


def _row(session: Session, home: Home, question: Question) -> Answered | None:
    found = select(Answered).where(
        Answered.organisation == home.organisation, Answered.person == question.person, Answered.key == question.key
    )
    return session.exec(found.with_for_update()).one_or_none()


def _forget_old(session: Session, organisation: str, at: datetime) -> None:
    old = col(Answered.at) <= instant(at - KEPT)
    session.exec(delete(Answered).where(col(Answered.organisation) == organisation, old))
