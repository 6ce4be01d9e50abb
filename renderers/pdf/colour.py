"""The colour space that a file's colours are meant in: sRGB, as PDF/A wants it said (ISO 19005-3, 6.2.3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

OUTPUT_INTENT = "--srgb"


@dataclass(slots=True)
class Profile:
    """An ICC profile as the engine embeds it; `pdf_reference` is the engine's to set.

    Left to itself the engine opens its own for each document, forgets to close it, and has a library rewrite its
    bytes, which come out differently the second time.
    """

    content: bytes = field(repr=False)
    name: str = "sRGB IEC61966-2.1"
    components: tuple[str, ...] = ("r", "g", "b")
    pdf_reference: bytes | None = None


@cache
def _srgb() -> bytes:
    """The profile that comes with the engine."""
    return (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()


def profiles() -> dict[str, Profile]:
    """The colour profiles of one document."""
    return {OUTPUT_INTENT: Profile(_srgb())}
