"""Renderers that are opened once, and what a finished PDF shows to those who read it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pikepdf
import pypdfium2
import pytest

from content_blocks.document import Document, PdfEngine, Piece
from content_blocks.parts import Part
from renderers.pdf.engine import RenderPdf
from renderers.pdf.letters import ENGINES
from renderers.rendition import Rendition
from tests.document_words import ASSETS, Language
from tests.documents import BRANDS, everything, letter, statement

THEMES = ("ahorn", "wieland")
LANGUAGES = ("de", "en")


class Press:
    """The engine that prints in the test that runs."""

    engine: PdfEngine = "weasyprint"


BY_ENGINE = pytest.mark.parametrize("engine", ENGINES, indirect=True)
"""Runs a test on one engine and then on the other."""

ON_BOTH_ENGINES = [BY_ENGINE, pytest.mark.usefixtures("engine")]
"""Marks of a module all of whose tests run on one engine and then on the other."""


def renderer(theme: str) -> RenderPdf:
    """The renderer of a brand that ships."""
    return opened(theme, Press.engine)


@cache
def opened(theme: str, engine: PdfEngine) -> RenderPdf:
    """The renderer of a brand by one of the engines."""
    return ENGINES[engine](BRANDS[theme], ASSETS)


def printed(kind: str, theme: str = "ahorn", language: str = "de", rows: int = 8) -> tuple[Document, Rendition]:
    """One of the hand-made documents with its PDF."""
    return _printed(kind, theme, language, rows, Press.engine)


@cache
def _printed(kind: str, theme: str, language: str, rows: int, engine: PdfEngine) -> tuple[Document, Rendition]:
    document = hand_made(kind, theme, language, rows)
    return document, opened(theme, engine)(document)


def hand_made(kind: str, theme: str, language: str, rows: int) -> Document:
    """A statement, a letter, or the document with everything else."""
    spoken: Language = "en" if language == "en" else "de"
    if kind == "statement":
        return statement(spoken, rows, theme)
    return letter(spoken, theme) if kind == "letter" else everything(spoken, theme)


def only(*parts: Part, theme: str = "ahorn", lock: bool = False) -> Document:
    """A document that says nothing but some parts."""
    piece = Piece("it", parts, "de", lock="locked" if lock else "open")
    return replace(statement("de", 0, theme), regions={"body": (piece,)})


def page_texts(content: bytes) -> list[str]:
    """The text of each page, one printed line after the other."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def tag_tree(content: bytes) -> str:
    """The structure tree as indented lines, with alternative texts and languages; spans and wrappers left out."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return "\n".join(_tags(pdf.Root.StructTreeRoot.K, 0))


def _tags(node: pikepdf.Object, depth: int) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _tags(kid, depth)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        name = str(node.S)[1:]
        shown = name not in ("Span", "NonStruct", "Document")
        if shown:
            notes = [f"{key[1:]}={node[key]}" for key in ("/Lang", "/Alt") if key in node]
            yield "  " * depth + " ".join((name, *notes))
        yield from _tags(node.get("/K", pikepdf.Array()), depth + shown)


def fonts(content: bytes) -> set[str]:
    """The families of all embedded fonts."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        named = (item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/FontName" in item)
        return {str(item.FontName).partition("+")[2] for item in named}
