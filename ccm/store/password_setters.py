"""Who may have written as somebody else: whoever set their password knew it, until they set one themselves."""

from __future__ import annotations

from templates_store.database import Session, col, func, literal, select
from templates_store.tables import Entry, Revision


def setters_behind(session: Session, organisation: str, called: tuple[str, str], since: int) -> set[str]:
    """Those who had set the password that a colleague had when that colleague saved an item, after a revision."""
    about = literal('{"person":"') + col(Revision.saved_by) + '"}'
    last = (
        select(Revision.saved_by, func.max(Entry.place))
        .join(Entry, (col(Entry.organisation) == col(Revision.organisation)) & (col(Entry.details) == about))
        .where(
            Revision.organisation == organisation,
            Revision.kind == called[0],
            Revision.name == called[1],
            col(Revision.id) > since,
            Entry.what == "password-set",
            col(Entry.at) <= col(Revision.saved_at),
        )
        .group_by(col(Revision.id), col(Revision.saved_by))
    )
    found = {(person, place) for person, place in session.exec(last)}
    return {by for person, place in found if (by := _setter(session, organisation, place)) and by != person}


def _setter(session: Session, organisation: str, place: int) -> str | None:
    entry = session.get(Entry, (organisation, place))
    return entry.person if entry else None
