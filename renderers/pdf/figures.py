"""Pictures, codes and charts: what is drawn, always with the words that say the same."""

from __future__ import annotations

import io
from functools import lru_cache

import segno
from markupsafe import Markup

from content_blocks.parts import Chart, Code, Picture
from content_blocks.problem import refuse
from content_blocks.theme import Theme
from renderers.pdf.assets import ASSET
from renderers.pdf.chart import drawing
from renderers.pdf.markup import element, void
from renderers.pdf.words import inline

SVG = "http://www.w3.org/2000/svg"


def picture(part: Picture) -> Markup:
    """A stored picture; one without words for those who cannot see it is refused (ISO 14289-1, 7.3)."""
    if not part.alt.strip():
        raise refuse("picture", "picture-without-alt")
    width = f"width: {part.width}mm" if part.width else None
    image = void("img", src=ASSET + part.asset, alt=part.alt, style=width)
    return element("p", image, class_="picture")


def code(part: Code) -> Markup:
    """A QR code with its content in print beside it."""
    words = element("div", inline(part.caption), class_="caption") if part.caption else ""
    return element("div", element("div", symbol(part), class_="symbol"), words, class_="code")


def symbol(part: Code) -> Markup:
    """The QR code itself, as SVG."""
    lines, modules = modules_path(part.payload)
    return element(
        "svg",
        element("title", part.alt),
        void("path", d=lines, stroke="#000000", stroke_width="1.02"),
        xmlns=SVG,
        viewBox=f"0 0 {modules} {modules}",
        width=f"{part.size}mm",
        height=f"{part.size}mm",
    )


@lru_cache(maxsize=256)
def modules_path(payload: str) -> tuple[str, int]:
    """The dark modules of a QR code as an SVG path, and the number of modules on a side with the quiet zone of four
    (ISO/IEC 18004, 9.1).  Level M; kept by payload, because the same code often stands in a thousand letters."""
    symbol = segno.make(payload, error="m", micro=False, boost_error=False)
    out = io.StringIO()
    for y, row in enumerate(symbol.matrix_iter(border=4)):
        for start, length in _stretches(bytes(row)):
            out.write(f"M{start} {y}.5h{length}")
    return out.getvalue(), int(symbol.symbol_size(border=4)[0])


def _stretches(row: bytes) -> list[tuple[int, int]]:
    """Start and length of each stretch of dark modules."""
    found: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if dark and found and sum(found[-1]) == x:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif dark:
            found.append((x, 1))
    return found


def chart(part: Chart, theme: Theme) -> Markup:
    """A chart under its title."""
    title = element("p", part.title, class_="chart-title")
    return element("div", title, drawing(part, theme), class_="chart")
