"""Which templates a change of some items touches, and from which days something else goes out because of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ccm.store.key_makers import makers_behind
from ccm.store.password_setters import setters_behind
from templates_store.choose import Kind, Listed
from templates_store.database import Session, col, func, select
from templates_store.parsing import Refers
from templates_store.shelf import Shelf, kind_of
from templates_store.tables import Publication, Reference, Revision

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


def authors_of(session: Session, organisation: str, called: Called, since: Revision | None) -> set[str]:
    """Everybody who saved an item since a revision of it, or may have with a key or password; importers included."""
    first = (since.id or 0) if since else 0
    saved = select(Revision.saved_by).where(
        Revision.organisation == organisation,
        Revision.kind == called[0],
        Revision.name == called[1],
        col(Revision.id) > first,
    )
    behind = makers_behind(session, organisation, called, first) | setters_behind(session, organisation, called, first)
    return set(session.exec(saved).all()) | behind


def first_saved(session: Session, revision: Revision) -> int:
    """The revision that said for the first time what one says: a text that comes back is still of who wrote it."""
    same = select(func.min(Revision.id)).where(
        Revision.organisation == revision.organisation,
        Revision.kind == revision.kind,
        Revision.name == revision.name,
        Revision.hash == revision.hash,
    )
    return session.exec(same).one() or 0
