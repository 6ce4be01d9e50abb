"""Parts as HTML: the place where paper learns of each of them."""

from __future__ import annotations

from typing import assert_never

from markupsafe import Markup

from content_blocks.document import Document, Piece
from content_blocks.parts import (
    Bullets,
    Chart,
    Code,
    Container,
    Facts,
    Heading,
    Leaf,
    Link,
    PageBreak,
    Paragraph,
    Part,
    Picture,
    Rule,
    Run,
    Table,
)
from content_blocks.theme import Theme
from renderers.pdf.carried import carried
from renderers.pdf.figures import chart, code, picture
from renderers.pdf.markup import element, join, void
from renderers.pdf.table import RowId, facts, table
from renderers.pdf.words import address, inline


class Body:
    """Writes the pieces of one document; remembers only how many rows a piece has had."""

    def __init__(self, document: Document, theme: Theme) -> None:
        self._labels = document.labels
        self._language = document.language
        self._theme = theme

    def piece(self, number: int, piece: Piece, breaks: str | None = None) -> Markup:
        """A piece as a section with an id that the marks read; empty if paper does not carry it.

        `breaks` is `whole` for a section that no page break divides, `held` for one that stays with the one before too.
        """
        inside = self.content(number, piece)
        language = piece.language if piece.language != self._language else None
        return element("section", inside, id=piece_id(number), lang=language, class_=breaks) if inside else inside

    def content(self, number: int, piece: Piece) -> Markup:
        """What a piece shows in the form that paper carries it."""
        row_id = RowIds(number)
        return join(self.part(part, row_id) for part in carried(piece))

    def part(self, part: Part, row_id: RowId) -> Markup:
        """One part; containers hold leaves only."""
        if isinstance(part, Container):
            return self._container(part, row_id)
        return self._leaf(part, row_id)

    def _container(self, part: Container, row_id: RowId) -> Markup:
        cells = [join(self._leaf(leaf, row_id) for leaf in cell) for cell in part.cells]
        match part.kind:
            case "panel":
                return element("div", *cells, class_=f"panel {part.tone}")
            case "keep":
                return element("div", *cells, class_="keep")
            case "columns":
                widths = list(map(_column_width, part.cells))
                columns = (element("div", cell, style=width) for cell, width in zip(cells, widths, strict=True))
                return element("div", *columns, class_="columns held" if any(widths) else "columns")
        assert_never(part.kind)

    def _leaf(self, part: Leaf, row_id: RowId) -> Markup:  # noqa: C901 - one case for each part
        match part:
            case Heading():
                return element(f"h{part.level}", inline(part.runs))
            case Paragraph():
                return element("p", inline(part.runs), class_=part.tone)
            case Bullets():
                return element("ol" if part.ordered else "ul", *(element("li", inline(item)) for item in part.items))
            case Facts():
                return facts(part)
            case Table():
                return table(part, row_id)
            case Picture():
                return picture(part)
            case Code():
                return code(part)
            case Chart():
                return chart(part, self._theme)
            case Link():
                return self._link(part)
            case Rule():
                return void("hr")
            case PageBreak():
                return element("div", class_="page-break")
        assert_never(part)

    def _link(self, part: Link) -> Markup:
        """A button on paper: what to do in words, and where, written out and still a link on a screen."""
        where = inline((Run(self._labels.get("more_at", "") + " "), Run(part.url, link=address(part.url))))
        return element("p", element("strong", inline(part.label)), void("br"), where, class_="button")


def _column_width(cell: tuple[Leaf, ...]) -> str | None:
    """A column that holds nothing but codes is as wide as they are, and leaves the rest to the others."""
    sizes = [leaf.size for leaf in cell if isinstance(leaf, Code)]
    return f"width: {max(sizes) + 4}mm" if sizes and len(sizes) == len(cell) else None


class RowIds:
    """Counts the rows of a piece, over all its tables."""

    def __init__(self, piece: int) -> None:
        self._piece, self._next = piece, 0

    def __call__(self) -> str:
        self._next += 1
        return row_id(self._piece, self._next - 1)


def piece_id(number: int) -> str:
    """The id of the n-th piece of a document (from 0, over all regions)."""
    return f"p{number}"


def row_id(piece: int, row: int) -> str:
    """The id of a row of a piece."""
    return f"p{piece}r{row}"
