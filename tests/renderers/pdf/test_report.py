"""Reports: changes drawn as lines, whatever was said in letters there are, and files attached."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from content_blocks.document import Document, Piece
from content_blocks.parts import Bullets, Column, Facts, Heading, Paragraph, Part, Run, Table, words
from content_blocks.problem import Refused
from renderers.pdf import AttachedFile, open_report, page_texts, plain_text, report, taken_out
from renderers.pdf.engine import RenderPdf
from renderers.rendition import Rendition
from tests.documents import BRANDS, statement
from tests.renderers.pdf.printing import renderer

FILES = (
    AttachedFile("b.json", b"{}", "application/json", "The same", "Alternative"),
    AttachedFile("a.bin", bytes(range(256)), "application/octet-stream", "Bytes", "Data"),
    AttachedFile("c.json", b"{}", "application/json", "The same again", "Source"),
)


@cache
def printer() -> RenderPdf:
    return open_report(BRANDS["ahorn"])


def said(*parts: Part) -> Document:
    return replace(statement("en", 0), regions={"body": (Piece("it", (Heading(1, words("A")), *parts), "en"),)})


def page_of(*parts: Part) -> str:
    return page_texts(printer()(said(*parts)).content)[0]


ODD = "shown 🎉 שלום \u202eback"
SPELLED = "shown ‹U+1F389› ‹U+05E9›‹U+05DC›‹U+05D5›‹U+05DD› ‹U+202E›back"
PARTS: list[Part] = [
    Heading(2, words(ODD)),
    Paragraph(words(ODD)),
    Bullets((words(ODD),)),
    Facts(((words("label"), words(ODD)),)),
    Facts(((words(ODD), words("value")),)),
    Table("", (Column("column"), Column("")), ((ODD, words("cell")),)),
    Table("", (Column("column"),), (("row",),), total=(words(ODD),)),
    Table("", (Column(ODD),), (("row",),)),
    Table(ODD, (Column("column"),), (("row",),), caption_shown=True),
]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: type(part).__name__)
def test_what_no_font_can_print_is_spelled_out(part: Part) -> None:
    assert plain_text(SPELLED) in plain_text(page_of(part))


def test_a_word_without_end_is_parted() -> None:
    assert plain_text("x" * 2500) in plain_text(page_of(Paragraph(words("x" * 2500))))


def drawn(run: Run) -> Image.Image:
    with pypdfium2.PdfDocument(printer()(said(Paragraph((run,)))).content) as document:
        picture: Image.Image = document[0].render(scale=2).to_pil()
        return picture


def test_changes_are_drawn_as_lines_and_not_by_colour_alone() -> None:
    """A line as wide as the blanks that it runs through: nothing else is drawn there."""

    def longest_line(picture: Image.Image) -> int:
        grey = picture.convert("L").crop((0, 220, picture.width, picture.height - 260))
        rows = (grey.crop((0, y, grey.width, y + 1)).tobytes() for y in range(grey.height))
        return max(max(map(len, bytes(x < 180 for x in row).split(b"\0"))) for row in rows)

    blanks = "i " * 20 + "i"
    plain, removed, added = Run(blanks), Run(blanks, emphasis=True), Run(blanks, strong=True)
    assert longest_line(drawn(plain)) < 40
    assert longest_line(drawn(removed)) > 100
    assert longest_line(drawn(added)) > 100


def test_files_come_out_as_they_went_in_and_in_order() -> None:
    content = printer()(said(), FILES).content
    assert taken_out(content) == [(file.name, file.content) for file in sorted(FILES, key=lambda file: file.name)]
    assert printer()(said(), FILES).content == content
    assert taken_out(printer()(said()).content) == []


def test_each_file_is_what_it_is_though_others_have_the_same_bytes() -> None:
    with pikepdf.open(io.BytesIO(printer()(said(), FILES).content)) as pdf:
        told = {str(entry.UF): (str(entry.AFRelationship), str(entry.EF.F.Subtype)) for entry in pdf.Root.AF}
        assert len(pdf.Root.AF) == len(FILES)
    assert told == {file.name: (f"/{file.relationship}", f"/{file.media_type}") for file in FILES}


def test_other_files_make_it_another_document() -> None:
    """By its identifier too (ISO 32000-1, 14.4)."""

    def identifier(content: bytes) -> object:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return bytes(pdf.trailer.ID[0])

    one, other = (printer()(said(), FILES[:count]).content for count in (1, 2))
    assert identifier(one) != identifier(other) != identifier(printer()(said()).content)


def test_letters_have_no_files_and_draw_no_changes() -> None:
    content = renderer("ahorn")(statement("en", 0)).content
    assert taken_out(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert "/AF" not in pdf.Root


def test_a_report_that_does_not_say_everything_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = printer()(said())

    def forgetful(*_: object) -> RenderPdf:
        def render(document: Document, files: object = (), *, whole: bool = True) -> Rendition:
            return printed

        return render

    monkeypatch.setattr(report, "open_pdf", forgetful)
    with pytest.raises(Refused, match="piece-cut-off"):
        open_report(BRANDS["ahorn"])(said(Paragraph(words("forgotten"))))


@pytest.mark.parametrize("read", [taken_out, page_texts])
def test_what_is_no_pdf_is_refused(read: object) -> None:
    assert callable(read)
    with pytest.raises(Refused, match="pdf-unreadable"):
        read(b"%PDF-1.7 and no more")
