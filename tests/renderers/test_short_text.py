"""What a short message says of a document, where each piece stands in it, and what is left out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.document import Form, Piece
from content_blocks.parts import (
    Bullets,
    Chart,
    Code,
    Column,
    Container,
    Facts,
    Heading,
    Link,
    PageBreak,
    Paragraph,
    Part,
    Picture,
    Rule,
    Run,
    Runs,
    Series,
    Table,
    words,
)
from renderers.short_text import plan, spelled, write
from tests.renderers.short_documents import document, piece, value


def text_of(*body: Piece, sms: str = "") -> str:
    made = document(*body, sms=sms)
    return write(plan(made, "sms", made.messages.sms).passages).text


def left_out(*body: Piece, sms: str = "") -> list[tuple[str, str]]:
    made = document(*body, sms=sms)
    return [(one.piece, one.reason) for one in plan(made, "sms", made.messages.sms).left_out]


def problems(*body: Piece, sms: str = "") -> list[tuple[str, str]]:
    made = document(*body, sms=sms)
    return [(one.where, one.code) for one in plan(made, "sms", made.messages.sms).problems]


LEGAL = piece("legal", "Rechtlicher Satz.", mandatory=["sms"], lock="locked")


def test_without_a_message_line_the_short_forms_follow_each_other() -> None:
    assert text_of(piece("a", "Eins."), LEGAL, piece("b", "Zwei.")) == "Eins.\nRechtlicher Satz.\nZwei."


def test_a_message_line_speaks_for_all_but_the_mandatory_pieces() -> None:
    assert text_of(piece("a", "Eins."), LEGAL, piece("b", "Zwei."), sms="Kurz gesagt.") == (
        "Kurz gesagt.\nRechtlicher Satz."
    )
    assert left_out(piece("a", "Eins."), LEGAL, sms="Kurz.") == [("a", "message-line")]


def test_several_mandatory_pieces_keep_their_order_and_come_once() -> None:
    second = piece("second", "Zweiter Satz.", mandatory=["sms"])
    assert text_of(LEGAL, second, sms="Kurz.") == "Kurz.\nRechtlicher Satz.\nZweiter Satz."
    assert text_of(LEGAL, second).count("Rechtlicher Satz.") == 1


def test_pieces_say_why_they_are_left_out() -> None:
    absent = piece("absent", "Weg.", forms={"sms": Form("absent")})
    assert left_out(piece("a", "Eins."), absent, piece("silent")) == [("absent", "absent"), ("silent", "no-short-form")]


def test_a_mandatory_piece_is_never_absent() -> None:
    stubborn = piece("legal", "Rechtlicher Satz.", mandatory=["sms"], forms={"sms": Form("absent")})
    assert text_of(stubborn) == "Rechtlicher Satz."


def test_the_margins_of_a_letter_stay_out_unless_mandatory() -> None:
    imprint = piece("imprint", "Linden Bank AG", mandatory=["sms"])
    made = document(piece("a", "Eins."), regions={"footer": (imprint,), "address": (piece("to", "Frau Muster"),)})
    planned = plan(made, "sms", ())
    assert write(planned.passages).text == "Eins.\nLinden Bank AG"
    assert [(one.piece, one.reason) for one in planned.left_out] == [("to", "outside-body")]


def test_a_mandatory_piece_without_words_is_a_problem() -> None:
    assert problems(piece("legal", mandatory=["sms"]), sms="Kurz.") == [("sms legal", "short-form-missing")]


def test_a_document_with_nothing_to_say_is_a_problem() -> None:
    assert problems(piece("silent")) == [("sms", "message-empty")]
    assert problems(sms=" \n ") == [("sms", "message-empty")]


def test_a_proof_says_so_first() -> None:
    made = document(LEGAL, sms="Kurz.", proof="PROBE")
    assert write(plan(made, "sms", made.messages.sms).passages).text == "PROBE\nKurz.\nRechtlicher Satz."


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        ((Run("AGB", link="https://bank.example/agb"),), "AGB (https://bank.example/agb)"),
        ((Run("https://bank.example/", link="https://bank.example"),), "https://bank.example/"),
        ((Run("bank.example", link="https://bank.example/"),), "bank.example"),
        ((Run("+4930123", link="tel:+4930123"),), "+4930123"),
        ((Run("help@bank.example", link="mailto:help@bank.example"),), "help@bank.example"),
        ((Run("", link="https://bank.example"),), "https://bank.example"),
        (
            (
                Run("die "),
                Run("neuen ", link="https://b.example/a"),
                Run("AGB", strong=True, link="https://b.example/a"),
            ),
            "die neuen AGB (https://b.example/a)",
        ),
        (
            (Run("A", link="https://b.example/a"), Run("B", link="https://b.example/b")),
            "A (https://b.example/a)B (https://b.example/b)",
        ),
        ((Run("eins"), Run("", atom="break"), Run("zwei"), Run("7", atom="page")), "eins\nzwei"),
        ((Run("eins\r\nzwei"),), "eins\nzwei"),
        ((Run("Cafe"), Run("\u0301")), "Café"),
    ],
)
def test_runs_as_text(runs: Runs, said: str) -> None:
    assert spelled(runs, locked=False) == said


TABLE = Table(
    "Buchungen",
    (Column("Tag", "date"), Column("Text"), Column("Betrag", "money")),
    (("1.3.", "Miete", "-850,00 €"), ("2.3.", "", (Run("12,00 €", strong=True),)), ("3.3.", "Lohn", "2.000,00 €")),
    total=("", "Saldo", "1.162,00 €"),
)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (Heading(1, words("Auszug")), "Auszug"),
        (Paragraph(words("Ein Satz.")), "Ein Satz."),
        (Bullets((words("eins"), words("zwei"))), "- eins\n- zwei"),
        (Bullets((words("eins"), words("zwei")), ordered=True), "1. eins\n2. zwei"),
        (Facts(((words("Konto"), words("123")), (words("Saldo:"), words("5 €")))), "Konto: 123\nSaldo: 5 €"),
        (TABLE, "1.3., Miete, -850,00 €\n2.3., 12,00 €\n3.3., Lohn, 2.000,00 €\nSaldo, 1.162,00 €"),
        (Table("Leer", (Column("A"),), (), caption_shown=True), "Leer"),
        (Picture("0" * 64, "Ein Haus"), "Ein Haus"),
        (Code("BCD", "Zahlungscode", words("IBAN DE02")), "IBAN DE02"),
        (Code("BCD", "Zahlungscode"), "Zahlungscode"),
        (Chart("bars", "Jahr", ("1",), (Series("a", (Decimal(1),), ("1",)),), "Es stieg."), "Es stieg."),
        (Link(words("Zahlen"), "https://bank.example/pay"), "Zahlen (https://bank.example/pay)"),
        (Container("columns", ((Paragraph(words("l")), Rule()), (Paragraph(words("r")), PageBreak()))), "l\nr"),
    ],
)
def test_every_part_in_full(part: Part, said: str) -> None:
    assert text_of(piece("full", parts=(part,), forms={"sms": Form("full")})) == said


def test_the_first_rows_and_what_is_said_of_the_others() -> None:
    two = Form("rows", rows=2, more=words("1 weitere im PDF"))
    cut = piece("table", parts=(TABLE,), forms={"sms": two})
    assert text_of(cut) == "1.3., Miete, -850,00 €\n2.3., 12,00 €\n1 weitere im PDF"
    assert left_out(cut) == [("table", "rows")]
    whole = piece("table", parts=(Container("keep", ((TABLE,),)),), forms={"sms": Form("rows", 3, words("mehr"))})
    assert text_of(whole).endswith("Saldo, 1.162,00 €")
    assert left_out(whole) == []


def test_marks_point_at_pieces_and_rows() -> None:
    table = piece("table", parts=(TABLE,), forms={"sms": Form("rows", 2)})
    short = write(plan(document(piece("a", "Für €."), table), "sms", ()).passages)
    found = {(mark.piece, mark.row): short.text[slice(*mark.span)] for mark in short.marks if mark.span}
    assert found == {
        ("a", None): "Für €.",
        ("table", 0): "1.3., Miete, -850,00 €",
        ("table", 1): "2.3., 12,00 €",
        ("table", None): "1.3., Miete, -850,00 €\n2.3., 12,00 €",
    }


@given(st.lists(st.text(max_size=30), min_size=1, max_size=6))
def test_marks_hold_whatever_the_values_are(values: list[str]) -> None:
    pieces = [piece(f"p{number}", (Run("Wert: "), value(text))) for number, text in enumerate(values)]
    short = write(plan(document(*pieces), "sms", ()).passages)
    spans = [mark.span for mark in short.marks]
    assert "\n".join(short.text[slice(*span)] for span in spans if span) == short.text
    assert [mark.piece for mark in short.marks] == [one.id for one in pieces]
