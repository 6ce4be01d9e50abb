"""What a mail carries of a document, what it leaves out, and where everything ended up."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from content_blocks.document import Document, Form, Piece, Rules
from content_blocks.parts import Paragraph, Run, Table, plain, words
from renderers.email.message_read import squeezed
from renderers.rendition import LeftOut
from tests.documents import statement
from tests.renderers.email_reading import ALL, PDF_FILE, codes, documents, opened, read, with_body


@pytest.mark.parametrize(("theme", "name"), ALL)
def test_marks_lead_to_the_words_of_each_piece_and_row(theme: str, name: str) -> None:
    document = documents(theme)[name]
    rendition = opened(theme)(document)
    pieces = {piece.id: piece for _, piece in document.pieces()}
    spans = {(mark.piece, mark.row): mark.span for mark in rendition.marks}
    assert rendition.text[slice(*spans["title", None] or (0, 0))].startswith(document.title)
    for (piece, row), span in spans.items():
        shown = rendition.text[slice(*span or (0, 0))]
        if row is not None:
            (table,) = [part for part in pieces[piece].parts if isinstance(part, Table)]
            cells = table.total if row == min(20, len(table.rows)) else table.rows[row]
            assert all(squeezed(words_of(cell)) in squeezed(shown) for cell in cells or ())
    assert sum(row is not None for _, row in spans) == sum(min(20, rows) + total for rows, total in tables_of(document))


def words_of(cell: str | tuple[Run, ...]) -> str:
    return cell if isinstance(cell, str) else plain(cell)


def tables_of(document: Document) -> list[tuple[int, bool]]:
    """For each table how many rows it has, and whether it has a total."""
    tables = [part for _, piece in document.pieces() for part in piece.parts if isinstance(part, Table)]
    return [(len(table.rows), table.total is not None) for table in tables]


def test_a_long_table_ends_with_the_sentence_about_the_rest() -> None:
    rendition = opened()(statement(rows=2000))
    mail = read(rendition)
    assert rendition.measures["html_bytes"] < 100_000
    for body in (mail.page, mail.text):
        assert body.count("Bargeldauszahlung Automat Hauptbahnhof") == 2
        assert "Weitere Umsätze stehen im PDF." in body
    assert LeftOut("bookings", "rows") in rendition.left_out


def test_what_belongs_to_paper_is_left_out_and_said_so() -> None:
    rendition = opened()(statement())
    mail = read(rendition)
    assert set(rendition.left_out) == {
        LeftOut("slogan", "paper"),
        LeftOut("running", "paper"),
        LeftOut("window", "paper"),
        LeftOut("info", "pages"),
    }
    for body in (mail.page, mail.text):
        assert "Schloßallee" not in body
        assert "Seite" not in body


def test_forms_decide_what_a_mail_carries() -> None:
    long, short = (Paragraph(words("Die lange Fassung.")),), words("Die kurze Fassung.")
    document = with_body(
        statement(),
        Piece("short", long, "de", short, forms={"email": Form("short")}),
        Piece("absent", (Paragraph(words("Nur auf Papier.")),), "de", forms={"email": Form("absent")}),
    )
    rendition = opened()(document)
    assert "Die kurze Fassung." in rendition.text
    assert "Die lange Fassung." not in rendition.text
    assert "Nur auf Papier." not in rendition.text
    assert {LeftOut("short", "short"), LeftOut("absent", "absent")} <= set(rendition.left_out)
    assert codes(document, rendition) == []


@pytest.mark.parametrize(("mandatory", "form"), [(True, Form("absent")), (False, Form("short"))])
def test_a_mail_shows_whole_what_it_may_not_drop(mandatory: bool, form: Form) -> None:
    """What is mandatory is never absent, and a short sentence that is not there stands for no piece."""
    long = (Paragraph(words("Die lange Fassung.")),)
    piece = Piece("it", long, "de", mandatory=("email",) if mandatory else (), forms={"email": form})
    document = with_body(statement(), piece)
    rendition = opened()(document)
    assert "Die lange Fassung." in rendition.text
    assert "it" not in {one.piece for one in rendition.left_out}
    assert codes(document, rendition) == []


def test_a_mandatory_header_is_not_left_on_paper() -> None:
    header = replace(statement().region("header_first")[0], mandatory=("email",))
    document = replace(statement(), regions={**statement().regions, "header_first": (header,)})
    assert opened()(document).text.startswith("Alle Umsätze bis zum 31. Juli und Ihr neuer Saldo\nVertraulich\n")


def test_the_pdf_is_there_where_the_class_asks_for_it() -> None:
    asked = replace(statement(), rules=Rules(attach_pdf=True))
    assert codes(asked, opened()(asked)) == [("email", "attachment-missing")]
    rendition = opened()(asked, (PDF_FILE,))
    assert codes(asked, rendition) == []
    assert "Das Dokument finden Sie als PDF im Anhang." in rendition.text


def test_two_languages_in_one_mail_are_marked_as_such() -> None:
    english = Piece("english", (Paragraph(words("In plain English.")),), "en")
    page = read(opened()(with_body(statement(), english))).page
    assert re.search(r'<p [^>]*lang="en"[^>]*>In plain English\.</p>', page)
    assert '<html lang="de"' in page


def test_a_mail_in_a_language_written_from_right_to_left_turns_round() -> None:
    document = replace(statement(), direction="rtl")
    body = read(opened()(document)).page.partition("<body")[2]
    assert '<div aria-label="Kontoauszug Juli 2026"' in body
    assert 'dir="rtl"' in body
    assert "text-align:left" not in body.replace("text-align:left;direction:rtl", "")
