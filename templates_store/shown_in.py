"""A content block that somebody is writing, where it is looked at: in a template that uses it, or by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from content_blocks.content_block import ContentBlock
from content_blocks.dictionary import Dictionary
from content_blocks.document_class import DocumentClass
from content_blocks.specimen_use import SPECIMEN, specimen_use
from content_blocks.template import Template
from templates_store.item_files import Loaded
from templates_store.items import Items
from templates_store.overlay import Overlaid, Unsaved, unsaved


def insisting(template: Loaded[Template], wording: Loaded[ContentBlock]) -> Unsaved:
    """A template whose uses of a content block all show the version that is being written, whatever they said."""
    content = template.source.content
    pin = {"version": wording.item.version, "hash": wording.hash}
    shown: dict[str, Any] = _pinned(content, wording.item.block, pin)
    return unsaved("template", template.item.template, shown)


def _pinned(value: Any, block: str, pin: Mapping[str, str]) -> Any:
    match value:
        case {"type": "clause", "block": named, **rest} if named == block:
            loose = {key: it for key, it in rest.items() if key not in ("follow", "version", "hash")}
            return {"type": "clause", "block": block, **loose, **pin}
        case Mapping():
            return {key: _pinned(it, block, pin) for key, it in value.items()}
        case list():
            return [_pinned(it, block, pin) for it in value]
    return value


@dataclass(frozen=True)
class Alone(Overlaid):
    """A library in which one content block that is being written stands in a letter of its own."""

    vocabulary: Loaded[Dictionary] | None = None
    rules: Loaded[DocumentClass] | None = None

    def dictionary(self, name: str) -> Loaded[Dictionary]:
        """A data dictionary: its own one is made of what the content block wants to know."""
        return self.vocabulary if self.vocabulary and name == SPECIMEN else super().dictionary(name)

    def document_class(self, name: str) -> Loaded[DocumentClass]:
        """A document class: its own one demands nothing."""
        return self.rules if self.rules and name == SPECIMEN else super().document_class(name)


def alone(
    library: Items, wording: Loaded[ContentBlock], brand: str, language: str, day: date
) -> tuple[Alone, Mapping[str, Any]]:
    """Such a library, and the record of somebody who would get the letter."""
    languages = dict.fromkeys((wording.item.source_language, language))
    made = specimen_use(wording.item, wording.hash, brand, languages, day)
    template = unsaved("template", SPECIMEN, made.template)
    vocabulary = unsaved("dictionary", SPECIMEN, made.dictionary)
    rules = unsaved("class", SPECIMEN, made.document_class)
    return Alone(library, template, wording, vocabulary=vocabulary, rules=rules), made.record
