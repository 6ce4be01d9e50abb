"""Glasses that were broken: which are open at an instant, and thus what may go out under them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from approvals.break_glass import BreakGlass, open_at
from approvals.record import instant
from approvals.review import state
from ccm.store.reviews import read_back
from ccm.store.turn import parsed
from content_blocks.problem import Problem, Refused
from templates_store.database import Session, col, select
from templates_store.tables import Glass, Publication, Retirement, Review, ReviewBundle


def glass_of(row: Glass) -> BreakGlass:
    """A glass as the rules see it."""
    opened, until = parsed(row.opened_at), parsed(row.until)
    return BreakGlass(row.id, row.review, row.bundle, row.opened_by, opened, until, row.reason)


def all_glasses(session: Session, organisation: str, template: str = "") -> list[BreakGlass]:
    """All that were ever broken, or those over bundles of one template, the newest first."""
    found = select(Glass).where(Glass.organisation == organisation)
    if template:
        over = (col(ReviewBundle.review) == Glass.review) & (col(ReviewBundle.bundle) == Glass.bundle)
        found = found.join(ReviewBundle, over).where(ReviewBundle.template == template)
    return [glass_of(row) for row in session.exec(found.order_by(col(Glass.opened_at).desc(), col(Glass.id)))]


def open_glasses(session: Session, organisation: str, at: datetime, template: str = "") -> frozenset[str]:
    """The bundles that go out under a glass at an instant, as their reviews were decided by then."""
    return frozenset(it.bundle for it in all_glasses(session, organisation, template) if is_open(session, it, at))


def is_open(session: Session, glass: BreakGlass, at: datetime) -> bool:
    """Whether a glass is open at an instant: by its rule, and as long as nothing under it was taken back."""
    row = session.get(Review, glass.review)
    assert row is not None
    found = read_back(session, row)
    by_then = [decision for decision in found.decisions if decision.at <= at]
    return open_at(glass, state(found.facts, by_then), at) and not _taken_back(session, glass, at)


def _taken_back(session: Session, glass: BreakGlass, at: datetime) -> bool:
    """Whether anything it is made of was approved and is retired by now: what a publisher took back does not go out."""
    made_of = session.get(ReviewBundle, (glass.review, glass.bundle))
    assert made_of is not None
    retired = select(Publication.hash).join(Retirement, col(Retirement.publication) == col(Publication.id))
    mine = retired.where(
        Publication.organisation == made_of.organisation,
        col(Publication.hash).in_(list(json.loads(made_of.hashes).values())),
        col(Retirement.at) <= instant(at),
    )
    return session.exec(mine.limit(1)).first() is not None


def refuse_closed(session: Session, organisation: str, bundles: Iterable[str], at: datetime) -> None:
    """Raises Refused for bundles of which no glass is open at an instant: nothing begins under them any more."""
    if closed := sorted(set(bundles) - open_glasses(session, organisation, at)):
        raise Refused(Problem("", "glass-closed", {"bundle": bundle[:12]}) for bundle in closed)
