"""A theme: a brand's tokens, from which print, mail and short messages take their looks and fixed words.

Never free CSS: what an engine can lose or hide, it shall not be able to say.  Lengths are strings with their unit
(`"9.5pt"`, `"25mm"`), colours `#rrggbb`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Points = Annotated[str, StringConstraints(pattern=r"^\d{1,2}(\.\d{1,2})?pt$")]
Millimetres = Annotated[str, StringConstraints(pattern=r"^\d{1,3}(\.\d{1,2})?mm$")]


class Tokens(BaseModel):
    """Frozen, and refusing keys it does not know, so that a typing error is found and not ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Palette(Tokens):
    """The colours by what they are for."""

    paper: Colour
    ink: Colour
    muted: Colour
    accent: Colour
    on_accent: Colour
    panel: Colour
    rule: Colour
    notice: Colour
    warning: Colour
    series: tuple[Colour, ...]


class FontFile(Tokens):
    """One face: a TTF or OTF file in the theme's `fonts/` folder."""

    file: str
    weight: Literal[400, 500, 600, 700]
    style: Literal["normal", "italic"] = "normal"


class FontFamily(Tokens):
    """A family that is shipped and embedded, and the system fonts a mail client falls back to."""

    name: str
    files: tuple[FontFile, ...]
    mail: str


class Type(Tokens):
    """Sizes and leading of the text, and how headings look."""

    body: Points
    small: Points
    lead: Points
    headings: tuple[Points, Points, Points]
    leading: Annotated[str, StringConstraints(pattern=r"^\d\.\d{1,2}$")]
    heading_style: Literal["plain", "rule", "small_caps", "band"]
    heading_weight: Literal[400, 500, 600, 700]


class Page(Tokens):
    """The sheet.  `form` is the letter form of DIN 5008 that places address and info block."""

    size: Literal["A4"] = "A4"
    form: Literal["A", "B"] = "B"
    left: Millimetres = "25mm"
    right: Millimetres = "20mm"
    bottom: Millimetres = "30mm"
    masthead: Literal["right", "left", "centre", "band"] = "right"


class Mail(Tokens):
    """How a mail is built: one column on the page colour, a card, or under a banner in the accent colour."""

    layout: Literal["open", "card", "banner"]
    width: Annotated[int, "px"] = 600
    corners: Literal["square", "round"] = "square"
    dark: Palette


class Theme(Tokens):
    """A brand.  `labels` has the same keys in every language; `brand` are facts that texts may use as `brand.…`."""

    theme: str
    version: str
    title: str
    brand: dict[str, str]
    locales: dict[str, str]
    labels: dict[str, dict[str, str]]
    palette: Palette
    text_font: FontFamily
    heading_font: FontFamily
    type: Type
    page: Page
    table: Literal["lines", "zebra", "ledger"]
    mail: Mail
    logo: str
    logo_width: Millimetres
    note: str = ""
