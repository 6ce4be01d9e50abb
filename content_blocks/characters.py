"""Which characters a text may hold, whoever wrote it.

What cannot be seen can change what is read: controls, bidi overrides and isolates (Unicode UAX 9), private use,
surrogates and noncharacters have no place in a customer's name or an author's sentence.
"""

from __future__ import annotations

import json
import re

_NEVER = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"
    r"\u2028\u2029\u202a-\u202e\u2066-\u2069"
    r"\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\ufff8\ufffe\uffff"
    r"\U000f0000-\U0010ffff" + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 15))
)
_IGNORABLE_BMP = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0"
)
"""What Unicode calls default ignorable (UAX 44), as far as it lies in the Basic Multilingual Plane."""

IGNORABLE = _IGNORABLE_BMP + r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
"""All that Unicode calls default ignorable, for a class of characters in a pattern."""

VISIBLE = rf"[^\s{_IGNORABLE_BMP}\u2800]"
"""A character that a reader sees, as a pattern that ECMA-262 reads too; U+2800 is a Braille pattern without a dot.

Fillers beyond the Basic Multilingual Plane pass it, since that cannot be written for Python and ECMA-262 alike."""

_WITHOUT_INK = re.compile(rf"[\s{IGNORABLE}\u2800]*")

_IN_TEXT = re.compile(f"[{_NEVER}\t\n]")
_IN_LINES = re.compile(f"[{_NEVER}]")


def forbidden_character(text: str, *, multiline: bool = False) -> str | None:
    """The first character that must not be there as `U+202E`, or None; `multiline` allows tab and newline."""
    found = (_IN_LINES if multiline else _IN_TEXT).search(text)
    return f"U+{ord(found[0]):04X}" if found else None


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing: zero-width characters and fillers fill no gap."""
    return _WITHOUT_INK.fullmatch(text) is not None


def visible(text: str, limit: int) -> str:
    """A name that nobody vouches for, fit to be shown: at most `limit` characters, `?` for the forbidden ones."""
    return _IN_TEXT.sub("?", text[:limit])


def escaped_in_json(text: str) -> str:
    """JSON text with the forbidden characters in its strings as `\\u202e`: it shows what it holds, and no program takes
    a U+2028 or U+0085 for the end of a line."""
    return _IN_LINES.sub(lambda found: json.dumps(found[0])[1:-1], text)
