"""What a place for items offers, be it a folder of files or the store: the rest of the house sees only this."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from content_blocks.bundle import Asset, Bundle
from content_blocks.content import Content
from content_blocks.dictionary import Dictionary
from content_blocks.document_class import DocumentClass
from content_blocks.template import Template
from content_blocks.theme import Brand
from templates_store.choose import Listed
from templates_store.item_files import Loaded


class Items(Protocol):
    """Items by name; each method raises Refused for one that is not there or cannot be read."""

    def template_names(self) -> list[str]:
        """The templates' names in alphabetical order."""

    def template(self, name: str) -> Loaded[Template]:
        """A template."""

    def block_versions(self, name: str) -> list[Listed]:
        """The versions of a content block with the days they are for; none if there is no such block."""

    def content(self, listed: Listed) -> Content:
        """A content block's version as templates use it."""

    def dictionary(self, name: str) -> Loaded[Dictionary]:
        """A data dictionary."""

    def document_class(self, name: str) -> Loaded[DocumentClass]:
        """A document class."""

    def brand(self, name: str) -> Brand:
        """A theme with its files."""

    def asset(self, name: str) -> Asset:
        """A stored picture."""

    def bundle(self, template: Loaded[Template], language: str, brand: str, day: date) -> Bundle:
        """The bundle that goes out on a day."""

    def persona_names(self, template: str) -> list[str]:
        """The names of a template's personas in alphabetical order."""

    def persona_text(self, template: str, name: str) -> bytes | None:
        """What a persona's file says; None if there is none of that name."""

    def places(self) -> Mapping[str, str]:
        """Where another process finds these items, for `ccm.libraries`."""
