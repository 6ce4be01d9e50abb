"""What paper carries of a piece, and what it leaves out on purpose.

Written by the renderer and looked for again by the check, so it is decided in one place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from content_blocks.document import Document, Form, Piece
from content_blocks.parts import Container, Leaf, Paragraph, Part, Table
from renderers.rendition import LeftOut


def carried(piece: Piece) -> tuple[Part, ...]:
    """The parts of a piece as paper shows them: all, its tables cut short, its short sentence, or none."""
    form = piece.form("pdf")
    match form.kind:
        case "full":
            return piece.parts
        case "rows":
            return tuple(_cut(piece.parts, form))
        case "short":
            return (Paragraph(piece.short),) if piece.short else ()
        case "absent":
            return ()
    assert_never(form.kind)


def left_out(document: Document) -> tuple[LeftOut, ...]:
    """Each piece that paper does not show whole, with the form it has instead: `rows`, `short` or `absent`."""
    pieces = (piece for _, piece in document.pieces())
    return tuple(LeftOut(piece.id, piece.form("pdf").kind) for piece in pieces if carried(piece) != piece.parts)


def _cut(parts: tuple[Part, ...], form: Form) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Container):
            yield replace(part, cells=tuple(tuple(_shortened(cell, form)) for cell in part.cells))
        else:
            yield from _shortened((part,), form)


def _shortened(part: tuple[Leaf, ...], form: Form) -> Iterator[Leaf]:
    """A table's first rows and the sentence about the others; any other leaf as it is.  Nothing is carried over page
    breaks then: the running totals would not lead to the total."""
    for leaf in part:
        if isinstance(leaf, Table) and len(leaf.rows) > form.rows:
            yield replace(leaf, rows=leaf.rows[: form.rows], carry=None)
            yield Paragraph(form.more, "small")
        else:
            yield leaf
