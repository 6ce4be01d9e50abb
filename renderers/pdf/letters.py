"""Letters of a brand, each by the engine that its document names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from content_blocks.document import Document, PdfEngine
from content_blocks.theme import Brand
from renderers.pdf.attached import AttachedFile
from renderers.pdf.engine import RenderPdf, open_pdf
from renderers.pdf.typst import open_typst
from renderers.rendition import Rendition

ENGINES: Mapping[PdfEngine, Callable[[Brand, Mapping[str, bytes]], RenderPdf]] = {
    "weasyprint": open_pdf,
    "typst": open_typst,
}


def open_letters(brand: Brand, assets: Mapping[str, bytes]) -> RenderPdf:
    """A renderer for one brand; `assets` are the stored pictures by the hash of their bytes.

    An engine is opened for the first document that names it, and then kept.
    """

    @cache
    def engine(name: PdfEngine) -> RenderPdf:
        return ENGINES[name](brand, assets)

    def render(document: Document, files: Sequence[AttachedFile] = (), *, whole: bool = True) -> Rendition:
        return engine(document.rules.pdf_engine)(document, files, whole=whole)

    return render
