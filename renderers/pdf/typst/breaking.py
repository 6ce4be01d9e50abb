"""Words that are wider than their room, given places to break: the engine would print them over what stands beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from content_blocks.theme import Brand
from renderers.pdf.typst.fonts import faces

BREAK = "\u200b"
"""A place where a line may end, without width (Unicode UAX 14, class ZW)."""

WIDEST = 1.1
"""No letter of these scripts is wider, in em: what has fewer letters than room for so many fits unmeasured."""

UNKNOWN = 0.6
"""The width of a letter that no face has; such a document is refused elsewhere."""

_WORD = re.compile(r"[^\s\u2010-]+")


@dataclass(frozen=True)
class Ruler:
    """Measures words in the widest face of a theme's text."""

    widths: Mapping[str, float]

    def width(self, text: str) -> float:
        """How wide a text is on one line, in em."""
        return sum(self.widths.get(letter, UNKNOWN) for letter in text)

    def fitted(self, text: str, room: float) -> str:
        """The text, its words of more than `room` em broken into pieces that fit."""
        if len(text) * WIDEST <= room:
            return text
        return _WORD.sub(lambda found: self._broken(found[0], room), text)

    def _broken(self, word: str, room: float) -> str:
        return word if len(word) * WIDEST <= room else BREAK.join(self._pieces(word, room))

    def _pieces(self, word: str, room: float) -> Iterator[str]:
        """As many letters at a time as fit."""
        start, used = 0, 0.0
        for place, letter in enumerate(word):
            width = self.widths.get(letter, UNKNOWN)
            if used + width > room and place > start:
                yield word[start:place]
                start, used = place, 0.0
            used += width
        yield word[start:]


def ruler(brand: Brand) -> Ruler:
    """The ruler of a brand."""
    widths: dict[str, float] = {}
    for family in brand.theme.families():
        for face in faces(brand, family):
            widths |= {letter: max(width, widths.get(letter, 0.0)) for letter, width in face.widths.items()}
    return Ruler(widths)
