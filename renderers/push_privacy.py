"""What may stand on a lock screen, where anybody can read it: nothing personal, unless the document class allows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from content_blocks.document import Document
from content_blocks.parts import Run, Runs
from content_blocks.problem import Problem
from renderers.short_parts import lines_of
from renderers.short_text import Passage

_SHORTEST_VALUE = 3
"""Shorter values, such as a country code, occur in any title by chance."""


def personal_data(document: Document, title: Runs, passages: Iterable[Passage]) -> Iterator[Problem]:
    """`push-personal-data` for each field in title or body that is not public, judged before anything is cut.

    A title that comes from the document itself is plain text and has no classes: it may not quote any value that is
    not public elsewhere in the document.
    """
    if document.rules.personal_on_lock_screen:
        return
    shown = chain(title, (run for passage in passages for line in passage.lines for run in line.runs))
    fields = {run.filled.field for run in shown if run.filled and run.filled.privacy != "public"}
    if not document.messages.push_title:
        fields |= _quoted(document)
    for field in sorted(fields):
        yield Problem("push", "push-personal-data", {"field": field})


def _quoted(document: Document) -> set[str]:
    """The fields whose values the document's title repeats."""
    title = document.title.casefold()
    values = chain(_recipient(document), _personal_values(document))
    return {field for field, text in values if len(text) >= _SHORTEST_VALUE and text.casefold() in title}


def _recipient(document: Document) -> Iterator[tuple[str, str]]:
    recipient = document.recipient
    yield "recipient.name", recipient.name
    yield "recipient.email", recipient.email or ""
    yield "recipient.phone", recipient.phone or ""


def _personal_values(document: Document) -> Iterator[tuple[str, str]]:
    for run in _runs(document):
        if run.filled and run.filled.privacy != "public":
            yield run.filled.field, run.text


def _runs(document: Document) -> Iterator[Run]:
    for _, piece in document.pieces():
        yield from piece.short
        for part in piece.parts:
            for line in lines_of(part):
                yield from line.runs
