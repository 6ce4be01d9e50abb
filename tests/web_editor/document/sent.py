"""A document that somebody sends, and what is in it: for tests that break it."""

from __future__ import annotations

from collections.abc import Callable
from string import Formatter
from typing import Any

import pytest

from content_blocks.problem import Problem, Refused
from content_blocks.problem_words import sentences
from tests.web_editor.document.documents import AUTHOR
from tests.web_editor.document.test_lens import letter
from web_editor.document import Document, get, put

BEFORE = letter(
    {"type": "text", "id": "hello", "text": {"en": "Hello **you**", "de": "Hallo"}},
    {"type": "text", "id": "law", "text": "Law.", "lock": "locked"},
    {"type": "columns", "id": "columns", "cells": [[{"type": "divider", "id": "line"}], []]},
    {"type": "list", "id": "list", "items": ["a", "b"]},
    {"type": "divider", "id": "rule", "channels": {"sms": "absent"}},
)
BODY = 5
"""Where the body is in a document: behind the messages and four regions."""

HELLO, LAW, COLUMNS, LIST, RULE = range(5)


def document() -> Document:
    return get(BEFORE, "en", AUTHOR)


def block(sent: Document, number: int) -> Any:
    return sent["content"][BODY]["content"][number]


def words(sent: Document) -> Any:
    return block(sent, HELLO)["content"][0]


Break = Callable[[Document], object]


def refused(wrong: Break) -> tuple[Problem, ...]:
    """The problems of a document in which somebody broke something; each can be said in full."""
    sent = document()
    wrong(sent)
    with pytest.raises(Refused) as caught:
        put(sent, BEFORE, "en", AUTHOR)
    for problem in caught.value.problems:
        blanks = {name for said in sentences()[problem.code] for _, name, _, _ in Formatter().parse(said) if name}
        assert blanks <= problem.params.keys()
    return caught.value.problems
