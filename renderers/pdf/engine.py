"""Documents to PDF by WeasyPrint: PDF/A-3a and PDF/UA-1 in one file, the same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from weasyprint import CSS, HTML
from weasyprint.document import Document as LaidOut

from content_blocks.canonical import sha256
from content_blocks.document import Document
from content_blocks.theme import Brand
from renderers.pdf.archive import finish
from renderers.pdf.assets import StoredAssets, check_pictures
from renderers.pdf.attached import AttachedFile, attachments, attest
from renderers.pdf.carried import left_out
from renderers.pdf.colour import OUTPUT_INTENT, profiles
from renderers.pdf.complaints import no_complaints
from renderers.pdf.fits import check_regions
from renderers.pdf.fonts import empty_configuration, printable
from renderers.pdf.glyphs import check_glyphs
from renderers.pdf.lengths import check_lengths
from renderers.pdf.marks import drop_anchors, marks, section_languages, zones
from renderers.pdf.page import page
from renderers.pdf.stylesheet import drawings, stylesheet
from renderers.rendition import Rendition

MEDIA_TYPE = "application/pdf"
SETTINGS = {"pdf_variant": "pdf/a-3a", "output_intent": OUTPUT_INTENT}


class RenderPdf(Protocol):
    """Prints a document, with some files attached to it; if not `whole`, also one whose regions have no room."""

    def __call__(self, document: Document, files: Sequence[AttachedFile] = (), *, whole: bool = True) -> Rendition: ...


def open_pdf(brand: Brand, assets: Mapping[str, bytes], sheets: Sequence[str] = ()) -> RenderPdf:
    """A renderer for one brand; `assets` are the stored pictures by the hash of their bytes, `sheets` name what comes
    after the brand's own style sheet for documents that are no letters.

    Open it once in each worker: the font configuration and the compiled style sheet live in it, and are never shared
    between brands.  The renderer raises Refused for a document that cannot be printed whole.
    """
    own = [*brand.files.values(), *drawings(brand.theme).values()]
    fetcher = StoredAssets({**assets, **{sha256(content): content for content in own}})
    fonts = empty_configuration()
    with no_complaints():
        style = CSS(string=stylesheet(brand, *sheets), url_fetcher=fetcher, font_config=fonts)
    letters = printable(brand)

    def render(document: Document, files: Sequence[AttachedFile] = (), *, whole: bool = True) -> Rendition:
        check_pictures(document, assets)
        html = page(document, brand)
        check_glyphs(document, html, letters)
        check_lengths(document)
        with no_complaints():
            laid_out = HTML(string=html, url_fetcher=fetcher).render(
                font_config=fonts, stylesheets=[style], color_profiles=profiles(), **SETTINGS
            )
            identifier = sha256("".join((html, *(sha256(file.content) for file in files))))
            return _rendition(document, brand, laid_out, identifier, files, whole=whole)

    return render


def _rendition(
    document: Document,
    brand: Brand,
    laid_out: LaidOut,
    identifier: str,
    files: Sequence[AttachedFile],
    *,
    whole: bool,
) -> Rendition:
    """Reads the marks off the laid-out pages, then writes the file."""
    pages = laid_out.pages
    found = marks(document, pages)
    if whole:
        check_regions(document, brand.theme.page, found, zones(pages))
    drop_anchors(pages)
    languages = section_languages(document, found)

    def finisher(_: LaidOut, pdf: Any) -> None:
        finish(pdf, languages)
        attest(pdf, files)

    content = laid_out.write_pdf(
        finisher=finisher,
        pdf_identifier=identifier[:32].encode(),
        attachments=attachments(files, document.as_of),
        **SETTINGS,
    )
    measures = {"pages": len(pages), "bytes": len(content)}
    return Rendition("pdf", MEDIA_TYPE, content, measures=measures, marks=found, left_out=left_out(document))
