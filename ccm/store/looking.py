"""Looking: what of a review somebody has seen, and what is new since, also when the same was submitted again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from approvals.comments import CommentEntry
from approvals.decision import Decision as DecisionFacts
from approvals.opinion import Opinion as OpinionFacts
from ccm.store.access import refuse_reading
from ccm.store.actor import Actor, renewed
from ccm.store.commenting import entries
from ccm.store.home import Home
from ccm.store.noticing import note_seen
from ccm.store.opinions import opinions_about
from ccm.store.redlining import before_of, compared
from ccm.store.reviews import Filed, filed, read_back
from ccm.store.turn import parsed
from content_blocks.redline import Redline
from templates_store import loading
from templates_store.database import Session, col, select
from templates_store.tables import Comment, Look, Review, ReviewItem, Revision

Against = Literal["seen", "approved", "nothing"]


@dataclass(frozen=True)
class ItemSince:
    """A version that is proposed now, compared with the one that was `seen` last, or else with the `approved` one.

    `redline` is none where there is nothing to compare with, and for what has no words.
    """

    kind: str
    name: str
    version: str
    against: Against
    redline: Redline | None

    @property
    def same(self) -> bool:
        """Whether it is what was seen, to the word."""
        return self.redline is not None and not self.redline.entries


@dataclass(frozen=True)
class Since:
    """What is new for somebody in a review since they looked `at` it, or at one before it that asked for the same."""

    at: datetime | None
    items: tuple[ItemSince, ...]
    comments: tuple[CommentEntry, ...]
    decisions: tuple[DecisionFacts, ...]
    opinions: tuple[OpinionFacts, ...]


def looked(home: Home, by: Actor, review: str, now: datetime | None = None) -> None:
    """Note that somebody has seen a review as it stands.

    Nothing is written if they had seen all of it before.  Raises Refused if there is no such review.
    """
    since = since_last_look(home, by, review)
    with home.turn(now) as turn:
        refuse_reading(renewed(turn.session, home.organisation, by))
        found = filed(turn.session, home.organisation, review)
        note_seen(turn, by.id, Comment.thing == f"review/{review}")
        last = _last_look(turn.session, by.id, [review])
        if last and not (since.comments or since.decisions or since.opinions):
            return
        turn.session.add(
            Look(organisation=home.organisation, person=by.id, review=review, subject=found.row.subject, at=turn.now)
        )
        turn.log("looked", by.id, review=review, subject=found.row.subject)


def since_last_look(home: Home, by: Actor, review: str) -> Since:
    """What changed for somebody since they looked last: versions, comments, decisions and opinions of others.

    Raises Refused for whoever has no role in the organisation, and if there is no such review.
    """
    with home.reading() as session:
        refuse_reading(renewed(session, home.organisation, by))
        found = filed(session, home.organisation, review)
        reviews = [*_earlier(session, found), found]
        names = [it.row.id for it in reviews]
        last = _last_look(session, by.id, names)
        at = parsed(last.at) if last else None
        things = [*(f"review/{name}" for name in names), *(f"{it.kind}/{it.name}" for it in found.items)]
        said = (it for it in entries(session, home.organisation, things) if it.person != by.id)
        made = (it for one in reviews for it in one.decisions if it.person != by.id)
        thought = opinions_about(session, names)
        return Since(
            at,
            tuple(_item(session, it, by.id) for it in found.items),
            tuple(it for it in said if at is None or it.at > at),
            tuple(it for it in made if at is None or it.at > at),
            tuple(it for it in thought if at is None or it.at > at),
        )


def _item(session: Session, item: ReviewItem, person: str) -> ItemSince:
    seen = _seen(session, item, person)
    before = seen or before_of(session, item)
    against: Against = "nothing" if before is None else "seen" if seen else "approved"
    redline = compared(before, loading.revision(session, item.revision)) if before else None
    return ItemSince(item.kind, item.name, item.version, against, redline)


def _seen(session: Session, item: ReviewItem, person: str) -> Revision | None:
    """The revision of an item that somebody has looked at last, in whichever review."""
    found = (
        select(ReviewItem.revision)
        .join(Look, col(Look.review) == col(ReviewItem.review))
        .where(
            ReviewItem.organisation == item.organisation,
            ReviewItem.kind == item.kind,
            ReviewItem.name == item.name,
            Look.person == person,
        )
    )
    last = session.exec(found.order_by(col(Look.id).desc(), col(ReviewItem.revision).desc()).limit(1)).first()
    return loading.revision(session, last) if last else None


def _earlier(session: Session, review: Filed) -> list[Filed]:
    """The reviews before it about any of the same items, the first one first, since one of those was approved."""
    mine = {(it.kind, it.name) for it in review.items}
    found = (
        select(Review, ReviewItem)
        .join(ReviewItem, col(ReviewItem.review) == col(Review.id))
        .where(Review.organisation == review.row.organisation, Review.submitted_at < review.row.submitted_at)
        .where(col(ReviewItem.name).in_([name for _, name in mine]))
        .order_by(col(Review.submitted_at), col(Review.id))
    )
    rows = {row.id: row for row, item in session.exec(found) if (item.kind, item.name) in mine}
    reviews = [read_back(session, row) for row in rows.values()]
    done = max((number for number, it in enumerate(reviews, 1) if it.state == "approved"), default=0)
    return reviews[done:]


def _last_look(session: Session, person: str, reviews: list[str]) -> Look | None:
    found = select(Look).where(Look.person == person, col(Look.review).in_(reviews))
    return session.exec(found.order_by(col(Look.id).desc()).limit(1)).first()
