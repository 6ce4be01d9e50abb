"""What PNG and JPEG have in common: how many pixels, which way up (Exif), and their colours in sRGB."""

from __future__ import annotations

import struct
from io import BytesIO
from itertools import product

from PIL import Image, ImageCms

from content_blocks.problem import refuse

MOST_PIXELS = 25_000_000
"""A sheet of A4 at 500 dots per inch; decoded it takes 100 MB."""
LONGEST_SIDE = 10_000
MOST_PROFILE = 1_000_000
"""Bytes; profiles of screens and cameras have a few thousand, only those of printing presses have more."""
SAME_COLOUR = 2
"""The difference of a channel, of 255, up to which a colour is the same: profiles are tables of rounded numbers."""
ORIENTATION = 0x0112
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What turns a picture upright, by the Exif tag Orientation (CIPA DC-008, 4.6.5.1)."""


def check_size(width: int, height: int) -> None:
    """Raises Refused for a picture without pixels, and for so many that decoding it would be an attack."""
    if not width or not height:
        raise refuse("", "picture-damaged")
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise refuse("", "picture-too-many-pixels", width=width, height=height, limit=MOST_PIXELS // 1_000_000)


def orientation(exif: bytes) -> int:
    """The orientation that Exif data name, 1 to 8; 1, upright, where they cannot be read, as browsers do."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    try:
        return _orientation(exif, order) if order else 1
    except struct.error:
        return 1


def _orientation(exif: bytes, order: str) -> int:
    """The tag in the first directory of a TIFF file (TIFF 6.0, section 2): twelve bytes for each entry."""
    (start,) = struct.unpack_from(f"{order}I", exif, 4)
    (count,) = struct.unpack_from(f"{order}H", exif, start)
    for place in range(start + 2, start + 2 + 12 * count, 12):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, place)
        if tag == ORIENTATION:
            return value if value in UPRIGHT else 1
    return 1


def upright(image: Image.Image, turned: int) -> Image.Image:
    """A picture as Exif says it is to be looked at."""
    return image.transpose(UPRIGHT[turned]) if turned in UPRIGHT else image


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """A picture with the colours its ICC profile means, in sRGB; raises Refused if the profile does not fit it."""
    if image.mode not in ("LA", "RGBA"):
        return _converted(image, profile)
    colours = _converted(image.convert(image.mode[:-1]), profile).convert("RGB")
    colours.putalpha(image.getchannel("A"))
    return colours


def is_srgb(profile: bytes, mode: str) -> bool:
    """Whether a profile leaves colours as they are: asked of the colours, since its name may say anything."""
    steps = range(0, 256, 17) if mode == "RGB" else range(256)
    colours = bytes(part for colour in product(steps, repeat=len(mode)) for part in colour)
    cube = Image.frombytes(mode, (len(colours) // len(mode), 1), colours)
    pairs = zip(_converted(cube, profile).tobytes(), cube.convert("RGB").tobytes(), strict=True)
    return all(abs(one - other) <= SAME_COLOUR for one, other in pairs)


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    if len(profile) > MOST_PROFILE:
        raise refuse("", "picture-profile")
    try:
        given = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        raise refuse("", "picture-profile") from None
    assert converted is not None
    return converted
