"""What the theme's font files say of themselves: the name of the family, how high the letters stand, how wide each is.

A theme may call a family otherwise than its files do, and the engine goes by the files.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from fontTools.ttLib import TTFont

from content_blocks.theme import Brand, FontFamily

TYPOGRAPHIC_FAMILY, FAMILY = 16, 1
USE_TYPO_METRICS = 1 << 7
"""The bit of OS/2 fsSelection that chooses between the two kinds of heights (OpenType 1.9)."""


@dataclass(frozen=True)
class Face:
    """A font: its family by its own name, heights above and below the base line, widths of its letters; all in em."""

    family: str
    ascent: float
    descent: float
    widths: dict[str, float]

    def line(self, height: float) -> tuple[float, float]:
        """Where a line of `height` begins above the base line and ends below it, the letters in its middle as in CSS
        2.2, 10.8.1."""
        half = (height - self.ascent - self.descent) / 2
        return self.ascent + half, -(self.descent + half)


def faces(brand: Brand, family: FontFamily) -> list[Face]:
    """The faces of a family, its upright regular one first."""
    files = sorted(family.files, key=lambda face: (face.style != "normal", face.weight))
    return [_face(brand.files[f"fonts/{face.file}"]) for face in files]


def _face(content: bytes) -> Face:
    font = TTFont(io.BytesIO(content), lazy=True)
    ascent, descent = _heights(font)
    units = font["head"].unitsPerEm
    return Face(_family(font), ascent / units, descent / units, dict(_widths(font, units)))


def _family(font: TTFont) -> str:
    names = font["name"]
    return str(names.getDebugName(TYPOGRAPHIC_FAMILY) or names.getDebugName(FAMILY))


def _heights(font: TTFont) -> tuple[int, int]:
    """Ascent and descent as HarfBuzz chooses them, which the reference engine follows."""
    typographic, horizontal = font["OS/2"], font["hhea"]
    if not typographic.fsSelection & USE_TYPO_METRICS and (horizontal.ascent or horizontal.descent):
        return horizontal.ascent, -horizontal.descent
    return typographic.sTypoAscender, -typographic.sTypoDescender


def _widths(font: TTFont, units: int) -> Iterator[tuple[str, float]]:
    advances = font["hmtx"].metrics
    for point, glyph in font.getBestCmap().items():
        yield chr(point), advances[glyph][0] / units
