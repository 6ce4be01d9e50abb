"""What paper carries of a document, and what it leaves out on purpose."""

from __future__ import annotations

from content_blocks.document import Document, Piece
from content_blocks.parts import Part
from renderers.forms import in_form
from renderers.rendition import LeftOut


def carried(piece: Piece) -> tuple[Part, ...]:
    """The parts of a piece as paper shows them."""
    return in_form(piece, "pdf")


def left_out(document: Document) -> tuple[LeftOut, ...]:
    """Each piece that paper does not show whole, with the form it has instead: `rows`, `short` or `absent`."""
    pieces = (piece for _, piece in document.pieces())
    return tuple(LeftOut(piece.id, piece.form("pdf").kind) for piece in pieces if carried(piece) != piece.parts)
