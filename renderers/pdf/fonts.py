"""The theme's fonts and nothing else: a machine's own fonts must never decide how, or whether, a letter prints."""

from __future__ import annotations

import io
import os
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fontTools.ttLib import TTFont
from weasyprint.text.fonts import FontConfiguration

from content_blocks.theme import Brand, FontFamily
from renderers.pdf.assets import address

NO_SYSTEM_FONTS = Path(__file__).with_name("no_system_fonts.conf")
SPACES = frozenset("\t\n\r")
RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"})
_environment = threading.Lock()


def empty_configuration() -> FontConfiguration:
    """A font configuration without any font; the style sheet's `@font-face` rules fill it.

    Fontconfig reads the name of its file when a configuration is made, each time anew, so several themes live in one
    process without seeing each other.
    """
    with _environment, _only_for_now("FONTCONFIG_FILE", str(NO_SYSTEM_FONTS)):
        return FontConfiguration()


@contextmanager
def _only_for_now(variable: str, value: str) -> Iterator[None]:
    before = os.environ.get(variable)
    os.environ[variable] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[variable]
        else:
            os.environ[variable] = before


def face_rules(brand: Brand) -> str:
    """`@font-face` rules for every face of the theme."""
    families = dict.fromkeys(brand.theme.families())
    return "\n".join(_rules(brand, family) for family in families)


def _rules(brand: Brand, family: FontFamily) -> str:
    return "\n".join(
        f'@font-face {{ font-family: "{family.name}"; font-weight: {face.weight}; font-style: {face.style};'
        f' src: url("{address(brand.files[f"fonts/{face.file}"])}"); }}'
        for face in family.files
    )


def printable(brand: Brand) -> frozenset[str]:
    """Every character that some face of the theme has a glyph for, and white space that wraps.

    Left out, though some fonts draw them: controls and private use, which PDF/A refuses (ISO 19005-3, 6.2.11.7), and
    letters written from right to left, whose order on the page nothing here could read back.
    """
    fonts = [TTFont(io.BytesIO(content)) for name, content in brand.files.items() if name.startswith("fonts/")]
    return SPACES | {chr(point) for font in fonts for point in font.getBestCmap() if _prints(chr(point))}


def _prints(character: str) -> bool:
    return (
        unicodedata.category(character) not in ("Cc", "Cn", "Co", "Cs")
        and unicodedata.bidirectional(character) not in RIGHT_TO_LEFT
    )
