"""Change sets: what one review asks for as a whole, from which day it holds, and where the calendar has put it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ccm.store.reviews import Filed, bundles_of
from templates_store.choose import Listed, choose
from templates_store.database import Session, col, select
from templates_store.shelf import Published, listed
from templates_store.tables import Publication, ReviewBundle

State = Literal["in review", "rejected", "withdrawn", "planned", "in force", "superseded", "taken back"]


@dataclass(frozen=True)
class Member:
    """A version in a change set; its days are those it holds for, as far as they are known."""

    kind: str
    name: str
    version: str
    hash: str
    start: date | None
    until: date | None
    retired: bool
    in_force: bool


@dataclass(frozen=True)
class ChangeSet:
    """The versions that go live together, and the bundles that come of them: those of their followers, too.

    `start` is the last day on which any of it begins; none where all of it began with its approval, or was not
    approved.
    """

    review: Filed
    state: State
    start: date | None
    members: tuple[Member, ...]
    bundles: tuple[ReviewBundle, ...]


def change_set(session: Session, review: Filed, today: date) -> ChangeSet:
    """A review as the set of changes that it is, on a day."""
    found = select(Publication).where(Publication.review == review.row.id).order_by(col(Publication.id))
    published = [(it, listed(session, it)) for it in session.exec(found)]
    shelf = Published(session, review.row.organisation)
    members = tuple(_published(it, entry, shelf, today) for it, entry in published) or _proposed(review)
    bundles = tuple(bundles_of(session, review.row.id))
    starts = [it.start for it in members if it.start]
    return ChangeSet(review, _state(review, members, bundles, today), max(starts, default=None), members, bundles)


def _published(row: Publication, entry: Listed, shelf: Published, today: date) -> Member:
    retired = entry.retired is not None
    in_force = choose(shelf.versions(entry.kind, entry.name), today) == entry
    return Member(row.kind, row.name, row.version, row.hash, entry.start, entry.until, retired, in_force)


def _proposed(review: Filed) -> tuple[Member, ...]:
    start = date.fromisoformat(review.row.start) if review.row.start else None
    return tuple(Member(it.kind, it.name, it.version, it.hash, start, None, False, False) for it in review.items)


def _state(review: Filed, members: tuple[Member, ...], bundles: tuple[ReviewBundle, ...], today: date) -> State:
    """Of what is approved: planned until all of it has begun, and superseded once none of it is in force any more."""
    match review.state:
        case "in_review":
            return "in review"
        case "rejected" | "withdrawn" as ended:
            return ended
    left = [it for it in members if not it.retired]
    if members and not left:
        return "taken back"
    begins = [it.start for it in left if it.start] or [date.fromisoformat(it.day) for it in bundles if not members]
    if max(begins, default=today) > today:
        return "planned"
    return "in force" if not members or any(it.in_force for it in left) else "superseded"
