"""Looks at every character before the engine does: one without a glyph would become a box, or another font's."""

from __future__ import annotations

from content_blocks.document import Document
from content_blocks.parts import leaves
from content_blocks.problem import Problem, Refused
from renderers.pdf.carried import carried
from renderers.pdf.said import Reader, words


def check_glyphs(document: Document, html: str, letters: frozenset[str]) -> None:
    """Raises Refused with the code point of every character that no face of the theme has."""
    unknown = set(html) - letters
    if unknown:
        raise Refused(
            Problem(place(document, character), "character-without-glyph", {"code_point": f"U+{ord(character):04X}"})
            for character in sorted(unknown)
        )


def place(document: Document, character: str) -> str:
    """The first piece that has the character."""
    reader = Reader(1, 1)
    for _, piece in document.pieces():
        if any(character in text for leaf in leaves(carried(piece)) for text in words(reader, leaf)):
            return piece.id
    return "document"
