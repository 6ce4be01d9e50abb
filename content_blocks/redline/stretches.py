"""Two texts as one row of stretches: what stayed, what went, what came, what only looks different.

A redline is read by people.  Where two sentences share but a few small words, they are shown as one replaced by the
other: a short passage that stayed counts only if it is longer than one of the changes beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple, TypeAlias

from content_blocks.redline.alignment import Same, same_words
from content_blocks.redline.model import Atom, Kind, Stretch, Style
from content_blocks.redline.tokens import Token

SHORT = 4
"""Passages of more words than these are told from changes however long those are."""


_FIGURE = re.compile(r"\d|@|://")


class _Side(NamedTuple):
    """One text: its tokens, the numbers of those that are no gaps, and the weight of all words before each."""

    tokens: tuple[Token, ...]
    words: list[int]
    weights: list[int]

    def weight(self, start: int, end: int) -> int:
        """How much is said from one word to another, in letters.  Figures weigh nothing: a price for a price and a
        date for a date do not make another sentence of the words between them."""
        return self.weights[end] - self.weights[start]

    def length(self, same: Same) -> int:
        """The length of a passage that stayed, figures included."""
        return sum(len(self.tokens[n].text) for n in self.words[same.before : same.before + same.length])

    def start(self, word: int) -> int:
        """The number of the token with which a word begins; after the last word, the end."""
        return self.words[word] if word < len(self.words) else len(self.tokens)


def stretches(before: Iterable[Token], after: Iterable[Token], *, tidy: bool = True) -> tuple[Stretch, ...]:
    """The stretches of two texts; without `tidy` every word that stayed counts."""
    old, new = _side(before), _side(after)
    found = same_words([old.tokens[n].key for n in old.words], [new.tokens[n].key for n in new.words])
    kept = _tidied(found, old, new) if tidy else found
    return tuple(_joined(_steps(kept, old, new)))


def _side(tokens: Iterable[Token]) -> _Side:
    whole = tuple(tokens)
    words = [number for number, token in enumerate(whole) if token.kind != "space"]
    weights = [0]
    for number in words:
        text = whole[number].text
        weights.append(weights[-1] + (0 if _FIGURE.search(text) else len(text)))
    return _Side(whole, words, weights)


def _tidied(found: list[Same], old: _Side, new: _Side) -> list[Same]:
    """Without the passages that are too small to be told from the changes on both sides of them."""
    kept = found
    while True:
        changes = _changes_around(kept, old, new)
        left = [
            same
            for same, one, other in zip(kept, changes, changes[1:], strict=False)
            if _stands_alone(same, old) or old.length(same) > min(one, other)
        ]
        if len(left) == len(kept):
            return kept
        kept = left


def _stands_alone(same: Same, old: _Side) -> bool:
    """Lines are compared line by line, and that the data shown are the same ones is worth knowing."""
    kinds = {old.tokens[n].kind for n in old.words[same.before : same.before + same.length]}
    return same.length > SHORT or kinds != {"word"}


def _changes_around(kept: list[Same], old: _Side, new: _Side) -> list[int]:
    """How much changed before each passage, and after the last one."""
    ends = [Same(0, 0, 0), *kept, Same(len(old.words), len(new.words), 0)]
    return [
        max(
            old.weight(one.before + one.length, other.before),
            new.weight(one.after + one.length, other.after),
        )
        for one, other in pairwise(ends)
    ]


_Step: TypeAlias = tuple[Token | None, Token | None]
"""A token that stayed, with both its sides; or one that went, or one that came."""


_Look: TypeAlias = tuple[Kind, Style, Style | None, Atom]


def _steps(kept: list[Same], old: _Side, new: _Side) -> Iterator[_Step]:
    at = at_after = 0
    words = [(same.before + n, same.after + n) for same in kept for n in range(same.length)]
    for word, word_after in words:
        start, start_after = old.start(word), new.start(word_after)
        yield from _between(old.tokens[at:start], new.tokens[at_after:start_after])
        yield old.tokens[start], new.tokens[start_after]
        at, at_after = start + 1, start_after + 1
    yield from _between(old.tokens[at:], new.tokens[at_after:])


def _between(before: Sequence[Token], after: Sequence[Token]) -> Iterator[_Step]:
    """What changed between two words that stayed; the gaps on its edges did not."""
    if len(before) == len(after) == 1 and before[0].key == after[0].key:
        yield before[0], after[0]
        return
    first = _alike(before, after)
    yield from zip(before[:first], after[:first], strict=True)
    before, after = before[first:], after[first:]
    last = _alike(before[::-1], after[::-1])
    ends = (len(before) - last, len(after) - last)
    yield from ((token, None) for token in before[: ends[0]])
    yield from ((None, token) for token in after[: ends[1]])
    yield from zip(before[ends[0] :], after[ends[1] :], strict=True)


def _alike(before: Sequence[Token], after: Sequence[Token]) -> int:
    pairs = zip(before, after, strict=False)
    alike = (n for n, (one, other) in enumerate(pairs) if one.key != other.key)
    return next(alike, min(len(before), len(after)))


def _joined(steps: Iterable[_Step]) -> Iterator[Stretch]:
    """Neighbours of one kind and style as one stretch."""
    for (kind, style, was, atom), row in groupby(steps, _look):
        texts = [(after or before).text for before, after in row]  # type: ignore[union-attr]
        for text in texts if atom else ("".join(texts),):
            yield Stretch(kind, text, style, was, atom)


def _look(step: _Step) -> _Look:
    """All that has to be the same for two neighbours to be one stretch."""
    before, after = step
    token = after or before
    assert token is not None
    atom: Atom = token.kind if token.kind == "placeholder" or token.kind == "break" else ""
    if before is None or after is None:
        return "added" if before is None else "removed", token.style, None, atom
    return (
        ("same", token.style, None, atom)
        if before.style == after.style
        else ("restyled", after.style, before.style, atom)
    )
