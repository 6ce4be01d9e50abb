"""A content block as its owner opens it to write in it: what was saved last, what they may do, and who shows it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ccm.libraries import drafted_items
from ccm.store.access import refuse_unseen, sees
from ccm.store.actor import OF_COMPLIANCE, Actor
from ccm.store.home import Home
from ccm.store.saving import newest
from ccm.store.where_used import where_used
from content_blocks.bundle import built_in
from content_blocks.change_class.clauses import is_regulated
from content_blocks.content_block import ContentBlock
from content_blocks.dictionary import Dictionary
from content_blocks.names import Names
from content_blocks.problem import Refused, refuse
from content_blocks.setting import FieldFacts, Setting
from content_blocks.theme import Brand
from templates_store import loading
from templates_store.database import Session, col, select
from templates_store.store_library import StoreLibrary
from templates_store.tables import Publication, Revision

MOST_USES = 100
"""Among how many templates somebody chooses where to look at it."""


@dataclass(frozen=True)
class EditableBlock:
    """What was saved last of a content block.

    `hash` names it, for saving against; `changes` are the classes of change that are theirs.  `next_version` is the
    number that a change is saved under: its own, as long as nobody has approved that.
    """

    item: ContentBlock
    content: dict[str, Any]
    hash: str
    changes: frozenset[str]
    next_version: str

    @property
    def approved(self) -> bool:
        """Whether it was approved under the number that it has."""
        return self.next_version != self.item.version

    @property
    def regulated(self) -> bool:
        """Whether its wording is for those who own it."""
        return is_regulated(self.item)

    @property
    def may_edit(self) -> bool:
        """Whether whoever opened it may change its wording."""
        return OF_COMPLIANCE in self.changes or bool(self.changes and not self.regulated)


@dataclass(frozen=True)
class Use:
    """A template that shows it: its name, what it is called, and the version that it pins, if it does."""

    name: str
    title: dict[str, str]
    pinned: str


@dataclass(frozen=True)
class BlockSurroundings:
    """What a content block's texts may name, and under which brands it is looked at."""

    names: Names
    brand: dict[str, str]
    brands: tuple[str, ...]


def editable_block(home: Home, by: Actor, name: str) -> EditableBlock:
    """A content block to be opened; raises Refused where there is none, or none that is somebody's business."""
    refuse_unseen(by, "block", name)
    with home.reading() as session:
        found = newest(session, home.organisation, "block", name)
        if found is None:
            raise refuse("", "item-not-known", kind="block", name=name)
        changes = by.may_change("block", name)
        number = _next_version(session, found)
        content = json.loads(found.content)
        return EditableBlock(loading.item_of("block", found.content), content, found.hash, changes, number)


def around_block(home: Home, found: EditableBlock, today: date) -> BlockSurroundings:
    """What is around a content block that was opened."""
    with home.reading() as session:
        library = drafted_items(home, session, today)
        brands = tuple(library.shown.names("theme"))
        brand = _brand(library, brands)
    facts = dict(brand.theme.brand) if brand else {}
    return BlockSurroundings(_names(found.item, brand), facts, brands)


def uses_of_block(home: Home, by: Actor, name: str, today: date) -> tuple[Use, ...]:
    """The templates that show a content block, of those that are somebody's business."""
    with home.reading() as session:
        return tuple(_uses(home, by, drafted_items(home, session, today), name))


def _next_version(session: Session, found: Revision) -> str:
    """What was approved stays as it is: a change of it gets the next number that nobody has used."""
    this = (Revision.organisation == found.organisation, Revision.kind == "block", Revision.name == found.name)
    approved = select(Publication).where(
        Publication.organisation == found.organisation,
        Publication.kind == "block",
        Publication.name == found.name,
        Publication.version == found.version,
    )
    if session.exec(approved.limit(1)).first() is None:
        return found.version
    used = set(session.exec(select(col(Revision.version)).where(*this)).all())
    major, minor = map(int, found.version.split("."))
    return next(number for it in range(minor + 1, minor + len(used) + 2) if (number := f"{major}.{it}") not in used)


def _uses(home: Home, by: Actor, library: StoreLibrary, block: str) -> Iterator[Use]:
    for use in where_used(home, "block", block, limit=MOST_USES).uses:
        if use.kind == "template" and sees(by, "template", use.name):
            yield Use(use.name, dict(library.template(use.name).item.title.sources), use.pinned)


def _brand(library: StoreLibrary, brands: tuple[str, ...]) -> Brand | None:
    """The brand whose facts stand for those of any: the first."""
    try:
        return library.brand(brands[0]) if brands else None
    except Refused:
        return None


def _names(item: ContentBlock, brand: Brand | None) -> Names:
    """What its texts may name: its inputs and blanks, the brand and the document."""
    facts = {f"input.{name}": FieldFacts(it.type, currency=it.currency) for name, it in item.inputs.items()}
    facts |= {f"blank.{name}": FieldFacts() for name in item.blanks}
    nothing = Dictionary.model_construct(name="", version="", title={}, fields={})
    language = item.source_language
    spoken = brand is not None and language in brand.theme.locales
    locale = brand.theme.locales[language] if brand and spoken else language
    labels = brand.theme.labels[language] if brand and spoken else {}
    facts_of_brand = built_in(brand.theme.brand) if brand else built_in({})
    return Names(Setting(language, locale, labels, nothing, facts_of_brand)).inside(facts)
