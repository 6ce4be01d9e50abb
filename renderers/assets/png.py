"""PNG (ISO/IEC 15948): the chunks that make the picture are kept as they came, all others go.

Pixels are not packed anew unless they have to change, so a picture keeps its bytes whatever library is installed.
The stream is unpacked and counted here: the print engine tells Pillow, for the whole process, to fill up pictures
that are cut off, so Pillow does not say whether one is.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from content_blocks.problem import refuse
from renderers.assets.raster import MOST_PROFILE, check_size, in_srgb, is_srgb, orientation, upright

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, RGB, PALETTE, GREY_ALPHA, RGB_ALPHA = 0, 2, 3, 4, 6
CHANNELS = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGB_ALPHA: 4}
DEPTHS = {GREY: (1, 2, 4, 8, 16), RGB: (8, 16), PALETTE: (1, 2, 4, 8), GREY_ALPHA: (8, 16), RGB_ALPHA: (8, 16)}
"""Bits of a channel that each type of colour may have (11.2.2)."""
WHOLE = ((0, 0, 1, 1),)
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""The passes of interlaced pictures: first column and row, and the steps from one to the next (8.2)."""
ANCILLARY = 0x20
"""The bit of a chunk's first letter that says a picture can be shown without it (5.4)."""


@dataclass(frozen=True, slots=True)
class Header:
    """What IHDR says (11.2.2)."""

    width: int
    height: int
    depth: int
    colour: int
    packing: int
    filtering: int
    interlaced: int

    def rows(self) -> Iterator[tuple[int, int]]:
        """For each pass: how many bytes a row has, with the byte that names its filter, and how many rows there are."""
        bits = self.depth * CHANNELS[self.colour]
        for left, top, across, down in ADAM7 if self.interlaced else WHOLE:
            columns, rows = -((left - self.width) // across), -((top - self.height) // down)
            if columns > 0 and rows > 0:
                yield 1 + (columns * bits + 7) // 8, rows


def harmless_png(content: bytes) -> bytes:
    """A PNG file with nothing in it but an upright picture in sRGB or grey, 8 bits a channel at most.

    Raises Refused with what is wrong with it.
    """
    chunks = _chunks(content)
    if b"acTL" in chunks:
        raise refuse("", "picture-animated")
    header = _header(chunks)
    kept = _file(header, chunks)
    turned, profile = orientation(chunks.get(b"eXIf", b"")), _profile(chunks.get(b"iCCP"))
    if profile and is_srgb(profile, "L" if header.colour in (GREY, GREY_ALPHA) else "RGB"):
        profile = None
    if header.depth < 16 and turned == 1 and profile is None:
        return kept
    image = _plain(kept)
    return harmless_png(_saved(upright(in_srgb(image, profile) if profile else image, turned)))


def _chunks(content: bytes) -> dict[bytes, bytes]:
    """The chunks up to IEND, the parts of the picture joined; raises Refused where one is cut off or damaged."""
    chunks: dict[bytes, bytes] = {}
    data, place = [], len(SIGNATURE)
    while b"IEND" not in chunks:
        length, kind = struct.unpack(">I4s", _slice(content, place, 8))
        body = _slice(content, place + 8, length)
        (sum_given,) = struct.unpack(">I", _slice(content, place + 8 + length, 4))
        known = kind in (b"IHDR", b"PLTE", b"IDAT", b"IEND") or kind[0] & ANCILLARY
        if zlib.crc32(kind + body) != sum_given or not known or (kind in chunks and not kind[0] & ANCILLARY):
            raise refuse("", "picture-damaged")
        if kind == b"IDAT":
            data.append(body)
        else:
            chunks.setdefault(kind, body)
        place += 12 + length
    return chunks | {b"IDAT": b"".join(data)}


def _slice(content: bytes, place: int, length: int) -> bytes:
    found = content[place : place + length]
    if len(found) < length:
        raise refuse("", "picture-damaged")
    return found


def _header(chunks: dict[bytes, bytes]) -> Header:
    """The header, if the rest can be a picture of its kind."""
    if next(iter(chunks)) != b"IHDR" or len(chunks[b"IHDR"]) != 13:
        raise refuse("", "picture-damaged")
    header = Header(*struct.unpack(">IIBBBBB", chunks[b"IHDR"]))
    colours, clear = len(chunks.get(b"PLTE", b"")), len(chunks.get(b"tRNS", b""))
    sound = header.depth in DEPTHS.get(header.colour, ()) and not header.packing and not header.filtering
    if not sound or header.interlaced > 1 or not _colours_fit(header, colours, clear):
        raise refuse("", "picture-damaged")
    check_size(header.width, header.height)
    if header.depth == 16 and clear:
        raise refuse("", "picture-unusual")
    return header


def _colours_fit(header: Header, colours: int, clear: int) -> bool:
    """Whether the lengths of PLTE and tRNS are right for the type of colour (11.2.3, 11.3.2.1)."""
    if header.colour == PALETTE:
        return 0 < colours <= 3 * 2**header.depth and colours % 3 == 0 and 3 * clear <= colours
    return clear in {GREY: (0, 2), RGB: (0, 6)}.get(header.colour, (0,))


def _file(header: Header, chunks: dict[bytes, bytes]) -> bytes:
    """The file with the chunks that make the picture."""
    kept = {b"IHDR": chunks[b"IHDR"]}
    if header.colour == PALETTE:
        kept[b"PLTE"] = chunks[b"PLTE"]
    if b"tRNS" in chunks:
        kept[b"tRNS"] = chunks[b"tRNS"]
    kept |= {b"IDAT": _whole(header, chunks[b"IDAT"]), b"IEND": b""}
    written = (struct.pack(">I", len(body)) + kind + body + _sum(kind + body) for kind, body in kept.items())
    return SIGNATURE + b"".join(written)


def _sum(content: bytes) -> bytes:
    return struct.pack(">I", zlib.crc32(content))


def _whole(header: Header, packed: bytes) -> bytes:
    """The packed pixels without what follows them; raises Refused if there is one byte too many or too few."""
    rows = list(header.rows())
    expected = sum(row * count for row, count in rows)
    inflate = zlib.decompressobj()
    try:
        pixels = inflate.decompress(packed, expected + 1)
    except zlib.error:
        raise refuse("", "picture-damaged") from None
    if len(pixels) != expected or not inflate.eof or not _filters_known(pixels, rows):
        raise refuse("", "picture-damaged")
    return packed[: len(packed) - len(inflate.unused_data)]


def _filters_known(pixels: bytes, rows: list[tuple[int, int]]) -> bool:
    """Whether each row begins with one of the five filters (9.2)."""
    start = 0
    for row, count in rows:
        if max(pixels[start : start + row * count : row]) > 4:
            return False
        start += row * count
    return True


def _profile(chunk: bytes | None) -> bytes | None:
    """The ICC profile in a chunk (11.3.3.3): a name, a zero, the method, and the packed profile."""
    if chunk is None:
        return None
    inflate = zlib.decompressobj()
    try:
        profile = inflate.decompress(chunk.partition(b"\0")[2][1:], MOST_PROFILE + 1)
    except zlib.error:
        raise refuse("", "picture-profile") from None
    if not inflate.eof:
        raise refuse("", "picture-profile")
    return profile


def _plain(content: bytes) -> Image.Image:
    """The pixels with 8 bits a channel: grey or RGB, with or without alpha."""
    image = Image.open(BytesIO(content), formats=["PNG"])
    if image.mode == "I;16":  # converted by Pillow, everything above 255 would be white
        return Image.frombytes("L", image.size, image.tobytes()[1::2])
    if "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert({"1": "L", "P": "RGB"}.get(image.mode, image.mode))


def _saved(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", compress_level=9)
    return out.getvalue()
