"""Changes that were approved apart and meet in one bundle for the first time: their authors are behind it, too."""

from __future__ import annotations

import json

from content_blocks.bundle import Bundle
from templates_store.database import Session, col, select
from templates_store.tables import Publication, PublishedBundle, ReviewAuthor


def authors_meeting(session: Session, organisation: str, bundle: Bundle, brand: str) -> set[str]:
    """Everybody behind what was approved by itself, but is new in this bundle since the last one that was approved.

    Where two changes meet, both are new.  Where no bundle was ever approved for its language and brand, nothing meets
    there that was not looked at by itself.
    """
    before = _approved_last(session, organisation, bundle, brand)
    people: set[str] = set()
    for called, digest in bundle.hashes.items():
        if all(hashes.get(called) == digest for hashes in before):
            continue
        kind, name = called.split(" ")[:2]
        published = select(Publication.review).where(
            Publication.organisation == organisation,
            Publication.kind == kind,
            Publication.name == name,
            Publication.hash == digest,
        )
        authors = select(ReviewAuthor.person).where(col(ReviewAuthor.review).in_(published))
        people |= set(session.exec(authors).all())
    return people


def differing(before: Bundle, after: Bundle) -> set[str]:
    """Kind and name of what two bundles do not share."""
    pairs = set(before.hashes.items()) ^ set(after.hashes.items())
    return {" ".join(called.split(" ")[:2]) for called, _digest in pairs}


def _approved_last(session: Session, organisation: str, bundle: Bundle, brand: str) -> list[dict[str, str]]:
    """What the bundle approved last was made of, and the one approved last of the same version of the template."""
    found = (
        select(PublishedBundle)
        .where(
            PublishedBundle.organisation == organisation,
            PublishedBundle.template == bundle.template.template,
            PublishedBundle.language == bundle.language,
            PublishedBundle.brand == brand,
        )
        .order_by(col(PublishedBundle.decided).desc())
    )
    last = session.exec(found.limit(1)).first()
    same = session.exec(found.where(PublishedBundle.version == bundle.template.version).limit(1)).first()
    return [json.loads(row.hashes) for row in (last, same) if row]
