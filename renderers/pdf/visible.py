"""Looks at a finished page as a reader does: is the locked wording large enough, dark enough, and not covered?

Reading the text back tells that the words are in the file, not that anybody can see them.  So each page is turned
into a picture twice, as it is and without its text: where the two differ there is ink, and by how much they differ is
its contrast to whatever lies behind it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from content_blocks.contrast import READABLE, contrast
from content_blocks.document import Document, Piece
from content_blocks.parts import leaves
from content_blocks.problem import Problem
from content_blocks.theme import SMALLEST
from renderers.pdf.carried import carried
from renderers.pdf.said import Reader, words
from renderers.rendition import Mark, Rendition

SCALE = 200 / 72
"""Pixels in a point: at 200 dpi the stems of the smallest type are two pixels wide, so ink shows its full colour."""

POINTS = 72 / 254
ROUNDING = 0.05
FAINTEST = 12
"""The least difference of grey, of 255, that counts as something to see."""


CORE = 0.9
"""How much of its contrast a thin stem keeps at least when it is turned into pixels."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A printed character: its box in points from the lower left corner, its size in points, whether it is a letter
    or a figure rather than a stop or a dash."""

    left: float
    lower: float
    right: float
    upper: float
    size: float
    solid: bool


def look(document: Document, rendition: Rendition, smallest: float = SMALLEST) -> list[Problem]:
    """What cannot be seen of locked pieces, as `text-too-small`, `contrast-too-low` and `piece-covered`.

    A piece without words, such as a picture or a page break, has none to be seen.
    """
    locked = {piece.id for _, piece in document.pieces() if piece.locked and _has_words(piece)}
    problems: list[Problem] = []
    file = pypdfium2.PdfDocument(rendition.content)
    try:
        for number in range(1, len(file) + 1):
            marks = [mark for mark in rendition.marks if mark.page == number and mark.row is None]
            problems += _on_page(file[number - 1], [mark for mark in marks if mark.piece in locked], smallest)
    finally:
        file.close()
    return problems


def _has_words(piece: Piece) -> bool:
    reader = Reader(1, 1)
    return any(text.strip() for leaf in leaves(carried(piece)) for text in words(reader, leaf))


def _on_page(page: pypdfium2.PdfPage, marks: list[Mark], smallest: float) -> Iterator[Problem]:
    if not marks:
        return
    letters = list(printed(page))
    with_text = picture(page)
    without = picture(stripped(page))
    for mark in marks:
        own = [letter for letter in letters if _inside(letter, mark, page.get_height())]
        code = judge(own, with_text, without, smallest)
        if code:
            yield Problem(f"pdf {mark.piece}", code, {"piece": mark.piece, "page": mark.page or 0})


def judge(letters: list[Letter], with_text: Image.Image, without: Image.Image, smallest: float) -> str:
    """What is wrong with some printed letters, the worst first; empty if they can be read."""
    seen = [(letter, visibility(letter, with_text, without)) for letter in letters]
    if not seen or any(clear == 0 for _, clear in seen):
        return "piece-covered"
    if any(letter.size < smallest - ROUNDING for letter in letters):
        return "text-too-small"
    return "contrast-too-low" if any(clear < READABLE * CORE for letter, clear in seen if letter.solid) else ""


def visibility(letter: Letter, with_text: Image.Image, without: Image.Image) -> float:
    """The contrast of a letter's darkest point to what is behind it; 0 if there is nothing to see."""
    height = with_text.height
    box = (
        int(letter.left * SCALE),
        int(height - letter.upper * SCALE),
        int(letter.right * SCALE) + 1,
        int(height - letter.lower * SCALE) + 1,
    )
    ink, ground = with_text.crop(box), without.crop(box)
    difference = ImageChops.difference(ink, ground).convert("L")
    most = max(difference.tobytes(), default=0)
    if most < FAINTEST:
        return 0
    at = divmod(difference.tobytes().index(most), difference.width)
    return contrast(_colour(ink, at), _colour(ground, at))


def printed(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    """Every character of a page that has ink, without white space and what the reader itself puts in."""
    text = page.get_textpage()
    matrix = pdfium.FS_MATRIX()
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        if not character.isspace() and not pdfium.FPDFText_IsGenerated(text, index):
            pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
            size = pdfium.FPDFText_GetFontSize(text, index) * abs(matrix.d)
            left, lower, right, upper = text.get_charbox(index)
            yield Letter(left, lower, right, upper, size, character.isalnum())


def stripped(page: pypdfium2.PdfPage) -> pypdfium2.PdfPage:
    """The page without its text, that in drawings included.  Only the loaded page changes, never the file."""
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        pdfium.FPDFTextObj_SetTextRenderMode(item, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
    return page


def picture(page: pypdfium2.PdfPage) -> Image.Image:
    """The page in colour at 200 dpi."""
    image: Image.Image = page.render(scale=SCALE).to_pil()
    return image.convert("RGB")


def _inside(letter: Letter, mark: Mark, height: float) -> bool:
    """Whether the middle of a letter lies in a mark's box."""
    left, top, width, depth = (edge * POINTS for edge in mark.box or (0, 0, 0, 0))
    x, y = (letter.left + letter.right) / 2, height - (letter.lower + letter.upper) / 2
    return left <= x <= left + width and top <= y <= top + depth


def _colour(picture: Image.Image, at: tuple[int, int]) -> str:
    row, column = at
    start = 3 * (row * picture.width + column)
    return f"#{picture.tobytes()[start : start + 3].hex()}"
