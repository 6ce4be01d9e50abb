"""Characters that no short message may carry: they cannot be seen, and change what is read or how it is sent.

Controls, line and paragraph separators, bidirectional embeddings, overrides and isolates (Unicode UAX 9), lone
surrogates and noncharacters.  Tab and line feed are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from content_blocks.problem import Problem
from renderers.short_text import Passage, write

_UNSENDABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def unsendable(channel: str, passages: Iterable[Passage], text: str) -> Iterator[Problem]:
    """`character-not-sendable` for each such character of each passage of `text`, by its code point."""
    if _UNSENDABLE.search(text):
        for passage in passages:
            yield from unsendable_in(f"{channel} {passage.piece or 'message'}", write([passage]).text)


def unsendable_in(where: str, text: str) -> Iterator[Problem]:
    """The same for a text that stands for itself, such as a title."""
    for character in sorted(set(_UNSENDABLE.findall(text))):
        yield Problem(where, "character-not-sendable", {"code_point": f"U+{ord(character):04X}"})
