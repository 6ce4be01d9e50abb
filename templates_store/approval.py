"""Who approved what goes out: the reviews behind some bundles, as the certificate of a run names them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlmodel import Session, col, select

from templates_store.tables import Decision, Person, PublishedBundle, Review


def approval_of(session: Session, organisation: str, bundles: Iterable[str]) -> dict[str, Any]:
    """By review: what was approved, by whom and when, and for which of the bundles."""
    wanted = set(bundles)
    rows = session.exec(
        select(PublishedBundle)
        .where(PublishedBundle.organisation == organisation, col(PublishedBundle.bundle).in_(sorted(wanted)))
        .order_by(col(PublishedBundle.decided), col(PublishedBundle.review))
    )
    reviews: dict[str, list[str]] = {}
    seen: set[str] = set()
    for row in rows:
        if row.bundle not in seen:  # what was approved first is what it has gone out under ever since
            seen.add(row.bundle)
            reviews.setdefault(row.review, []).append(row.bundle)
    return {"reviews": [_review(session, name, found) for name, found in sorted(reviews.items())]}


def _review(session: Session, name: str, bundles: list[str]) -> dict[str, Any]:
    row = session.get(Review, name)
    assert row is not None
    made = session.exec(
        select(Decision, Person.login)
        .join(Person, col(Person.id) == col(Decision.person))
        .where(Decision.review == name, Decision.kind == "approved")
        .order_by(col(Decision.id))
    )
    decisions = [{"step": it.step, "by": login, "at": it.at} for it, login in made]
    return {"review": name, "subject": row.subject, "bundles": sorted(bundles), "approved": decisions}
