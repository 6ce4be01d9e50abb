"""Reads a finished PDF and finds again what it must say: every part of every piece, every row and every total.

An engine can lose content without a word: a box taller than its page, a line that runs off the sheet.  So nothing
goes out before the bytes themselves have been read, in the order a reader meets them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

import pypdfium2

from content_blocks.document import Document, Piece, RegionName
from content_blocks.parts import Part
from content_blocks.problem import Problem
from renderers.pdf.carried import carried
from renderers.pdf.said import Reader, drawn, leaves, rows, words
from renderers.pdf.sheet import HEIGHT, WIDTH
from renderers.rendition import Mark, Rendition

LOOSE = re.compile(r"[\s\-\u00ad\u2010\u200b\u2060\u0002\ufffe]+")
"""What may differ between a text and its print: white space, and hyphens, which readers drop at the end of a line."""

POINTS = 72 / 254
"""Points in a tenth of a millimetre."""


def plain_text(text: str) -> str:
    """A text by its letters alone: compatible forms made equal (NFKC), white space and hyphens left out."""
    return LOOSE.sub("", unicodedata.normalize("NFKC", text))


def check(document: Document, rendition: Rendition) -> list[Problem]:
    """Everything the document says that cannot be read on its pages, as `piece-missing` (nothing of a piece is
    there), `piece-cut-off` (only some of it) and `row-missing`."""
    found = Print(document, rendition)
    return [problem for region, piece in document.pieces() for problem in found.missing(region, piece)]


class Print:
    """The text of a finished PDF: `pages` as they are, `flow` the body alone, running on from page to page."""

    def __init__(self, document: Document, rendition: Rendition) -> None:
        self._marks: dict[str, list[Mark]] = {}
        for mark in rendition.marks:
            self._marks.setdefault(mark.piece, []).append(mark)
        body = {piece.id for piece in document.region("body")}
        texts = read(rendition.content, spans(mark for mark in rendition.marks if mark.piece in body))
        self.pages = [page for page, _ in texts]
        self.flow = "".join(flow for _, flow in texts)
        self._cursor = 0

    def missing(self, region: RegionName, piece: Piece) -> Iterator[Problem]:
        """What is missing of a piece."""
        parts = carried(piece)
        marks = self._marks.get(piece.id, [])
        if not parts or (region == "header_next" and len(self.pages) == 1):
            return
        if not marks or not all(map(_on_sheet, marks)):
            yield _problem("piece-cut-off" if marks else "piece-missing", piece)
        elif region == "body":
            yield from self._missing_in_flow(piece, parts, marks[0].page or 1)
        else:
            for number in self._pages_of(region):
                reader = Reader(number, len(self.pages))
                texts = [plain_text(text) for leaf in leaves(parts) for text in words(reader, leaf)]
                yield from _judged(piece, [text in self.pages[number - 1] for text in texts])

    def _pages_of(self, region: RegionName) -> range:
        """The pages a region stands on: the footer on all, the second header from the second page on."""
        last = len(self.pages) if region in ("header_next", "footer") else 1
        return range(2 if region == "header_next" else 1, last + 1)

    def _missing_in_flow(self, piece: Piece, parts: tuple[Part, ...], page: int) -> Iterator[Problem]:
        """The texts of a piece of the body follow one after the other; only drawings are painted out of turn."""
        reader, row, found = Reader(page, len(self.pages)), 0, list[bool]()
        for leaf in leaves(parts):
            found += [self._follows(text) for text in reader.leaf(leaf)]
            found += [plain_text(text) in self.flow for text in drawn(leaf)]
            for cells in rows(leaf):
                if not self._follows(reader.cells(cells)):
                    yield _problem("row-missing", piece, row=row)
                row += 1
        yield from _judged(piece, found)

    def _follows(self, text: str) -> bool:
        """Whether a text comes next in the flow; if so, what follows is looked for behind it."""
        text = plain_text(text)
        start = self.flow.find(text, self._cursor)
        if start >= 0:
            self._cursor = start + len(text)
        return start >= 0


def spans(marks: Iterable[Mark]) -> dict[int, tuple[int, int]]:
    """Upper and lower edge of some boxes on each page, in tenths of a millimetre."""
    found: dict[int, tuple[int, int]] = {}
    for mark in marks:
        if mark.page and mark.box:
            _, top, _, height = mark.box
            highest, lowest = found.get(mark.page, (top, top))
            found[mark.page] = (min(highest, top), max(lowest, top + height))
    return found


def read(content: bytes, body: Mapping[int, tuple[int, int]]) -> list[tuple[str, str]]:
    """For each page its letters, and those of its body; what lies off the sheet is not read."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [_page(page, body.get(number)) for number, page in enumerate(document, 1)]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage, span: tuple[int, int] | None) -> tuple[str, str]:
    text = page.get_textpage()
    width, height = page.get_size()
    whole = plain_text(text.get_text_bounded(0, 0, width, height))
    if span is None:
        return whole, ""
    upper, lower = (height - edge * POINTS for edge in span)
    return whole, plain_text(text.get_text_bounded(0, max(lower, 0), width, min(upper, height)))


def _judged(piece: Piece, found: list[bool]) -> Iterator[Problem]:
    if not all(found):
        yield _problem("piece-cut-off" if any(found) else "piece-missing", piece)


def _on_sheet(mark: Mark) -> bool:
    """Whether a box lies on the sheet, give or take half a millimetre."""
    left, top, width, height = mark.box or (0, 0, 0, 0)
    return left >= -5 and top >= -5 and left + width <= 10 * WIDTH + 5 and top + height <= 10 * HEIGHT + 5


def _problem(code: str, piece: Piece, **params: int) -> Problem:
    return Problem(f"pdf {piece.id}", code, {"piece": piece.id, "channel": "pdf", **params})
