"""Pieces of a sentence: words, the name of a field, a value; so that a page can show fields and values as such."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, TypeAlias

_BLANK = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Run:
    """One piece; `path` is the field it names."""

    kind: Literal["words", "field", "value"]
    text: str
    path: str = ""


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said, piece by piece."""

    runs: Runs

    @property
    def text(self) -> str:
        """All of it as plain text."""
        return "".join(run.text for run in self.runs)

    def data(self) -> dict[str, Any]:
        """As JSON."""
        return {"text": self.text, "runs": [asdict(run) for run in self.runs]}


def words(text: str) -> Runs:
    """Some words, or nothing."""
    return (Run("words", text),) if text else ()


def filled(pattern: str, **parts: Runs) -> Runs:
    """A pattern such as `{left} is below {right}` with the pieces in its blanks."""
    pieces = _BLANK.split(pattern)
    return merged(run for number, piece in enumerate(pieces) for run in (parts[piece] if number % 2 else words(piece)))


def listed(parts: Sequence[Runs], joint: str, comma: str = ", ") -> Runs:
    """`a`, `a and b`, `a, b and c`."""
    told: list[Run] = []
    for number, part in enumerate(parts):
        between = "" if not number else comma if number < len(parts) - 1 else f" {joint} "
        told += [*words(between), *part]
    return merged(told)


def merged(runs: Iterable[Run]) -> Runs:
    """Neighbouring words as one piece."""
    told: list[Run] = []
    for run in runs:
        if told and run.kind == told[-1].kind == "words":
            told[-1] = Run("words", told[-1].text + run.text)
        else:
            told.append(run)
    return tuple(told)
