"""A theme as the static program reads it: every length, colour and style of text in one file of data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from content_blocks.theme import Brand, Theme
from renderers.pdf.sheet import (
    ADDRESS_HEIGHT,
    FORMS,
    HEIGHT,
    INFO_LEFT,
    INFO_RIGHT,
    NEXT_HEAD,
    REMARKS_HEIGHT,
    WIDTH,
    WINDOW_HEIGHT,
    WINDOW_LEFT,
    bars,
    millimetres,
)
from renderers.pdf.stylesheet import CELL_INSET
from renderers.pdf.typst.fonts import Face, faces
from renderers.pdf.typst.looks import HEADINGS, PANELS, TABLES

MILLIMETRE = 72 / 25.4
"""In points."""

ADDRESS_LINE = 4.4
"""Height of a line of the address, in millimetres (DIN 5008:2020)."""


def points(size: str) -> float:
    """The number in a length such as `"9.5pt"`."""
    return float(size.removesuffix("pt"))


def tokens(brand: Brand) -> dict[str, Any]:
    """Everything the program takes from a theme."""
    theme = brand.theme
    text, heading = faces(brand, theme.text_font)[0], faces(brand, theme.heading_font)[0]
    return {
        "fonts": {"text": [text.family, heading.family], "heading": [heading.family, text.family]},
        "weights": {"strong": theme.type.strong, "heading": theme.type.heading_weight},
        "colours": theme.palette.model_dump(exclude={"series"}),
        "styles": {name: _style(*rest) for name, rest in _styles(theme, text, heading)},
        "page": _page(theme),
        "bars": {"first": bars(theme, first=True), "next": bars(theme, first=False)},
        "table": TABLES[theme.table] | {"cell": CELL_INSET[theme.table]},
        "panel": PANELS[theme.panel],
        "heading": HEADINGS[theme.type.heading_style],
        "logo": theme.logo,
        "logo_width": millimetres(theme.logo_width),
        "name": theme.title,
    }


def _style(face: Face, size: float, height: float) -> dict[str, float]:
    """Size in points; where its lines begin and end in em, for a line `height` times its size."""
    top, bottom = face.line(height)
    return {"size": size, "top": round(top, 6), "bottom": round(bottom, 6)}


def _styles(theme: Theme, text: Face, heading: Face) -> Iterator[tuple[str, tuple[Face, float, float]]]:
    """The styles of text by name: face, size in points, height of a line in sizes."""
    type_, look = theme.type, TABLES[theme.table]
    body, small, leading = points(type_.body), points(type_.small), float(type_.leading)
    rows = body * look["size"]
    head = small if look["head"]["size"] == "small" else rows * look["head"]["size"]
    yield "body", (text, body, leading)
    yield "lead", (text, points(type_.lead), leading)
    yield "small", (text, small, 1.33)
    yield "rows", (text, rows, leading)
    yield "head", (text, head, leading)
    yield "carried", (text, body, 1.2)
    yield "info", (text, small, 1.3)
    yield "margin", (text, small, 1.35)
    yield "remarks", (text, 7.0, 1.3)
    yield "address", (text, body, ADDRESS_LINE * MILLIMETRE / body)
    yield "proof", (heading, body, leading)
    for level, size in enumerate(type_.headings, 1):
        yield f"heading_{level}", (heading, points(size), 1.2)


def _page(theme: Theme) -> dict[str, Any]:
    """What stands where on the sheet, in millimetres."""
    page, form = theme.page, FORMS[theme.page.form]
    lengths = {name: millimetres(getattr(page, name)) for name in ("left", "right", "bottom", "measure")}
    return lengths | {
        "width": WIDTH,
        "height": HEIGHT,
        "head": form.head,
        "text": form.text,
        "next_head": NEXT_HEAD,
        "masthead": page.masthead,
        "window": {"left": WINDOW_LEFT + 5, "width": 80.0},
        "remarks_bottom": form.head + WINDOW_HEIGHT - ADDRESS_HEIGHT,
        "lines_top": form.head + REMARKS_HEIGHT,
        "info": {"left": INFO_LEFT, "top": form.info, "width": WIDTH - INFO_LEFT - INFO_RIGHT},
    }
