"""What lies under an open glass: the very versions that its bundle is made of, approved or not.

A template of which nothing was ever approved can be opened so, too.  Nothing here asks whether a glass is open; that
is a rule of approval, and whoever opens a library with glasses has asked it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session, col, select

from templates_store.choose import Kind, Listed
from templates_store.shelf import Published, drafted
from templates_store.tables import Glass, ReviewBundle, Revision


@dataclass
class UnderGlass:
    """A shelf on which of every item that an opened bundle is made of only that version stands, all else as approved.

    The days a content block's version is for still count; when it was approved does not.
    """

    base: Published
    opened: Glass
    made_of: ReviewBundle
    session: Session = field(init=False)
    organisation: str = field(init=False)
    known_at: datetime | None = field(init=False)
    _revisions: Mapping[tuple[str, str], list[Revision]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.session, self.organisation = self.base.session, self.base.organisation
        self.known_at = self.base.known_at
        found: dict[tuple[str, str], list[Revision]] = {}
        for revision in revisions_of(self.session, self.organisation, json.loads(self.made_of.hashes)):
            found.setdefault((revision.kind, revision.name), []).append(revision)
        self._revisions = found

    def names(self, kind: Kind) -> list[str]:
        """All that were approved, and those under the glass."""
        return sorted({*self.base.names(kind), *(name for of, name in self._revisions if of == kind)})

    def versions(self, kind: Kind, name: str) -> list[Listed]:
        """The version under the glass, of a content block also those that are pinned; otherwise what was approved."""
        found = self._revisions.get((kind, name))
        return [drafted(it) for it in found] if found else self.base.versions(kind, name)


def under_glass(base: Published, bundles: Iterable[str]) -> tuple[UnderGlass, ...]:
    """A shelf for each bundle that a glass was broken over, the newest first."""
    rows = base.session.exec(
        select(Glass, ReviewBundle)
        .join(ReviewBundle, (col(ReviewBundle.review) == Glass.review) & (col(ReviewBundle.bundle) == Glass.bundle))
        .where(Glass.organisation == base.organisation, col(Glass.bundle).in_(sorted(bundles)))
        .order_by(col(Glass.opened_at).desc(), col(Glass.id))
    )
    return tuple(UnderGlass(base, opened, made_of) for opened, made_of in rows)


def revisions_of(session: Session, organisation: str, hashes: Mapping[str, str]) -> list[Revision]:
    """The revisions that a bundle is made of, by what `resolve` calls them: kind, name, and the version of a pin."""
    return [_revision(session, organisation, called.split(" "), digest) for called, digest in hashes.items()]


def _revision(session: Session, organisation: str, called: list[str], digest: str) -> Revision:
    found = select(Revision).where(
        Revision.organisation == organisation,
        Revision.kind == called[0],
        Revision.name == called[1],
        Revision.hash == digest,
    )
    row = session.exec(found.order_by(col(Revision.id).desc()).limit(1)).first()
    assert row is not None
    return row
