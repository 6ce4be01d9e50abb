"""Making a notification fit a lock screen: business text may be cut, legal text never.

A cut falls between graphemes (Unicode UAX 29), at a word's end where one is near, and never inside a value or an
address: half an amount is a wrong amount.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import regex

from content_blocks.parts import words
from renderers.message_json import octets
from renderers.rendition import LeftOut
from renderers.short_parts import Line
from renderers.short_text import Passage, Stretch, line_name, stretches

_GRAPHEME = regex.compile(r"\X")
ELLIPSIS = "…"
_NEW_LINE = Stretch("\n", whole=False)


class Room(NamedTuple):
    """How much text there is room for, in graphemes and in bytes of JSON."""

    graphemes: int
    octets: int = sys.maxsize

    def holds(self, text: str) -> bool:
        """Whether `text` has room as it is."""
        if len(text) <= self.graphemes and self.octets == sys.maxsize:
            return True  # a text has no more graphemes than code points
        return _graphemes(text, self.graphemes + 1) <= self.graphemes and octets(text) <= self.octets


TITLE = Room(65)
BODY = Room(178)
"""What phones show of a notification nobody has opened: one line of title, four of text."""


class Fitted(NamedTuple):
    """What is shown of the passages, and which of them were cut or dropped.

    `fits` is false where a cut would mislead: a value is longer than the room, or of the business text nothing is
    left.
    """

    passages: tuple[Passage, ...]
    left_out: tuple[LeftOut, ...] = ()
    fits: bool = True


def business_text(passages: Sequence[Passage]) -> str:
    """The text that may be cut: what is neither locked nor mandatory."""
    return "\n".join(_text(passage) for passage in passages if _is_business(passage))


def fit(passages: tuple[Passage, ...], room: Room = BODY) -> Fitted:
    """The passages with no more business text than there is room for; what comes after a cut is dropped."""
    text = business_text(passages)
    if room.holds(text):
        return Fitted(passages)
    business = (passage for passage in passages if _is_business(passage))
    end = cut_at([part for passage in business for part in (*_stretches(passage), _NEW_LINE)], room)
    shown: list[Passage] = []
    left_out: list[LeftOut] = []
    start = 0
    for passage in passages:
        if not _is_business(passage):
            shown.append(passage)
            continue
        stop = start + len(_text(passage))
        if start < end:
            shown.append(passage if stop <= end else _cut(passage, text[start:end]))
        if stop > end:
            left_out.append(LeftOut(passage.piece or line_name("push"), "shortened" if start < end else "no-room"))
        start = stop + 1
    return Fitted(tuple(shown), tuple(left_out), fits=end > 0)


def shortened(parts: Sequence[Stretch], room: Room) -> str:
    """A text that stands for itself, such as a title, cut where it must be; empty if nothing would be left."""
    text = "".join(part.text for part in parts)
    if room.holds(text):
        return text
    end = cut_at(parts, room)
    return text[:end].rstrip() + ELLIPSIS if end else ""


def cut_at(parts: Sequence[Stretch], room: Room) -> int:
    """Where to cut, in characters, so that the beginning and an ellipsis have room; 0 if nothing has, or if a value
    or an address alone would fill the room."""
    if any(part.whole and not room.holds(part.text) for part in parts):
        return 0
    text = "".join(part.text for part in parts)
    borders = (found.end() for found in islice(_GRAPHEME.finditer(text), room.graphemes - 1))
    inside = list(_inside_wholes(parts))
    ends = [end for end in borders if not any(start < end < stop for start, stop in inside)]
    weight = room.octets - octets(ELLIPSIS)
    ends = ends[: bisect_right(ends, weight, key=lambda end: octets(text[:end]))]
    at_words = [end for end in ends if text[end : end + 1].isspace() and 2 * end > ends[-1]]
    return max(at_words or ends, default=0)


def _is_business(passage: Passage) -> bool:
    return not (passage.locked or passage.mandatory)


def _stretches(passage: Passage) -> Iterator[Stretch]:
    for number, line in enumerate(passage.lines):
        if number:
            yield _NEW_LINE
        yield from stretches(line.runs, passage.locked)


def _text(passage: Passage) -> str:
    return "".join(stretch.text for stretch in _stretches(passage))


def _cut(passage: Passage, beginning: str) -> Passage:
    return passage._replace(lines=(Line(words(beginning.rstrip() + ELLIPSIS)),))


def _inside_wholes(parts: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
    position = 0
    for part in parts:
        if part.whole:
            yield position, position + len(part.text)
        position += len(part.text)


def _graphemes(text: str, at_most: int) -> int:
    return sum(1 for _ in islice(_GRAPHEME.finditer(text), at_most))
