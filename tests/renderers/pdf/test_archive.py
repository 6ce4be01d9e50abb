"""PDF/A-3a and PDF/UA-1 in one file, judged by the reference validator, and the structure that screen readers get."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from content_blocks.document import PdfEngine
from tests.golden import Golden
from tests.renderers.pdf.printing import BY_ENGINE, LANGUAGES, THEMES, page_texts, printed, tag_tree
from tests.verapdf import violations

DOCUMENTS = [("statement", 0), ("statement", 1), ("statement", 8), ("statement", 40), ("letter", 0), ("everything", 0)]


@BY_ENGINE
@pytest.mark.usefixtures("engine")
def test_every_document_is_pdf_a_3a_and_pdf_ua_1(tmp_path: Path) -> None:
    files = []
    for theme in THEMES:
        for language in LANGUAGES:
            for kind, rows in DOCUMENTS:
                _, rendition = printed(kind, theme, language, rows)
                files.append(tmp_path / f"{theme}-{kind}-{rows}.{language}.pdf")
                files[-1].write_bytes(rendition.content)
    assert violations(files) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", ["statement", "letter", "everything"])
@BY_ENGINE
def test_pages_and_tags_are_as_expected(kind: str, theme: str, engine: PdfEngine, golden: Golden) -> None:
    folder = "pdf" if engine == "weasyprint" else f"pdf/{engine}"
    for language in LANGUAGES:
        _, rendition = printed(kind, theme, language)
        pages = (f"── page {number} ──\n{text}" for number, text in enumerate(page_texts(rendition.content), 1))
        golden(f"{folder}/{theme}-{kind}.{language}.txt", "\n".join(pages))
        golden(f"{folder}/{theme}-{kind}.{language}.tags", tag_tree(rendition.content))


@BY_ENGINE
@pytest.mark.usefixtures("engine")
def test_metadata_speak_of_the_document_and_of_no_clock() -> None:
    document, rendition = printed("letter")
    with pikepdf.open(io.BytesIO(rendition.content)) as pdf:
        assert str(pdf.docinfo.Title) == document.title
        assert str(pdf.docinfo.Author) == "Ahornbank AG"
        assert str(pdf.docinfo.CreationDate).startswith("D:20260731")
        assert str(pdf.Root.Lang) == "de"
        metadata = pdf.Root.Metadata.read_bytes()
    assert metadata.count(b"<rdf:RDF") == 1
    assert b"pdfuaid" in metadata


def test_headers_and_footers_are_not_read_out() -> None:
    """What stands in the margins is an artifact: nothing in the structure tree belongs to it."""
    document, rendition = printed("statement", rows=40)
    with pikepdf.open(io.BytesIO(rendition.content)) as pdf:
        for page in pdf.pages:
            last = page.Contents.read_bytes().rpartition(b"\nBT\n")[0]
            assert last.endswith((b"BDC", b"rg")), "the last text drawn is the footer's"
            assert last[last.rindex(b"/Artifact") :].count(b"EMC") == 0
    assert sum(line.strip().startswith("Sect") for line in tag_tree(rendition.content).splitlines()) >= len(
        document.region("body")
    )


def test_the_file_has_no_named_destination_for_each_row() -> None:
    _, rendition = printed("statement", rows=40)
    assert b"p9r" not in rendition.content
    with pikepdf.open(io.BytesIO(rendition.content)) as pdf:
        assert "/Dests" not in pdf.Root.get("/Names", {})
