"""Which entry of a list is which entry of its later version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel

from content_blocks.changes import out_of_order
from content_blocks.text import Text


class Pair(NamedTuple):
    """An entry before and after, None where there is none, with its numbers from 1."""

    before: Any
    after: Any
    before_number: int | None
    after_number: int | None
    moved: bool = False


_Places = list[tuple[int | None, int | None]]


def paired(before: Sequence[Any], after: Sequence[Any]) -> Iterator[Pair]:
    """The entries of both lists in the order of the later one, those that went after what they stood behind.

    Entries with ids are paired by these; others by what they say, and those that say the very same in another place
    were moved.
    """
    names = [[getattr(entry, "id", None) for entry in entries] for entries in (before, after)]
    named = all(name is not None for name in (*names[0], *names[1]))
    places = _of_same(*names) if named else _by_likeness(before, after)
    stayed = [str(one) for one, other in places if one is not None and other is not None]
    moved = _fewest_moves(sorted(stayed, key=int), stayed, {str(one) for one, other in places if one == other})
    for one, other in places:
        yield Pair(
            None if one is None else before[one],
            None if other is None else after[other],
            None if one is None else one + 1,
            None if other is None else other + 1,
            other is not None and str(one) in moved,
        )


def _fewest_moves(before: list[str], after: list[str], still: set[str]) -> frozenset[str]:
    """The fewest entries whose move explains the new order; of two that changed places, the one with another number."""
    ways = (out_of_order(before, after), out_of_order(before[::-1], after[::-1]))
    return min(ways, key=lambda moved: len(moved & still))


def _of_same(before: Sequence[Any], after: Sequence[Any]) -> _Places:
    """Each entry with the first one left that is the very same."""
    left = list(range(len(before)))
    places: _Places = []
    for number, entry in enumerate(after):
        same = next((one for one in left if before[one] == entry), None)
        if same is not None:
            left.remove(same)
        places.append((same, number))
    return _with_gone(places, left)


def _with_gone(places: _Places, gone: Sequence[int]) -> _Places:
    """The places with those of removed entries among them, each behind the one it stood behind."""
    for number in gone:
        at = next((n for n, (one, _) in enumerate(places) if one is not None and one == number - 1), -1)
        places.insert(at + 1, (number, None))
    return places


def _by_likeness(before: Sequence[Any], after: Sequence[Any]) -> _Places:
    """What is the very same belongs together wherever it stands; of the others, in their order, what is most alike."""
    found = {other: one for one, other in _of_same(before, after) if one is not None and other is not None}
    old = [number for number in range(len(before)) if number not in found.values()]
    new = [number for number in range(len(after)) if number not in found]
    found |= {new[other]: old[one] for one, other in _alike([before[n] for n in old], [after[n] for n in new])}
    gone = [number for number in old if number not in found.values()]
    return _with_gone([(found.get(number), number) for number in range(len(after))], gone)


def _alike(before: Sequence[Any], after: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """The pairs in order that keep most of what is said: as for words, but entries may be alike in part."""
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for one in reversed(range(len(before))):
        for other in reversed(range(len(after))):
            together = _likeness(before[one], after[other]) + _RATHER + best[one + 1][other + 1]
            best[one][other] = max(together, best[one + 1][other], best[one][other + 1])
    one = other = 0
    while one < len(before) and other < len(after):
        if best[one][other] == best[one + 1][other]:
            one += 1
        elif best[one][other] == best[one][other + 1]:
            other += 1
        else:
            yield one, other
            one, other = one + 1, other + 1


_RATHER = 0.01
"""What speaks for telling two entries that share nothing as one replaced by the other."""


def _likeness(before: Any, after: Any) -> float:
    """From 0 to 1: how much of two entries is the same."""
    match before, after:
        case Text(), Text():
            old, new = _words(before), _words(after)
            return 2 * (old & new).total() / ((old + new).total() or 1)
        case BaseModel(), BaseModel():
            fields = type(after).model_fields
            shares = [_likeness(getattr(before, name, None), getattr(after, name, None)) for name in fields]
            return sum(shares) / len(shares)
    return float(before == after)


def _words(text: Text) -> Counter[str]:
    return Counter(word for source in text.sources.values() for word in source.split())
