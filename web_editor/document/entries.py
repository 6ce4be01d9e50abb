"""Which entry of a list in a document is which of the template: entries have no names, so it is told by what they say.

One that reads the same is the same, wherever it was moved, and so is one with the same `id`.  Of the others, as many as
there were behind the same neighbour were edited in their places; where some came or went, those that are alike.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher

from web_editor.document.writing import Node

ALIKE = 0.5
"""How much of two entries has to be the same for one to be taken for the other, edited."""

COMPARED = 200
"""Of how many characters of two entries that is told."""
MOST_COMPARED = 400
"""How many pairs of entries are compared: lists that have so much of them new were written anew."""

Pairs = dict[int, int]
"""Numbers of entries after an edit, and those of the same entries before it."""


def paired(before: Sequence[Node], after: Sequence[Node]) -> list[int | None]:
    """For each entry after an edit, the number of the entry it was before; None for a new one."""
    if before == after:
        return list(range(len(after)))
    pairs: Pairs = {}
    _in_order([_said(entry) for entry in before], [_said(entry) for entry in after], pairs)
    for name in (_said, _id):
        _by(name, before, after, pairs)
    _in_place(len(before), len(after), pairs)
    _by_likeness([_words(entry) for entry in before], [_words(entry) for entry in after], pairs)
    return [pairs.get(number) for number in range(len(after))]


def _said(entry: Node) -> str:
    return json.dumps(entry, sort_keys=True, ensure_ascii=False)


def _id(entry: Node) -> str | None:
    name = entry["attrs"]["settings"].get("id")
    return name if isinstance(name, str) else None


def _words(entry: Node) -> str:
    """Everything an entry says, one after the other."""
    own = str(entry.get("text", "")) + str(entry.get("attrs", {}).get("expression", ""))
    return own + " ".join(map(_words, entry.get("content", ())))


def _in_order(before: list[str], after: list[str], pairs: Pairs) -> None:
    """Most lists were not touched, or in one place: what reads the same and stands in the same order."""
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        pairs |= {block.b + number: block.a + number for number in range(block.size)}


def _by(name: Callable[[Node], Hashable | None], before: Sequence[Node], after: Sequence[Node], pairs: Pairs) -> None:
    """Pair what has the same name, whatever that is."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for number in _left(len(before), pairs.values()):
        if (found := name(before[number])) is not None:
            waiting[found].append(number)
    for number in _left(len(after), pairs):
        if same := waiting.get(name(after[number])):
            pairs[number] = same.pop(0)


def _in_place(before: int, after: int, pairs: Pairs) -> None:
    """Pair what stands behind the same neighbour, if there are as many as there were."""
    now = [None if number is None else pairs[number] for number in _neighbours(after, set(pairs))]
    was = _neighbours(before, set(pairs.values()))
    behind: dict[int | None, list[int]] = defaultdict(list)
    for number in _left(before, pairs.values()):
        behind[was[number]].append(number)
    edited: dict[int | None, list[int]] = defaultdict(list)
    for number in _left(after, pairs):
        edited[now[number]].append(number)
    for neighbour, numbers in edited.items():
        if len(numbers) == len(behind[neighbour]):
            pairs |= dict(zip(numbers, behind[neighbour], strict=True))


def _neighbours(length: int, known: set[int]) -> list[int | None]:
    """For each number the last one before it that is known."""
    found: list[int | None] = []
    last: int | None = None
    for number in range(length):
        found.append(last)
        last = number if number in known else last
    return found


def _by_likeness(before: list[str], after: list[str], pairs: Pairs) -> None:
    """Pair what is left by how much of it is the same, the most alike first."""
    left = _left(len(before), pairs.values())
    if len(left) * (len(after) - len(pairs)) > MOST_COMPARED:
        return
    scores = [(_likeness(before[old], after[new]), old, new) for new in _left(len(after), pairs) for old in left]
    taken: set[int] = set()
    for score, old, new in sorted(scores, key=lambda found: (-found[0], found[1], found[2])):
        if score >= ALIKE and old not in taken and new not in pairs:
            pairs[new] = old
            taken.add(old)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:COMPARED], other[:COMPARED], autojunk=False).ratio()


def _left(length: int, taken: Iterable[int]) -> list[int]:
    known = set(taken)
    return [number for number in range(length) if number not in known]
