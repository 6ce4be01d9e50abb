"""JPEG (ITU-T T.81): the segments that make the picture are kept as they came, all others go.

The picture is packed anew only where it has to be turned or its colours converted, because each packing loses a
little and would never come out the same twice.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from PIL import Image

from content_blocks.problem import refuse
from renderers.assets.raster import check_size, in_srgb, is_srgb, orientation, upright

MARKER = re.compile(rb"\xff++([^\x00])")
SCAN_END = re.compile(rb"(?<!\xff)\xff++[^\x00\xd0-\xd7]")
"""The first marker in packed pixels that is not one of those to begin again at (B.1.1.3)."""
FRAMES, OTHER_FRAMES = frozenset({0xC0, 0xC1, 0xC2}), frozenset(range(0xC3, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Frames with Huffman codes that readers and PDF know (baseline, extended, progressive), and all others (B.1.1.3)."""
TABLES, RESTART, SCAN, END = frozenset({0xC4, 0xDB}), 0xDD, 0xDA, 0xD9
APPLICATION, COMMENT, ADOBE = range(0xE0, 0xF0), 0xFE, 0xEE
JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
"""The application segment that says the picture is grey or YCbCr (ITU-T T.871), with square pixels."""
EXIF, ICC = b"Exif\0\0", b"ICC_PROFILE\0"
MOST_SCANS = 30
"""A progressive picture has about ten; each costs the reader a walk over all pixels."""
QUALITY = 95


class Segment(NamedTuple):
    """A marker's second byte and what belongs to it, the packed pixels of a scan as well."""

    marker: int
    body: bytes


class Frame(NamedTuple):
    """How large the picture is, and how its channels are called."""

    width: int
    height: int
    channels: bytes


def harmless_jpeg(content: bytes) -> bytes:
    """A JPEG file with nothing in it but an upright picture, grey or in sRGB as YCbCr.

    Raises Refused with what is wrong with it.  Damage inside the packed pixels cannot be told from a picture: it shows.
    """
    segments = list(_segments(content))
    frame = _frame(segments)
    mode = "L" if len(frame.channels) == 1 else "RGB"
    kept = _file(segments)
    turned, profile = _turned(segments), _profile(segments)
    if profile and is_srgb(profile, mode):
        profile = None
    image = _decoded(kept, content, mode, frame, segments)
    if turned == 1 and profile is None and _is_ycc(segments, frame):
        return kept
    out = BytesIO()
    upright(in_srgb(image, profile) if profile else image, turned).save(out, "JPEG", quality=QUALITY, subsampling=0)
    return harmless_jpeg(out.getvalue())


def _segments(content: bytes) -> Iterator[Segment]:
    """What stands between the markers of start and end (B.2); raises Refused where a file is cut off."""
    place = 2
    while found := MARKER.match(content, place):
        marker = found[1][0]
        if marker == END:
            return
        start = found.end()
        end = start + int.from_bytes(content[start : start + 2])
        if marker == SCAN:
            follows = SCAN_END.search(content, end)
            end = follows.start() if follows else len(content) + 1
        if end < start + 2 or end > len(content):
            break
        yield Segment(marker, content[start:end])
        place = end
    raise refuse("", "picture-damaged")


def _frame(segments: list[Segment]) -> Frame:
    """The one frame of a picture that readers know (B.2.2)."""
    markers = [segment.marker for segment in segments]
    frames = [segment.body for segment in segments if segment.marker in FRAMES]
    if OTHER_FRAMES.intersection(markers) or not 0 < markers.count(SCAN) <= MOST_SCANS:
        raise refuse("", "picture-unusual")
    if len(frames) != 1 or len(frames[0]) < 8 or len(frames[0]) != 8 + 3 * frames[0][7]:
        raise refuse("", "picture-damaged")
    depth, height, width, channels = struct.unpack_from(">BHHB", frames[0], 2)
    check_size(width, height)
    if channels == 4:
        raise refuse("", "picture-cmyk")
    if depth != 8 or channels not in (1, 3):
        raise refuse("", "picture-unusual")
    return Frame(width, height, frames[0][8::3])


def _file(segments: list[Segment]) -> bytes:
    """The file with the segments that make the picture; raises Refused for one whose meaning nobody knows."""
    known = {*TABLES, *FRAMES, RESTART, SCAN}
    if any(marker not in {*known, *APPLICATION, COMMENT} for marker, _ in segments):
        raise refuse("", "picture-unusual")
    kept = b"".join(bytes((0xFF, marker)) + body for marker, body in segments if marker in known)
    return b"\xff\xd8" + JFIF + kept + b"\xff\xd9"


def _is_ycc(segments: list[Segment], frame: Frame) -> bool:
    """Whether readers take the channels for YCbCr, by the rules of libjpeg, which browsers follow."""
    if len(frame.channels) == 1 or any(body[2:7] == b"JFIF\0" for marker, body in segments if marker == 0xE0):
        return True
    adobe = [body[13] for marker, body in segments if marker == ADOBE and body[2:7] == b"Adobe" and len(body) > 13]
    return adobe[0] != 0 if adobe else frame.channels != b"RGB"


def _decoded(kept: bytes, content: bytes, mode: str, frame: Frame, segments: list[Segment]) -> Image.Image:
    """The pixels; decoded by the codec itself, as opening a file fills up what is missing without a word."""
    whole = kept if _is_ycc(segments, frame) else content
    try:
        return Image.frombytes(mode, (frame.width, frame.height), whole, "jpeg", mode, "")
    except (ValueError, OSError):
        raise refuse("", "picture-damaged") from None


def _turned(segments: list[Segment]) -> int:
    """The orientation in the first Exif data."""
    found = (body[8:] for marker, body in segments if marker == 0xE1 and body[2:8] == EXIF)
    return orientation(next(found, b""))


def _profile(segments: list[Segment]) -> bytes | None:
    """The ICC profile, joined from its numbered parts (ICC.1, B.4)."""
    parts = {
        body[14]: body[16:] for marker, body in segments if marker == 0xE2 and body[2:14] == ICC and len(body) > 16
    }
    return b"".join(parts[number] for number in sorted(parts)) or None
