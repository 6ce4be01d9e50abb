"""Faults built into the page on purpose: what an engine, a theme or a bug of ours could do to a letter."""

from __future__ import annotations

import pytest

from content_blocks.document import Document
from content_blocks.theme import Brand
from renderers.pdf import engine, open_pdf
from renderers.pdf.stylesheet import stylesheet
from renderers.rendition import Rendition
from tests.document_words import ASSETS
from tests.documents import BRANDS


def printed_with(monkeypatch: pytest.MonkeyPatch, rule: str, document: Document) -> Rendition:
    """The document as it would print if the style sheet had one more rule."""

    def faulty(brand: Brand) -> str:
        return stylesheet(brand) + rule

    monkeypatch.setattr(engine, "stylesheet", faulty)
    return open_pdf(BRANDS[document.theme], ASSETS)(document)
