"""Reviews by pages, those that somebody may see, or that wait for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice

from approvals.refusal import NotAllowed
from approvals.review import State
from ccm.store.access import sees
from ccm.store.actor import Actor
from ccm.store.reviews import Filed, read_back
from ccm.store.voting import answer
from content_blocks.problem import refuse
from templates_store.database import Session
from templates_store.filed_reviews import Place, some_reviews


def sees_review(by: Actor, found: Filed) -> bool:
    """Whether all that a review is about is somebody's business; of what they submitted themselves it is."""
    about = found.area
    return found.row.submitted_by == by.id or all(sees(by, *it) for it in about)


def seen_review(by: Actor, found: Filed) -> Filed:
    """The review itself; raises Refused for one that is none of somebody's business as if there were none."""
    if not sees_review(by, found):
        raise refuse("", "review-unknown", review=found.row.id)
    return found


def page(
    session: Session,
    organisation: str,
    by: Actor,
    limit: int,
    after: Place | None = None,
    state: State | None = None,
    item: tuple[str, str] | None = None,
    *,
    waiting: bool = False,
) -> list[Filed]:
    """At most `limit` reviews that somebody may see, the newest first; with `waiting` those they may approve now."""
    wanted: State | None = "in_review" if waiting and state is None else state
    found = _seen(session, organisation, by, limit, after, wanted, item)
    return list(islice((it for it in found if not waiting or may_approve(session, it, by)), limit))


def may_approve(session: Session, review: Filed, who: Actor) -> bool:
    """Whether somebody may approve the open step; asked of the very rule that decides, rights that were lent too."""
    try:
        answer(session, review, who, "approved", review.facts.subject, datetime.now(UTC))
    except NotAllowed:
        return False
    return True


def _seen(
    session: Session,
    organisation: str,
    by: Actor,
    limit: int,
    after: Place | None,
    state: State | None,
    item: tuple[str, str] | None,
) -> Iterator[Filed]:
    """The database is asked for as many as fit on a page, and again for as many where some are not to be seen."""
    while True:
        rows = some_reviews(session, organisation, limit, after, state, item)
        yield from (it for it in (read_back(session, row) for row in rows) if sees_review(by, it))
        if len(rows) < limit:
            return
        after = (rows[-1].submitted_at, rows[-1].id)
