"""What a form asks for: entries, told from a data dictionary or from the models of items."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Kind = Literal[
    "line", "lines", "number", "flag", "choice", "colour", "day", "file", "group", "rows", "values", "pairs", "grid"
]
"""The first eight hold one value.  `rows` are records under each other, `values` single values under each other;
`pairs` are a map with keys that people choose, `grid` is a map of maps with the same keys in each."""

Words = Mapping[str, str]
NOTHING: Words = MappingProxyType({"en": "", "de": ""})
STEP = "/"
"""What separates the steps of a field's path; dots stand in names themselves."""
COUNT = "#"
"""Behind the path of rows: how many there are."""


@dataclass(frozen=True)
class Option:
    """One of the values that can be chosen, and what people call it."""

    value: str | int
    label: Words


@dataclass(frozen=True)
class Entry:
    """A field: its `name` in the content, what people call it, and what it may hold.

    `entries` are those of a group or of each row, and the one of each value; `fixed` values are neither added nor
    removed.  `hint` is a sample.  Nothing stands for an optional entry that is left empty.
    """

    name: str
    kind: Kind
    label: Words = field(default_factory=lambda: NOTHING)
    help: Words = field(default_factory=lambda: NOTHING)
    required: bool = True
    options: tuple[Option, ...] = ()
    entries: tuple[Entry, ...] = ()
    fixed: bool = False
    hint: str = ""
    longest: int = 10_000

    @property
    def flat(self) -> bool:
        """Whether a row of it fits into a line of a table."""
        return all(it.kind not in ("group", "rows", "values", "pairs", "grid") for it in self.entries)


def below(path: str, step: str | int) -> str:
    """The path of something inside."""
    return f"{path}{STEP}{step}" if path else str(step)
