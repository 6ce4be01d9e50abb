"""The smallest pieces of a text that a redline may strike out or insert: whole words, numbers, gaps, breaks.

Numbers go with their currency, amounts with their separators, dates and IBANs are whole; punctuation stands alone.  No
piece ends inside a grapheme (Unicode UAX 29).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

import regex
from babel.numbers import list_currencies

from content_blocks.atoms import Atoms, LinkedWords, Placeholder
from content_blocks.expressions import Expression
from content_blocks.link import Target
from content_blocks.parts import Run
from content_blocks.redline.model import PLAIN, Style

Kind = Literal["word", "space", "placeholder", "break"]


class Token(NamedTuple):
    """One piece; `key` is what has to be the same in both versions for it to count as unchanged: not its style."""

    text: str
    kind: Kind = "word"
    style: Style = PLAIN

    @property
    def key(self) -> str:
        """The text; a placeholder is told from words that spell one."""
        return self.text if self.kind != "placeholder" else f"\0{self.text}"


_BLANK = "[ \u00a0\u202f\u2009]"
_FIGURE = rf"\d{{1,3}}(?:{_BLANK}\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,:/'’\-–]\d+)*"
_CURRENCY = rf"(?:\p{{Sc}}|\b(?:{'|'.join(sorted(list_currencies()))})\b)"
_EXTENDING = r"[\p{Grapheme_Cluster_Break=Extend}\p{Grapheme_Cluster_Break=ZWJ}\p{Grapheme_Cluster_Break=SpacingMark}]"
_LETTERS = r"[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*"
_TOKEN = regex.compile(
    rf"""(?:
      \r\n
    | \s(?!{_EXTENDING})
    | \p{{L}}++(?=[ ]\p{{L}}|[.,;:!?](?:[ ]|\Z))             # most words, found at once
    | (?:https?://|www\.)[^\s<>"]*[^\s<>".,;:!?)]             # an address, without the full stop after it
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | \b[A-Z]{{2}}\d{{2}}(?:{_BLANK}?[A-Z0-9]{{4}}){{2,7}}(?:{_BLANK}?[A-Z0-9]{{1,3}})?\b   # ISO 13616
    | [+\-−]?(?:{_CURRENCY}{_BLANK}?)[+\-−]?(?:{_FIGURE})
    | (?<!\w)[+\-−]?(?:{_FIGURE})(?:{_BLANK}?(?:{_CURRENCY}|[%‰]))?(?!\w)
    | {_LETTERS}(?:[’'\-‑\u00ad\u200c\u200d]{_LETTERS})*
    | \X
    ){_EXTENDING}*""",
    regex.VERBOSE,
)
_EXPRESSION_TOKEN = regex.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\d+(?:\.\d+)?|\w+(?:\.\w+)*|[<>=!]=|\s+|.""")


def tokens_of_text(text: str, style: Style = PLAIN) -> Iterator[Token]:
    """The pieces of a text without markup."""
    for match in _TOKEN.finditer(unicodedata.normalize("NFC", text)):
        piece = match[0]
        kind: Kind = "break" if piece == "\n" else "space" if piece.isspace() else "word"
        yield Token(piece, kind, style)


def tokens_of_atoms(atoms: Atoms) -> Iterator[Token]:
    """The pieces of a text as it was parsed; placeholders are whole, with their format."""
    for atom in atoms:
        match atom:
            case Run(atom="break"):
                yield Token("\n", "break")
            case Run(atom="page" | "pages"):
                yield _placeholder(atom.atom, Style(atom.strong, atom.emphasis))
            case Run():
                yield from tokens_of_text(atom.text, Style(atom.strong, atom.emphasis, atom.link or ""))
            case LinkedWords(run, target):
                yield from tokens_of_text(run.text, Style(run.strong, run.emphasis, written(target)))
            case Placeholder():
                link = written(atom.target) if atom.target else ""
                yield _placeholder(atom.expression.source, Style(atom.strong, atom.emphasis, link))


def tokens_of_expression(source: str) -> Iterator[Token]:
    """The names, constants and operators of an expression."""
    for match in _EXPRESSION_TOKEN.finditer(unicodedata.normalize("NFC", source)):
        yield Token(match[0], "space" if match[0].isspace() else "word")


def written(target: Target) -> str:
    """A link's address as its author wrote it."""
    return "".join(f"{{{{ {piece.source} }}}}" if isinstance(piece, Expression) else piece for piece in target)


def _placeholder(source: str, style: Style) -> Token:
    return Token(unicodedata.normalize("NFC", f"{{{{ {source} }}}}"), "placeholder", style)
