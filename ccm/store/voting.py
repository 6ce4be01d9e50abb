"""Whether somebody may decide about a review, for which of its steps, and on whose behalf; nothing is written."""

from __future__ import annotations

from datetime import datetime

from approvals.decision import DecisionKind
from approvals.four_eyes import Voter, vote
from approvals.refusal import NotAllowed
from ccm.store.actor import Actor
from ccm.store.lending import rights_lent
from ccm.store.reviews import Filed
from templates_store.database import Session


def answer(
    session: Session, found: Filed, by: Actor, kind: DecisionKind, subject: str, at: datetime
) -> tuple[str | None, str | None]:
    """The step that a decision answers, and on whose behalf; raises NotAllowed for whom the rules do not let."""
    if kind == "withdrawn":
        _refuse_withdrawal(found, by)
        return None, None
    lent = rights_lent(session, found.row.organisation, by.id, at, found.area)
    voter = Voter(by.id, by.steps(found.area), lent, by.by_key)
    return vote(found.facts, found.decisions, voter, subject)


def _refuse_withdrawal(found: Filed, by: Actor) -> None:
    """Who asked may take it back, and so may who wrote it."""
    if found.state != "in_review":
        raise NotAllowed("review-over", state=found.state)
    if by.by_key:
        raise NotAllowed("key-never-decides")
    if by.id != found.facts.submitted_by and by.id not in found.facts.authors:
        raise NotAllowed("not-submitter")
