"""The archive: an item nobody needs any more goes out of force with all its versions, and can be brought back.

Nothing is deleted: what was sent can be explained for ever.  What comes back is a draft, and goes the way of every
change before it is sent again.
"""

from __future__ import annotations

import json
from datetime import datetime

from ccm.store.access import changes_allowed
from ccm.store.actor import Actor, renewed
from ccm.store.home import Home
from ccm.store.refusals import refuse_unkeepable_words
from ccm.store.retiring import retire_published
from ccm.store.saving import Delivered, Saved, keep, newest
from ccm.store.submitting import already_in_review, drafts
from ccm.store.turn import Turn
from content_blocks.problem import Refused, refuse
from content_blocks.yaml_source import write_yaml
from templates_store.choose import Kind
from templates_store.database import Session, col, select
from templates_store.tables import Archiving, Publication, Retirement, Revision

AWAY, BACK = "away", "back"


def archive(home: Home, by: Actor, kind: Kind, name: str, reason: str, now: datetime | None = None) -> int:
    """Put an item into the archive; returns how many approved versions went out of force with it.

    What was approved is retired, by a publisher; what never was takes nobody but its author.  Raises Refused for whom
    it is not for, while a review of it is open, and for what is archived already.
    """
    with home.turn(now) as turn:
        by = renewed(turn.session, home.organisation, by)
        last = _last(turn.session, home.organisation, kind, name)
        if is_archived(turn.session, last):
            raise refuse(f"{kind} {name}", "archived-already")
        _refuse_in_review(turn.session, home.organisation, kind, name)
        published = _in_use(turn.session, home.organisation, kind, name)
        if not published:
            changes_allowed(by, kind, name)
        _refuse_without(reason)
        for publication in published:
            retire_published(turn, by, publication, reason)
        _note(turn, by, last, AWAY, reason)
        return len(published)


def bring_back(home: Home, by: Actor, kind: Kind, name: str, now: datetime | None = None) -> Saved | None:
    """Take an item out of the archive; what had been approved comes back as a draft under the next number, if so.

    Raises Refused for whom it is not to write, and for what is not archived.
    """
    with home.turn(now) as turn:
        by = renewed(turn.session, home.organisation, by)
        last = _last(turn.session, home.organisation, kind, name)
        if not is_archived(turn.session, last):
            raise refuse(f"{kind} {name}", "not-archived")
        changes_allowed(by, kind, name)
        _note(turn, by, last, BACK)
        return keep(turn, by, _anew(last), "save") if _was_published(turn.session, last) else None


def is_archived(session: Session, last: Revision) -> bool:
    """Whether an item is in the archive, of which something was saved last; whoever saves takes it out."""
    found = select(Archiving).where(
        Archiving.organisation == last.organisation, Archiving.kind == last.kind, Archiving.name == last.name
    )
    step = session.exec(found.order_by(col(Archiving.id).desc()).limit(1)).first()
    return step is not None and step.step == AWAY and step.revision == last.id


def _last(session: Session, organisation: str, kind: Kind, name: str) -> Revision:
    last = newest(session, organisation, kind, name)
    if last is None:
        raise refuse("", "item-not-known", kind=kind, name=name)
    return last


def _in_use(session: Session, organisation: str, kind: Kind, name: str) -> list[Publication]:
    """The approved versions that nobody has retired."""
    found = select(Publication).where(
        Publication.organisation == organisation, Publication.kind == kind, Publication.name == name
    )
    return [it for it in session.exec(found.order_by(col(Publication.id))) if session.get(Retirement, it.id) is None]


def _refuse_in_review(session: Session, organisation: str, kind: Kind, name: str) -> None:
    if problems := already_in_review(session, drafts(session, organisation, (kind, name))):
        raise Refused(problems)


def _refuse_without(reason: str) -> None:
    if not reason.strip():
        raise refuse("", "reason-missing")
    refuse_unkeepable_words(reason)


def _note(turn: Turn, by: Actor, last: Revision, step: str, reason: str = "") -> None:
    turn.session.add(
        Archiving(
            organisation=turn.organisation,
            kind=last.kind,
            name=last.name,
            revision=last.id or 0,
            step=step,
            person=by.id,
            at=turn.now,
            reason=reason,
        )
    )
    said = {"reason": reason} if reason else {}
    turn.log("archived" if step == AWAY else "brought-back", by.id, kind=last.kind, name=last.name, **said)


def _was_published(session: Session, last: Revision) -> bool:
    found = select(Publication.id).where(Publication.revision == last.id)
    return session.exec(found.limit(1)).first() is not None


def _anew(last: Revision) -> Delivered:
    """What was saved last under the next number, from its approval on: the days that it named are over."""
    major, minor = last.version.split(".")
    content = {**json.loads(last.content), "version": f"{major}.{int(minor) + 1}"}
    if last.kind == "template":
        content.pop("effective", None)
    return Delivered(last.kind, last.name, write_yaml(content).encode())  # type: ignore[arg-type]
