"""Reports: documents for the file and not for the post.

They look like the letters of their brand, but changes are drawn in them (strong words are underlined as put in,
emphasised ones struck through as taken out), and they are made of whatever was said: a character that no font has is
spelled out, where a letter would be refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from content_blocks.document import Document, Piece
from content_blocks.parts import Bullets, Cell, Facts, Heading, Leaf, Paragraph, Runs, Table
from content_blocks.problem import Refused
from content_blocks.theme import Brand
from renderers.forms import each_leaf
from renderers.pdf.attached import AttachedFile
from renderers.pdf.engine import RenderPdf, open_pdf
from renderers.pdf.fonts import printable
from renderers.pdf.readback import check
from renderers.rendition import Rendition

SHEETS = ("report",)
_LONG = re.compile(r"\S{1000}(?=\S)")
"""What would be laid out for minutes, were there no place to end a line."""


def open_report(brand: Brand) -> RenderPdf:
    """A renderer of reports under a brand; as `open_pdf`, open it once.  It reads each report back at once and raises
    Refused if anything of it is not on its pages."""
    speller = Speller(printable(brand))
    print_out = open_pdf(speller.brand(brand), {}, SHEETS)

    def render(document: Document, files: Sequence[AttachedFile] = (), *, whole: bool = True) -> Rendition:
        spelled = speller.document(document)
        rendition = print_out(spelled, files, whole=whole)
        if problems := check(spelled, rendition):
            raise Refused(problems)
        return rendition

    return render


class Speller:
    """Spells out what cannot be printed: `‹U+1F389›`."""

    def __init__(self, letters: frozenset[str]) -> None:
        self._letters = letters

    def brand(self, brand: Brand) -> Brand:
        """A brand whose name can be printed."""
        return replace(brand, theme=brand.theme.model_copy(update={"title": self.text(brand.theme.title)}))

    def document(self, document: Document) -> Document:
        """A document that says the same in letters there are."""
        regions = {name: tuple(map(self._piece, document.region(name))) for name in document.regions}
        return replace(document, title=self.text(document.title), regions=regions)

    def text(self, text: str) -> str:
        """A text in letters there are, and words without end parted."""
        spelled = "".join(
            character if character in self._letters else f"‹U+{ord(character):04X}›" for character in text
        )
        return _LONG.sub("\\g<0> ", spelled)

    def _piece(self, piece: Piece) -> Piece:
        return replace(piece, parts=each_leaf(piece.parts, lambda leaf: (self._leaf(leaf),)))

    def _leaf(self, leaf: Leaf) -> Leaf:
        match leaf:
            case Heading() | Paragraph():
                return replace(leaf, runs=self._runs(leaf.runs))
            case Bullets():
                return replace(leaf, items=tuple(map(self._runs, leaf.items)))
            case Facts():
                return replace(leaf, rows=tuple((self._runs(label), self._runs(value)) for label, value in leaf.rows))
            case Table():
                columns = tuple(replace(column, label=self.text(column.label)) for column in leaf.columns)
                rows = tuple(map(self._row, leaf.rows))
                total = leaf.total and self._row(leaf.total)
                return replace(leaf, caption=self.text(leaf.caption), columns=columns, rows=rows, total=total)
            case _:
                return leaf

    def _row(self, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(self.text(cell) if isinstance(cell, str) else self._runs(cell) for cell in cells)

    def _runs(self, runs: Runs) -> Runs:
        return tuple(replace(run, text=self.text(run.text)) for run in runs)
