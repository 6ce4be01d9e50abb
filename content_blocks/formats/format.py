"""What a format is, and what it may know while it formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from content_blocks.problem import refuse

Argument: TypeAlias = str | bool | int
Allowed: TypeAlias = Sequence[Argument] | type[str]


@dataclass(frozen=True, slots=True)
class FormatContext:
    """What surrounds a value: the language of the text, the locale (`de_DE`), the theme's labels in that language.

    `currency` (ISO 4217) and `digits` (of the fraction) belong to a money field, `choices` to a choice field: its
    keys with their labels.
    """

    language: str
    locale: str
    labels: Mapping[str, str] = field(default_factory=dict)
    currency: str | None = None
    choices: Mapping[str, str] | None = None
    digits: int | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """One way to show a value.

    `accepts` are the types of the data dictionary it fits.  `apply(value, context, **arguments)` gives the text and
    raises Refused.  `parameters` are the arguments it takes with what they may be: one of several, or any text.
    """

    name: str
    accepts: frozenset[str]
    apply: Callable[..., str]
    parameters: Mapping[str, Allowed] = field(default_factory=dict)
    required: frozenset[str] = frozenset()


def label(context: FormatContext, key: str) -> str:
    """A fixed word of the theme in the context's language.  Raises Refused if the theme has none."""
    if key not in context.labels:
        raise refuse("", "label-missing", label=key, language=context.language)
    return context.labels[key]


def text_of(value: Any, name: str) -> str:
    """The value as the text it has to be.  Raises Refused for anything else."""
    if isinstance(value, str):
        return value
    raise refuse("", "format-unfit", format=name)
