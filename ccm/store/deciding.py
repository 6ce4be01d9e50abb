"""Deciding: the one place that writes decisions, and the last approval's consequence, the publication.

Every decision is signed with the organisation's key.  What the rules refuse is an entry of the log too.
"""

from __future__ import annotations

from datetime import date, datetime

from approvals.decision import Decision as DecisionFacts
from approvals.decision import DecisionKind
from approvals.plain_words import refuse_unwritable
from ccm.store.actor import Actor, renewed
from ccm.store.following import open_follow_ups
from ccm.store.home import Home
from ccm.store.publishing import publish
from ccm.store.refusals import refusals_noted
from ccm.store.reviews import Filed, filed
from ccm.store.turn import Turn
from ccm.store.voting import answer
from content_blocks.problem import refuse
from templates_store.tables import Decision


def decide(
    home: Home,
    by: Actor,
    review: str,
    kind: DecisionKind,
    subject: str,
    today: date,
    reason: str = "",
    now: datetime | None = None,
) -> Filed:
    """Approve or reject what is open in a review, or withdraw it; returns the review as it is then.

    `subject` is the hash over what the person has seen: a decision is about exactly that.  Raises Refused for whom the
    rules do not let decide, for a rejection without a reason, and for a review that is over.
    """
    if kind != "approved" and not reason.strip():
        raise refuse("", "reason-missing")
    with refusals_noted(home, by, now, review=review, decision=kind), home.turn(now) as turn:
        return _decide(
            home, turn, renewed(turn.session, home.organisation, by), review, kind, subject, today, reason.strip()
        )


def _decide(
    home: Home, turn: Turn, by: Actor, review: str, kind: DecisionKind, subject: str, today: date, reason: str
) -> Filed:
    refuse_unwritable(reason)
    found = filed(turn.session, home.organisation, review)
    step, behalf = answer(turn.session, found, by, kind, subject, turn.at)
    facts = DecisionFacts(review, kind, by.id, turn.at, subject, step, behalf, reason)
    _write(home, turn, facts)
    after = filed(turn.session, home.organisation, review)
    if after.state == "approved":
        publish(turn, after)
        open_follow_ups(turn, after, today)
    return after


def _write(home: Home, turn: Turn, facts: DecisionFacts) -> None:
    signature = home.signing_key(turn.session).sign(facts.record())
    turn.session.add(
        Decision(
            organisation=turn.organisation,
            review=facts.review,
            kind=facts.kind,
            person=facts.person,
            voter=facts.voter,
            step=facts.step or "",
            at=turn.now,
            subject=facts.subject,
            reason=facts.reason,
            key=signature.key,
            signature=signature.value,
        )
    )
    turn.session.flush()
    turn.log("decided", facts.person, record=facts.record(), key=signature.key, signature=signature.value)
