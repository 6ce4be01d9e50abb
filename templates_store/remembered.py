"""A library whose items are looked up once, for as long as nothing is written in its store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from sqlmodel import Session, select

from content_blocks.bundle import Asset, Bundle
from content_blocks.content import Content
from content_blocks.dictionary import Dictionary
from content_blocks.document_class import DocumentClass
from content_blocks.template import Template
from content_blocks.theme import Brand
from templates_store.choose import Listed
from templates_store.item_files import Loaded
from templates_store.items import Items
from templates_store.tables import Log

T = TypeVar("T")

KEPT = 4096
"""How many items a library remembers."""


def written_so_far(session: Session, organisation: str) -> int:
    """How many entries an organisation's log has.  Whatever changes what a library shows is one of them."""
    return session.exec(select(Log.size).where(Log.organisation == organisation)).one()


@dataclass(frozen=True)
class Remembered:
    """Items as they were when they were first asked for; what was refused is asked for again."""

    library: Items
    _found: dict[tuple[str, object], Any] = field(default_factory=dict, repr=False)

    def template_names(self) -> list[str]:
        """The templates' names in alphabetical order."""
        return self._once("templates", "", self.library.template_names)

    def template(self, name: str) -> Loaded[Template]:
        """A template."""
        return self._once("template", name, lambda: self.library.template(name))

    def block_versions(self, name: str) -> list[Listed]:
        """The versions of a content block with the days they are for; none if there is no such block."""
        return self._once("block", name, lambda: self.library.block_versions(name))

    def content(self, listed: Listed) -> Content:
        """A content block's version as templates use it."""
        return self._once("content", listed, lambda: self.library.content(listed))

    def dictionary(self, name: str) -> Loaded[Dictionary]:
        """A data dictionary."""
        return self._once("dictionary", name, lambda: self.library.dictionary(name))

    def document_class(self, name: str) -> Loaded[DocumentClass]:
        """A document class."""
        return self._once("class", name, lambda: self.library.document_class(name))

    def brand(self, name: str) -> Brand:
        """A theme with its files."""
        return self._once("theme", name, lambda: self.library.brand(name))

    def asset(self, name: str) -> Asset:
        """A stored picture."""
        return self._once("asset", name, lambda: self.library.asset(name))

    def bundle(self, template: Loaded[Template], language: str, brand: str, day: date) -> Bundle:
        """The bundle that goes out on a day."""
        return self.library.bundle(template, language, brand, day)

    def persona_names(self, template: str) -> list[str]:
        """The names of a template's personas in alphabetical order."""
        return self._once("personas", template, lambda: self.library.persona_names(template))

    def persona_text(self, template: str, name: str) -> bytes | None:
        """What a persona's file says; None if there is none of that name."""
        return self._once("persona", (template, name), lambda: self.library.persona_text(template, name))

    def places(self) -> Mapping[str, str]:
        """Where another process finds these items."""
        return self.library.places()

    def _once(self, kind: str, name: object, look_up: Callable[[], T]) -> T:
        if (kind, name) not in self._found:
            if len(self._found) >= KEPT:
                self._found.clear()
            self._found[kind, name] = look_up()
        found: T = self._found[kind, name]
        return found
