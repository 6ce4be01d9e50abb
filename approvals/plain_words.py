"""What people say in their own words: text that can be kept, hashed and shown, whatever it says."""

from __future__ import annotations

from unicodedata import category

from approvals.refusal import NotAllowed

BREAKS = frozenset("\n\r\t")


def refuse_unwritable(words: str) -> None:
    """Raises NotAllowed for control characters other than line ends and tabs, and for halves of characters."""
    if any(category(letter) in ("Cc", "Cs") for letter in words if letter not in BREAKS):
        raise NotAllowed("words-unwritable")
