"""Which versions can be seen: those that were approved, those being written, or what a review would make of it.

A shelf lists versions; which of them is in force on a day is for `choose` to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from approvals.record import instant
from templates_store.choose import Kind, Listed
from templates_store.loading import dates_of
from templates_store.tables import Postponement, Publication, Retirement, Revision


class Shelf(Protocol):
    """Versions of items by kind and name; `place` of each is the number of its revision."""

    session: Session
    organisation: str
    known_at: datetime | None

    def names(self, kind: Kind) -> list[str]:
        """The names of a kind of which there is a version, in alphabetical order."""

    def versions(self, kind: Kind, name: str) -> list[Listed]:
        """The versions of an item."""


@dataclass
class Published:
    """What reviews approved, as far as was known at an instant, or now."""

    session: Session
    organisation: str
    known_at: datetime | None = None
    _listed: dict[tuple[Kind, str], list[Listed]] = field(default_factory=dict, repr=False)

    def names(self, kind: Kind) -> list[str]:
        """The names of which a version was approved."""
        found = select(Publication.name).where(Publication.organisation == self.organisation, Publication.kind == kind)
        return sorted(set(self.session.exec(found).all()))

    def versions(self, kind: Kind, name: str) -> list[Listed]:
        """The approved versions, with the days they are for and when they were retired."""
        if (kind, name) not in self._listed:
            found = select(Publication).where(
                Publication.organisation == self.organisation, Publication.kind == kind, Publication.name == name
            )
            self._listed[kind, name] = [listed(self.session, it, self.known_at) for it in self.session.exec(found)]
        return self._listed[kind, name]


@dataclass
class Drafts:
    """What was saved last, as far as was known at an instant or by now, approved or not.

    Of a content block that is every version, of anything else the newest.
    """

    session: Session
    organisation: str
    known_at: datetime | None = None

    def names(self, kind: Kind) -> list[str]:
        """The names of which anything was saved."""
        found = select(Revision.name).where(*self._known(kind))
        return sorted(set(self.session.exec(found).all()))

    def versions(self, kind: Kind, name: str) -> list[Listed]:
        """The newest revision of each version of a content block, the newest one of all else."""
        newest = (
            select(func.max(Revision.id))
            .where(*self._known(kind), Revision.name == name)
            .group_by(col(Revision.version))
        )
        found = select(Revision).where(col(Revision.id).in_(newest)).order_by(col(Revision.id))
        revisions = self.session.exec(found).all()
        return [drafted(it) for it in (revisions if kind == "block" else revisions[-1:])]

    def _known(self, kind: Kind) -> list[ColumnElement[bool]]:
        known = [col(Revision.organisation) == self.organisation, col(Revision.kind) == kind]
        return [*known, col(Revision.saved_at) <= instant(self.known_at)] if self.known_at else known


@dataclass
class Proposed:
    """What could be seen if some versions were approved now."""

    base: Published
    added: Sequence[Listed]
    session: Session = field(init=False)
    organisation: str = field(init=False)
    known_at: datetime | None = None
    _by_name: dict[tuple[Kind, str], list[Listed]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.session, self.organisation = self.base.session, self.base.organisation
        self._by_name = defaultdict(list)
        for entry in self.added:
            self._by_name[entry.kind, entry.name].append(entry)

    def names(self, kind: Kind) -> list[str]:
        """Those that are there and those that would come."""
        return sorted({*self.base.names(kind), *(entry.name for entry in self.added if entry.kind == kind)})

    def versions(self, kind: Kind, name: str) -> list[Listed]:
        """Those that are there and those that would come."""
        return [*self.base.versions(kind, name), *self._by_name.get((kind, name), ())]


def listed(session: Session, publication: Publication, known_at: datetime | None = None) -> Listed:
    """A publication as `choose` sees it: postponed and retired as far as was known."""
    postponed = select(Postponement).where(Postponement.publication == publication.id).order_by(col(Postponement.id))
    begins = publication.start
    for later in session.exec(postponed):
        if known_at is None or datetime.fromisoformat(later.at) <= known_at:
            begins = later.start
    retired = session.get(Retirement, publication.id)
    return Listed(
        kind_of(publication.kind),
        publication.name,
        publication.version,
        day_of(begins),
        day_of(publication.until),
        datetime.fromisoformat(publication.decided),
        datetime.fromisoformat(retired.at) if retired else None,
        str(publication.revision),
    )


def drafted(revision: Revision) -> Listed:
    """A revision as if it were approved for the days it names itself."""
    start, until = dates_of(revision) if revision.kind == "block" else (None, None)
    return Listed(kind_of(revision.kind), revision.name, revision.version, start, until, place=str(revision.id))


def kind_of(name: str) -> Kind:
    """The kind that a table names."""
    return name  # type: ignore[return-value]


def day_of(text: str) -> date | None:
    """A day as tables hold it; none where it is open."""
    return date.fromisoformat(text) if text else None


def latest(versions: Iterable[Listed]) -> Listed | None:
    """The highest version of some."""
    return max(versions, key=lambda it: tuple(int(part) for part in it.version.split(".")), default=None)
