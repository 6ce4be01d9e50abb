"""Where each piece and each table row ended up, read off the engine's anchors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from content_blocks.document import Document
from renderers.rendition import Mark

ID = re.compile(r"p(\d+)(?:r(\d+))?")
TENTHS = 254 / 96
"""Tenths of a millimetre in a CSS pixel."""

Box = tuple[int, int, int, int]


def marks(document: Document, pages: Sequence[Any]) -> tuple[Mark, ...]:
    """A mark for each piece and row on each page it stands on.

    The anchors have served then and are dropped: the file needs no named destination for each row.
    """
    names = [piece.id for _, piece in document.pieces()]
    found = tuple(mark for number, each in enumerate(pages, 1) for mark in _on_page(names, number, each.anchors))
    for each in pages:
        each.anchors.clear()
    return found


def _on_page(names: list[str], number: int, anchors: dict[str, tuple[float, ...]]) -> Iterator[Mark]:
    for name, edges in anchors.items():
        if match := ID.fullmatch(name):
            piece, row = match.groups()
            yield Mark(names[int(piece)], None if row is None else int(row), number, box(edges))


def box(edges: tuple[float, ...]) -> Box:
    """Left, top, width, height in tenths of a millimetre, from the edges in CSS pixels."""
    left, top, right, bottom = edges
    return round(left * TENTHS), round(top * TENTHS), round((right - left) * TENTHS), round((bottom - top) * TENTHS)
