"""The style sheet of a theme: fixed sheets in `styles/`, chosen and filled by the theme's tokens alone.

What a token may hold is decided by its type (a colour, a length, a name of letters and digits), so nothing a theme
says can end a rule and begin another.
"""

from __future__ import annotations

from pathlib import Path
from string import Template

from content_blocks.theme import Brand, Theme
from renderers.pdf.assets import address
from renderers.pdf.fonts import face_rules
from renderers.pdf.sheet import (
    ADDRESS_HEIGHT,
    FORMS,
    INFO_LEFT,
    INFO_RIGHT,
    NEXT_HEAD,
    REMARKS_HEIGHT,
    WIDTH,
    WINDOW_HEIGHT,
    WINDOW_LEFT,
    background,
    millimetres,
)

CELL_INSET = {"zebra": 1.5, "lines": 1.0, "ledger": 2.0}
"""Room between a table's text and the edges of its columns, in millimetres; sums carried over a break keep it too."""

STYLES = Path(__file__).with_name("styles")


def stylesheet(brand: Brand, *more: str) -> str:
    """The whole style sheet of a brand; `more` names sheets that come after it."""
    theme = brand.theme
    names = (
        "page",
        f"masthead_{theme.page.masthead}",
        "text",
        f"headings_{theme.type.heading_style}",
        "parts",
        f"panel_{theme.panel}",
        "table",
        f"table_{theme.table}",
        *more,
    )
    tokens = {**_colours(theme), **_type(theme), **_geometry(theme), **backgrounds(theme)}
    sheets = (Template((STYLES / f"{name}.css").read_text("utf-8")).substitute(tokens) for name in names)
    return "\n".join((face_rules(brand), *sheets))


def _colours(theme: Theme) -> dict[str, str]:
    return theme.palette.model_dump(exclude={"series"})


def _type(theme: Theme) -> dict[str, str]:
    style = theme.type
    tokens = {
        "text_font": f'"{theme.text_font.name}", "{theme.heading_font.name}"',
        "heading_font": f'"{theme.heading_font.name}", "{theme.text_font.name}"',
        "heading_weight": str(style.heading_weight),
        "strong": str(style.strong),
        "leading": style.leading,
    }
    tokens |= {name: getattr(style, name) for name in ("body", "small", "lead")}
    return tokens | {f"heading_{level}": size for level, size in enumerate(style.headings, 1)}


def _geometry(theme: Theme) -> dict[str, str]:
    page, form = theme.page, FORMS[theme.page.form]
    left = millimetres(page.left)
    lengths = {
        "head": form.head,
        "letter_head": form.text - form.head,
        "window_left": WINDOW_LEFT - left,
        "window_inset": 5.0,
        "window_height": WINDOW_HEIGHT,
        "remarks_height": REMARKS_HEIGHT,
        "address_height": ADDRESS_HEIGHT,
        "info_left": INFO_LEFT - left,
        "info_top": form.info - form.head,
        "info_width": WIDTH - INFO_LEFT - INFO_RIGHT,
        "cell": CELL_INSET[theme.table],
        "next_head": NEXT_HEAD,
    }
    tokens = {name: f"{length:g}mm" for name, length in lengths.items()}
    return tokens | {
        "left": page.left,
        "right": page.right,
        "bottom": page.bottom,
        "measure": page.measure,
        "logo_width": theme.logo_width,
    }


def backgrounds(theme: Theme) -> dict[str, str]:
    """The addresses of the drawings that lie under the first page and the next ones."""
    return {f"sheet_{name}": address(content) for name, content in drawings(theme).items()}


def drawings(theme: Theme) -> dict[str, bytes]:
    """The drawings themselves."""
    return {"first": background(theme, first=True).encode(), "next": background(theme, first=False).encode()}
