"""PNG and JPEG files made by hand: sound ones, and ones with something in them that must not stay."""

from __future__ import annotations

import struct
import zlib
from importlib.resources import files
from io import BytesIO

from PIL import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
SRGB = (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()


def flag(mode: str = "RGB") -> Image.Image:
    """Six by four pixels: red, the lower right quarter blue, so that turning it shows."""
    image = Image.new("RGB", (64, 32), "#c00000")
    image.paste("#0000c0", (32, 16, 64, 32))
    return image.convert(mode)


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """A picture as Pillow writes it."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    """A chunk of a PNG file."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(
    width: int = 2, height: int = 2, colour: int = 2, depth: int = 8, pixels: bytes | None = None, more: bytes = b""
) -> bytes:
    """A PNG file of its fields, with `more` chunks before the pixels."""
    pixels = b"\0" * height * (1 + 3 * width) if pixels is None else pixels
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return SIGNATURE + header + more + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


def with_chunk(content: bytes, kind: bytes, body: bytes) -> bytes:
    """A PNG file with one more chunk behind its header."""
    return content[:33] + chunk(kind, body) + content[33:]


def segment(marker: int, body: bytes) -> bytes:
    """A segment of a JPEG file."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def with_segment(content: bytes, marker: int, body: bytes) -> bytes:
    """A JPEG file with one more segment at its beginning."""
    return content[:2] + segment(marker, body) + content[2:]


def exif(orientation: int, place: bytes = b"52.5163N") -> bytes:
    """Exif data that say which way up, and where the picture was taken."""
    entries = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0) + struct.pack("<HHII", 0x8825, 4, 1, 38)
    return b"II*\0" + struct.pack("<IH", 8, 2) + entries + struct.pack("<I", 0) + place


def swapped_profile() -> bytes:
    """A sound profile whose red is sRGB's green and the other way round, which calls itself sRGB."""
    return SRGB.replace(b"rXYZ", b"????", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"????", b"gXYZ", 1)


def opened(content: bytes) -> Image.Image:
    """A finished picture."""
    image = Image.open(BytesIO(content))
    image.load()
    return image
