"""A library as it would be with something that somebody is writing and has not saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from content_blocks.bundle import Asset, Bundle
from content_blocks.canonical import as_data
from content_blocks.content import Content
from content_blocks.content_block import ContentBlock
from content_blocks.dictionary import Dictionary
from content_blocks.document_class import DocumentClass
from content_blocks.item import item_hash
from content_blocks.problem import Problem, Refused, refuse
from content_blocks.template import Template
from content_blocks.theme import Brand, Theme
from content_blocks.yaml_source import Source
from templates_store.choose import Kind, Listed
from templates_store.item_files import Loaded
from templates_store.items import Items
from templates_store.parsing import MODELS, file_of, reread
from templates_store.resolve import resolve

UNSAVED = "unsaved"
"""The place of a version that is nowhere but in an editor."""

AT_LAST = datetime.max.replace(tzinfo=UTC)
"""When it would be decided about: after everything that was."""

LARGEST = 10**18
"""Whole numbers from here on are none in an item's file either."""


class Unsaved(Loaded[Any]):
    """An item that has no file yet, and so no lines: its problems are placed by file, block and field."""

    def located(self, problem: Problem) -> Problem:
        """A problem of this item with the file that it would be in."""
        return problem.within(self.file)


def unsaved(kind: Kind, name: str, content: Mapping[str, Any]) -> Unsaved:
    """The item that some content would be once it is saved under a name.

    It has the very hash that it would have then.  Raises Refused with everything that is wrong with it.
    """
    shown = file_of(kind, name)
    try:
        plain = _plain(content)
        item = reread(kind, plain)
        if (called := getattr(item, MODELS[kind][1])) != name:
            raise refuse(MODELS[kind][1], "item-name-differs", name=called, expected=name)
    except Refused as refused:
        raise Refused(problem.within(shown) for problem in refused.problems) from None
    return Unsaved(item, item_hash(item, plain), shown, lambda: Source(plain))


def unsaved_brand(
    content: Mapping[str, Any], name: str, stored: Mapping[str, bytes], others: Mapping[str, bytes]
) -> Brand:
    """The brand that a theme's content would be, with the files that are stored beside it unless others are handed in.

    Raises Refused with everything that is wrong with it, a file that is nowhere included.
    """
    theme: Theme = unsaved("theme", name, content).item
    files = {**stored, **others}
    if missing := [file for file in theme.file_names() if file not in files]:
        raise Refused(Problem(file_of("theme", name), "theme-file-missing", {"file": file}) for file in missing)
    return Brand(theme, {file: files[file] for file in theme.file_names()})


@dataclass(frozen=True)
class Overlaid:
    """A library with one template, content block, brand or data dictionary in the place of what it has of that name.

    A content block takes the place of the version that it names itself, or comes as one more.
    """

    library: Items
    written: Loaded[Template] | None = None
    wording: Loaded[ContentBlock] | None = None
    dressed: Brand | None = None
    described: Loaded[Dictionary] | None = None

    def template_names(self) -> list[str]:
        """The templates' names, with that of the one being written."""
        own = {self.written.item.template} if self.written else set()
        return sorted({*self.library.template_names(), *own})

    def template(self, name: str) -> Loaded[Template]:
        """A template, as it is being written if it is that one."""
        if self.written and self.written.item.template == name:
            return self.written
        return self.library.template(name)

    def block_versions(self, name: str) -> list[Listed]:
        """The versions of a content block, the one being written among them."""
        found = self.library.block_versions(name)
        if self.wording is None or self.wording.item.block != name:
            return found
        item = self.wording.item
        start, until = item.effective.start, item.effective.until
        own = Listed("block", name, item.version, start, until, AT_LAST, place=UNSAVED)
        return [*(it for it in found if it.version != item.version), own]

    def content(self, listed: Listed) -> Content:
        """A content block's version as templates use it."""
        if self.wording and listed.place == UNSAVED:
            return Content(self.wording.item, self.wording.hash)
        return self.library.content(listed)

    def dictionary(self, name: str) -> Loaded[Dictionary]:
        """A data dictionary, as it is being written if it is that one."""
        if self.described and self.described.item.name == name:
            return self.described
        return self.library.dictionary(name)

    def document_class(self, name: str) -> Loaded[DocumentClass]:
        """A document class."""
        return self.library.document_class(name)

    def brand(self, name: str) -> Brand:
        """A theme with its files, as it is being written if it is that one."""
        if self.dressed and self.dressed.theme.theme == name:
            return self.dressed
        return self.library.brand(name)

    def asset(self, name: str) -> Asset:
        """A stored picture."""
        return self.library.asset(name)

    def bundle(self, template: Loaded[Template], language: str, brand: str, day: date) -> Bundle:
        """What would go out on a day; nobody has approved it."""
        return resolve(self, template, language, brand, day)

    def persona_names(self, template: str) -> list[str]:
        """The names of a template's personas."""
        return self.library.persona_names(template)

    def persona_text(self, template: str, name: str) -> bytes | None:
        """What a persona's file says; None if there is none of that name."""
        return self.library.persona_text(template, name)

    def places(self) -> Mapping[str, str]:
        """Another process finds the library below, and nothing of what is being written."""
        return self.library.places()


def _plain(content: Mapping[str, Any]) -> dict[str, Any]:
    """The content as an item's file could hold it, texts in NFC; raises Refused with the places of what it could not:
    numbers with a fraction, nothing where a value belongs, half characters."""
    if unfit := list(_unfit(content, ())):
        raise Refused(Problem(".".join(place), "field-value") for place in unfit)
    plain: dict[str, Any] = as_data(content)
    return plain


def _unfit(content: Any, place: tuple[str, ...]) -> list[tuple[str, ...]]:
    match content:
        case str():
            return [] if _whole(content) else [place]
        case bool():
            return []
        case int():
            return [] if abs(content) < LARGEST else [place]
        case Mapping():
            keys = [(*place, "?") for key in content if not _whole(key)]
            return keys + [found for key, value in content.items() for found in _unfit(value, (*place, str(key)))]
        case list():
            named = ((_step(value, at), value) for at, value in enumerate(content))
            return [found for step, value in named for found in _unfit(value, (*place, step))]
    return [place]


def _step(value: object, at: int) -> str:
    """How places call an entry of a list: by its id, or by its number."""
    named = value.get("id") if isinstance(value, Mapping) else None
    return named if isinstance(named, str) and _whole(named) else str(at)


def _whole(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)
