"""Texts that authors write: parsed once into atoms, filled for each recipient.

*Inline* text knows strong, emphasis, links and line breaks (a small Markdown subset); *plain* text knows placeholders
only.  Placeholders are taken out before the Markdown is parsed and become atoms, so nothing a recipient's record
holds is ever parsed, evaluated or turned into a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, TypeAlias, TypeVar

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from content_blocks.canonical import sha256
from content_blocks.expressions import Expression, parse_expression
from content_blocks.item import collected
from content_blocks.parts import Run
from content_blocks.problem import Problem, Refused, refuse

PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
FIRST_MARK = 0xE000
FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\ufffe\uffff]")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
ANY_LANGUAGE = ""
LINK_START = re.compile(r"https://[^/?#\s]+|mailto:|tel:", re.IGNORECASE)
PAGE_ATOMS = ("page", "pages")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A gap that an expression fills, in the style of the text around it."""

    expression: Expression
    strong: bool = False
    emphasis: bool = False
    target: Target | None = None


Target: TypeAlias = "tuple[str | Expression, ...]"
"""A link's address in pieces: literal text, and expressions whose values are percent-encoded."""


@dataclass(frozen=True, slots=True)
class LinkedWords:
    """Literal words whose link address has placeholders."""

    run: Run
    target: Target


Atom: TypeAlias = Run | Placeholder | LinkedWords
Atoms: TypeAlias = tuple[Atom, ...]
Self = TypeVar("Self", bound="Text")


@dataclass(frozen=True)
class Text:
    """A text in one or more languages; key `""` when it is the same in all of them.

    `of` gives for a translation the hash of the source text it translates: another hash means it is stale.
    """

    sources: Mapping[str, str]
    of: Mapping[str, str] = field(default_factory=dict)
    atoms: Mapping[str, Atoms] = field(default_factory=dict, compare=False, repr=False)

    markup: ClassVar[bool] = True
    kind: ClassVar[str] = "inline"

    @classmethod
    def read(cls: type[Self], content: object) -> Self:
        """From a string, or a map of languages with `of`; raises Refused with every fault and its language."""
        sources, of = _languages(content)
        atoms, problems = {}, []
        for language, source in sources.items():
            try:
                atoms[language] = parse_text(source, markup=cls.markup)
            except Refused as refused:
                problems += [problem.within(language) for problem in refused.problems]
        if problems:
            raise Refused(problems)
        return cls(sources, of, atoms)

    def languages(self) -> frozenset[str]:
        """The languages it is written in; empty if it is the same in all."""
        return frozenset(self.sources) - {ANY_LANGUAGE}

    def speaks(self, language: str) -> bool:
        """Whether there is a text for a language: its own, its base language's (`de` for `de-AT`), or a common one."""
        return self._key(language) is not None

    def in_language(self, language: str) -> Atoms:
        """The atoms in a language; raises Refused if there is no text for it."""
        key = self._key(language)
        if key is None:
            raise refuse("", "text-language-missing", language=language)
        return self.atoms[key]

    def stale(self, source_language: str) -> tuple[str, ...]:
        """The languages whose translation is of another source text than the present one, or says nothing of it."""
        if source_language not in self.sources:
            return ()
        current = text_hash(self.sources[source_language])
        return tuple(
            language for language in self.sources if language != source_language and self.of.get(language) != current
        )

    def expressions(self) -> Iterator[Expression]:
        """Every expression in it, in all languages, link addresses included."""
        for atoms in self.atoms.values():
            for atom in atoms:
                if isinstance(atom, Placeholder):
                    yield atom.expression
                if isinstance(atom, Placeholder | LinkedWords):
                    yield from (piece for piece in atom.target or () if isinstance(piece, Expression))

    def _key(self, language: str) -> str | None:
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
    """Plain text: placeholders only; used for labels, subjects, alternatives, addresses and payloads."""

    markup = False
    kind = "line"


def text_hash(source: str) -> str:
    """The short hash by which a translation names the source text it translates: 12 hexadecimal digits."""
    return sha256(source)[:12]


def parse_text(source: str, *, markup: bool) -> Atoms:
    """The atoms of one text; raises Refused for stray braces, forbidden characters and unsafe links."""
    marked, expressions = _mark(source)
    if not markup:
        return tuple(_split(marked, expressions, Run("")))
    tokens = _MARKDOWN.parseInline(marked)[0].children or []
    return tuple(_atoms(tokens, expressions))


