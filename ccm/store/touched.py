"""Which templates a change of some items touches, and from which days something else goes out because of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from content_blocks.bundle import Bundle
from templates_store.choose import Kind, Listed
from templates_store.database import Session, col, select
from templates_store.parsing import Refers
from templates_store.shelf import Shelf, kind_of
from templates_store.tables import Publication, PublishedBundle, Reference, ReviewAuthor, Revision
from templates_store.under_glass import revisions_of

Called = tuple[str, str]
"""Kind and name of an item."""

FAR_AHEAD = timedelta(days=366 * 10)


def touched_templates(session: Session, organisation: str, items: Iterable[Listed]) -> list[str]:
    """The templates among some versions, and the approved ones that show them or what shows them, by name."""
    found: set[str] = set()
    waiting: list[Called] = []
    seen: set[Called] = set()
    for item in items:
        waiting.append((item.kind, item.name))
    while waiting:
        called = waiting.pop()
        if called in seen:
            continue
        seen.add(called)
        if called[0] == "template":
            found.add(called[1])
        else:
            waiting += _showing(session, organisation, called)
    return sorted(found)


def _showing(session: Session, organisation: str, called: Called) -> list[Called]:
    """The approved templates and content blocks that refer to an item without pinning a version of it."""
    rows = session.exec(
        select(Publication.kind, Publication.name)
        .join(Reference, col(Reference.revision) == col(Publication.revision))
        .where(
            Reference.organisation == organisation,
            Reference.kind == called[0],
            Reference.name == called[1],
            Reference.version == "",
            col(Publication.kind).in_(("template", "block")),
        )
        .distinct()
    )
    return list(rows.all())


def epochs(shelf: Shelf, template: str, first: date) -> list[date]:
    """The days from `first` on, on which what the template resolves to may differ from the day before."""
    days = {first}
    for version in _versions_behind(shelf, template):
        days |= {day for day in version.turning_points() if first < day <= first + FAR_AHEAD}
    return sorted(days)


def _versions_behind(shelf: Shelf, template: str) -> Iterator[Listed]:
    """Every version of the template and of what any of them refers to."""
    waiting: list[tuple[Kind, str]] = [("template", template)]
    seen: set[tuple[Kind, str]] = set()
    while waiting:
        kind, name = waiting.pop()
        if (kind, name) in seen:
            continue
        seen.add((kind, name))
        for version in shelf.versions(kind, name):
            yield version
            waiting += [(refers.kind, refers.name) for refers in references_of(shelf.session, version)]


def references_of(session: Session, version: Listed) -> list[Refers]:
    """What a version refers to, as it was noted when it was saved."""
    rows = session.exec(select(Reference).where(Reference.revision == int(version.place)))
    return [Refers(kind_of(row.kind), row.name, row.version, row.follow) for row in rows]


def authors_of(session: Session, organisation: str, revision: Revision) -> set[str]:
    """Everybody who saved an item since the version was approved that a revision came after, importers included.

    A version that was approved later, of a text that was saved later, takes nobody's part in this one away.
    """
    approved = select(Publication.revision).where(
        Publication.organisation == organisation,
        Publication.kind == revision.kind,
        Publication.name == revision.name,
        Publication.revision < (revision.id or 0),
    )
    last = max(session.exec(approved).all(), default=0)
    since = select(Revision.saved_by).where(
        Revision.organisation == organisation,
        Revision.kind == revision.kind,
        Revision.name == revision.name,
        col(Revision.id) > last,
    )
    return set(session.exec(since).all())


def authors_behind(session: Session, organisation: str, bundle: Bundle, brand: str) -> set[str]:
    """Everybody behind what a bundle has new since the last one was approved for its language and brand.

    Of what was approved by itself those are the authors in its review, of a draft whoever saved it.  Where two changes
    meet that were approved apart, both are new.  Where no bundle was ever approved only the drafts are.
    """
    before = _approved_last(session, organisation, bundle, brand)
    people: set[str] = set()
    for called, digest in bundle.hashes.items():
        if before and all(hashes.get(called) == digest for hashes in before):
            continue
        (revision,) = revisions_of(session, organisation, {called: digest})
        review = _published_by(session, revision)
        if review is None:
            people |= authors_of(session, organisation, revision)
        elif before:
            people |= set(session.exec(select(ReviewAuthor.person).where(ReviewAuthor.review == review)))
    return people


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


def _published_by(session: Session, revision: Revision) -> str | None:
    """The review that approved what a revision says."""
    found = select(Publication.review).where(
        Publication.organisation == revision.organisation,
        Publication.kind == revision.kind,
        Publication.name == revision.name,
        Publication.hash == revision.hash,
    )
    return session.exec(found.limit(1)).first()
