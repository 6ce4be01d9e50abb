"""Which words of a text are the same words as before: by the standard library, in time that cannot get out of hand.

`difflib` finds the longest passages that stayed, which is what a reader takes for the same; but its time grows with
the square of words that recur.  Where that would be felt, words that occur only once in both texts part them first
(the idea of patience diff), and what has no such word is taken as replaced.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from content_blocks.changes import out_of_order

MOST_PAIRS = 20_000
"""Pairs of equal words that `difflib` may have to look at: about those of two texts of 1,200 words."""


class Same(NamedTuple):
    """`length` words from `before` on are those from `after` on."""

    before: int
    after: int
    length: int


class _Part(NamedTuple):
    before: Sequence[str]
    after: Sequence[str]
    at: int
    at_after: int


def same_words(before: Sequence[str], after: Sequence[str]) -> list[Same]:
    """The passages that both have, in order."""
    found: list[Same] = []
    todo = [_Part(before, after, 0, 0)]
    while todo:
        part = todo.pop()
        first = _alike(part.before, part.after)
        last = _alike(part.before[first:][::-1], part.after[first:][::-1])
        ends = (len(part.before) - last, len(part.after) - last)
        found += [Same(part.at, part.at_after, first), Same(part.at + ends[0], part.at_after + ends[1], last)]
        rest = _cut(part, (first, first), ends)
        if _pairs(rest) <= MOST_PAIRS:
            found += _by_library(rest)
        else:
            todo += _parted(rest)
    return sorted(same for same in found if same.length)


def _alike(before: Sequence[str], after: Sequence[str]) -> int:
    pairs = zip(before, after, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(before), len(after)))


def _cut(part: _Part, start: tuple[int, int], end: tuple[int, int]) -> _Part:
    before, after = part.before[start[0] : end[0]], part.after[start[1] : end[1]]
    return _Part(before, after, part.at + start[0], part.at_after + start[1])


def _pairs(part: _Part) -> int:
    counted = Counter(part.after)
    return sum(count * counted[word] for word, count in Counter(part.before).items())


def _by_library(part: _Part) -> Iterator[Same]:
    for same in SequenceMatcher(None, part.before, part.after, autojunk=False).get_matching_blocks():
        yield Same(part.at + same.a, part.at_after + same.b, same.size)


def _parted(part: _Part) -> list[_Part]:
    """What lies between the words that both have once and in the same order; each part begins with such a word."""
    old, new = _once(part.before), _once(part.after)
    shared = [word for word in old if word in new]
    moved = out_of_order(shared, [word for word in new if word in old])
    anchors = [(old[word], new[word]) for word in shared if word not in moved]
    if not anchors:
        return []
    ends = [(0, 0), *anchors, (len(part.before), len(part.after))]
    return [_cut(part, start, end) for start, end in pairwise(ends)]


def _once(words: Sequence[str]) -> dict[str, int]:
    """The place of each word that occurs only once, in order."""
    counted = Counter(words)
    return {word: number for number, word in enumerate(words) if counted[word] == 1}
