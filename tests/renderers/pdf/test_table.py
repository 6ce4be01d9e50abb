"""Tables over several pages: headers, sums carried over the breaks, totals, and words that do not fit."""

from __future__ import annotations

import pypdfium2
import pytest

from content_blocks.parts import Carry, Column, Facts, Heading, Paragraph, Table, words
from renderers.pdf import check
from renderers.rendition import Mark
from tests.document_words import WORDS
from tests.documents import booking_table
from tests.renderers.pdf.printing import LANGUAGES, ON_BOTH_ENGINES, THEMES, only, page_texts, printed, renderer
from tests.scale import FULL

pytestmark = ON_BOTH_ENGINES


def last_rows(marks: tuple[Mark, ...], piece: str) -> dict[int, int]:
    """The last row of a piece on each page that has one."""
    rows: dict[int, int] = {}
    for mark in marks:
        if mark.piece == piece and mark.row is not None and mark.page:
            rows[mark.page] = max(rows.get(mark.page, 0), mark.row)
    return rows


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_begins_with_the_sum_the_page_before_ended_with(theme: str, language: str) -> None:
    _, rendition = printed("statement", theme, language, 40)
    after = booking_table("en" if language == "en" else "de", 40).carry
    assert after
    pages = page_texts(rendition.content)
    rows = last_rows(rendition.marks, "bookings")
    assert len(rows) == 3
    for page in sorted(rows)[:-1]:
        carried = after.after[rows[page]]
        assert pages[page - 1].rstrip().endswith(carried) or f"\n{carried}\n" in pages[page - 1]
        assert carried in pages[page]


def test_nothing_is_carried_before_the_table_begins_or_after_it_has_ended() -> None:
    _, rendition = printed("statement", rows=40)
    last = page_texts(rendition.content)[3]
    assert WORDS["de"]["carried"] not in last
    _, short = printed("statement", rows=1)
    pages = page_texts(short.content)
    assert pages[0].count("Übertrag") == 1, "the opening balance only"
    assert not any("Übertrag" in text for text in pages[1:])


def test_the_header_repeats_on_every_page_of_the_table() -> None:
    _, rendition = printed("statement", rows=40)
    head = [WORDS["de"][word] for word in ("day", "value", "text", "amount")]
    assert [" ".join(head) in text for text in page_texts(rendition.content)] == [True, True, True, False]


def test_the_total_never_stands_alone() -> None:
    for rows in (5, 6, 7):
        _, rendition = printed("statement", rows=rows)
        where = {mark.row: mark.page for mark in rendition.marks if mark.piece == "bookings" and mark.row is not None}
        assert where[rows] == where[rows - 1], f"{rows} rows"


@pytest.mark.parametrize("theme", THEMES)
def test_a_table_never_breaks_after_its_first_row_or_before_its_last(theme: str) -> None:
    for rows in (4, *range(5, 16)):
        _, rendition = printed("statement", theme, "en", rows)
        where = {mark.row: mark.page for mark in rendition.marks if mark.piece == "bookings" and mark.row is not None}
        assert where[0] == where[1], f"{rows} rows"
        assert where[rows - 2] == where[rows - 1] == where[rows], f"{rows} rows"


def test_a_list_of_facts_stays_on_one_page() -> None:
    few = Facts(tuple((words(f"Zeile {number}"), words("x")) for number in range(8)))
    for lines in range(30, 46):
        rendition = renderer("ahorn")(only(Heading(1, words("Titel")), *[Paragraph(words("Text"))] * lines, few))
        texts = page_texts(rendition.content)
        assert any(all(f"Zeile {number}" in text for number in range(8)) for text in texts), f"{lines} lines before"


def test_all_rows_of_a_long_statement_are_there() -> None:
    many = 2000 if FULL else 300
    document, rendition = printed("statement", "wieland", "de", many)
    assert check(document, rendition) == []
    rows = {mark.row for mark in rendition.marks if mark.piece == "bookings" and mark.row is not None}
    assert rows == set(range(many + 1))


LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3


@pytest.mark.parametrize("theme", THEMES)
def test_a_word_without_end_breaks_and_stays_in_its_column(theme: str) -> None:
    columns = (Column("Tag", "date", 12), Column("Text"), Column("Betrag", "money", 20))
    table = Table("Umsätze", columns, (("31.07.2026", LONG, "−123.456.789,00 €"), ("", "kurz", "1,00 €")))
    document = only(Heading(1, words(LONG)), Paragraph(words(LONG)), table, theme=theme)
    assert check(document, renderer(theme)(document)) == []


def test_a_sum_is_carried_below_its_own_column() -> None:
    columns = (Column("Text"), Column("Betrag", "money", 30), Column("Anmerkung", "text", 40))
    rows = tuple((f"Zeile {n}", "1,11", "") for n in range(60))
    after = tuple(f"{n + 1},00" for n in range(60))
    table = Table("T", columns, rows, carry=Carry(1, "Vortrag", "Übertrag", after))
    rendition = renderer("ahorn")(only(Heading(1, words("T")), table))
    carried = after[last_rows(rendition.marks, "it")[1]]
    edges = right_edges(rendition.content)
    assert edges[carried] == pytest.approx(edges["1,11"], abs=2.5)


def right_edges(content: bytes) -> dict[str, float]:
    """Where each stretch of text on the first page ends, in points from the left."""
    document = pypdfium2.PdfDocument(content)
    try:
        text = document[0].get_textpage()
        boxes = [text.get_rect(index) for index in range(text.count_rects())]
        return {text.get_text_bounded(*box).strip(): box[2] for box in boxes}
    finally:
        document.close()
