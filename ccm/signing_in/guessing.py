"""How much of a password is left to guess for who tries words, repetitions and runs along the keyboard first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

_OBVIOUS = (
    "password",
    "passwort",
    "kennwort",
    "passphrase",
    "willkommen",
    "welcome",
    "geheim",
    "secret",
    "letmein",
    "changeme",
    "administrator",
    "admin",
    "login",
    "sommer",
    "summer",
    "winter",
    "iloveyou",
    "ccm",
)
_KEYBOARD = (
    "1234567890",
    "qwertyuiop",
    "qwertzuiopü",
    "asdfghjklöä",
    "zxcvbnm",
    "yxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
)
_BESIDE = frozenset(pair for row in _KEYBOARD for left, right in pairwise(row) for pair in (left + right, right + left))
_SHORTEST_WORD = 3


def choices(password: str, known: Iterable[str] = ()) -> int:
    """How many characters do not follow from the one before, outside of known words and of what was there before."""
    left = _without(password.casefold(), [*_OBVIOUS, *(word.casefold() for word in known)])
    once = _without_repetition(left)
    return sum(not _follows(before, after) for before, after in pairwise("\0" + once))


def _without(password: str, words: Iterable[str]) -> str:
    """The password without these words, the longest ones first; a blank stays where one was."""
    longest_first = sorted({word for word in words if len(word) >= _SHORTEST_WORD}, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest_first)), " ", password)


def _without_repetition(password: str) -> str:
    """Its beginning, if the rest only says it again, the last time perhaps not to the end."""
    for length in range(1, len(password) // 2 + 1):
        if password == (password[:length] * len(password))[: len(password)]:
            return password[:length]
    return password


def _follows(before: str, after: str) -> bool:
    """Whether a character is the same, the next or previous in the alphabet, or the neighbour on a keyboard."""
    return abs(ord(before) - ord(after)) <= 1 or before + after in _BESIDE
