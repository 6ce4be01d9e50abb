"""Reviews by pages: which of them are wanted is for the database to say, so that a page costs what is on it."""

from __future__ import annotations

from typing import Any, Literal

from sqlalchemy import ColumnElement, and_, exists, func, or_
from sqlmodel import Session, col, select

from templates_store.tables import Decision, Publication, PublishedBundle, Review, ReviewBundle, ReviewItem

Place = tuple[str, str]
"""Where a review stands in the list: when it was submitted, and its id."""
State = Literal["in_review", "approved", "rejected", "withdrawn"]


def some_reviews(
    session: Session,
    organisation: str,
    limit: int | None,
    after: Place | None = None,
    state: State | None = None,
    item: tuple[str, str] | None = None,
) -> list[Review]:
    """At most `limit` reviews of an organisation (None for all), the newest first, those `after` a place in the list.

    `item` is kind and name of what they have to be about; a template also where only bundles of it are new.
    """
    found = select(Review).where(Review.organisation == organisation)
    if after:
        at, name = after
        earlier = and_(col(Review.submitted_at) == at, col(Review.id) < name)
        found = found.where(or_(col(Review.submitted_at) < at, earlier))
    if state:
        found = found.where(_is(state))
    if item:
        found = found.where(_about(*item))
    return list(session.exec(found.order_by(col(Review.submitted_at).desc(), col(Review.id).desc()).limit(limit)))


def _is(state: State) -> ColumnElement[bool]:
    """A review is approved when its last approval published something; nothing else does."""
    ended = {kind: _has(Decision, Decision.kind == kind) for kind in ("rejected", "withdrawn")}
    published = or_(_has(Publication), _has(PublishedBundle))
    match state:
        case "approved":
            return published
        case "in_review":
            return and_(~published, ~ended["rejected"], ~ended["withdrawn"])
    return ended[state]


def _about(kind: str, name: str) -> ColumnElement[bool]:
    itself = _has(ReviewItem, ReviewItem.kind == kind, ReviewItem.name == name)
    return or_(itself, _has(ReviewBundle, ReviewBundle.template == name)) if kind == "template" else itself


def _has(table: Any, *conditions: Any) -> ColumnElement[bool]:
    return exists().where(col(table.review) == col(Review.id), *conditions)


def count_waiting(session: Session) -> int:
    """How many reviews wait for a decision, in all organisations of the database."""
    return session.exec(select(func.count()).select_from(Review).where(_is("in_review"))).one()
