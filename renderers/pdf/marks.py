"""Where each piece and each table row ended up, read off the engine's anchors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from content_blocks.document import Document, RegionName
from renderers.rendition import Mark

ID = re.compile(r"p(\d+)(?:r(\d+))?")
TENTHS = 254 / 96
"""Tenths of a millimetre in a CSS pixel."""

RUNNING: tuple[RegionName, ...] = ("header_first", "header_next", "footer")
"""The regions that stand in page margins, outside the reading order."""

Box = tuple[int, int, int, int]


def marks(document: Document, pages: Sequence[Any]) -> tuple[Mark, ...]:
    """A mark for each piece and row on each page it stands on."""
    names = [piece.id for _, piece in document.pieces()]
    return tuple(mark for number, each in enumerate(pages, 1) for mark in _on_page(names, number, each.anchors))


def zones(pages: Sequence[Any]) -> dict[str, Box]:
    """Where the zones of the letter head ended up on the first page, by their names."""
    return {name: box(edges) for name, edges in pages[0].anchors.items() if not ID.fullmatch(name)}


def drop_anchors(pages: Sequence[Any]) -> None:
    """Once read, the anchors have served: the file needs no named destination for each row."""
    for each in pages:
        each.anchors.clear()


def _on_page(names: list[str], number: int, anchors: dict[str, tuple[float, ...]]) -> Iterator[Mark]:
    for name, edges in anchors.items():
        if match := ID.fullmatch(name):
            piece, row = match.groups()
            yield Mark(names[int(piece)], None if row is None else int(row), number, box(edges))


def box(edges: tuple[float, ...]) -> Box:
    """Left, top, width, height in tenths of a millimetre, from the edges in CSS pixels."""
    left, top, right, bottom = edges
    return round(left * TENTHS), round(top * TENTHS), round((right - left) * TENTHS), round((bottom - top) * TENTHS)


def section_languages(document: Document, found: tuple[Mark, ...]) -> list[str | None]:
    """For each section of the text, on each page it stands on: its language, if it is not the document's own."""
    languages = {piece.id: piece.language for region, piece in document.pieces() if region not in RUNNING}
    spoken = (languages[mark.piece] for mark in found if mark.row is None and mark.piece in languages)
    return [None if language == document.language else language for language in spoken]
