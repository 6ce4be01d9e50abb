"""The end of a letter: which of its last pieces stand together on one page.

A signature or a clause alone on a last sheet looks like a mistake, and may be lost as one.  So small print stays with
the heading above it, or with the signature and the last sentence before that.
"""

from __future__ import annotations

from collections.abc import Sequence

from content_blocks.document import Piece
from content_blocks.parts import Bullets, Container, Heading, Paragraph, Part, leaves
from renderers.pdf.carried import carried
from renderers.pdf.said import Reader, words

MOST = 2200
"""Characters up to which pieces are held together; about a third of a page in small print."""


def closing(pieces: Sequence[Piece]) -> int:
    """How many pieces at the end belong together: 0 if there is nothing to hold."""
    shown = [(index, parts) for index, piece in enumerate(pieces) if (parts := carried(piece))]
    at = len(shown)
    while at and _small(shown[at - 1][1]):
        at -= 1
    if at and _signature(shown[at - 1][1]):
        at -= 1
    if at and _leads(shown[at - 1][1]):
        at -= 1
    start = shown[at][0] if at < len(shown) else len(pieces)
    while sum(_length(piece) for piece in pieces[start:]) > MOST:
        start += 1
    return len(pieces) - start


def _small(parts: Sequence[Part]) -> bool:
    return all(isinstance(part, Paragraph) and part.tone == "small" for part in parts)


def _signature(parts: Sequence[Part]) -> bool:
    return all(isinstance(part, Container) and part.kind == "keep" for part in parts)


def _leads(parts: Sequence[Part]) -> bool:
    """Whether these parts are a heading or a few sentences, which lead to what follows."""
    return all(isinstance(part, Heading | Paragraph | Bullets) for part in parts)


def _length(piece: Piece) -> int:
    return sum(len(text) for leaf in leaves(carried(piece)) for text in words(Reader(1, 1), leaf))
