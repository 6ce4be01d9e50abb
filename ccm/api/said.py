"""What the pieces of a document say on paper, for comparing: their words, and what tells drawings apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from content_blocks.document import Document, Piece
from content_blocks.parts import Chart, Code, Leaf, Picture, leaves
from renderers.pdf.carried import carried
from renderers.pdf.said import texts


@dataclass(frozen=True, slots=True)
class Said:
    """What a piece says; `drawn` differs for pictures, codes and charts that are not the same.

    `span` is where it stands in its channel's text, and makes no difference.
    """

    text: str
    drawn: str = ""
    span: tuple[int, int] | None = field(default=None, compare=False)


def said_on_paper(document: Document) -> Mapping[str, Said]:
    """What each piece says on paper."""
    return {piece.id: Said("\n".join(filter(None, texts(piece))), _drawn(piece)) for _, piece in document.pieces()}


def _drawn(piece: Piece) -> str:
    drawings = repr(list(_drawings(piece)))
    return sha256(drawings.encode()).hexdigest()[:16] if drawings != "[]" else ""


def _drawings(piece: Piece) -> Iterator[Leaf]:
    return (leaf for leaf in leaves(carried(piece)) if isinstance(leaf, Picture | Code | Chart))
