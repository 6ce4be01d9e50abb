"""Items and their versions as lists show them: what was saved, and where approval and calendar put it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from ccm.store.home import Home
from templates_store.choose import Kind, Listed, choose
from templates_store.database import Session, col, func, select
from templates_store.shelf import Published, kind_of
from templates_store.tables import Decision, Publication, ReviewItem, Revision

State = Literal["draft", "in review", "approved", "in force", "superseded", "retired"]


@dataclass(frozen=True)
class Version:
    """A version of an item: its newest revision, and its state as computed for a day."""

    kind: Kind
    name: str
    version: str
    hash: str
    state: State
    saved_at: str
    start: date | None
    until: date | None


def latest_items(home: Home, kind: Kind, after: str, limit: int, search: str = "") -> list[Version]:
    """The newest version of each item of a kind, by name, after a name."""
    newest = (
        select(func.max(Revision.id))
        .where(Revision.organisation == home.organisation, Revision.kind == kind, col(Revision.name) > after)
        .group_by(col(Revision.name))
    )
    found = select(Revision).where(col(Revision.id).in_(newest)).order_by(col(Revision.name))
    if search:
        found = found.where(col(Revision.name).contains(search, autoescape=True))
    with home.reading() as session:
        return [_version(session, it, datetime.now(UTC).date()) for it in session.exec(found.limit(limit))]


def versions_of(home: Home, kind: Kind, name: str) -> list[Version]:
    """Every version of an item, the newest first."""
    newest = (
        select(func.max(Revision.id))
        .where(Revision.organisation == home.organisation, Revision.kind == kind, Revision.name == name)
        .group_by(col(Revision.version))
    )
    found = select(Revision).where(col(Revision.id).in_(newest)).order_by(col(Revision.id).desc())
    with home.reading() as session:
        return [_version(session, it, datetime.now(UTC).date()) for it in session.exec(found)]


def _version(session: Session, found: Revision, today: date) -> Version:
    kind = kind_of(found.kind)
    versions = Published(session, found.organisation).versions(kind, found.name)
    listed = next((it for it in versions if it.version == found.version), None)
    state = _approved(listed, versions, today) if listed else _unapproved(session, found)
    return Version(
        kind,
        found.name,
        found.version,
        found.hash,
        state,
        found.saved_at,
        listed.start if listed else None,
        listed.until if listed else None,
    )


def _approved(listed: Listed, versions: Iterable[Listed], today: date) -> State:
    if listed.retired is not None:
        return "retired"
    if listed.start and listed.start > today:
        return "approved"
    return "in force" if choose(versions, today) == listed else "superseded"


def _unapproved(session: Session, found: Revision) -> State:
    ended = select(Decision.review).where(Decision.kind != "approved")
    waiting = select(ReviewItem.review).where(
        ReviewItem.revision == found.id,
        col(ReviewItem.review).not_in(ended),
        col(ReviewItem.review).not_in(select(Publication.review)),
    )
    return "in review" if session.exec(waiting.limit(1)).first() else "draft"
