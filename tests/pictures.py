"""Comparing small pictures with what was accepted, tolerant of what an eye would not notice.

Another version of a font engine shades edges differently; a missing line, another colour or a moved block is a fault.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops

COARSE = 4
"""Pixels that count as one, in each direction."""
NOTICED = 48
"""The difference of one such pixel, of 255, that an eye notices."""


def as_accepted(picture: Image.Image, accepted: Path) -> bytes:
    """The accepted file's bytes if the picture looks the same, otherwise the picture's own, as PNG."""
    if accepted.exists() and alike(picture, Image.open(accepted)):
        return accepted.read_bytes()
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures look the same."""
    if one.size != other.size:
        return False
    difference = ImageChops.difference(*(picture.convert("RGB").reduce(COARSE) for picture in (one, other)))
    return max(difference.tobytes()) < NOTICED
