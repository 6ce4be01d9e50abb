"""Lock modes: what each allows, and what remains when one stands inside another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from content_blocks.document import LockMode

Operation = Literal[
    "word", "blank", "add", "remove", "move", "condition", "style", "channel_form", "language", "lock_mode"
]

ALLOWED: Mapping[LockMode, frozenset[Operation]] = {
    "locked": frozenset(),
    "text": frozenset({"word", "language"}),
    "blanks": frozenset({"blank"}),
    "open": frozenset(
        {"word", "blank", "add", "remove", "move", "condition", "style", "channel_form", "language"},
    ),
}
"""Which operations a mode allows.  The mode itself is changed by the owner of locks only."""


def meet(one: LockMode, other: LockMode) -> LockMode:
    """The mode that allows only what both allow; `text` and `blanks` share nothing."""
    if one == other or other == "open":
        return one
    return other if one == "open" else "locked"
