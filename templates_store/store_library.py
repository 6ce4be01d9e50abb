"""The store as a library: items in force on a day, and bundles that were approved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlmodel import Session

from approvals.workflow import Workflow
from content_blocks.bundle import Asset, Bundle
from content_blocks.content import Content
from content_blocks.dictionary import Dictionary
from content_blocks.document_class import DocumentClass
from content_blocks.problem import refuse
from content_blocks.template import Template
from content_blocks.theme import Brand
from content_blocks.version_range import VersionRange
from templates_store import loading
from templates_store.approval import approval_of, opened_by
from templates_store.choose import Kind, Listed, choose
from templates_store.in_force import bundle_in_force
from templates_store.item_files import Loaded
from templates_store.resolve import resolve
from templates_store.shelf import Drafts, Shelf
from templates_store.tables import Revision
from templates_store.under_glass import UnderGlass


@dataclass
class StoreLibrary:
    """Items of an organisation on a day, as a shelf shows them.

    With `approved` it hands out only bundles that a review approved, and those under `glasses`, which are open glasses
    over bundles of one template, the newest first.  `wanted` narrows the versions of templates.
    """

    shelf: Shelf
    day: date
    approved: bool = True
    wanted: VersionRange | None = None
    glasses: tuple[UnderGlass, ...] = ()
    where: Mapping[str, str] = field(default_factory=dict)

    def at(self, shelf: Shelf) -> StoreLibrary:
        """The same library with another shelf, and whatever that shows."""
        return replace(self, shelf=shelf, approved=False, glasses=())

    @property
    def session(self) -> Session:
        """The session that everything is read with."""
        return self.shelf.session

    @property
    def shown(self) -> Shelf:
        """Where items are looked up: under the newest glass, as long as one is open."""
        return self.glasses[0] if self.glasses else self.shelf

    def template_names(self) -> list[str]:
        """The names of the templates of which there is any version."""
        return self.shown.names("template")

    def template(self, name: str) -> Loaded[Template]:
        """The version of a template that is in force; raises Refused where there is none, and why."""
        versions = self.shown.versions("template", name)
        fitting = [it for it in versions if self.wanted is None or self.wanted.matches(it.version)]
        return self._loaded("template", name, fitting)

    def block_versions(self, name: str) -> list[Listed]:
        """The versions of a content block that can be seen."""
        return self.shown.versions("block", name)

    def content(self, listed: Listed) -> Content:
        """A content block's version as templates use it."""
        found = loading.revision(self.session, listed.place)
        return Content(loading.item_of("block", found.content), found.hash)

    def dictionary(self, name: str) -> Loaded[Dictionary]:
        """The version of a data dictionary that is in force."""
        return self._loaded("dictionary", name)

    def document_class(self, name: str) -> Loaded[DocumentClass]:
        """The version of a document class that is in force."""
        return self._loaded("class", name)

    def workflow(self, name: str) -> Loaded[Workflow]:
        """The version of a workflow that is in force."""
        return self._loaded("workflow", name)

    def brand(self, name: str) -> Brand:
        """The version of a theme that is in force, with its files."""
        return loading.brand(self.session, self._revision("theme", name, self.shown.versions("theme", name)))

    def asset(self, name: str) -> Asset:
        """The picture of that name that is in force."""
        versions = self.shown.versions("asset", name)
        if not versions:
            raise refuse(f"assets/{name}", "asset-unknown", asset=name)
        found = self._revision("asset", name, versions)
        return Asset(found.hash, loading.source_of(self.session, found))

    def bundle(self, template: Loaded[Template], language: str, brand: str, day: date) -> Bundle:
        """What goes out on a day; raises Refused if nothing in force was approved in this combination."""
        if not self.approved:
            return resolve(self, template, language, brand, day, self.shelf.known_at)
        if opened := self._under_glass(template, language, brand, day):
            return opened
        if self.glasses and replace(self, glasses=()).template(template.item.template).hash != template.hash:
            raise refuse(template.file, "bundle-not-approved", language=language, brand=brand)
        return bundle_in_force(self.shelf, self.at, template, language, brand, day)

    def approval(self, bundles: Mapping[str, str]) -> dict[str, Any] | None:
        """Who approved some bundles or broke the glass over them, for the certificate of a run; none for drafts."""
        if not self.approved:
            return None
        found = approval_of(self.session, self.shelf.organisation, bundles.values(), self.shelf.known_at)
        used = [it.opened for it in self.glasses if it.opened.bundle in bundles.values()]
        return {**found, "break_glass": opened_by(self.session, used)} if used else found

    def persona_names(self, template: str) -> list[str]:
        """The names of a template's personas: they decide no output, so what was saved last by then counts."""
        prefix = f"{template}/"
        names = self._personas().names("persona")
        return [name.removeprefix(prefix) for name in names if name.startswith(prefix)]

    def persona_text(self, template: str, name: str) -> bytes | None:
        """What a persona's file says; None if there is none of that name."""
        found = self._personas().versions("persona", f"{template}/{name}")
        return loading.source_of(self.session, loading.revision(self.session, found[-1].place)) if found else None

    def places(self) -> Mapping[str, str]:
        """Where another process finds it."""
        return self.where

    def listed(self, kind: Kind, name: str) -> Listed | None:
        """The version in force, if there is one."""
        return choose(self.shelf.versions(kind, name), self.day, self.shelf.known_at)

    def _personas(self) -> Drafts:
        return Drafts(self.session, self.shelf.organisation, self.shelf.known_at)

    def _under_glass(self, template: Loaded[Template], language: str, brand: str, day: date) -> Bundle | None:
        """The bundle that a glass is over, if it is still what the template comes to."""
        for glass in self.glasses:
            if (glass.made_of.language, glass.made_of.brand) == (language, brand):
                found = resolve(self.at(glass), template, language, brand, day, self.shelf.known_at)
                if found.hash == glass.opened.bundle:
                    return found
        return None

    def _loaded(self, kind: Kind, name: str, versions: list[Listed] | None = None) -> Loaded[Any]:
        fitting = self.shown.versions(kind, name) if versions is None else versions
        return loading.loaded(self.session, self._revision(kind, name, fitting), kind)

    def _revision(self, kind: Kind, name: str, versions: list[Listed]) -> Revision:
        found = choose(versions, self.day, self.shelf.known_at)
        if found is not None:
            return loading.revision(self.session, found.place)
        raise refuse(f"{kind} {name}", self._why_not(kind, name, versions), kind=kind, name=name, day=str(self.day))

    def _why_not(self, kind: Kind, name: str, versions: list[Listed]) -> str:
        if versions:
            return "item-not-in-force"
        drafted = Drafts(self.session, self.shelf.organisation).versions(kind, name)
        return "item-not-approved" if drafted else "item-not-known"
