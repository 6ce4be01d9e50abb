"""Commenting: threads about a review or a draft, pinned to words in it, which are found again when those are edited.

The log says who spoke where and keeps a hash of what they said; the words themselves are in no entry of it.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from secrets import token_hex

from approvals.comments import CommentEntry, EntryKind, Thread, refuse_entry, threads
from approvals.pin import Pin, Place
from approvals.refusal import NotAllowed
from ccm.store.access import refuse_reading, refuse_talking
from ccm.store.actor import Actor, renewed
from ccm.store.home import Home
from ccm.store.noticing import note_spoken_to
from ccm.store.spoken_of import Spot, found_again, pin_at, refuse_unknown
from ccm.store.turn import Turn, parsed
from content_blocks.problem import refuse
from templates_store.database import Session, col, select
from templates_store.tables import Comment


@dataclass(frozen=True)
class Pinned:
    """A thread with the newest `text` of what it is about, and the `place` in that; none for the whole, or if gone."""

    thread: Thread
    text: str | None = None
    place: Place | None = None

    @property
    def gone(self) -> bool:
        """Whether what it is about is no longer there."""
        return self.thread.pin is not None and self.place is None


def comment(
    home: Home, by: Actor, thing: str, words: str, spot: Spot | None = None, now: datetime | None = None
) -> str:
    """Say something about `thing` (`review/ID` or `KIND/NAME`), or about words in it; returns the id of the thread.

    Raises Refused for who may not, for what is not there, and for a comment without words or with too many.
    """
    with home.turn(now) as turn:
        refuse_talking(renewed(turn.session, home.organisation, by))
        refuse_unknown(turn.session, home.organisation, thing)
        pin = pin_at(turn.session, home.organisation, thing, spot) if spot else None
        name = _new_id()
        _add(turn, CommentEntry(name, thing, name, by.id, turn.at, "said", words, pin), None)
        return name


def reply(home: Home, by: Actor, thread: str, words: str, now: datetime | None = None) -> str:
    """Go on with a thread; returns the id of the reply.  Raises Refused if there is no such thread."""
    return _go_on(home, by, thread, "said", words, now)


def resolve(home: Home, by: Actor, thread: str, words: str = "", now: datetime | None = None) -> str:
    """Say that a thread is dealt with; raises Refused if somebody did already."""
    return _go_on(home, by, thread, "resolved", words, now)


def reopen(home: Home, by: Actor, thread: str, words: str = "", now: datetime | None = None) -> str:
    """Say that a thread is not dealt with after all; raises Refused if it is open."""
    return _go_on(home, by, thread, "reopened", words, now)


def threads_of(home: Home, by: Actor, thing: str) -> tuple[Pinned, ...]:
    """What was said about a review or a draft, each thread where its words are now, in the order they began.

    Raises Refused for whoever has no role in the organisation, and for a thing that is not there.
    """
    with home.reading() as session:
        refuse_reading(renewed(session, home.organisation, by))
        return threads_about(session, home.organisation, thing)


def threads_about(session: Session, organisation: str, thing: str) -> tuple[Pinned, ...]:
    """The same for whoever may read everything; raises Refused for a thing that is not there."""
    refuse_unknown(session, organisation, thing)
    found = threads(entries(session, organisation, [thing]))
    return tuple(_pinned(session, organisation, thread) for thread in found)


def entries(session: Session, organisation: str, things: list[str]) -> list[CommentEntry]:
    """Everything that was said about some things, in order."""
    found = select(Comment).where(Comment.organisation == organisation, col(Comment.thing).in_(things))
    return [entry_of(row) for row in session.exec(found.order_by(col(Comment.number)))]


def _pinned(session: Session, organisation: str, thread: Thread) -> Pinned:
    if thread.pin is None:
        return Pinned(thread)
    return Pinned(thread, *found_again(session, organisation, thread.pin))


def _go_on(home: Home, by: Actor, thread: str, kind: EntryKind, words: str, now: datetime | None) -> str:
    with home.turn(now) as turn:
        refuse_talking(renewed(turn.session, home.organisation, by))
        begun = _thread(turn.session, home.organisation, thread)
        name = _new_id()
        thing = begun.entries[0].thing if begun else ""
        _add(turn, CommentEntry(name, thing, thread, by.id, turn.at, kind, words), begun)
        return name


def _thread(session: Session, organisation: str, thread: str) -> Thread | None:
    if not thread.isprintable():
        return None
    found = select(Comment).where(Comment.organisation == organisation, Comment.thread == thread)
    rows = session.exec(found.order_by(col(Comment.number))).all()
    return next(iter(threads(entry_of(row) for row in rows)), None)


def _add(turn: Turn, entry: CommentEntry, thread: Thread | None) -> None:
    try:
        refuse_entry(entry, thread)
    except NotAllowed as fault:
        raise refuse("", fault.code, **fault.params) from None
    turn.session.add(
        Comment(
            id=entry.id,
            organisation=turn.organisation,
            thing=entry.thing,
            thread=entry.thread,
            kind=entry.kind,
            person=entry.person,
            at=turn.now,
            words=entry.words,
            pin=json.dumps(asdict(entry.pin), ensure_ascii=False) if entry.pin else "",
        )
    )
    turn.session.flush()
    note_spoken_to(turn, entry, thread)
    turn.log("commented", entry.person, **entry.record())


def entry_of(row: Comment) -> CommentEntry:
    """An entry as the rules see it."""
    return CommentEntry(
        row.id,
        row.thing,
        row.thread,
        row.person,
        parsed(row.at),
        row.kind,  # type: ignore[arg-type]
        row.words,
        Pin(**json.loads(row.pin)) if row.pin else None,
    )


def _new_id() -> str:
    return f"c-{token_hex(5)}"
