"""A bundle: everything that decides the output of one template in one language and brand on one day.

An approval is a signature over its hash, and production renders nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from content_blocks.canonical import canonical_hash
from content_blocks.content import Content
from content_blocks.dictionary import Dictionary
from content_blocks.document_class import DocumentClass
from content_blocks.link import is_address
from content_blocks.names import Names
from content_blocks.setting import FieldFacts, Setting
from content_blocks.template import Template
from content_blocks.theme import Brand


@dataclass(frozen=True)
class Asset:
    """A stored picture: its bytes and their SHA-256."""

    hash: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Bundle:
    """The resolved items.

    `contents` are the content blocks by what their uses want (`Clause.wanted`).  `hashes` names each item and its
    hash; the bundle's own hash is made over them.
    """

    template: Template
    language: str
    brand: Brand
    dictionary: Dictionary
    document_class: DocumentClass
    contents: Mapping[str, Content]
    assets: Mapping[str, Asset]
    hashes: Mapping[str, str]

    @cached_property
    def hash(self) -> str:
        """SHA-256 over the item hashes, the language, the brand and the name of the PDF engine."""
        return canonical_hash(
            {"items": self.hashes, "language": self.language, "engine": self.document_class.pdf_engine}
        )

    @property
    def languages(self) -> tuple[str, ...]:
        """The language, and after it the other one of a bilingual template."""
        others = (language for language in self.template.bilingual or () if language != self.language)
        return (self.language, *others)

    @property
    def setting(self) -> Setting:
        """What stays the same for all records."""
        return self.names(self.language).setting

    def names(self, language: str) -> Names:
        """What names mean in the template's texts of a language."""
        return self._names[language]

    @cached_property
    def _names(self) -> Mapping[str, Names]:
        return {language: Names(self._setting(language)) for language in self.languages}

    def _setting(self, language: str) -> Setting:
        theme = self.brand.theme
        return Setting(
            language=language,
            locale=theme.locales[language],
            labels=theme.labels[language],
            dictionary=self.dictionary,
            built_in=built_in(theme.brand),
            assets={name: asset.hash for name, asset in self.assets.items()},
            required=self.document_class.demands(language, self.template.jurisdiction),
            channels=self.document_class.channels,
        )


def built_in(brand: Mapping[str, str]) -> dict[str, FieldFacts]:
    """The names every template has: the document's day and the brand's facts, of which an address may be a link."""
    facts = {f"brand.{name}": FieldFacts("url" if is_address(fact) else "text") for name, fact in brand.items()}
    return {"document.date": FieldFacts("date"), **facts}
