"""What each part says in words on paper, so that the words can be looked for again on the finished page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from content_blocks.document import Document, Piece
from content_blocks.parts import (
    Bullets,
    Cell,
    Chart,
    Code,
    Facts,
    Heading,
    Leaf,
    Link,
    PageBreak,
    Paragraph,
    Picture,
    Rule,
    Runs,
    Table,
    leaves,
)
from renderers.pdf.carried import carried
from renderers.short_parts import lines_of


class Reader:
    """Reads parts on a certain page of so many: page numbers are words there."""

    def __init__(self, page: int, pages: int) -> None:
        self._numbers = {"page": str(page), "pages": str(pages), "break": " "}

    def runs(self, runs: Runs) -> str:
        """The words of some runs."""
        return "".join(self._numbers.get(run.atom, run.text) for run in runs)

    def cells(self, cells: tuple[Cell, ...]) -> str:
        """The words of a table's row."""
        return " ".join(cell if isinstance(cell, str) else self.runs(cell) for cell in cells)

    def leaf(self, leaf: Leaf) -> Iterator[str]:  # noqa: C901 - one case for each part
        """The texts of a leaf in the order they stand, apart from the rows of a table and what is drawn."""
        match leaf:
            case Heading() | Paragraph():
                yield self.runs(leaf.runs)
            case Bullets():
                yield from map(self.runs, leaf.items)
            case Facts():
                yield from (f"{self.runs(label)} {self.runs(value)}" for label, value in leaf.rows)
            case Table():
                yield leaf.caption if leaf.caption_shown else ""
                yield " ".join(column.label for column in leaf.columns)
            case Code():
                yield self.runs(leaf.caption)
            case Link():
                yield self.runs(leaf.label)
                yield leaf.url
            case Chart():
                yield leaf.title
            case Picture() | Rule() | PageBreak():
                return
            case _:
                assert_never(leaf)


def drawn(leaf: Leaf) -> Iterator[str]:
    """The words inside a drawing; the engine paints drawings before the text around them."""
    if isinstance(leaf, Chart):
        yield from leaf.categories
        for series in leaf.series:
            yield from series.texts


def words(reader: Reader, leaf: Leaf) -> Iterator[str]:
    """All the texts of a leaf, in whatever order they are painted."""
    yield from reader.leaf(leaf)
    yield from drawn(leaf)
    if isinstance(leaf, Table):
        yield from map(reader.cells, leaf.lines)


def texts(piece: Piece) -> Iterator[str]:
    """All the texts of a piece, as they read on a page of its own."""
    reader = Reader(1, 1)
    return (text for leaf in leaves(carried(piece)) for text in words(reader, leaf))


def values(document: Document) -> Iterator[tuple[str, str]]:
    """The values that were filled in and are shown, each with its field."""
    for _, piece in document.pieces():
        for part in carried(piece):
            yield from ((run.filled.field, run.text) for line in lines_of(part) for run in line.runs if run.filled)


NEGATIVE = re.compile(r"[-\u2212][^\s\d]{0,4}\s?\d[\d.,]*")
"""A value below zero at its beginning, up to the end of its figures: `-1.250,00`, `-€5.00`, `-CHF 5.00`."""


def negatives(leaf: Leaf) -> Iterator[str]:
    """The values below zero that were filled into a leaf, apart from the rows of a table and what is drawn."""
    match leaf:
        case Heading() | Paragraph():
            yield from _negative(leaf.runs)
        case Bullets():
            yield from (value for item in leaf.items for value in _negative(item))
        case Facts():
            yield from (value for row in leaf.rows for cell in row for value in _negative(cell))
        case _:
            return


def negatives_of_row(cells: Iterable[Cell]) -> Iterator[str]:
    """The values below zero in a row of a table."""
    for cell in cells:
        yield from _starts_negative(cell) if isinstance(cell, str) else _negative(cell)


def _negative(runs: Runs) -> Iterator[str]:
    return (value for run in runs if run.filled for value in _starts_negative(run.text))


def _starts_negative(text: str) -> Iterator[str]:
    found = NEGATIVE.match(text)
    if found:
        yield found[0]
