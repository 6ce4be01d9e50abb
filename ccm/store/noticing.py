"""Noticing: who is spoken to by a comment, and what of that they have not seen yet.

Whoever is mentioned with `@login` is told, and whoever spoke in a thread before; of a new thread also whose work it is
about, who submitted the review or saved the draft last.  Nobody is told of what is none of their business.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Literal

from approvals.comments import CommentEntry, Thread
from ccm.store.access import refuse_reading, sees
from ccm.store.actor import Actor, actor_of, renewed
from ccm.store.home import Home
from ccm.store.review_pages import sees_review
from ccm.store.reviews import filed
from ccm.store.saving import newest
from ccm.store.spoken_of import REVIEW
from ccm.store.turn import Turn, parsed
from templates_store.database import Session, col, func, select
from templates_store.shelf import kind_of
from templates_store.tables import Comment, Notice, NoticeSeen, Person

MENTION = re.compile(r"(?:^|[\s(])@([a-z][a-z0-9._-]*[a-z0-9])")
"""How somebody is spoken to: by their login."""
Why = Literal["mentioned", "answered", "yours"]
PAGE = 50


@dataclass(frozen=True)
class Noticed:
    """A comment that speaks to somebody; `thing` is what it is about, `seen` whether they have seen it."""

    id: int
    why: Why
    thing: str
    thread: str
    comment: str
    person: str
    name: str
    at: datetime
    words: str
    seen: bool


def note_spoken_to(turn: Turn, entry: CommentEntry, thread: Thread | None) -> None:
    """Note whom an entry speaks to, in the turn in which it is said; who answers has seen what they answer."""
    note_seen(turn, entry.person, Comment.thread == entry.thread)
    logins = set(MENTION.findall(entry.words))
    before = {it.person for it in thread.entries} if thread else set[str]()
    whose = set[str]() if thread else _whose(turn, entry.thing)
    found = select(Person).where(Person.organisation == turn.organisation, Person.disabled == "")
    wanted = found.where(col(Person.login).in_(logins) | col(Person.id).in_(before | whose))
    for person in turn.session.exec(wanted.order_by(Person.login)):
        why: Why = "mentioned" if person.login in logins else "answered" if person.id in before else "yours"
        who = actor_of(turn.session, person)
        if person.id != entry.person and _concerns(turn.session, turn.organisation, who, entry.thing):
            turn.session.add(
                Notice(organisation=turn.organisation, person=person.id, comment=entry.id, why=why, at=turn.now)
            )


def _whose(turn: Turn, thing: str) -> set[str]:
    """Whose work something is: of a review who submitted it, of a draft who saved it last."""
    kind, _, name = thing.partition("/")
    if kind == REVIEW:
        return {filed(turn.session, turn.organisation, name).row.submitted_by}
    last = newest(turn.session, turn.organisation, kind_of(kind), name)
    return {last.saved_by} if last else set()


def notices(
    home: Home, by: Actor, *, unseen: bool = False, before: int | None = None, limit: int = PAGE
) -> list[Noticed]:
    """What was said to somebody, the newest first, before an id; with `unseen` only what they have not seen."""
    with home.reading() as session:
        now_by = renewed(session, home.organisation, by)
        refuse_reading(now_by)
        rows = _newest(session, home.organisation, now_by.id, limit, before, unseen=unseen)
        mine = (row for row in rows if _concerns(session, home.organisation, now_by, row[1].thing))
        return [_noticed(*row) for row in islice(mine, limit)]


def _newest(
    session: Session, organisation: str, person: str, limit: int, before: int | None, *, unseen: bool
) -> Iterator[Any]:
    """Notices of somebody, the newest first; as many again are read where some are none of their business any more."""
    found = _of(organisation, person, unseen=unseen).order_by(col(Notice.id).desc()).limit(limit)
    while True:
        rows = session.exec(found if before is None else found.where(col(Notice.id) < before)).all()
        yield from rows
        if len(rows) < limit:
            return
        before = rows[-1][0].id


def count_unseen(home: Home, by: Actor) -> int:
    """How many notices somebody has not seen, of what is still their business."""
    with home.reading() as session:
        each = _of(home.organisation, by.id, unseen=True).with_only_columns(Comment.thing, func.count())
        of_things = session.exec(each.group_by(col(Comment.thing)))
        return sum(count for thing, count in of_things if _concerns(session, home.organisation, by, thing))


def mark_seen(home: Home, by: Actor, those: Collection[int] = (), thing: str = "", now: datetime | None = None) -> int:
    """Note that somebody has seen some notices, those about a `thing`, or all; returns how many were new to them."""
    with home.turn(now) as turn:
        refuse_reading(renewed(turn.session, home.organisation, by))
        wanted = [col(Notice.id).in_(those)] if those else []
        return note_seen(turn, by.id, *wanted, *([Comment.thing == thing] if thing else []))


def note_seen(turn: Turn, person: str, *wanted: Any) -> int:
    """The same within a turn, for notices of comments that meet some conditions."""
    found = _of(turn.organisation, person, unseen=True).where(*wanted)
    rows = [row[0] for row in turn.session.exec(found)]
    turn.session.add_all(NoticeSeen(notice=it.id, organisation=turn.organisation, at=turn.now) for it in rows)
    return len(rows)


def _of(organisation: str, person: str, *, unseen: bool):  # type: ignore[no-untyped-def]  # a query
    """Notices of somebody with what was said, by whom, and when they saw it."""
    found = (
        select(Notice, Comment, Person, NoticeSeen.at)
        .join(Comment, col(Comment.id) == col(Notice.comment))
        .join(Person, col(Person.id) == col(Comment.person))
        .outerjoin(NoticeSeen, col(NoticeSeen.notice) == col(Notice.id))
        .where(Notice.organisation == organisation, Notice.person == person)
    )
    return found.where(col(NoticeSeen.notice).is_(None)) if unseen else found


def _noticed(notice: Notice, said: Comment, person: Person, seen: str | None) -> Noticed:
    why: Why = notice.why  # type: ignore[assignment]
    return Noticed(
        notice.id or 0,
        why,
        said.thing,
        said.thread,
        said.id,
        person.login,
        person.name,
        parsed(said.at),
        said.words,
        seen is not None,
    )


def _concerns(session: Session, organisation: str, who: Actor, thing: str) -> bool:
    """Whether a review or draft is any business of somebody."""
    kind, _, name = thing.partition("/")
    if kind == REVIEW:
        return bool(who.given) and sees_review(who, filed(session, organisation, name))
    return sees(who, kind, name)
