"""Where an item is used: the approved versions that refer to it, and how far the last runs of them reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ccm.store.home import Home
from templates_store.choose import Kind
from templates_store.database import Session, col, func, select
from templates_store.tables import Publication, Reference, Run

PAGE = 200
"""How many uses are told at once: of a clause that thousands show, nobody reads more."""


@dataclass(frozen=True)
class Use:
    """An approved version that refers to the item; `reached` is how many its last run was sent to."""

    kind: str
    name: str
    version: str
    pinned: str
    reached: int | None = None


@dataclass(frozen=True)
class WhereUsed:
    """Uses by kind and name, how many there are in all, and the `kind/name` to ask for the next ones after."""

    uses: tuple[Use, ...]
    total: int
    next_after: str | None


def where_used(home: Home, kind: Kind, name: str, after: str = "", limit: int = PAGE) -> WhereUsed:
    """The newest approved version of everything that refers to an item; `after` is a `kind/name`."""
    with home.reading() as session:
        found = _using(home.organisation, kind, name)
        total = count_uses(session, home.organisation, kind, name)
        shown = select(found.c.kind, found.c.name, found.c.version, found.c.pinned).where(_after(found, after))
        page = session.exec(shown.order_by(found.c.kind, found.c.name).limit(limit)).all()
        runs = reached(session, home.organisation, [row[1] for row in page])
        uses = tuple(Use(kind, called, version, pinned, runs.get(called)) for kind, called, version, pinned in page)
        more = len(page) == limit
        return WhereUsed(uses, total, f"{uses[-1].kind}/{uses[-1].name}" if more else None)


def count_uses(session: Session, organisation: str, kind: Kind, name: str) -> int:
    """How many approved items refer to an item."""
    found = _using(organisation, kind, name)
    return session.exec(select(func.count()).select_from(found).where(found.c.turn == 1)).one()


def counted_uses(session: Session, organisation: str, kind: Kind, names: Sequence[str]) -> dict[str, int]:
    """How many approved items refer to each of some items; those that nothing refers to are left out."""
    using = func.count(func.distinct(col(Publication.kind) + "/" + col(Publication.name)))
    found = (
        select(Reference.name, using)
        .join(Publication, col(Reference.revision) == col(Publication.revision))
        .where(Reference.organisation == organisation, Reference.kind == kind)
        .group_by(col(Reference.name))
    )
    some = found.where(col(Reference.name).in_(names)) if len(names) <= PAGE else found
    return dict(session.exec(some).all())


def _after(found, after: str):  # type: ignore[no-untyped-def]
    kind, _, name = after.partition("/")
    return (found.c.turn == 1) & ((found.c.kind > kind) | ((found.c.kind == kind) & (found.c.name > name)))


def _using(organisation: str, kind: Kind, name: str):  # type: ignore[no-untyped-def]  # a query
    """Every reference of an approved version to an item; of each item the newest has turn 1.

    Counted in one go over all references: a second query for the newest ones took SQLite seconds where thousands refer.
    """
    called = (Publication.kind, Publication.name)
    newest_first = (col(Publication.id).desc(), col(Reference.version).desc())
    turn = func.row_number().over(partition_by=called, order_by=newest_first).label("turn")
    return (
        select(*called, Publication.version)
        .add_columns(col(Reference.version).label("pinned"), turn)
        .join(Reference, col(Reference.revision) == col(Publication.revision))
        .where(col(Reference.organisation) == organisation, col(Reference.kind) == kind, col(Reference.name) == name)
        .subquery()
    )


def reached(session: Session, organisation: str, templates: Sequence[str]) -> dict[str, int]:
    """How many recipients the last run of each template reached."""
    last = (
        select(func.max(Run.id))
        .where(Run.organisation == organisation, col(Run.template).in_(templates))
        .group_by(col(Run.template))
    )
    return dict(session.exec(select(Run.template, Run.done).where(col(Run.id).in_(last))).all())
