"""What the owners of locks have drafted since a template was approved, or begun as a copy: what others go on from.

A draft in which compliance opens or removes what is locked is not approved yet, and yet authors write on in it.  Their
saves are measured against that draft: what it has changed stays as its owners wrote it, and what it or the approved
version binds is bound (`content_blocks.locks`).  Of a copy that nobody has approved, what it began as stands for that
version.

Only drafts saved since then count, since earlier ones know nothing of what was approved.  Every one of these
was saved by somebody who owned locks, or was itself measured like this; so whoever has come to own locks since then
brings nothing in, and whose right has ended takes theirs back: locks are then those of the approved version again.
"""

from __future__ import annotations

from typing import Any

from ccm.store.actor import OF_COMPLIANCE, actor_of
from templates_store.database import Session, col, select
from templates_store.tables import Copied, Person, Publication, Revision


def owned_draft(session: Session, organisation: str, name: str) -> Revision | None:
    """The last draft of a template that somebody saved who owns its locks; None if there is none since it was bound."""
    later = _since_bound(session, organisation, name)
    if later is None:
        return None
    since = (Revision.organisation == organisation, Revision.kind == "template", Revision.name == name, later)
    people = set(session.exec(select(Revision.saved_by).where(*since).distinct()).all())
    owners = [person for person in people if _owns_locks(session, person, name)]
    if not owners:
        return None
    found = select(Revision).where(*since, col(Revision.saved_by).in_(owners))
    return session.exec(found.order_by(col(Revision.id).desc()).limit(1)).first()


def _since_bound(session: Session, organisation: str, name: str) -> Any | None:
    """Of a revision: that it is later than what locks are measured against; None if they are against nothing."""
    if decided := _approved_at(session, organisation, name):
        return Revision.saved_at > decided
    this = (Copied.organisation == organisation, Copied.kind == "template", Copied.name == name)
    begun = session.exec(select(Copied.revision).where(*this)).one_or_none()
    return None if begun is None else col(Revision.id) > begun


def _approved_at(session: Session, organisation: str, name: str) -> str:
    """When the version was approved that locks are measured against; empty if none was."""
    this = (Publication.organisation == organisation, Publication.kind == "template", Publication.name == name)
    found = select(Publication.decided).where(*this).order_by(col(Publication.id).desc()).limit(1)
    return session.exec(found).first() or ""


def _owns_locks(session: Session, person: str, name: str) -> bool:
    found = session.get(Person, person)
    return found is not None and OF_COMPLIANCE in actor_of(session, found).may_change("template", name)
