"""A redline narrowed to what somebody wants to read: one language, or what changed with few words around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from content_blocks.redline.model import Difference, Entry, Redline, Stretch, Wording

CUT = " […] "
"""What stands for words that stayed and were left out."""


def languages(redline: Redline) -> tuple[str, ...]:
    """The languages in which it has words of their own, in the order in which they come."""
    found = (it.language for it in redline.differences() if isinstance(it, Wording) and it.language)
    return tuple(dict.fromkeys(found))


def in_one_language(redline: Redline, language: str) -> Redline:
    """The same without what only reads differently in other languages."""
    entries = (_in_one_language(entry, language) for entry in redline.entries)
    return replace(redline, entries=tuple(entry for entry in entries if entry))


def _in_one_language(entry: Entry, language: str) -> Entry | None:
    """None where that leaves nothing of an entry."""
    left = tuple(it for it in entry.differences if not isinstance(it, Wording) or it.language in ("", language))
    said = entry.moved or entry.renamed or entry.change != "changed"
    return replace(entry, differences=left) if left or said or not entry.differences else None


def in_short(redline: Redline, around: int = 18) -> Redline:
    """The same with no more than so many words around each change."""
    entries = (
        replace(entry, differences=tuple(_in_short(it, around) for it in entry.differences))
        for entry in redline.entries
    )
    return replace(redline, entries=tuple(entries))


def _in_short(difference: Difference, around: int) -> Difference:
    if not isinstance(difference, Wording):
        return difference
    rows = [(kind, list(row)) for kind, row in groupby(difference.stretches, lambda it: it.kind == "same")]
    found: list[Stretch] = []
    for number, (same, row) in enumerate(rows):
        first, last = number == 0, number == len(rows) - 1
        found += _ends(row, around, first=first, last=last) if same else row
    return replace(difference, stretches=tuple(found))


def _ends(row: list[Stretch], around: int, *, first: bool, last: bool) -> Iterator[Stretch]:
    """What touches a change of some stretches that stayed: their beginning, their end, or both."""
    text = "".join(it.text for it in row)
    words = text.split(" ")
    if len(words) <= around * (1 if first or last else 2) + 4:
        yield from row
        return
    head = "" if first else " ".join(words[:around])
    tail = "" if last else " ".join(words[-around:])
    yield Stretch("same", f"{head}{CUT}{tail}")
