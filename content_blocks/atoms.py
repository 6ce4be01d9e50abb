"""One text parsed into atoms: literal runs, and placeholders that a record fills later.

Placeholders are taken out before the Markdown is parsed and put back as atoms, so nothing that a recipient's record
holds is ever parsed, evaluated or turned into a link.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

from content_blocks.characters import forbidden_character
from content_blocks.expressions import Expression, parse_expression
from content_blocks.formats import check_format
from content_blocks.link import Target, checked_target
from content_blocks.parts import Run
from content_blocks.problem import Problem, Refused, refuse

MAX_LENGTH = 20_000
"""Characters in one text; fewer placeholders than there are marks to stand for them."""

REMEMBERED = 2_000
"""Characters in a text that is read only once, if it is met again before many others."""

PAGE_ATOMS = ("page", "pages")
NOTHING = "{{}}"
"""A placeholder for nothing: no atom comes of it.  It lets marks begin and end where Markdown alone would not have
them, as in `a**{{}}(b)**` or `**a {{}}**`."""

_PLACEHOLDER = re.compile(r"\{\{((?:(?!\{\{).)*?)\}\}", re.DOTALL)  # stops at the next: a text of braces takes no time
_ONE_BRACE = re.compile(r"\{\s*[a-z]\w*(\.\w+)+\s*(\|[^{}]*)?\}")  # somebody meant a placeholder
_FIRST_MARK = 0xE000  # the marks are private-use characters, which no text may hold
_NO_MARK = "\uf8ff"  # what stands for nothing; there are never so many placeholders
_MARK = re.compile(r"([\ue000-\uf8ff])")
_MARKUP = re.compile(r"[*_\\\[\n]")
_MARK_OR_BREAK = re.compile(r"([\ue000-\uf8ff\n])")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A gap that an expression fills, in the style of the text around it."""

    expression: Expression
    strong: bool = False
    emphasis: bool = False
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class LinkedWords:
    """Literal words whose link address has placeholders."""

    run: Run
    target: Target


Atom: TypeAlias = Run | Placeholder | LinkedWords
Atoms: TypeAlias = tuple[Atom, ...]


def parse_inline(source: str) -> Atoms:
    """The atoms of a text in the Markdown subset: strong, emphasis, links, line breaks.

    Raises Refused for stray braces, forbidden characters, faulty expressions and unsafe links.
    """
    return _remembered(_inline, source) if len(source) <= REMEMBERED else _inline(source)


def parse_plain(source: str) -> Atoms:
    """The atoms of a text that knows placeholders only; a newline is a line break.  Raises Refused as above."""
    return _remembered(_plain, source) if len(source) <= REMEMBERED else _plain(source)


@lru_cache(maxsize=8192)  # while somebody writes, all texts of a template are read again and again
def _remembered(parse: Callable[[str], Atoms], source: str) -> Atoms:
    return parse(source)


def _inline(source: str) -> Atoms:
    marked, expressions = _mark(source)
    if not _MARKUP.search(marked):  # most texts have no marks at all
        return tuple(_split(marked, expressions, Run("")))
    tokens = _MARKDOWN.parseInline(marked)[0].children or []
    return tuple(_joined(_styled(tokens, expressions)))


def _plain(source: str) -> Atoms:
    marked, expressions = _mark(source)
    return tuple(_split(marked, expressions, Run("")))


def parse_address(source: str) -> Target:
    """The pieces of a plain text that is an address.  Raises Refused as above, or if it cannot be a link."""
    return checked_target(_pieces(*_mark(source)))


