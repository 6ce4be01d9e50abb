"""A piece in the form that a channel gives it: all its parts, its tables cut short, its short sentence, or nothing.

Paper and mail show parts and are checked for each of them, so what they carry is decided in one place for both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import assert_never

from content_blocks.document import ChannelName, Form, Piece
from content_blocks.parts import Container, Leaf, Paragraph, Part, Table


def in_form(piece: Piece, channel: ChannelName) -> tuple[Part, ...]:
    """The parts of a piece as a channel shows them."""
    form = piece.form(channel)
    match form.kind:
        case "full":
            return piece.parts
        case "rows":
            return each_leaf(piece.parts, lambda leaf: _cut(leaf, form))
        case "short":
            return (Paragraph(piece.short),) if piece.short else ()
        case "absent":
            return ()
    assert_never(form.kind)


def each_leaf(parts: tuple[Part, ...], change: Callable[[Leaf], tuple[Leaf, ...]]) -> tuple[Part, ...]:
    """The parts with each leaf replaced by what becomes of it, in its container."""
    return tuple(_each_leaf(parts, change))


def _each_leaf(parts: tuple[Part, ...], change: Callable[[Leaf], tuple[Leaf, ...]]) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Container):
            cells = tuple(tuple(new for leaf in cell for new in change(leaf)) for cell in part.cells)
            yield replace(part, cells=cells)
        else:
            yield from change(part)


def _cut(leaf: Leaf, form: Form) -> tuple[Leaf, ...]:
    """A table's first rows and the sentence about the others; any other leaf as it is.  Nothing is carried over page
    breaks then: the running totals would not lead to the total."""
    if not isinstance(leaf, Table) or len(leaf.rows) <= form.rows:
        return (leaf,)
    return (replace(leaf, rows=leaf.rows[: form.rows], carry=None), Paragraph(form.more, "small"))
