"""A redline in one language: its words, and everything that is no words."""

from __future__ import annotations

from dataclasses import replace

from content_blocks.redline.model import Entry, Redline, Wording


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
