"""A template as somebody opens it to write in it: what was saved last, what they may do, and what it refers to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ccm.libraries import drafted_items
from ccm.personas import Somebody, people_of
from ccm.store.access import refuse_unseen
from ccm.store.actor import OF_COMPLIANCE, Actor
from ccm.store.home import Home
from ccm.store.owned_drafts import owned_draft
from ccm.store.saving import approved_before, binding_before, newest
from content_blocks.bundle import Bundle
from content_blocks.dictionary import Dictionary
from content_blocks.locks import Rights
from content_blocks.names import Names
from content_blocks.problem import Refused, refuse
from content_blocks.setting import Setting
from content_blocks.template import Template
from templates_store import loading
from templates_store.choose import Kind
from templates_store.database import Session, select
from templates_store.store_library import StoreLibrary
from templates_store.tables import Person, Revision


@dataclass(frozen=True)
class Editable:
    """What was saved last of a template.

    `hash` names it, for saving against; `changes` are the classes of change that are theirs, none for who only reads.
    `approved` is the content of the version that was approved last, or before there is one of what a copy began as, if
    any: what locks are measured against; `drafted` that of the draft which those who own them have made of it since.
    """

    template: Template
    content: dict[str, Any]
    hash: str
    changes: frozenset[str]
    approved: Mapping[str, Any] | None
    approved_version: str
    drafted: Mapping[str, Any] | None = field(default=None, kw_only=True)

    @property
    def rights(self) -> Rights:
        """What they may do to locks."""
        return Rights(owns_locks=OF_COMPLIANCE in self.changes)

    @property
    def next_version(self) -> str:
        """The number that a change is saved under: the next one, where what is there was approved under its own."""
        version = self.template.version
        if version != self.approved_version:
            return version
        major, minor = version.split(".")
        return f"{major}.{int(minor) + 1}"


@dataclass(frozen=True)
class Surrounded(Editable):
    """The same with what it refers to, which takes longer to find and is not wanted at every key that is pressed.

    `bundle` is what it comes to today in its source language and own brand; None while something in it is missing.
    `names` are what its texts may name, as far as is known.
    """

    bundle: Bundle | None
    names: Names
    personas: tuple[str, ...]


def editable(home: Home, by: Actor, name: str) -> Editable:
    """A template to be opened; raises Refused where there is none, or none that is somebody's business."""
    refuse_unseen(by, "template", name)
    with home.reading() as session:
        found = newest(session, home.organisation, "template", name)
        if found is None:
            raise refuse("", "item-not-known", kind="template", name=name)
        return _editable(session, by, found)


def surrounded(home: Home, found: Editable, today: date) -> Surrounded:
    """A template that was opened, with what it refers to."""
    template = found.template
    with home.reading() as session:
        library = drafted_items(home, session, today)
        bundle = _bundle(library, template, today)
        names = bundle.names(bundle.language) if bundle else _fewer_names(library, template)
        personas = tuple(library.persona_names(template.template))
    return Surrounded(**vars(found), bundle=bundle, names=names, personas=personas)


def people(home: Home, found: Editable, today: date) -> tuple[Somebody, ...]:
    """For whom a template can be looked at: its personas by name, with what they are about."""
    with home.reading() as session:
        return tuple(people_of(drafted_items(home, session, today), found.template))


@dataclass(frozen=True)
class Earlier:
    """What an item was at a save, and who has saved it last since, and when."""

    content: dict[str, Any]
    saved_by: str
    saved_at: str


def earlier(home: Home, by: Actor, name: str, hash: str, kind: Kind = "template") -> Earlier:
    """An item as somebody had it when they began; raises Refused where it never was that."""
    refuse_unseen(by, kind, name)
    with home.reading() as session:
        this = (Revision.organisation == home.organisation, Revision.kind == kind, Revision.name == name)
        found = session.exec(select(Revision).where(*this, Revision.hash == hash).limit(1)).first()
        last = newest(session, home.organisation, kind, name)
        if found is None or last is None:
            raise refuse("", "item-not-known", kind=kind, name=name)
        person = session.get(Person, last.saved_by)
        return Earlier(json.loads(found.content), person.name if person else "", last.saved_at)


def _editable(session: Session, by: Actor, found: Revision) -> Editable:
    approved = approved_before(session, found.organisation, "template", found.name)
    binding = binding_before(session, found.organisation, "template", found.name)
    drafted = owned_draft(session, found.organisation, found.name)
    return Editable(
        loading.item_of("template", found.content),
        json.loads(found.content),
        found.hash,
        by.may_change("template", found.name),
        json.loads(binding.content) if binding else None,
        approved.version if approved else "",
        drafted=json.loads(drafted.content) if drafted else None,
    )


def _bundle(library: StoreLibrary, template: Template, today: date) -> Bundle | None:
    try:
        loaded = library.template(template.template)
        return library.bundle(loaded, template.source_language, template.brands[0], today)
    except Refused:
        return None


def _fewer_names(library: StoreLibrary, template: Template) -> Names:
    """The names that the dictionary alone has; none without one."""
    try:
        dictionary = library.dictionary(template.dictionary).item
    except Refused:
        dictionary = Dictionary.model_construct(name="", version="", title={}, fields={})
    return Names(Setting(template.source_language, template.source_language, {}, dictionary))
