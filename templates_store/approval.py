"""Who approved what goes out, or let it out before: reviews and glasses, as the certificate of a run names them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from templates_store.tables import Decision, Glass, Person, PublishedBundle, Review


def approval_of(
    session: Session, organisation: str, bundles: Iterable[str], known_at: datetime | None = None
) -> dict[str, Any]:
    """By review: what was approved as far as was known, by whom and when, and for which of the bundles."""
    wanted = set(bundles)
    rows = session.exec(
        select(PublishedBundle)
        .where(PublishedBundle.organisation == organisation, col(PublishedBundle.bundle).in_(sorted(wanted)))
        .order_by(col(PublishedBundle.decided), col(PublishedBundle.review))
    )
    reviews: dict[str, list[str]] = {}
    seen: set[str] = set()
    for row in rows:
        if known_at and datetime.fromisoformat(row.decided) > known_at:
            continue
        if row.bundle not in seen:  # what was approved first is what it has gone out under ever since
            seen.add(row.bundle)
            reviews.setdefault(row.review, []).append(row.bundle)
    return {"reviews": [_review(session, name, found) for name, found in sorted(reviews.items())]}


def opened_by(session: Session, glasses: Iterable[Glass]) -> list[dict[str, Any]]:
    """Who broke which glass, until when and why, and the review that was opened by it."""
    found = []
    for it in sorted(glasses, key=lambda it: (it.opened_at, it.id)):
        person = session.get(Person, it.opened_by)
        assert person is not None
        told = {"opened_by": person.login, "opened_at": it.opened_at, "until": it.until, "reason": it.reason}
        found.append({"review": it.review, "bundle": it.bundle, **told})
    return found


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
