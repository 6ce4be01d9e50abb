"""Texts that authors write, in one or more languages: parsed once into atoms, filled for each recipient.

*Inline* text knows strong, emphasis, links and line breaks; a *line* knows placeholders only; an *address* is a line
that is a link.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from content_blocks.atoms import Atoms, LinkedWords, Placeholder, parse_address, parse_inline, parse_plain
from content_blocks.canonical import sha256
from content_blocks.expressions import Expression
from content_blocks.item import LANGUAGE, collected
from content_blocks.link import Target
from content_blocks.problem import Refused, refuse

ANY_LANGUAGE = ""

Self = TypeVar("Self", bound="Text")


@dataclass(frozen=True)
class Text:
    """A text in one or more languages; key `""` when it is the same in all of them.

    `of` gives for a translation the hash of the source text it translates: another hash means it is stale.
    """

    sources: Mapping[str, str]
    of: Mapping[str, str] = field(default_factory=dict)
    atoms: Mapping[str, Atoms] = field(default_factory=dict, compare=False, repr=False)

    kind: ClassVar[str] = "inline"

    @classmethod
    def read(cls: type[Self], content: object) -> Self:
        """From a string, or a map of languages with `of`; raises Refused with every fault and its language."""
        sources, of = _languages(content)
        atoms, problems = {}, []
        for language, source in sources.items():
            try:
                atoms[language] = cls.parse(source)
            except Refused as refused:
                problems += [problem.within(language) for problem in refused.problems]
        if problems:
            raise Refused(problems)
        return cls(sources, of, atoms)

    @classmethod
    def parse(cls, source: str) -> Atoms:
        """The atoms of the text in one language; raises Refused with what is wrong with it."""
        return parse_inline(source)

    def languages(self) -> frozenset[str]:
        """The languages it is written in; empty if it is the same in all."""
        return frozenset(self.sources) - {ANY_LANGUAGE}

    def speaks(self, language: str) -> bool:
        """Whether there is a text for a language: its own, its base language's (`de` for `de-AT`), or a common one."""
        return self.key(language) is not None

    def in_language(self, language: str) -> Atoms:
        """The atoms in a language; raises Refused if there is no text for it."""
        return self.atoms[self._found(language)]

    def stale(self, source_language: str) -> tuple[str, ...]:
        """The languages that say they translate another source text than the present one."""
        translations = self.translations(source_language)
        current = text_hash(self.sources[source_language]) if translations else ""
        return tuple(language for language in translations if self.of.get(language, current) != current)

    def unstamped(self, source_language: str) -> tuple[str, ...]:
        """The languages that do not say which source text they translate."""
        return tuple(language for language in self.translations(source_language) if language not in self.of)

    def translations(self, source_language: str) -> tuple[str, ...]:
        """The languages that translate the source text; none where there is no text in the source language."""
        if source_language not in self.sources:
            return ()
        return tuple(language for language in self.sources if language != source_language)

    def expressions(self) -> Iterator[Expression]:
        """Every expression in it, in all languages, link addresses included."""
        for atoms in self.atoms.values():
            for atom in atoms:
                if isinstance(atom, Placeholder):
                    yield atom.expression
                if isinstance(atom, Placeholder | LinkedWords):
                    yield from (piece for piece in atom.target or () if isinstance(piece, Expression))

    def targets(self, language: str) -> Iterator[Target]:
        """The addresses it links to in a language, in pieces."""
        for atom in self.in_language(language):
            if isinstance(atom, Placeholder | LinkedWords) and atom.target:
                yield atom.target

    def _found(self, language: str) -> str:
        key = self.key(language)
        if key is None:
            raise refuse("", "text-language-missing", language=language)
        return key

    def key(self, language: str) -> str | None:
        """Under which language the text for a language is kept; None if there is none."""
        candidates = (language, language.split("-")[0], ANY_LANGUAGE)
        return next((key for key in candidates if key in self.sources), None)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            collected(lambda content: content if isinstance(content, cls) else cls.read(content))
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        text = {"type": "string"}
        by_language = {"type": "object", "additionalProperties": {"anyOf": [text, {"type": "object"}]}}
        return {"anyOf": [text, by_language], "format": cls.kind}


class Inline(Text):
    """Text with strong, emphasis, links and line breaks."""


class Line(Text):
    """Plain text: placeholders only; used for labels, subjects, alternatives and payloads."""

    kind = "line"

    @classmethod
    def parse(cls, source: str) -> Atoms:
        """The atoms, without any markup."""
        return parse_plain(source)


class Address(Line):
    """A link's address: https with a fixed host, mailto, tel, or one single placeholder."""

    kind = "address"

    @classmethod
    def parse(cls, source: str) -> Atoms:
        """The atoms; raises Refused if they cannot be an address."""
        parse_address(source)
        return parse_plain(source)

    def target(self, language: str) -> Target:
        """The address in a language, in pieces."""
        return parse_address(self.sources[self._found(language)])

    def targets(self, language: str) -> Iterator[Target]:
        """The address itself."""
        yield self.target(language)


def text_hash(source: str) -> str:
    """The short hash by which a translation names the source text it translates: 12 hexadecimal digits."""
    return sha256(source)[:12]


def _languages(content: object) -> tuple[dict[str, str], dict[str, str]]:
    if isinstance(content, str):
        return {ANY_LANGUAGE: content}, {}
    if not isinstance(content, Mapping):
        raise refuse("", "text-form")
    of = content.get("of", {})
    sources = {language: text for language, text in content.items() if language != "of"}
    if not sources or not isinstance(of, Mapping) or not of.keys() <= sources.keys():
        raise refuse("", "text-form")
    if not all(isinstance(text, str) for text in (*sources.values(), *of.values())):
        raise refuse("", "text-form")
    if not all(LANGUAGE.fullmatch(str(language)) for language in sources):
        raise refuse("", "text-form")
    return sources, dict(of)
