"""Looks at every character before the engine does: one without a glyph would become a box, or another font's.

And at every word: one without an end is laid out anew for each line it takes, which takes minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from content_blocks.document import Document, Piece
from content_blocks.parts import leaves
from content_blocks.problem import Problem, Refused
from renderers.pdf.carried import carried
from renderers.pdf.said import Reader, words
from renderers.short_parts import lines_of

LONGEST_WORD = 2000
"""In characters, markup and all; about half a page."""

_WORD = re.compile(rf"[^ \t\r\n<>]{{{LONGEST_WORD + 1},}}")


def check_words(document: Document, html: str) -> None:
    """Raises Refused with `word-too-long` for what has no place to end a line; pictures are not part of the text."""
    if _WORD.search(html) is None:
        return
    values = {field for field, text in _values(document) if _WORD.search(text)}
    places = values or {piece.id for _, piece in document.pieces() if any(map(_WORD.search, _texts(piece)))}
    if places:
        raise Refused(Problem(place, "word-too-long", {"limit": LONGEST_WORD}) for place in sorted(places))


def check_glyphs(document: Document, html: str, letters: frozenset[str]) -> None:
    """Raises Refused with the code point of every character that no face of the theme has."""
    unknown = set(html) - letters
    if unknown:
        raise Refused(
            Problem(place(document, character), "character-without-glyph", {"code_point": f"U+{ord(character):04X}"})
            for character in sorted(unknown)
        )


def place(document: Document, character: str) -> str:
    """The field of the record that holds the character, or else the first piece that has it."""
    field = next((field for field, text in _values(document) if character in text), None)
    return field or _piece(document, character)


def _values(document: Document) -> Iterator[tuple[str, str]]:
    for _, piece in document.pieces():
        for part in carried(piece):
            yield from ((run.filled.field, run.text) for line in lines_of(part) for run in line.runs if run.filled)


def _piece(document: Document, character: str) -> str:
    return next(
        (piece.id for _, piece in document.pieces() if any(character in text for text in _texts(piece))), "document"
    )


def _texts(piece: Piece) -> Iterator[str]:
    reader = Reader(1, 1)
    return (text for leaf in leaves(carried(piece)) for text in words(reader, leaf))
