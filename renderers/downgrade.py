"""Plain spellings of typographic characters, for messages in which one dash more than doubles the price.

What belongs to compliance keeps its wording to the character.  Only the *spaces* inside a value that stands in locked
wording may change: the no-break space of `1.234,56 €` comes from the format of the number, nobody approved it as a
word, and German money would otherwise turn every locked sentence with an amount into UCS-2.  Letters are never
touched: a name stays spelled as its owner spells it.
"""

from __future__ import annotations

from typing import Protocol

from content_blocks.parts import Run

# Tab, no-break space, the spaces of U+2000, narrow and mathematical space, ideographic space.
_SPACES = dict.fromkeys([0x09, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
# Soft hyphen, zero-width space and joiners, direction marks, word joiner, byte order mark.
_INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF], "")
_DASHES_AND_DOTS = dict.fromkeys(map(ord, "‐‑‒–—―−•‣⁃·∙▪◦●"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’‚‛ʼ′‹›`´"), "'") | dict.fromkeys(map(ord, "“”„‟″«»"), '"')
_PLAIN = _SPACES | _INVISIBLE | _DASHES_AND_DOTS | _QUOTES | {ord("…"): "...", ord("×"): "x", ord("⁄"): "/"}


_MASK = ("••••", "****")  # dashes before the end of a card number would be read as part of it


class Spelling(Protocol):
    """The text of a run; `locked` tells that its wording belongs to compliance."""

    def __call__(self, run: Run, locked: bool) -> str: ...


def as_written(run: Run, locked: bool) -> str:  # noqa: ARG001
    """The text of a run as its author wrote it."""
    return run.text


def downgraded(run: Run, locked: bool) -> str:
    """The text of a run in plain characters, as far as its lock allows."""
    if run.filled is None:
        return run.text if locked else _plain(run.text)
    return run.text.translate(_SPACES) if run.filled.locked else _plain(run.text)


def _plain(text: str) -> str:
    return text.replace(*_MASK).translate(_PLAIN)
