"""Reads a finished PDF and finds again what it must say: every part of every piece, every row and every total.

An engine can lose content without a word: a box taller than its page, a line that runs off the sheet.  So nothing
goes out before the bytes themselves have been read, in the order a reader meets them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

import pypdfium2

from content_blocks.characters import IGNORABLE
from content_blocks.document import Document, Piece, RegionName
from content_blocks.parts import Part, Table, leaves
from content_blocks.problem import Problem, refuse
from renderers.pdf.carried import carried
from renderers.pdf.said import Reader, drawn, negatives, negatives_of_row, words
from renderers.pdf.sheet import HEIGHT, WIDTH
from renderers.rendition import Mark, Rendition

UNSEEN = re.compile(rf"[\x00-\x08\x0e-\x1f{IGNORABLE}\ufffe]+")
"""What stands between glyphs without being one: soft hyphens, joiners, fillers, and the controls a reader puts in a
glyph's place that other glyphs speak for."""

LOOSE = re.compile(r"[\s\-\u2010]+")
"""What may differ between a text and its print: white space, and hyphens, which readers drop at the end of a line."""

RAISED = re.compile(r"[²³¹⁰⁴-⁹₀-₉]")
"""Figures above or below the line, which a compatible form would turn into figures of the number before them."""

POINTS = 72 / 254
"""Points in a tenth of a millimetre."""


def plain_text(text: str) -> str:
    """A text by its letters alone: compatible forms made equal (NFKC), white space and hyphens left out."""
    return LOOSE.sub("", seen_text(text))


def seen_text(text: str) -> str:
    """A text as `plain_text`, with the hyphens that are on the page: a minus is one."""
    seen = unicodedata.normalize("NFKC", RAISED.sub("^\\g<0>", UNSEEN.sub("", text)))
    return "".join(seen.split())


def check(document: Document, rendition: Rendition) -> list[Problem]:
    """Everything the document says that cannot be read on its pages, as `piece-missing` (nothing of a piece is
    there), `piece-cut-off` (only some of it) and `row-missing`."""
    found = Print(document, rendition)
    return [problem for region, piece in document.pieces() for problem in found.missing(region, piece)]


class Print:
    """The text of a finished PDF: of each page, and of each piece of the body within its own boxes."""

    def __init__(self, document: Document, rendition: Rendition) -> None:
        self._marks: dict[str, list[Mark]] = {}
        for mark in rendition.marks:
            if mark.row is None:
                self._marks.setdefault(mark.piece, []).append(mark)
        body = {piece.id for piece in document.region("body")}
        self.pages, self.pieces = read(rendition.content, {id_: self._marks.get(id_, []) for id_ in body})

    def missing(self, region: RegionName, piece: Piece) -> Iterator[Problem]:
        """What is missing of a piece."""
        parts = carried(piece)
        marks = self._marks.get(piece.id, [])
        no_next_page = region == "header_next" and len(self.pages) == 1
        if not parts or (no_next_page and "pdf" not in piece.mandatory):
            return
        if not marks or not all(map(_on_sheet, marks)):
            yield _problem("piece-cut-off" if marks else "piece-missing", piece)
        elif region == "body":
            reader = Reader(marks[0].page or 1, len(self.pages))
            yield from Flow(self.pieces[piece.id], reader).missing(piece, parts)
        else:
            for number in self._pages_of(region):
                reader = Reader(number, len(self.pages))
                texts = [plain_text(text) for leaf in leaves(parts) for text in words(reader, leaf)]
                yield from _judged(piece, [text in self.pages[number - 1] for text in texts])

    def _pages_of(self, region: RegionName) -> range:
        """The pages a region stands on: the footer on all, the second header from the second page on."""
        last = len(self.pages) if region in ("header_next", "footer") else 1
        return range(2 if region == "header_next" else 1, last + 1)


class Flow:
    """What was printed of one piece, read from its beginning to its end: each text is looked for behind the last."""

    def __init__(self, text: str, reader: Reader) -> None:
        self._text, self._reader, self._cursor = LOOSE.sub("", text), reader, 0
        self._signed, self._sign = text, 0

    def missing(self, piece: Piece, parts: tuple[Part, ...]) -> Iterator[Problem]:
        """What is missing of a piece; only what is drawn may be painted out of turn."""
        row, found = 0, list[bool]()
        for leaf in leaves(parts):
            found += [self._follows(text) for text in self._reader.leaf(leaf)]
            found += [plain_text(text) in self._text for text in drawn(leaf)]
            found += map(self._below_zero, negatives(leaf))
            for cells in leaf.lines if isinstance(leaf, Table) else ():
                if not all([self._follows(self._reader.cells(cells)), *map(self._below_zero, negatives_of_row(cells))]):
                    yield _problem("row-missing", piece, row=row)
                row += 1
        yield from _judged(piece, found)

    def _follows(self, text: str) -> bool:
        text = plain_text(text)
        start = self._text.find(text, self._cursor)
        if start >= 0:
            self._cursor = start + len(text)
        return start >= 0

    def _below_zero(self, value: str) -> bool:
        """Whether a value follows with its minus, which the letters alone do not tell from a hyphen."""
        value = seen_text(value)
        start = self._signed.find(value, self._sign)
        if start >= 0:
            self._sign = start + len(value)
        return start >= 0


def page_texts(content: bytes) -> list[str]:
    """The text of each page as a reader would copy it; lines end in LF.  Raises Refused with `pdf-unreadable`."""
    try:
        with pypdfium2.PdfDocument(content) as document:
            return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    except pypdfium2.PdfiumError:
        raise refuse("pdf", "pdf-unreadable") from None


def read(content: bytes, pieces: Mapping[str, list[Mark]]) -> tuple[list[str], dict[str, str]]:
    """The letters of each page, and of each piece in the boxes it was given, with hyphens; what lies off the sheet is
    not read."""
    document = pypdfium2.PdfDocument(content)
    try:
        pages = [(page.get_textpage(), page.get_height()) for page in document]
        whole = [plain_text(text.get_text_bounded(0, 0, WIDTH * 10 * POINTS, height)) for text, height in pages]
        own = {
            piece: "".join(_within(*pages[(mark.page or 1) - 1], mark) for mark in pieces[piece]) for piece in pieces
        }
        return whole, own
    finally:
        document.close()


def _within(text: pypdfium2.PdfTextPage, height: float, mark: Mark) -> str:
    """The letters in a box, as far as it lies on the sheet."""
    left, top, width, depth = (edge * POINTS for edge in mark.box or (0, 0, 0, 0))
    right = min(left + width, WIDTH * 10 * POINTS)
    return seen_text(
        text.get_text_bounded(max(left, 0), max(height - top - depth, 0), right, min(height - top, height))
    )


def _judged(piece: Piece, found: list[bool]) -> Iterator[Problem]:
    if not all(found):
        yield _problem("piece-cut-off" if any(found) else "piece-missing", piece)


def _on_sheet(mark: Mark) -> bool:
    """Whether a box lies on the sheet, give or take half a millimetre."""
    left, top, width, height = mark.box or (0, 0, 0, 0)
    return left >= -5 and top >= -5 and left + width <= 10 * WIDTH + 5 and top + height <= 10 * HEIGHT + 5


def _problem(code: str, piece: Piece, **params: int) -> Problem:
    return Problem(f"pdf {piece.id}", code, {"piece": piece.id, "channel": "pdf", **params})
