"""Characters that no short message may carry: they cannot be seen, and change what is read or how it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from content_blocks.characters import forbidden_character
from content_blocks.problem import Problem
from renderers.short_text import Passage, write


def unsendable(channel: str, passages: Iterable[Passage], text: str) -> Iterator[Problem]:
    """`character-not-sendable` for each passage of `text` that has such a character, by the first one's code point."""
    if forbidden_character(text, multiline=True):
        for passage in passages:
            yield from unsendable_in(f"{channel} {passage.piece or 'message'}", write([passage]).text)


def unsendable_in(where: str, text: str) -> Iterator[Problem]:
    """The same for a text that stands for itself, such as a title."""
    if code_point := forbidden_character(text, multiline=True):
        yield Problem(where, "character-not-sendable", {"code_point": code_point})
