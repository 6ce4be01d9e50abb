"""Where two pictures of a page differ, as boxes that a reader can be pointed to."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from PIL import Image, ImageChops

Box: TypeAlias = tuple[int, int, int, int]

SEEN = 24
"""How far two points have to be apart, of 255, to count: less is how a line of text was drawn, not what it says."""

APART = 20
"""How much unchanged paper lies between two changes for them to be two, in tenths of a millimetre."""


def differing(before: bytes, after: bytes, width: int) -> tuple[Box, ...]:
    """The boxes (left, top, width, height) in which two PNGs of a page differ, from top to bottom, in tenths of a
    millimetre; the page is `width` of them wide.  Pages of different sizes differ as a whole."""
    old, new = (Image.open(io.BytesIO(it)).convert("L") for it in (before, after))
    scale = width / new.width
    if old.size != new.size:
        return ((0, 0, width, round(new.height * scale)),)
    marked = ImageChops.difference(old, new).point(lambda shade: 255 if shade > SEEN else 0)
    apart = max(1, round(APART / scale))
    return tuple(_scaled(marked, top, bottom, scale) for top, bottom in _bands(_rows(marked), apart))


def _rows(marked: Image.Image) -> list[int]:
    """The rows of points in which anything is marked."""
    whole = marked.getbbox()
    return [row for row in range(whole[1], whole[3]) if _any(marked, row)] if whole else []


def _any(marked: Image.Image, row: int) -> bool:
    return marked.crop((0, row, marked.width, row + 1)).getbbox() is not None


def _bands(rows: Sequence[int], apart: int) -> Iterator[tuple[int, int]]:
    """Rows that lie closely together, from the first to after the last."""
    first = last = -1
    for row in rows:
        if first >= 0 and row - last > apart:
            yield first, last + 1
            first = row
        first, last = (row if first < 0 else first), row
    if first >= 0:
        yield first, last + 1


def _scaled(marked: Image.Image, top: int, bottom: int, scale: float) -> Box:
    found = marked.crop((0, top, marked.width, bottom)).getbbox()
    assert found is not None
    left, right = found[0], found[2]
    return (round(left * scale), round(top * scale), round((right - left) * scale), round((bottom - top) * scale))
