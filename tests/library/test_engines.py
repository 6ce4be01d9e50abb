"""Both engines print the same letter: every word in the same order, the same tables and links, as many pages give or
take one; and what the volume engine prints is PDF/A-3a and PDF/UA-1 as well."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from ccm.pipeline import Order, Pipeline, open_pipeline
from content_blocks.document import Document, PdfEngine
from content_blocks.problem import Refused
from renderers.pdf import check, look, plain_text
from renderers.pdf.engine import RenderPdf
from renderers.pdf.letters import ENGINES
from renderers.rendition import Rendition
from tests.evidence import note
from tests.library.test_pdf_conformance import LIBRARY, cases
from tests.renderers.pdf_outline import spoken
from tests.verapdf import require_verapdf, violations

OPENED: dict[tuple[object, ...], RenderPdf] = {}


def both(pipeline: Pipeline, document: Document) -> tuple[Rendition, Rendition]:
    """A document by the reference engine and by the one for volume."""
    return _press("weasyprint", pipeline, document)(document), _press("typst", pipeline, document)(document)


def _press(engine: PdfEngine, pipeline: Pipeline, document: Document) -> RenderPdf:
    """The engine with the brand and the pictures of a document, opened once for all that share them."""
    bundle = pipeline.bundle(document.language)
    assets = {asset.hash: asset.content for asset in bundle.assets.values()}
    key = (engine, bundle.brand.hash(), *sorted(assets))
    if key not in OPENED:
        OPENED[key] = ENGINES[engine](bundle.brand, assets)
    return OPENED[key]


def letters() -> Iterator[tuple[str, Document, Rendition, Rendition]]:
    """Every letter that ships, by both engines; a persona may be there to show why one must not go out."""
    for name, persona, brand, language in cases():
        pipeline = open_pipeline(LIBRARY, Order(name, persona.day, brand, language, ("pdf",)))
        try:
            document = pipeline.document(persona.record)
            yield f"{name}.{persona.name}.{brand}.{document.language}", document, *both(pipeline, document)
        except Refused as refused:
            if not {problem.code for problem in refused.problems} <= set(persona.expect.problems):
                raise


def words(rendition: Rendition) -> str:
    """What a screen reader says, by its letters: where a line or a page ends does not matter."""
    return "".join(map(plain_text, spoken(rendition.content)))


def links(rendition: Rendition) -> set[str]:
    """Where the links lead."""
    with pikepdf.open(io.BytesIO(rendition.content)) as pdf:
        return {str(link.A.URI) for page in pdf.pages for link in page.get("/Annots", [])}


def rows(rendition: Rendition) -> list[tuple[str, int | None]]:
    """The rows of tables by the pieces they belong to."""
    return sorted({(mark.piece, mark.row) for mark in rendition.marks if mark.row is not None})


def test_both_engines_print_the_same_letters(tmp_path: Path) -> None:
    require_verapdf()
    files, other_pages = [], []
    for name, document, reference, volume in letters():
        assert words(volume) == words(reference), name
        assert links(volume) == links(reference), name
        assert rows(volume) == rows(reference), name
        assert check(document, volume) == [], name
        assert look(document, volume) == [], name
        pages, expected = volume.measures["pages"], reference.measures["pages"]
        assert abs(pages - expected) <= 1, name
        other_pages += [name] if pages != expected else []
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(volume.content)
    assert violations(files) == []
    note("both engines over the library", letters=len(files), another_number_of_pages=len(other_pages), failures=0)
