"""The end of a letter: signature and small print are never alone on a last page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from content_blocks.document import Document, Piece
from content_blocks.parts import Container, Heading, Leaf, Paragraph, Part, words
from tests.documents import statement
from tests.renderers.pdf.printing import ON_BOTH_ENGINES, page_texts, renderer

pytestmark = ON_BOTH_ENGINES

CLAUSE = "Beschwerden beantworten wir innerhalb von 15 Arbeitstagen. " * 4


def letter(paragraphs: int, *end: tuple[str, Part]) -> Document:
    """A letter with so many paragraphs and some pieces at its end."""
    body = (Piece("title", (Heading(1, words("Brief")),), "de"), *texts(paragraphs))
    ending = (Piece(name, (part,), "de") for name, part in end)
    return replace(statement("de", 0), regions={"body": (*body, *ending)})


def texts(count: int) -> Iterator[Piece]:
    for number in range(count):
        yield Piece(f"text-{number}", (Paragraph(words(f"Absatz {number}.")),), "de")


def signature() -> Part:
    leaves: tuple[Leaf, ...] = (Paragraph(words("Freundliche Grüße")), Paragraph(words("Ahornbank AG")))
    return Container("keep", (leaves,))


def small(text: str) -> Part:
    return Paragraph(words(text), "small")


def pages(document: Document) -> list[str]:
    return page_texts(renderer("ahorn")(document).content)


@pytest.mark.parametrize("paragraphs", range(28, 44))
def test_a_signature_has_the_last_sentence_above_it(paragraphs: int) -> None:
    last = pages(letter(paragraphs, ("sign", signature()), ("clause", small(CLAUSE))))[-1]
    assert f"Absatz {paragraphs - 1}." in last
    assert "Freundliche Grüße" in last
    assert " ".join(last.split()).count("15 Arbeitstagen") == 4


@pytest.mark.parametrize("paragraphs", range(28, 44))
def test_small_print_under_a_heading_goes_with_it(paragraphs: int) -> None:
    end = (("notes", Heading(2, words("Hinweise"))), ("one", small(CLAUSE)), ("two", small(CLAUSE)))
    last = pages(letter(paragraphs, *end))[-1]
    assert "Hinweise" in last
    assert " ".join(last.split()).count("15 Arbeitstagen") == 8


def test_an_end_longer_than_a_third_of_a_page_may_break() -> None:
    end = [(f"clause-{number}", small(CLAUSE)) for number in range(20)]
    first, second = pages(letter(12, ("sign", signature()), *end))
    assert "Freundliche Grüße" in first
    assert "15 Arbeitstagen" in first
    assert "15 Arbeitstagen" in second
