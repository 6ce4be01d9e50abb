"""What a theme means in a mail: sizes in pixels, grounds and inline styles.

Clients that know no style sheet show the light mail from its inline styles alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from content_blocks.problem import refuse
from content_blocks.theme import Palette, Theme
from renderers.email.cells import CELL_SPACE, Cells, cells
from renderers.email.tree import Align

BODY_PIXELS = 16
GUTTER = 32
SMALLEST = 13
NAME = "font-size:20px;line-height:1.3;font-weight:600"
PIXELS_PER_MILLIMETRE = 96 / 25.4
FONT_STACK = re.compile(r"[A-Za-z0-9 ,'.-]+")
Direction = Literal["ltr", "rtl"]
SIDES: Mapping[Direction, tuple[Align, Align]] = {"ltr": ("left", "right"), "rtl": ("right", "left")}


@dataclass(frozen=True, slots=True)
class Look:
    """One theme in one direction of writing: every inline style a mail uses, made once.

    `start` and `end` are the sides where a line starts and ends, `masthead` that of the logo; `room` is the width
    inside the margins and `cell_space` the room around the words of a cell, in pixels; `names` by ground is the style
    of the brand's name where a client does not show the logo.
    """

    theme: Theme
    direction: Direction
    start: Align
    end: Align
    masthead: Align
    room: int
    radius: int
    text_family: str
    body: str
    small: str
    lead: str
    headings: tuple[str, str, str]
    bullets: str
    link: str
    caption: str
    cells: Cells
    cell_space: int
    grounds: Mapping[str, str]
    full_width: frozenset[str]
    tones: Mapping[str, str]
    names: Mapping[str, str]

    @property
    def palette(self) -> Palette:
        """The colours by light."""
        return self.theme.palette

    def sides(self, top: str, bottom: str, beside: bool = False) -> str:
        """A section's padding; beside each other, columns bring half of the space between them with them."""
        gutter = f"{GUTTER - 10 if beside else GUTTER}px"
        return f"{top} {gutter} {bottom} {gutter}"


def look(theme: Theme, direction: Direction = "ltr") -> Look:
    """The look of a theme; raises `Refused` for a font stack that would not stay inside a style."""
    start, end = SIDES[direction]
    palette, leading = theme.palette, theme.type.leading
    normal = f"font-size:{BODY_PIXELS}px;line-height:{leading}"
    sides: dict[str, Align] = {"right": end, "centre": "center"}
    return Look(
        theme=theme,
        direction=direction,
        start=start,
        end=end,
        masthead=sides.get(theme.page.masthead, start),
        room=theme.mail.width - 2 * GUTTER,
        radius=8 if theme.mail.corners == "round" else 0,
        text_family=font_stack(theme.text_font.mail, "text_font.mail"),
        body=normal,
        small=f"font-size:{pixels(theme, theme.type.small)}px;line-height:1.5;color:{palette.muted}",
        lead=f"font-size:{pixels(theme, theme.type.lead)}px;line-height:{leading}",
        headings=(_heading(theme, 1), _heading(theme, 2), _heading(theme, 3)),
        bullets=f"padding:0;padding-{start}:22px;{normal}",
        link=f"color:{palette.accent};text-decoration:underline",
        caption=f"text-align:{start};padding:0 0 6px;font-weight:{theme.type.strong}",
        cells=cells(theme, start, end),
        cell_space=CELL_SPACE[theme.table],
        grounds=_grounds(theme),
        full_width=frozenset({"banner", "foot", "proof"} if theme.mail.layout == "banner" else {"proof"}),
        tones=_tones(theme),
        names={"page": NAME, "banner": f"{NAME};color:{palette.on_accent}"},
    )


def _grounds(theme: Theme) -> dict[str, str]:
    palette, layout = theme.palette, theme.mail.layout
    page = palette.panel if layout == "card" else palette.paper
    foot = palette.panel if layout == "banner" else page
    return {"page": page, "paper": palette.paper, "banner": palette.accent, "foot": foot, "proof": palette.warning}


def _tones(theme: Theme) -> dict[str, str]:
    """How panels look: attributes of their columns."""
    palette = theme.palette
    shape = f'border-radius="{6 if theme.mail.corners == "round" else 0}px"'
    tint = '{0} css-class="{1}" background-color="{2}"'.format
    framed = f'{shape} css-class="frame" border="1px solid {palette.rule}"'
    return {
        "neutral": framed if theme.panel == "frame" else tint(shape, "tint", palette.panel),
        "notice": tint(shape, "notice", palette.notice),
        "warning": tint(shape, "warning", palette.warning),
    }


def font_stack(stack: str, where: str) -> str:
    """A font stack as the theme names it, if it can stand in a style attribute."""
    if not FONT_STACK.fullmatch(stack):
        raise refuse(where, "font-stack-not-allowed")
    return stack


def pixels(theme: Theme, points: str) -> int:
    """A size of print on a screen: the body text is 16 pixels, all others keep their proportion to it."""
    return max(SMALLEST, round(float(points[:-2]) / float(theme.type.body[:-2]) * BODY_PIXELS))


def millimetres(length: int | str) -> int:
    """A length on paper in CSS pixels (CSS Values 4, 5.2)."""
    return round(float(str(length).removesuffix("mm")) * PIXELS_PER_MILLIMETRE)


def _heading(theme: Theme, level: Literal[1, 2, 3]) -> str:
    size = min(pixels(theme, theme.type.headings[level - 1]), (30, 22, 18)[level - 1])
    style = f"font-family:{theme.heading_font.mail};font-size:{size}px;line-height:1.25;"
    style += f"font-weight:{theme.type.heading_weight}"
    palette = theme.palette
    match theme.type.heading_style, level:
        case "rule", 1 | 2:
            return f"{style};padding-bottom:8px;border-bottom:1px solid {palette.accent}"
        case "small_caps", 2 | 3:
            return f"{style};font-variant:small-caps;letter-spacing:0.06em;color:{palette.accent}"
        case "band", 2:
            return f"{style};padding:8px 14px;background-color:{palette.accent};color:{palette.on_accent}"
    return style
