"""Both forms of a mail say everything, and the check finds out when they do not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from email.message import EmailMessage

import pytest

from content_blocks.document import Piece, Rules
from content_blocks.parts import Column, Table
from renderers.email import check
from renderers.email.message_read import read_message, squeezed
from renderers.rendition import Rendition
from tests.documents import statement
from tests.renderers.email_reading import ALL, PDF_FILE, codes, documents, opened, read, with_body


@pytest.mark.parametrize(("theme", "name"), ALL)
def test_nothing_is_missing(theme: str, name: str) -> None:
    document = documents(theme)[name]
    assert codes(document, opened(theme)(document)) == []


@pytest.mark.parametrize(("theme", "name"), ALL)
def test_every_link_of_the_page_stands_in_the_text_part(theme: str, name: str) -> None:
    mail = read(opened(theme)(documents(theme)[name]))
    links = re.findall(r'href="([^"]*)"', mail.page)
    assert [link for link in links if link.replace("&amp;", "&") not in mail.text] == []


@pytest.mark.parametrize(("theme", "name"), ALL)
def test_the_text_part_is_readable(theme: str, name: str) -> None:
    lines = read(opened(theme)(documents(theme)[name])).text.split("\n")
    assert [line for line in lines if len(line) > 76 and " " in line.strip()] == []
    assert "\n\n\n" not in "\n".join(lines)


@pytest.mark.parametrize(("theme", "name"), ALL)
def test_our_reading_agrees_with_the_standard_library(theme: str, name: str) -> None:
    document = replace(documents(theme)[name], rules=Rules(attach_pdf=True))
    rendition = opened(theme)(document, (PDF_FILE,))
    ours, theirs = read_message(rendition.content), read(rendition)
    assert ours.plain == squeezed(theirs.text)
    assert ours.page_bytes == len(theirs.page.encode()) == rendition.measures["html_bytes"]
    assert ours.content_ids == theirs.inline.keys() == {source.removeprefix("cid:") for source in ours.sources}
    assert ours.attached == ("application/pdf",)
    assert ours.seen == squeezed(rendition.text)


def tampered(rendition: Rendition, form: str, change: Callable[[str], str]) -> Rendition:
    """The rendition with one of its two bodies changed, put together again by the standard library."""
    message = read(rendition).message
    body = message.get_body((form,))
    assert isinstance(body, EmailMessage)
    body.set_content(change(body.get_content().replace("\r\n", "\n")), subtype=body.get_content_subtype(), cte="base64")
    content = message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return replace(rendition, content=content)


@pytest.mark.parametrize(
    ("form", "lost", "found"),
    [
        ("html", "genehmigt", ("email html objection", "piece-missing")),
        ("plain", "genehmigt", ("email text objection", "piece-missing")),
        ("html", "−980,00", ("email html bookings", "row-missing")),
        ("plain", "−980,00", ("email text bookings", "row-missing")),
        ("html", "Endsaldo am 31. Juli</td>", ("email html bookings", "row-missing")),
        ("html", "100.000,00\u00a0€", ("email html deposit", "piece-missing")),
        ("plain", "Daueraufträge", ("email text tips", "piece-missing")),
        ("html", "2.140,00", ("email html spending", "piece-missing")),
        ("html", "QR-Code", ("email html payment", "piece-missing")),
        ("plain", "+497115550100", ("email", "link-missing-in-text")),
        ("plain", "umsaetze?monat", ("email", "link-missing-in-text")),
    ],
)
def test_what_is_lost_on_the_way_is_found(form: str, lost: str, found: tuple[str, str]) -> None:
    rendition = opened()(statement())
    assert codes(statement(), tampered(rendition, form, lambda body: body)) == []
    assert found in codes(statement(), tampered(rendition, form, lambda body: body.replace(lost, "")))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda page: page.replace("cid:", "https://tracker.example/"), "picture-not-inside"),
        (lambda page: page.replace('href="https:', 'href="javascript:'), "link-not-allowed"),
        (lambda page: page.replace("</body>", "<p>Gewinnen Sie!</p></body>"), "words-differ"),
        (
            lambda page: page.replace("</body>", "x" * 60000 + "</body>"),
            "email-too-large",
        ),
    ],
)
def test_what_was_added_on_the_way_is_found(change: Callable[[str], str], code: str) -> None:
    assert ("email", code) in codes(statement(), tampered(opened()(statement()), "html", change))


def test_what_is_only_hidden_counts_as_lost() -> None:
    hidden = tampered(
        opened()(statement()), "html", lambda page: page.replace('style="margin:0 0', 'style="display:none;margin:0 0')
    )
    assert ("email html objection", "piece-missing") in codes(statement(), hidden)


def test_a_mail_that_gmail_would_cut_is_not_sent() -> None:
    """Two thousand bookings in full, as the template has not said to show fewer."""
    long = statement(rows=2000)
    body = tuple(replace(piece, forms={}) for piece in long.region("body"))
    document = replace(long, regions={**long.regions, "body": body})
    assert ("email", "email-too-large") in codes(document, opened()(document))


@pytest.mark.parametrize("columns", [3, 8, 14])
def test_a_table_of_any_width_says_all_its_cells(columns: int) -> None:
    labels = tuple(Column(f"Spalte {number}", "money") for number in range(columns))
    rows = tuple(tuple(str(Decimal(1000000 + row * 100 + number)) for number in range(columns)) for row in range(3))
    document = with_body(statement(), Piece("wide", (Table("Breit", labels, rows, rows[0]),), "de"))
    assert codes(document, opened()(document)) == []


def test_rows_are_counted_over_all_tables_of_a_piece() -> None:
    first, second = (Table(name, (Column("Wert"),), ((f"{name} eins",), (f"{name} zwei",))) for name in ("A", "B"))
    document = with_body(statement(rows=0), Piece("two", (first, second), "de"))
    rendition = opened()(document)
    assert [mark.row for mark in rendition.marks if mark.piece == "two"] == [0, 1, 2, 3, None]
    lost = tampered(rendition, "plain", lambda text: text.replace("B zwei", ""))
    assert [dict(problem.params) for problem in check(document, lost)] == [
        {"piece": "two", "channel": "email", "row": 4}
    ]
