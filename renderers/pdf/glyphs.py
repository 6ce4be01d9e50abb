"""Looks at every character before the engine does: one without a glyph would become a box, or another font's."""

from __future__ import annotations

from content_blocks.document import Document
from content_blocks.problem import Problem, Refused
from renderers.pdf.said import texts, values


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
    field = next((field for field, text in values(document) if character in text), None)
    return field or _piece(document, character)


def _piece(document: Document, character: str) -> str:
    return next(
        (piece.id for _, piece in document.pieces() if any(character in text for text in texts(piece))), "document"
    )