def _mark(source: str) -> tuple[str, list[Expression]]:
    """The source with each placeholder replaced by a mark, and the expressions in that order."""
    if len(source) > MAX_LENGTH:
        raise refuse("", "wording-too-long", limit=MAX_LENGTH)
    if code_point := forbidden_character(source, multiline=True):
        raise refuse("", "character-not-allowed", code_point=code_point)
    expressions: list[Expression] = []
    problems: list[Problem] = []

    def swap(match: re.Match[str]) -> str:
        if match[0] == NOTHING:
            return _NO_MARK
        try:
            expressions.append(_expression(match[1].strip()))
        except Refused as refused:
            problems.extend(refused.problems)
        return chr(_FIRST_MARK + len(expressions) - 1)

    marked = _PLACEHOLDER.sub(swap, source)
    if _ONE_BRACE.search(marked) or any(stray in marked for stray in ("{{", "}}", "{%", "{#")):
        problems.append(Problem("", "text-stray-braces"))
    if problems:
        raise Refused(problems)
    return marked, expressions


def _expression(source: str) -> Expression:
    expression = parse_expression(source)
    if expression.format and (problems := check_format(*expression.format)):
        raise Refused(problems)
    return expression


def _styled(tokens: Iterable[Token], expressions: list[Expression]) -> Iterator[Atom]:
    depth: Counter[str] = Counter()  # emphasis may stand inside emphasis
    target: Target | None = None
    for token in tokens:
        style = Run("", depth["strong"] > 0, depth["em"] > 0)
        match token.type:
            case "text" | "text_special":
                yield from _split(token.content, expressions, style, target)
            case "softbreak":
                yield _words(" ", style, target)
            case "hardbreak":
                yield Run("", atom="break")
            case "link_open" | "link_close":
                target = _link(token, expressions) if token.nesting == 1 else None
            case _:
                depth[token.tag] += token.nesting


def _link(token: Token, expressions: list[Expression]) -> Target:
    if token.attrGet("title"):
        raise refuse("", "link-title")
    return checked_target(_pieces(str(token.attrGet("href") or ""), expressions))


def _pieces(marked: str, expressions: list[Expression]) -> Target:
    """Literal text and expressions in turn.  A mark that stands for none came from an entity such as `&#xE000;`."""
    try:
        return tuple(
            expressions[ord(piece) - _FIRST_MARK] if _MARK.fullmatch(piece) else piece
            for piece in _MARK.split(marked)
            if piece
        )
    except IndexError:
        raise refuse("", "link-address") from None


def _split(marked: str, expressions: list[Expression], style: Run, target: Target | None = None) -> Iterator[Atom]:
    """The atoms of a stretch in one style, parted at the marks and at newlines."""
    for piece in _MARK_OR_BREAK.split(marked.replace(_NO_MARK, "")):
        if piece == "\n":
            yield Run("", atom="break")
        elif _MARK.fullmatch(piece):
            yield _gap(expressions[ord(piece) - _FIRST_MARK], style, target)
        elif piece:
            yield _words(piece, style, target)


def _gap(expression: Expression, style: Run, target: Target | None) -> Atom:
    match expression.source:
        case "page" | "pages" as atom:
            return replace(style, atom=atom)
    return Placeholder(expression, style.strong, style.emphasis, target)


def _words(piece: str, style: Run, target: Target | None) -> Atom:
    run = replace(style, text=piece)
    if target is None:
        return run
    if all(isinstance(part, str) for part in target):
        return replace(run, link="".join(map(str, target)))
    return LinkedWords(run, target)


def _joined(atoms: Iterable[Atom]) -> Iterator[Atom]:
    """The same with neighbouring literal words of one style as one run: a line break in the source is no border."""
    last: Run | None = None
    for atom in atoms:
        words = atom if isinstance(atom, Run) and not atom.atom else None
        if words and last and _style(last) == _style(words):
            last = replace(last, text=last.text + words.text)
            continue
        if last:
            yield last
        last = words
        if not words:
            yield atom
    if last:
        yield last


def _style(run: Run) -> tuple[bool, bool, str | None]:
    return run.strong, run.emphasis, run.link


def _markdown() -> MarkdownIt:
    """Our subset.  Links are neither judged nor rewritten by the library: `checked_target` does the one, nobody the
    other."""
    markdown = MarkdownIt("zero").enable(["emphasis", "link", "newline", "escape"])
    markdown.validateLink = lambda url: bool(url)  # type: ignore[method-assign]
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return markdown


_MARKDOWN = _markdown()
