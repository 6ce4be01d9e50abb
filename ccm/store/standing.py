"""Where approval and calendar have put every item of a kind, found out for all of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from ccm.store.archiving import AWAY
from ccm.store.listing import State
from templates_store.choose import Kind, Listed, choose
from templates_store.database import Session, col, func, select
from templates_store.shelf import day_of
from templates_store.tables import Archiving, Decision, Postponement, Publication, Retirement, ReviewItem


@dataclass(frozen=True, slots=True)
class Approved:
    """The approved versions of an item on a day: the one in force with its last day if it ends without another after
    it, and the next one to begin."""

    versions: Mapping[str, Listed]
    in_force: str = ""
    ends: date | None = None
    coming: str = ""
    begins: date | None = None

    def state(self, version: str, today: date) -> State | None:
        """Where a version is; none for one that was not approved."""
        listed = self.versions.get(version)
        if listed is None:
            return None
        if listed.retired is not None:
            return "retired"
        if listed.start and listed.start > today:
            return "approved"
        return "in force" if version == self.in_force else "superseded"


NOTHING = Approved({})


def approved(session: Session, organisation: str, kind: Kind, today: date) -> dict[str, Approved]:
    """What of each item was approved, by name."""
    days = select(Publication.name, Publication.version, Publication.start, Publication.until)
    found: Any = days.add_columns(col(Publication.decided), col(Publication.revision), col(Publication.id))
    mine = found.where(col(Publication.organisation) == organisation, col(Publication.kind) == kind)
    begins, ends = _postponed(session, organisation), _retired(session, organisation)
    by_name: dict[str, list[Listed]] = defaultdict(list)
    for name, version, start, until, decided, revision, number in session.exec(mine):
        since, to = day_of(begins.get(number, start)), day_of(until)
        decision = (datetime.fromisoformat(decided), ends.get(number))
        by_name[name].append(Listed(kind, name, version, since, to, *decision, str(revision)))
    return {name: _approved(versions, today) for name, versions in by_name.items()}


def in_review(session: Session, organisation: str) -> frozenset[int]:
    """The revisions that an open review is about."""
    over = select(Decision.review).where(Decision.kind != "approved")
    found = select(ReviewItem.revision).where(
        ReviewItem.organisation == organisation,
        col(ReviewItem.review).not_in(over),
        col(ReviewItem.review).not_in(select(Publication.review)),
    )
    return frozenset(session.exec(found).all())


def archived(session: Session, organisation: str, kind: Kind) -> dict[str, int]:
    """What is in the archive, by name, with the revision it was when it was put there."""
    mine = (Archiving.organisation == organisation, Archiving.kind == kind)
    last = select(func.max(Archiving.id)).where(*mine).group_by(col(Archiving.name))
    found = select(Archiving.name, Archiving.revision).where(col(Archiving.id).in_(last), Archiving.step == AWAY)
    return dict(session.exec(found).all())


def _postponed(session: Session, organisation: str) -> dict[int, str]:
    found = select(Postponement.publication, Postponement.start).where(Postponement.organisation == organisation)
    return dict(session.exec(found.order_by(col(Postponement.id))).all())


def _retired(session: Session, organisation: str) -> dict[int, datetime]:
    found = select(Retirement.publication, Retirement.at).where(Retirement.organisation == organisation)
    return {number: datetime.fromisoformat(at) for number, at in session.exec(found)}


def _approved(versions: list[Listed], today: date) -> Approved:
    now = choose(versions, today)
    coming = min(
        (it for it in versions if it.retired is None and it.start and it.start > today),
        key=lambda it: (it.start or today, it.order),
        default=None,
    )
    ends = now.until if now and now.until and choose(versions, now.until + timedelta(days=1)) is None else None
    return Approved(
        {it.version: it for it in versions},
        now.version if now else "",
        ends,
        coming.version if coming else "",
        coming.start if coming else None,
    )
