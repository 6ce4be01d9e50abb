"""Documents to PDF by WeasyPrint: PDF/A-3a and PDF/UA-1 in one file, the same bytes every time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from weasyprint import CSS, HTML

from content_blocks.canonical import sha256
from content_blocks.document import Document
from content_blocks.theme import Brand
from renderers.pdf.archive import finish
from renderers.pdf.assets import StoredAssets
from renderers.pdf.carried import left_out
from renderers.pdf.fonts import empty_configuration, printable
from renderers.pdf.glyphs import check_glyphs
from renderers.pdf.marks import marks
from renderers.pdf.page import page
from renderers.pdf.stylesheet import drawings, stylesheet
from renderers.rendition import Rendition

MEDIA_TYPE = "application/pdf"


def open_pdf(brand: Brand, assets: Mapping[str, bytes]) -> Callable[[Document], Rendition]:
    """A renderer for one brand; `assets` are the stored pictures by the hash of their bytes.

    Open it once in each worker: the font configuration and the compiled style sheet live in it, and are never shared
    between brands.  The renderer raises Refused for a document that cannot be printed whole.
    """
    own = [*brand.files.values(), *drawings(brand.theme).values()]
    fetcher = StoredAssets({**assets, **{sha256(content): content for content in own}})
    fonts = empty_configuration()
    style = CSS(string=stylesheet(brand), url_fetcher=fetcher, font_config=fonts)
    letters = printable(brand)
    pictures: dict[str, object] = {}

    def render(document: Document) -> Rendition:
        html = page(document, brand)
        check_glyphs(document, html, letters)
        laid_out = HTML(string=html, url_fetcher=fetcher).render(
            font_config=fonts, stylesheets=[style], cache=pictures, pdf_variant="pdf/a-3a"
        )
        found = marks(document, laid_out.pages)
        content = laid_out.write_pdf(
            finisher=finish, pdf_variant="pdf/a-3a", pdf_identifier=sha256(html).encode()[:32], cache=pictures
        )
        measures = {"pages": len(laid_out.pages), "bytes": len(content)}
        return Rendition("pdf", MEDIA_TYPE, content, measures=measures, marks=found, left_out=left_out(document))

    return render
