"""Who may have written with a key of somebody else: whoever made it has seen it, and nobody can tell them apart."""

from __future__ import annotations

from typing import Any

from templates_store.database import Session, col, select
from templates_store.tables import ApiKey, ApiKeyEnd, Revision


def makers_behind(session: Session, organisation: str, called: tuple[str, str], since: int) -> set[str]:
    """Those who made a key for a colleague that could write when that colleague saved an item, after a revision."""
    saved = (col(ApiKey.person) == col(Revision.saved_by)) & (col(ApiKey.organisation) == col(Revision.organisation))
    found = _for_others().join(Revision, saved)
    mine = found.where(
        Revision.organisation == organisation,
        Revision.kind == called[0],
        Revision.name == called[1],
        col(Revision.id) > since,
        col(ApiKey.made_at) <= col(Revision.saved_at),
        col(ApiKey.expires) > col(Revision.saved_at),
        col(ApiKeyEnd.ended_at).is_(None) | (col(ApiKeyEnd.ended_at) >= col(Revision.saved_at)),
    )
    return set(session.exec(mine).all())


def makers_now(session: Session, organisation: str, person: str, at: str) -> set[str]:
    """Those who made a key for somebody that can write at an instant."""
    mine = _for_others().where(
        ApiKey.organisation == organisation,
        ApiKey.person == person,
        col(ApiKey.expires) > at,
        col(ApiKeyEnd.ended_at).is_(None),
    )
    return set(session.exec(mine).all())


def _for_others() -> Any:
    ended = col(ApiKeyEnd.prefix) == col(ApiKey.prefix)
    found = select(ApiKey.made_by).join(ApiKeyEnd, ended, isouter=True)
    return found.where(col(ApiKey.made_by) != col(ApiKey.person), col(ApiKey.scopes).contains("write"))
