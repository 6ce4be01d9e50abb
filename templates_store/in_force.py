"""Which bundle of a template goes out: the newest wording that is in force, if it was approved in this combination.

Where it was not, because a template was edited while a clause that it shows was in review, the newest approved bundle
of the same version stays in force, as long as all of it may still be used.  A use that always follows never shows
anything but the newest wording: such a template does not go out until the combination is approved.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlmodel import Session, col, select

from content_blocks.bundle import Bundle
from content_blocks.problem import Refused, refuse
from content_blocks.template import Template
from content_blocks.types.clause import Clause
from templates_store import loading
from templates_store.choose import Kind, Listed, choose
from templates_store.item_files import Loaded
from templates_store.items import Items
from templates_store.resolve import resolve
from templates_store.shelf import Shelf
from templates_store.tables import PublishedBundle

LibraryOf = Callable[[Shelf], Items]


@dataclass
class Held:
    """A shelf on which only the versions stand that an approved bundle was made of."""

    shelf: Shelf
    hashes: Mapping[str, str]
    session: Session = field(init=False)
    organisation: str = field(init=False)
    known_at: datetime | None = field(init=False)

    def __post_init__(self) -> None:
        self.session, self.organisation = self.shelf.session, self.shelf.organisation
        self.known_at = self.shelf.known_at

    def names(self, kind: Kind) -> list[str]:
        """All names."""
        return self.shelf.names(kind)

    def versions(self, kind: Kind, name: str) -> list[Listed]:
        """The version the bundle has, and of a content block those that are pinned."""
        return [it for it in self.shelf.versions(kind, name) if self._is_there(it)]

    def _is_there(self, version: Listed) -> bool:
        called = f"{version.kind} {version.name}"
        digest = loading.revision(self.session, version.place).hash
        return digest in (self.hashes.get(called), self.hashes.get(f"{called} {version.version}"))


def bundle_in_force(
    shelf: Shelf,
    library: LibraryOf,
    template: Loaded[Template],
    language: str,
    brand: str,
    day: date,
) -> Bundle:
    """The bundle that goes out on a day; raises Refused if nothing in force was approved in this combination."""
    approved = list(_approvals(shelf, template.item, language, brand))
    try:
        newest = resolve(library(shelf), template, language, brand, day, shelf.known_at)
        if any(newest.hash == row.bundle for row in approved):
            return newest
        fault = refuse(template.file, "bundle-not-approved", language=language, brand=brand)
    except Refused as refused:
        fault = refused
    for row in approved:
        if found := _still_whole(row, shelf, library, template, day):
            return found
    raise fault


def _still_whole(
    row: PublishedBundle, shelf: Shelf, library: LibraryOf, template: Loaded[Template], day: date
) -> Bundle | None:
    """An approved bundle if all of its items are still in force and no newer wording has to be followed."""
    try:
        held = library(Held(shelf, json.loads(row.hashes)))
        found = resolve(held, template, row.language, row.brand, day, shelf.known_at)
    except Refused:
        return None
    behind = any(found.contents[use].hash != _newest(shelf, use, day) for use in always_followed(template.item))
    return found if found.hash == row.bundle and not behind else None


def always_followed(template: Template) -> Iterator[str]:
    """The content blocks of which a template shows the newest wording or nothing."""
    for _, block in template.blocks():
        if isinstance(block, Clause) and block.follow == "always":
            yield block.block


def _newest(shelf: Shelf, block: str, day: date) -> str | None:
    chosen = choose(shelf.versions("block", block), day, shelf.known_at)
    return loading.revision(shelf.session, chosen.place).hash if chosen else None


def _approvals(shelf: Shelf, template: Template, language: str, brand: str) -> Iterator[PublishedBundle]:
    """The approved bundles of a template's version as far as was known, the newest first."""
    rows = shelf.session.exec(
        select(PublishedBundle)
        .where(
            PublishedBundle.organisation == shelf.organisation,
            PublishedBundle.template == template.template,
            PublishedBundle.version == template.version,
            PublishedBundle.language == language,
            PublishedBundle.brand == brand,
        )
        .order_by(col(PublishedBundle.decided).desc())
    )
    known = shelf.known_at
    return (row for row in rows if known is None or datetime.fromisoformat(row.decided) <= known)
