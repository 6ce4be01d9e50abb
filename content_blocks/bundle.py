"""A bundle: everything that decides the output of one template in one language and brand on one day.

An approval is a signature over its hash, and production renders nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from content_blocks.canonical import canonical_hash
from content_blocks.content_block import Content
from content_blocks.dictionary import Dictionary
from content_blocks.document_class import DocumentClass
from content_blocks.scope import FieldFacts, Setting
from content_blocks.template import Template
from content_blocks.theme import Brand


@dataclass(frozen=True)
class Asset:
    """A stored picture: its bytes and their SHA-256."""

    hash: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Bundle:
    """The resolved items.  `hashes` names each item and its hash; the bundle's own hash is made over them."""

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

    @cached_property
    def setting(self) -> Setting:
        """What composing needs of this bundle, made once."""
        return self.setting_in(self.language)

    def setting_in(self, language: str) -> Setting:
        """The same for one of the languages of a bilingual template."""
        theme = self.brand.theme
        return Setting(
            language=language,
            locale=theme.locales[language],
            labels=theme.labels[language],
            fields=self._facts,
            assets={name: asset.hash for name, asset in self.assets.items()},
            contents=self.contents,
            required=self.document_class.demands(language),
            channels=self.document_class.channels,
        )

    @cached_property
    def _known(self) -> dict[str, FieldFacts]:
        """By path, and through lists also as aggregates write it: `sum(account.transactions.amount)`."""
        known = {path: _facts(self.dictionary, path) for path in self.dictionary.paths()}
        return known | {path.replace("[]", ""): facts for path, facts in known.items()}

    def _facts(self, path: str) -> FieldFacts | None:
        return self._known.get(path) or _BUILT_IN.get(path)


_BUILT_IN = {"document.date": FieldFacts("date")}


def _facts(dictionary: Dictionary, path: str) -> FieldFacts:
    found = dictionary.field(path)
    assert found is not None
    return FieldFacts(found.type, found.privacy, found.currency, found.currency_from, found.choices, found.digits)
