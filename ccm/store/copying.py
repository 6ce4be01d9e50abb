"""Copying: a new item from one that is there, with all that is locked in it.

A copy is made of what was approved last, and as long as nobody has approved the copy itself, its locks are measured
against what it began as.  So a copy is never a way around a lock: what is locked stays locked, or is a use of a content
block, which a copy only names.  What was saved of the original but not approved can be copied as well; it then counts
as a change of the copy, made by whoever copies.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from ccm.store.access import changes_allowed, refuse_unseen, sees
from ccm.store.actor import Actor, renewed
from ccm.store.home import Home
from ccm.store.key_makers import makers_behind
from ccm.store.password_setters import setters_behind
from ccm.store.saving import Delivered, Saved, approved_before, begun_as, binding_before, keep, newest
from ccm.store.turn import Turn
from content_blocks.problem import Problem, Refused, refuse
from content_blocks.tongues import narrowed
from content_blocks.yaml_source import write_yaml
from templates_store import loading
from templates_store.database import Session, col, func, select
from templates_store.tables import Copied, Publication, Revision

Written = Literal["template", "block"]
"""The kinds that people write letters with."""
FIRST = "1.0"
ORIGIN = "copy"
"""The origin of a revision that a copy began as."""


@dataclass(frozen=True)
class Copy:
    """What a copy is to be called, in which of the original's languages it is to be, and of what it is made.

    Without `title` it has that of the original, without `languages` all of them.  With `drafted` it is made of what was
    saved last, otherwise of what was approved last, if there is any.
    """

    name: str
    title: str = ""
    languages: tuple[str, ...] = ()
    drafted: bool = False


def copy_item(home: Home, by: Actor, kind: Written, name: str, wanted: Copy, now: datetime | None = None) -> Saved:
    """Begin a new item as a copy of another, as a draft.

    Raises Refused where there is no such item or it is none of somebody's business, where the new name is taken, for
    languages that it is not in, and for what is not theirs to make, as any save does.
    """
    with home.turn(now) as turn:
        by = renewed(turn.session, home.organisation, by)
        refuse_unseen(by, kind, name)
        changes_allowed(by, kind, wanted.name)
        _refuse_taken(turn.session, home.organisation, kind, wanted.name)
        drafted = newest(turn.session, home.organisation, kind, name)
        if drafted is None:
            raise refuse("", "item-not-known", kind=kind, name=name)
        base = binding_before(turn.session, home.organisation, kind, name) or drafted
        made_of = drafted if wanted.drafted else approved_before(turn.session, home.organisation, kind, name) or drafted
        saved = keep(turn, by, _delivered(kind, base, wanted), ORIGIN)
        turn.session.add(
            Copied(
                organisation=home.organisation,
                kind=kind,
                name=wanted.name,
                revision=saved.revision,
                origin=made_of.id or 0,
            )
        )
        turn.session.flush()
        turn.log("copied", by.id, kind=kind, name=name, version=made_of.version, to=wanted.name)
        if made_of.hash != base.hash:
            saved = keep(turn, by, _delivered(kind, made_of, wanted), "save")
        if kind == "template":
            _copy_personas(turn, by, name, wanted.name)
        return saved


def copied_from(home: Home, by: Actor, kind: Written, name: str) -> str:
    """The name of what an item began as a copy of; empty for what is no copy, or of what is none of one's business."""
    with home.reading() as session:
        copied = begun_as(session, home.organisation, kind, name)
        origin = loading.revision(session, copied.origin).name if copied else ""
    return origin if origin and sees(by, kind, origin) else ""


def authors_before(session: Session, organisation: str, copied: Copied) -> set[str]:
    """Everybody who wrote what a copy was made of, since it was approved: a copy makes nobody else its author.

    What was copied may have been a copy itself that nobody has approved yet, and so on.
    """
    found: set[str] = set()
    before: Copied | None = copied
    while before:
        wrote, before = _wrote(session, organisation, before)
        found |= wrote
    return found


def _wrote(session: Session, organisation: str, copied: Copied) -> tuple[set[str], Copied | None]:
    """Who wrote what was copied, and how that began, unless it was approved by then."""
    origin = loading.revision(session, copied.origin)
    approved = select(func.max(Publication.revision)).where(
        Publication.organisation == organisation,
        Publication.kind == origin.kind,
        Publication.name == origin.name,
        Publication.revision <= copied.origin,
    )
    since = session.exec(approved).one() or 0
    saved = select(Revision.saved_by).where(
        Revision.organisation == organisation,
        Revision.kind == origin.kind,
        Revision.name == origin.name,
        col(Revision.id) > since,
        col(Revision.id) <= copied.origin,
    )
    called = (origin.kind, origin.name)
    behind = makers_behind(session, organisation, called, since) | setters_behind(session, organisation, called, since)
    before = None if since else begun_as(session, organisation, origin.kind, origin.name)
    return set(session.exec(saved).all()) | behind, before


def renamed(kind: Written, content: Mapping[str, Any], wanted: Copy) -> dict[str, Any]:
    """What a copy says: the same under another name, in some of its languages, from its first version on."""
    made = {**content, kind: wanted.name, "version": FIRST}
    if wanted.title:
        made["title"] = wanted.title
    if kind == "block":
        return made
    made.pop("effective", None)  # the days of the original are over, or not this one's
    if unknown := [it for it in wanted.languages if it not in content["languages"]]:
        raise Refused(Problem("languages", "language-not-listed", {"language": it}) for it in unknown)
    return narrowed(made, wanted.languages)


def _refuse_taken(session: Session, organisation: str, kind: Written, name: str) -> None:
    if newest(session, organisation, kind, name):
        raise refuse(f"{kind} {name}", "item-name-taken", name=name)


def _delivered(kind: Written, found: Revision, wanted: Copy) -> Delivered:
    made = renamed(kind, json.loads(found.content), wanted)
    return Delivered(kind, wanted.name, write_yaml(made).encode())


def _copy_personas(turn: Turn, by: Actor, name: str, to: str) -> None:
    """The people that a template is looked at with come along, as far as whoever copies may have any there."""
    found = select(Revision.name).where(Revision.organisation == turn.organisation, Revision.kind == "persona")
    for called in sorted(
        set(turn.session.exec(found.where(col(Revision.name).startswith(f"{name}/", autoescape=True))))
    ):
        there = f"{to}/{called.partition('/')[2]}"
        last = newest(turn.session, turn.organisation, "persona", called)
        if last and by.may_change("persona", there):
            keep(turn, by, Delivered("persona", there, loading.source_of(turn.session, last)), ORIGIN)
