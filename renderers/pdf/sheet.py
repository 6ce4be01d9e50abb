"""The sheet of a business letter: what stands where, to DIN 5008:2020 (form A and form B), in millimetres."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from content_blocks.theme import Theme
from renderers.pdf.markup import element, void

WIDTH, HEIGHT = 210.0, 297.0
WINDOW_LEFT, WINDOW_HEIGHT = 20.0, 45.0
REMARKS_HEIGHT = 17.7
"""The upper part of the window: sender's line and dispatch remarks."""
ADDRESS_HEIGHT = WINDOW_HEIGHT - REMARKS_HEIGHT
INFO_LEFT, INFO_RIGHT = 125.0, 10.0
NEXT_HEAD = 32.0
"""Height of the head of the pages after the first; its lower part is kept for sums brought forward."""
BROUGHT_HEIGHT = 7.0
HOLE_MARK = 148.5
HAIRLINE = 0.18


@dataclass(frozen=True, slots=True)
class LetterForm:
    """Distances from the sheet's upper edge: height of the head, info block, first line of text, fold marks."""

    head: float
    info: float
    text: float
    folds: tuple[float, float]


FORMS = {
    "A": LetterForm(head=27.0, info=32.0, text=80.46, folds=(87.0, 192.0)),
    "B": LetterForm(head=45.0, info=50.0, text=98.46, folds=(105.0, 210.0)),
}


def millimetres(length: str) -> float:
    """The number in a length such as `"25mm"`."""
    return float(length.removesuffix("mm"))


Bar = tuple[float, float, float, float, str]
"""Left, top, width and height of a filled bar in millimetres, and its colour."""


def background(theme: Theme, *, first: bool) -> Markup:
    """What lies under the text of a page, as SVG."""
    return element(
        "svg",
        *(_drawn(*bar) for bar in bars(theme, first=first)),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        width=f"{WIDTH:g}mm",
        height=f"{HEIGHT:g}mm",
    )


def bars(theme: Theme, *, first: bool) -> list[Bar]:
    """Hole and fold marks, and the brand's stripe or hairline."""
    folds = FORMS[theme.page.form].folds if first else ()
    return [_mark(HOLE_MARK, 5.0), *(_mark(fold, 3.0) for fold in folds), *_ornament(theme, first=first)]


def _drawn(left: float, top: float, width: float, height: float, colour: str) -> Markup:
    lengths = {"x": left, "y": top, "width": width, "height": height}
    return void("rect", **{name: f"{length:g}" for name, length in lengths.items()}, fill=colour)


def _mark(top: float, length: float) -> Bar:
    return (4.0, top - HAIRLINE / 2, length, HAIRLINE, "#9a9a9a")


def _ornament(theme: Theme, *, first: bool) -> list[Bar]:
    """The stripe along the upper edge, or the hairline under a centred masthead."""
    palette, page = theme.palette, theme.page
    if page.masthead == "band":
        return [(0.0, 0.0, WIDTH, 3.2 if first else 1.4, palette.accent)]
    if page.masthead == "centre" and not first:
        left, right = millimetres(page.left), WIDTH - millimetres(page.right)
        return [(left, 19.0 - HAIRLINE / 2, right - left, HAIRLINE, palette.rule)]
    return []
