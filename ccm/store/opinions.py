"""Opinions read back: what guests said of reviews.  Nothing that decides about a review asks for them."""

from __future__ import annotations

from collections.abc import Iterable

from approvals.opinion import Opinion as OpinionFacts
from approvals.opinion import standing
from ccm.store.access import refuse_reading
from ccm.store.actor import Actor, renewed
from ccm.store.home import Home
from ccm.store.reviews import filed
from ccm.store.turn import parsed
from templates_store.database import Session, col, select
from templates_store.tables import Opinion


def opinions(home: Home, by: Actor, review: str) -> tuple[OpinionFacts, ...]:
    """What each guest thinks of a review by now, and all their comments; shown beside the votes, counted by nobody."""
    with home.reading() as session:
        refuse_reading(renewed(session, home.organisation, by))
        filed(session, home.organisation, review)
        return standing(opinions_about(session, [review]))


def opinions_about(session: Session, reviews: Iterable[str]) -> list[OpinionFacts]:
    """Every opinion on some reviews, in order."""
    found = select(Opinion).where(col(Opinion.review).in_(list(reviews))).order_by(col(Opinion.id))
    return [opinion_of(row) for row in session.exec(found)]


def opinions_by(session: Session, link: str) -> list[OpinionFacts]:
    """Every opinion that came by one link, in order."""
    found = select(Opinion).where(Opinion.link == link).order_by(col(Opinion.id))
    return [opinion_of(row) for row in session.exec(found)]


def opinion_of(row: Opinion) -> OpinionFacts:
    """An opinion as the rules see it."""
    return OpinionFacts(
        row.review,
        row.guest,
        row.stance,  # type: ignore[arg-type]
        row.words,
        parsed(row.at),
        row.subject,
        row.link,
    )
