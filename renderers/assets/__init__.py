"""Pictures that people upload, checked and made harmless before anything keeps them.

`checked_asset` gives the bytes to keep.  What nobody sees goes without a word: metadata, places, thumbnails, editors'
notes, whatever hangs behind the end.  What acts, reaches outside or would look different from engine to engine is
refused, never taken out, because what is approved has to be what was looked at.  Checking the result again gives the
same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from content_blocks.problem import Refused, refuse
from renderers.assets.jpeg import harmless_jpeg
from renderers.assets.png import harmless_png
from renderers.assets.svg import harmless_svg

CHECKS: dict[str, tuple[Callable[[bytes], bytes], bytes, int]] = {
    "png": (harmless_png, b"\x89PNG\r\n\x1a\n", 5_000_000),
    "jpg": (harmless_jpeg, b"\xff\xd8\xff", 5_000_000),
    "svg": (harmless_svg, b"", 1_000_000),
}
"""By a name's ending: what makes such a file harmless, its first bytes (XML has none), and the most bytes it has."""


def checked_asset(name: str, content: bytes) -> bytes:
    """The bytes to keep of an uploaded picture; `name` ends in .png, .jpg or .svg and begins every problem's place.

    The picture is upright, in sRGB or grey (IEC 61966-2-1), without metadata; an SVG file is written anew from what
    is allowed.  Raises Refused with everything that is wrong, places of SVG files as `NAME:LINE`.
    """
    ending = name.rpartition(".")[2]
    if ending not in CHECKS:
        raise refuse(name, "asset-ending")
    harmless, start, limit = CHECKS[ending]
    _fits(name, content, limit)
    if not content.startswith(start):
        raise refuse(name, "asset-not-its-kind", ending=ending)
    try:
        kept = harmless(content)
    except Refused as refused:
        raise Refused(
            replace(problem, where=f"{name}:{problem.where}" if problem.where else name) for problem in refused.problems
        ) from None
    _fits(name, kept, limit)
    return kept


def _fits(name: str, content: bytes, limit: int) -> None:
    """Raises Refused for more than `limit` bytes; also of what is kept, as it will have to pass again."""
    if len(content) > limit:
        raise refuse(name, "asset-too-large", limit=limit // 1000)
