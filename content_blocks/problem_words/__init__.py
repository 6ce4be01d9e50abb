"""What every problem code says to people, in English and German: one file a room, joined here.

Each file has `SENTENCES: dict[code, Sentences]`.  The texts are the product's own words, never a customer's.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import NamedTuple, TypeAlias

from content_blocks.value_words import in_words

Sentences: TypeAlias = tuple[str, str, str, str]


class Wording(NamedTuple):
    """A problem in words: what is wrong and what to do about it."""

    message: str
    hint: str


@cache
def sentences() -> dict[str, Sentences]:
    """Every code with its message and hint in English, then in German."""
    joined: dict[str, Sentences] = {}
    for module in pkgutil.iter_modules(__path__):
        joined |= importlib.import_module(f"{__name__}.{module.name}").SENTENCES
    return joined


def wording(code: str, params: dict[str, str | int], language: str = "en") -> Wording:
    """The message and hint for a code; German for `de…`, English otherwise."""
    first = 2 if language.startswith("de") else 0
    message, hint = sentences().get(code, (code, "", code, ""))[first : first + 2]
    given = _Given(in_words(code, params, language))
    hint = "" if "{known}" in hint and given.get("known") == "" else hint  # a list of nothing helps nobody
    return Wording(message.format_map(given), hint.format_map(given))


class _Given(dict[str, str | int]):
    """Parameters; one that is not given shows its name, so that a sentence never fails when a fault is told."""

    def __missing__(self, name: str) -> str:
        return name