def _languages(content: object) -> tuple[dict[str, str], dict[str, str]]:
    if isinstance(content, str):
        return {ANY_LANGUAGE: content}, {}
    if not isinstance(content, Mapping):
        raise refuse("", "text-form")
    of = content.get("of", {})
    sources = {language: text for language, text in content.items() if language != "of"}
    wrong = [language for language in sources if not LANGUAGE.fullmatch(str(language))]
    if wrong or not sources or not isinstance(of, Mapping) or not all(isinstance(t, str) for t in sources.values()):
        raise refuse("", "text-form")
    return sources, dict(of)


def _mark(source: str) -> tuple[str, list[Expression]]:
    """The source with each placeholder replaced by one private-use character, and the expressions in that order."""
    if found := FORBIDDEN.search(source):
        raise refuse("", "text-character", code_point=f"U+{ord(found[0]):04X}")
    expressions: list[Expression] = []
    problems: list[Problem] = []

    def swap(match: re.Match[str]) -> str:
        try:
            expressions.append(parse_expression(match[1].strip()))
        except Refused as refused:
            problems.extend(refused.problems)
        return chr(FIRST_MARK + len(expressions) - 1)

    marked = PLACEHOLDER.sub(swap, source)
    if any(stray in marked for stray in ("{{", "}}", "{%", "{#")):
        problems.append(Problem("", "text-stray-braces"))
    if problems:
        raise Refused(problems)
    return marked, expressions


def _split(marked: str, expressions: list[Expression], style: Run, target: Target | None = None) -> Iterator[Atom]:
    """The atoms of a stretch in one style, parted at the marks and at newlines."""
    for piece in re.split(r"([\ue000-\uf8ff\n])", marked):
        if piece == "\n":
            yield Run("", atom="break")
        elif piece and FIRST_MARK <= ord(piece[0]) <= 0xF8FF:
            yield _gap(expressions[ord(piece) - FIRST_MARK], style, target)
        elif piece:
            yield _words(piece, style, target)


def _gap(expression: Expression, style: Run, target: Target | None) -> Atom:
    if expression.source in PAGE_ATOMS:
        return Run("", style.strong, style.emphasis, atom="page" if expression.source == "page" else "pages")
    return Placeholder(expression, style.strong, style.emphasis, target)


def _words(piece: str, style: Run, target: Target | None) -> Atom:
    if target is None:
        return Run(piece, style.strong, style.emphasis)
    if all(isinstance(part, str) for part in target):
        return Run(piece, style.strong, style.emphasis, link="".join(map(str, target)))
    return LinkedWords(Run(piece, style.strong, style.emphasis), target)


def _atoms(tokens: list[Token], expressions: list[Expression]) -> Iterator[Atom]:
    style = Run("")
    target: Target | None = None
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                yield from _split(token.content, expressions, style, target)
            case "softbreak":
                yield _words(" ", style, target)
            case "hardbreak":
                yield Run("", atom="break")
            case "link_open" | "link_close":
                target = link_target(str(token.attrGet("href") or ""), expressions) if token.nesting == 1 else None
            case _:
                style = _styled(style, token)


def _styled(style: Run, token: Token) -> Run:
    opens = token.nesting == 1
    return replace(style, strong=opens) if token.tag == "strong" else replace(style, emphasis=opens)


def link_target(address: str, expressions: list[Expression]) -> Target:
    """The pieces of a link's address.  Scheme and host are literal unless the whole address is one placeholder."""
    pieces: list[str | Expression] = [
        expressions[ord(piece) - FIRST_MARK] if FIRST_MARK <= ord(piece[0]) <= 0xF8FF else piece
        for piece in re.split(r"([\ue000-\uf8ff])", address)
        if piece
    ]
    if len(pieces) == 1 and isinstance(pieces[0], Expression):
        return tuple(pieces)
    start = pieces[0] if pieces and isinstance(pieces[0], str) else ""
    begins = LINK_START.match(start)
    host_ends = begins is not None and (len(pieces) == 1 or begins[0].endswith(":") or len(start) > begins.end())
    if not host_ends or re.search(r"\s", address):
        raise refuse("", "link-address")
    return tuple(pieces)


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero").enable(["emphasis", "link", "newline", "escape"])
    markdown.validateLink = lambda url: bool(url)  # type: ignore[method-assign]
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return markdown


_MARKDOWN = _markdown()


def line_target(source: Atoms) -> Target:
    """The address that a plain text holds: its literal text and expressions as link pieces."""
    expressions = [atom.expression for atom in source if isinstance(atom, Placeholder)]
    marks = iter(range(len(expressions)))
    address = "".join(
        chr(FIRST_MARK + next(marks)) if isinstance(atom, Placeholder) else getattr(atom, "text", "") for atom in source
    )
    return link_target(address, expressions)
