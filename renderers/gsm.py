"""How a text message is packed: GSM 7-bit or UCS-2, how many segments, and which characters cost.

3GPP TS 23.038 (V18) gives the alphabets: 6.2.1 the default alphabet, one septet a character; 6.2.1.1 its extension
table, two septets, an escape and a code.  3GPP TS 23.040, 9.2.3.24.1 gives the segments: one message holds 140
octets, and a concatenated one six octets less for the header that joins them.  National language tables (23.038,
annex A) are not used: few networks and phones agree on them.  UCS-2 is sent as UTF-16, as every phone reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypedDict

ESCAPE = "\x1b"

# In code order, sixteen a line; the escape at 0x1B is no character of its own.
_CODES = (
    "@£$¥èéùìòÇ\nØø\rÅå"
    "Δ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ"
    " !\"#¤%&'()*+,-./"
    "0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNO"
    "PQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmno"
    "pqrstuvwxyzäöñüà"
)
_EXTENSION_CODES = {
    "\f": 0x0A,
    "^": 0x14,
    "{": 0x28,
    "}": 0x29,
    "\\": 0x2F,
    "[": 0x3C,
    "~": 0x3D,
    "]": 0x3E,
    "|": 0x40,
    "€": 0x65,
}

DEFAULT = frozenset(_CODES) - {ESCAPE}
EXTENSION = frozenset(_EXTENSION_CODES)

_SEPTETS = {ord(character): code for code, character in enumerate(_CODES)} | {
    ord(character): ESCAPE + chr(code) for character, code in _EXTENSION_CODES.items()
}


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding's name, how many units fit into a message that stands alone and into one of several, how many
    bytes a unit has in our packed form, and the first bytes of units that must not part from the next one."""

    name: Literal["GSM-7", "UCS-2"]
    alone: int
    joined: int
    width: int
    pairs: range


GSM7 = Encoding("GSM-7", alone=160, joined=153, width=1, pairs=range(ord(ESCAPE), ord(ESCAPE) + 1))
UCS2 = Encoding("UCS-2", alone=70, joined=67, width=2, pairs=range(0xD8, 0xDC))


class Costly(TypedDict):
    """A character that makes a message dearer: `two-septets` in GSM-7, or the reason it is in `ucs-2`."""

    character: str
    code_point: str
    count: int
    reason: Literal["two-septets", "ucs-2"]


@dataclass(frozen=True, slots=True)
class Dear:
    """Where a character stands that takes two units, or that forces UCS-2: `at` counts the characters before it."""

    at: int
    character: str
    units: int
    reason: Literal["two-septets", "ucs-2"]


@dataclass(frozen=True, slots=True)
class Packing:
    """A text as it goes over the air.  `units` are septets in GSM-7 and 16-bit code units in UCS-2."""

    encoding: Literal["GSM-7", "UCS-2"]
    units: int
    segments: tuple[str, ...]
    costly: tuple[Costly, ...]


def fits_gsm7(text: str) -> bool:
    """Whether every character of `text` is in the default alphabet or its extension table."""
    return EXTENSION.issuperset(set(text) - DEFAULT)


def pack(text: str) -> Packing:
    r"""The packing of `text`, with `\r\n` counted as the one line feed it is sent as.

    An empty text is one empty segment.  Expects well-formed Unicode: lone surrogates do not survive UTF-16.
    """
    text = text.replace("\r\n", "\n")
    foreign = set(text) - DEFAULT
    encoding = GSM7 if foreign <= EXTENSION else UCS2
    packed = _septets(text) if encoding is GSM7 else text.encode("utf-16-be", "surrogatepass")
    segments = tuple(_texts(text, packed, encoding))
    return Packing(encoding.name, len(packed) // encoding.width, segments, _costly(text, foreign, encoding))


def dear(text: str) -> tuple[Dear, ...]:
    """The characters of a text that make it dearer, each where it stands; of one in UCS-2 those that are to blame."""
    narrow = fits_gsm7(text)
    to_blame = EXTENSION if narrow else set(text) - DEFAULT - EXTENSION
    return tuple(
        Dear(at, one, 2 if narrow or ord(one) > 0xFFFF else 1, "two-septets" if narrow else "ucs-2")
        for at, one in enumerate(text)
        if one in to_blame
    )


def units(text: str, encoding: Literal["GSM-7", "UCS-2"]) -> int:
    """How many units a text takes: septets, or 16-bit code units."""
    if encoding == "GSM-7":
        return len(_septets(text))
    return len(text.encode("utf-16-be", "surrogatepass")) // UCS2.width


def _septets(text: str) -> bytes:
    """The codes of a GSM-7 text, one a byte."""
    return text.translate(_SEPTETS).encode("latin-1")


def _texts(text: str, packed: bytes, encoding: Encoding) -> Iterator[str]:
    if len(packed) <= encoding.alone * encoding.width:
        yield text
        return
    start = 0
    for segment in _cut(packed, encoding):
        end = start + _characters(segment, encoding)
        yield text[start:end]
        start = end


def _cut(packed: bytes, encoding: Encoding) -> Iterator[bytes]:
    """The packed text in segments; the two units of one character stay together."""
    start = 0
    while start < len(packed):
        end = start + encoding.joined * encoding.width
        if end < len(packed) and packed[end - encoding.width] in encoding.pairs:
            end -= encoding.width
        yield packed[start:end]
        start = end


def _characters(segment: bytes, encoding: Encoding) -> int:
    """How many characters a segment holds."""
    if encoding is GSM7:
        return len(segment) - segment.count(ESCAPE.encode())
    return len(segment.decode("utf-16-be", "surrogatepass"))


def _costly(text: str, foreign: set[str], encoding: Encoding) -> tuple[Costly, ...]:
    """In GSM-7 the characters from the extension table, in UCS-2 those that are in neither table."""
    reason: Literal["two-septets", "ucs-2"] = "two-septets" if encoding is GSM7 else "ucs-2"
    causes = foreign if encoding is GSM7 else foreign - EXTENSION
    return tuple(
        Costly(character=one, code_point=f"U+{ord(one):04X}", count=text.count(one), reason=reason)
        for one in sorted(causes)
    )
