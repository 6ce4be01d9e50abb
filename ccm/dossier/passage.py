"""Passages: the stretches of a certificate that are in one language, and the few forms its facts take."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import chain
from typing import NamedTuple

from ccm.words import Speech
from content_blocks.formats.dates import date as formatted_day
from content_blocks.formats.format import FormatContext
from content_blocks.parts import Container, Facts, Paragraph, Part, Run, Runs, words

BREAK = Run("", atom="break")
LOCALES = {"de": "de_DE", "en": "en_GB"}
HALF = 32
"""Characters of a hash on one line."""


class Passage(NamedTuple):
    """Some parts in one language; empty for that of the certificate."""

    parts: tuple[Part, ...]
    language: str = ""


def facts(*pairs: tuple[str, str | Runs]) -> Facts:
    """Labels with their values; those without one are left out."""
    said = ((label, words(value) if isinstance(value, str) else value) for label, value in pairs)
    return Facts(tuple((words(label), value) for label, value in said if value))


def lines(texts: Iterable[str]) -> Runs:
    """Texts, each on a line of its own."""
    return tuple(chain.from_iterable((BREAK, Run(text)) for text in texts))[1:]


def halves(value: str) -> list[str]:
    """A hash in two of the same length, so that it can be compared with another by eye."""
    return [value[start : start + HALF] for start in range(0, len(value), HALF)]


def hashed(value: str) -> Runs:
    """A hash on two lines."""
    return lines(halves(value))


def quoted(text: str) -> Container:
    """A text set off from what the certificate says itself; an empty line parts paragraphs."""
    paragraphs = text.strip("\n").split("\n\n")
    return Container("panel", (tuple(Paragraph(lines(each.split("\n"))) for each in paragraphs if each.strip()),))


def day(value: date, _: Speech) -> str:
    """A day in words."""
    return formatted_day(value, FormatContext(_.language, LOCALES[_.language]), "long")


def moment(at: datetime, _: Speech) -> str:
    """An instant to the second, in UTC."""
    at = at.astimezone(UTC)
    return f"{day(at.date(), _)}, {at:%H:%M:%S} UTC"
