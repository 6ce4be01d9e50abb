"""Everything a document says is found again on the page, and nothing that is lost goes unnoticed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from content_blocks.document import ChannelName, Document, Form, Piece
from content_blocks.parts import Filled, Heading, Paragraph, Run, Table, words
from content_blocks.problem_words import wording
from renderers.pdf import check
from renderers.pdf.readback import plain_text
from renderers.rendition import LeftOut
from tests.documents import statement
from tests.renderers.pdf.faults import printed_with
from tests.renderers.pdf.printing import BY_ENGINE, LANGUAGES, THEMES, only, page_texts, printed, renderer

CASES = [("statement", 0), ("statement", 1), ("statement", 40), ("letter", 0), ("everything", 0)]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "rows"), CASES)
@BY_ENGINE
@pytest.mark.usefixtures("engine")
def test_a_sound_document_is_read_back_whole(kind: str, rows: int, theme: str, language: str) -> None:
    assert check(*printed(kind, theme, language, rows)) == []


FAULTS = {
    "a row is not shown": (".rows tbody tr:nth-child(5) { display: none }", {("row-missing", "bookings", 3)}),
    "the total is not shown": (".rows .total { display: none }", {("row-missing", "bookings", 8)}),
    "a row has no ink": (".rows tbody tr:nth-child(3) { visibility: hidden }", {("row-missing", "bookings", 1)}),
    "small print is cut to nothing": (
        "section > p.small { height: 0; overflow: hidden }",
        {("piece-cut-off", "objection", None)},
    ),
    "a panel is not shown": (".panel.notice { display: none }", {("piece-missing", "deposit", None)}),
    "a heading stands beside the sheet": (
        "h1 { position: relative; left: -300mm }",
        {("piece-missing", "title", None)},
    ),
    "a line runs off the sheet": (
        "p.lead { white-space: nowrap; max-width: none; font-size: 16pt }",
        {("piece-cut-off", "opening", None)},
    ),
    "a piece lies below the sheet": (
        "section:nth-child(9) { position: absolute; top: 400mm }",
        {("piece-cut-off", "spending", None)},
    ),
    "an address is not shown": (".lines { display: none }", {("piece-missing", "window", None)}),
    "a value in the info block is lost": (
        ".info tr:nth-child(3) td { display: none }",
        {("piece-cut-off", "info", None)},
    ),
    "the footer lacks a column": (
        ".footer section:nth-child(2) { display: none }",
        {("piece-missing", "register", None)},
    ),
    "the next pages have no header": (".header-next p { display: none }", {("piece-missing", "running", None)}),
    "a chart has lost its values": (".chart { display: none }", {("piece-cut-off", "spending", None)}),
    "an address of a link is gone": (".button a { display: none }", {("piece-cut-off", "online", None)}),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_lost_is_found(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rule, expected = FAULTS[fault]
    document = statement("de", 8)
    problems = check(document, printed_with(monkeypatch, rule, document))
    assert {(problem.code, problem.params["piece"], problem.params.get("row")) for problem in problems} == expected


def test_problems_have_words_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    document = statement("de", 1)
    for problem in check(document, printed_with(monkeypatch, "p.lead { display: none }", document)):
        assert "opening" in wording(problem.code, dict(problem.params), "en").message
        assert "opening" in wording(problem.code, dict(problem.params), "de").message


def test_a_paragraph_may_run_over_a_page_break() -> None:
    long = Paragraph(words(" ".join(f"Wort{n}" for n in range(900))))
    document = only(Heading(1, words("Lang")), *[long] * 3)
    rendition = renderer("ahorn")(document)
    assert rendition.measures["pages"] > 2
    assert check(document, rendition) == []


FORMS = {
    "absent": (Form("absent"), "absent", "Übertrag"),
    "short": (Form("short"), "short", "Übertrag"),
    "rows": (Form("rows", 3, words("Weitere 5 im Onlinebanking.")), "rows", "Finanzamt"),
}


@pytest.mark.parametrize("form", FORMS)
def test_what_paper_leaves_out_on_purpose_is_listed_and_not_missed(form: str) -> None:
    shape, reason, gone = FORMS[form]
    document = changed(forms={"pdf": shape}, short=words("Acht Umsätze."))
    rendition = renderer("ahorn")(document)
    assert rendition.left_out == (LeftOut("bookings", reason),)
    assert check(document, rendition) == []
    text = "\n".join(page_texts(rendition.content))
    assert gone not in text
    assert ("Acht Umsätze." in text) == (form == "short")
    assert ("Weitere 5" in text) == (form == "rows")


@pytest.mark.parametrize(
    ("mandatory", "form", "short"), [(("pdf",), Form("absent"), "Kurz."), ((), Form("short"), " ")]
)
def test_paper_shows_whole_what_it_may_not_drop(mandatory: tuple[ChannelName, ...], form: Form, short: str) -> None:
    """What is mandatory is never absent, and a short sentence that says nothing stands for no piece."""
    document = changed(forms={"pdf": form}, short=words(short), mandatory=mandatory)
    rendition = renderer("ahorn")(document)
    assert rendition.left_out == ()
    assert check(document, rendition) == []
    assert "Übertrag" in "\n".join(page_texts(rendition.content))


def changed(**changes: Any) -> Document:
    """The statement with its table of bookings changed."""
    document = statement("de", 8)
    body = (replace(piece, **changes) if piece.id == "bookings" else piece for piece in document.region("body"))
    return replace(document, regions={**document.regions, "body": tuple(body)})


def test_what_must_be_there_is_missed_in_a_header_that_one_page_has_not() -> None:
    document = only(Heading(1, words("Ja")))
    header = Piece("running", (Paragraph(words("Muss da sein.")),), "de", mandatory=("pdf",))
    document = replace(document, regions={**document.regions, "header_next": (header,)})
    rendition = renderer("ahorn")(document)
    assert rendition.measures["pages"] == 1
    assert [(problem.code, problem.params["piece"]) for problem in check(document, rendition)] == [
        ("piece-missing", "running")
    ]


def test_pieces_and_their_paragraphs_are_missed_out_of_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    document = only(Heading(1, words("Ja")), Paragraph(words("Zuerst dies.")), Paragraph(words("Danach das.")))
    rule = "section { display: flex; flex-direction: column-reverse }"
    assert check(document, renderer("ahorn")(document)) == []
    assert [problem.code for problem in check(document, printed_with(monkeypatch, rule, document))] == ["piece-cut-off"]


def test_the_comparison_forgives_ligatures_line_ends_and_spaces_but_no_letter() -> None:
    assert plain_text("Au\ufb02age\u00a0A-\n4 so\u00adfort") == plain_text("Auflage A-4 sofort")
    assert plain_text("100,00") != plain_text("100.00")
    assert plain_text("100² m") != plain_text("1002 m")
    assert plain_text("nicht") != plain_text("recht")


def test_an_amount_that_lost_its_minus_is_missed() -> None:
    """Readers leave out the gap between two cells, so that a minus looks like a hyphen in a word."""
    said, lost = with_minus("-"), with_minus("")
    below = [cells for cells in table_of(said).lines if str(cells[-1]).startswith("-")]
    prints = renderer("ahorn")(said), renderer("ahorn")(lost)
    assert check(said, prints[0]) == check(lost, prints[1]) == []
    found = [(problem.code, problem.params["piece"]) for problem in check(said, prints[1])]
    assert below
    assert found == [("row-missing", "bookings")] * len(below)


@pytest.mark.parametrize(("said", "shown"), [("-5,00 €", "5,00 €"), ("-€5.00", "€5.00"), ("-CHF 5.00", "CHF 5.00")])
def test_a_filled_amount_in_a_sentence_keeps_its_minus(said: str, shown: str) -> None:
    documents = [
        only(Paragraph((Run("Ihr Konto steht bei "), Run(text, filled=Filled("balance", "money", text)))))
        for text in (said, shown)
    ]
    prints = [renderer("ahorn")(document) for document in documents]
    assert check(documents[0], prints[0]) == check(documents[1], prints[1]) == []
    assert [problem.code for problem in check(documents[0], prints[1])] == ["piece-cut-off"]


def table_of(document: Document) -> Table:
    """The table of the statement's bookings."""
    piece = next(piece for piece in document.region("body") if piece.id == "bookings")
    return next(part for part in piece.parts if isinstance(part, Table))


def with_minus(sign: str) -> Document:
    """The statement with another sign before the amounts below zero in its table."""
    document = statement("de", 8)
    table = table_of(document)
    rows = tuple(tuple(one.replace("−", sign) if isinstance(one, str) else one for one in row) for row in table.rows)
    piece = next(piece for piece in document.region("body") if piece.id == "bookings")
    parts = tuple(replace(table, rows=rows) if part is table else part for part in piece.parts)
    body = tuple(replace(piece, parts=parts) if one is piece else one for one in document.region("body"))
    return replace(document, regions={**document.regions, "body": body})


def test_an_empty_piece_is_not_missed() -> None:
    document = only(Heading(1, words("Ja")))
    document = replace(document, regions={"body": (*document.region("body"), Piece("leer", (), "de"))})
    assert check(document, renderer("ahorn")(document)) == []
