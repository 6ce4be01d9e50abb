"""Pins: where in a text a comment is, so that it is found again after the text was edited.

A pin keeps the words it is about and some of those around them (as the text quotes of the W3C Web Annotation model).
The words are looked for first, and the surroundings tell which of several; if they are gone, what now stands between
the same surroundings has taken their place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

AROUND = 32
"""Characters kept on each side, more where the same words with the same neighbours occur twice."""

ENOUGH = 8
"""Characters of one side that have to be there still for words to be the same ones in the same place."""

SPEAKS_FOR_ITSELF = 20
"""Words of so many characters are the same ones wherever they went."""


@dataclass(frozen=True, slots=True)
class Pin:
    """Words in a text: the item, its block and field, the language, the words, and what stands before and after.

    Without `quote` it is about the whole field, without `field` about the block.
    """

    item: str
    block: str
    field: str = ""
    language: str = ""
    quote: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pin is now, as offsets in characters: the very words (`same`), or what took their place (`edited`)."""

    start: int
    end: int
    found: Literal["same", "edited"]


def pin_words(item: str, block: str, field: str, language: str, text: str, start: int, end: int) -> Pin:
    """The pin of the words from `start` to before `end`; raises ValueError where no words are."""
    if not 0 <= start < end <= len(text):
        raise ValueError("a pin is about words that are there")
    width = AROUND
    while True:
        before, after = text[max(0, start - width) : start], text[end : end + width]
        pin = Pin(item, block, field, language, text[start:end], before, after)
        if where_now(pin, text) == Place(start, end, "same") or width > len(text):
            return pin
        width *= 2


def where_now(pin: Pin, text: str | None) -> Place | None:
    """Where a pinned text is in what became of it; none if it is gone, as where the block or language is."""
    if text is None:
        return None
    if not pin.quote:
        return Place(0, len(text), "same")
    found = [start for start in _occurrences(pin.quote, text) if _believed(pin, text, start)]
    if found:
        start = max(found, key=lambda start: (sum(_sides(pin, text, start)), -start))
        return Place(start, start + len(pin.quote), "same")
    return _between(pin, text)


def _occurrences(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _believed(pin: Pin, text: str, start: int) -> bool:
    """Whether these are the words that were pinned, and not the same ones elsewhere."""
    end = start + len(pin.quote)
    left, right = _sides(pin, text, start)
    before = left >= min(ENOUGH, len(pin.before)) if pin.before else start == 0
    after = right >= min(ENOUGH, len(pin.after)) if pin.after else end == len(text)
    return before or after or len(pin.quote) >= SPEAKS_FOR_ITSELF


def _sides(pin: Pin, text: str, start: int) -> tuple[int, int]:
    """How many characters before and after are those that were there."""
    end = start + len(pin.quote)
    left = text[max(0, start - len(pin.before)) : start]
    return _alike(pin.before[::-1], left[::-1]), _alike(pin.after, text[end : end + len(pin.after)])


def _alike(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((n for n, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


def _between(pin: Pin, text: str) -> Place | None:
    """What stands between the same neighbours now, the shortest of it; none where nothing does, or neither is left.

    It may have grown, but not to many times of what it was.
    """
    if not pin.before + pin.after:
        return None
    starts = [at + len(pin.before) for at in _occurrences(pin.before, text)] if pin.before else [0]
    ends = list(_occurrences(pin.after, text)) if pin.after else [len(text)]
    longest = 3 * len(pin.quote) + AROUND
    found = [(end - start, start, end) for start in starts for end in ends if 0 < end - start <= longest]
    if not found or not text[min(found)[1] : min(found)[2]].strip():
        return None
    _length, start, end = min(found)
    return Place(start, end, "edited")
