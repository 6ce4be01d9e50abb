"""A template as somebody opens it to write in it: what was saved last, what they may do, and what it refers to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from ccm.libraries import drafted_items
from ccm.store.access import refuse_unseen
from ccm.store.actor import OF_COMPLIANCE, Actor
from ccm.store.home import Home
from ccm.store.saving import approved_before, newest
from content_blocks.content import Content
from content_blocks.dictionary import Dictionary
from content_blocks.locks import Rights
from content_blocks.problem import Refused, refuse
from content_blocks.template import Template
from templates_store import loading
from templates_store.database import Session
from templates_store.store_library import StoreLibrary
from templates_store.tables import Revision


@dataclass(frozen=True)
class Editable:
    """What was saved last of a template.

    `hash` names it, for saving against; `changes` are the classes of change that are theirs, none for who only reads.
    `approved` is the content of the version that was approved last, if any: what locks are measured against.
    `contents` are the content blocks by what their uses want, as far as they are there.
    """

    template: Template
    content: dict[str, Any]
    hash: str
    changes: frozenset[str]
    approved: Mapping[str, Any] | None
    approved_version: str
    dictionary: Dictionary | None
    contents: Mapping[str, Content]
    personas: tuple[str, ...]

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


def editable(home: Home, by: Actor, name: str, today: date) -> Editable:
    """A template to be opened; raises Refused where there is none, or none that is somebody's business."""
    refuse_unseen(by, "template", name)
    with home.reading() as session:
        found = newest(session, home.organisation, "template", name)
        if found is None:
            raise refuse("", "item-not-known", kind="template", name=name)
        return _editable(session, home, by, found, today)


def _editable(session: Session, home: Home, by: Actor, found: Revision, today: date) -> Editable:
    template: Template = loading.item_of("template", found.content)
    library = drafted_items(home, session, today)
    approved = approved_before(session, home.organisation, "template", found.name)
    dictionary, contents = None, {}
    with suppress(Refused):
        dictionary = library.dictionary(template.dictionary).item
    with suppress(Refused):
        contents = _contents(library, template, today)
    return Editable(
        template,
        json.loads(found.content),
        found.hash,
        by.may_change("template", found.name),
        json.loads(approved.content) if approved else None,
        approved.version if approved else "",
        dictionary,
        contents,
        tuple(library.persona_names(found.name)),
    )


def _contents(library: StoreLibrary, template: Template, today: date) -> dict[str, Content]:
    bundle = library.bundle(library.template(template.template), template.languages[0], template.brands[0], today)
    return dict(bundle.contents)
