"""Links, pictures and characters: what is allowed in a mail, and what keeps one from going out."""

from __future__ import annotations

import pytest

from content_blocks.document import Document, Piece
from content_blocks.parts import Code, Link, Paragraph, Picture, words
from content_blocks.problem import Refused
from tests.documents import statement
from tests.renderers.email_reading import codes, opened, read, with_body


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("https://www.bank.example/a b?x=ä&y=\"<>'", "https://www.bank.example/a%20b?x=%C3%A4&y=%22%3C%3E'"),
        ("https://bücher.example/100%?q=50%25", "https://xn--bcher-kva.example/100%25?q=50%25"),
        ("HTTPS://WWW.BANK.EXAMPLE/Weg", "https://www.bank.example/Weg"),
        (
            "mailto:service@bank.example?subject=Frage zum Auszug",
            "mailto:service@bank.example?subject=Frage%20zum%20Auszug",
        ),
        ("tel:+497115550100", "tel:+497115550100"),
        ("javascript:alert(1)", None),
        (" javascript:alert(1)", None),
        ("java\tscript:alert(1)", None),
        ("data:text/html,x", None),
        ("http://www.bank.example/", None),
        ("//www.bank.example/", None),
        ("file:///etc/passwd", None),
        ("https://bank.example@evil.example/", None),
        ("https://bank.example\\@evil.example/", None),
        ("https:///weg", None),
        ("https://bank.example:port/", None),
        ("https://bank.example/\x00", None),
        ("https://bank.example/\ud800", None),
        ("https:", None),
        ("", None),
    ],
)
def test_links_lead_where_they_say_or_nowhere(address: str, sent: str | None) -> None:
    document = with_body(statement(), Piece("more", (Link(words("Mehr"), address),), "de"))
    if sent is None:
        assert not_allowed(document) == [("body more", "link-not-allowed")]
        return
    mail = read(opened()(document))
    assert f'href="{sent.replace("&", "&amp;").replace(chr(39), "&#x27;")}"' in mail.page
    assert f"Mehr:\n<{sent}>" in mail.text
    assert codes(document, opened()(document)) == []


def not_allowed(document: Document) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refused:
        opened()(document)
    return [(problem.where, problem.code) for problem in refused.value.problems]


def test_a_picture_has_to_be_stored_and_of_a_kind_that_mail_programs_show() -> None:
    document = with_body(statement(), Piece("photo", (Picture("f" * 64, "Ein Foto"),), "de"))
    assert not_allowed(document) == [("body photo", "picture-not-for-mail")]


@pytest.mark.parametrize("payload", ["9" * 9000, "\ud800"])
def test_a_code_that_cannot_be_drawn_keeps_a_mail_from_going_out(payload: str) -> None:
    document = with_body(statement(), Piece("pay", (Code(payload, "QR-Code"),), "de"))
    assert not_allowed(document) == [("body pay", "code-cannot-hold")]


def test_control_characters_keep_a_mail_from_going_out() -> None:
    document = with_body(statement(), Piece("odd", (Paragraph(words("a\x1bb")),), "de"))
    assert not_allowed(document) == [("email", "character-not-for-mail")]
