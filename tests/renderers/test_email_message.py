"""The message: its parts, its headers, and that nothing in a text or a record can become one."""

from __future__ import annotations

from base64 import encodebytes
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from content_blocks.document import Document, Messages, Recipient, Rules
from content_blocks.parts import words
from content_blocks.problem import Refused
from renderers.email import Attachment, open_email
from renderers.email.pictures import base64_lines
from templates_store.themes import LIBRARY, load_theme
from tests.document_words import ASSETS
from tests.documents import statement
from tests.renderers.email_reading import ALL, PDF, documents, opened, read, rendered_or_refused, whole

LONG_ADDRESS = "https://www.ahornbank.example/abmelden?token=" + "a1b2" * 200


def to(document: Document, name: str = "Max Müller", email: str = "max@kunde.example", id: str = "K-1") -> Document:
    return replace(document, recipient=Recipient(id, name, email))


def about(document: Document, subject: str) -> Document:
    return replace(document, messages=Messages(subject=words(subject)))


@pytest.mark.parametrize(("theme", "name"), ALL)
def test_the_standard_library_reads_it_without_a_defect(theme: str, name: str) -> None:
    document = documents(theme)[name]
    mail = read(opened(theme)(document))
    assert mail.kinds[:4] == ["multipart/alternative", "text/plain", "multipart/related", "text/html"]
    assert set(mail.kinds[4:]) == {"image/png"}
    assert mail.message["Subject"] == document.title
    assert mail.recipient == (whole(document.recipient.name), "max@kunde.example")
    assert mail.message["Date"].datetime.date() == document.as_of
    assert mail.message["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize(("theme", "name"), ALL)
def test_no_line_is_longer_than_a_server_takes_and_every_byte_is_ascii(theme: str, name: str) -> None:
    content = opened(theme)(documents(theme)[name]).content
    assert max(map(len, content.split(b"\r\n"))) <= 78
    assert content.isascii()
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_the_same_document_gives_the_same_bytes_and_another_one_its_own_message_id() -> None:
    again = open_email(load_theme(LIBRARY / "ahorn"), ASSETS)
    document = statement()
    assert again(document).content == opened()(document).content
    others = [to(document, id="K-2"), replace(document, bundle="1" * 64), replace(document, version="1.1")]
    marks = {read(opened()(one)).message["Message-ID"] for one in (document, *others)}
    assert len(marks) == 4


def test_the_pdf_goes_with_it_unchanged() -> None:
    pdf = Attachment("Kontoauszug Juli.pdf", "application/pdf", PDF)
    mail = read(opened()(statement(), (pdf, replace(pdf, name="Übersicht.pdf"))))
    files = list(mail.message.iter_attachments())
    assert mail.message.get_content_type() == "multipart/mixed"
    assert [(file.get_filename(), file.get_content_type(), file.get_content()) for file in files] == [
        ("Kontoauszug Juli.pdf", "application/pdf", PDF),
        ("Übersicht.pdf", "application/pdf", PDF),
    ]


@pytest.mark.parametrize("size", [0, 1, 56, 57, 58, 114, 1000])
def test_base64_is_that_of_the_standard_library(size: int) -> None:
    content = bytes(range(256))[:size] * 3
    assert base64_lines(content) == encodebytes(content).replace(b"\n", b"\r\n")


def test_unsubscribing_takes_one_click_where_the_class_asks_for_it() -> None:
    asked = replace(statement(), rules=Rules(unsubscribe=LONG_ADDRESS))
    mail = read(opened()(asked))
    assert f"List-Unsubscribe: <{LONG_ADDRESS}>\r\n".encode() in opened()(asked).content
    assert mail.message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert LONG_ADDRESS in mail.page
    assert f"Abmelden\n<{LONG_ADDRESS}>" in mail.text
    never = read(opened()(statement()))
    assert never.message["List-Unsubscribe"] is None
    assert "Abmelden" not in never.page


def test_a_proof_says_so_first_and_in_its_subject() -> None:
    mail = read(opened()(replace(statement(), proof="Entwurf, nicht zum Versand")))
    assert mail.message["Subject"] == "[Entwurf, nicht zum Versand] Kontoauszug Juli 2026"
    assert mail.text.startswith("Entwurf, nicht zum Versand\n")
    body = mail.page[mail.page.index("<body") :]
    assert body.index("Entwurf, nicht zum Versand") < body.index("Ahornbank")


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ("jörg@kunde.example", None),
        ("max@bücher.example", "max@xn--bcher-kva.example"),
        ("max@STRASSE.Example", "max@strasse.example"),
        ("max.o'neil+bank@kunde.example", "max.o'neil+bank@kunde.example"),
        ("max@kunde", None),
        ("max@@kunde.example", None),
        ("max kunde@kunde.example", None),
        (".max@kunde.example", None),
        ("max@kunde.example\r\nBcc: all@bank.example", None),
        ("max@kunde.example, all@bank.example", None),
        ("<max@kunde.example>", None),
        ("m" * 65 + "@kunde.example", None),
        ("max@-kunde.example", None),
        ("max@" + "k" * 64 + ".example", None),
        ("", None),
    ],
)
def test_an_address_is_sent_as_every_server_takes_it_or_not_at_all(given: str, sent: str | None) -> None:
    document = to(statement(), email=given)
    if sent:
        assert read(opened()(document)).message["To"].addresses[0].addr_spec == sent
        return
    with pytest.raises(Refused) as refused:
        opened()(document)
    assert {problem.code for problem in refused.value.problems} <= {
        "email-address-missing",
        "email-address-not-allowed",
    }


HIJACKS = [
    "Hallo\r\nBcc: all@bank.example",
    "Hallo\nBcc: all@bank.example",
    "Hallo\rBcc: all@bank.example",
    "=?utf-8?q?a=0D=0ABcc:_all@bank.example?=",
    "Hallo =?utf-8?b?DQpCY2M6IHg=?=",
    "Hallo\0",
    "Hallo\u2028Bcc: x",
    "Hallo\x85Bcc: x",
    "\ud800",
]


@pytest.mark.parametrize("hijack", HIJACKS)
def test_a_header_cannot_be_hijacked(hijack: str) -> None:
    for document, header in ((about(statement(), hijack), "Subject"), (to(statement(), name=hijack), "To")):
        with pytest.raises(Refused) as refused:
            opened()(document)
        assert [(one.code, dict(one.params)) for one in refused.value.problems] == [
            ("header-not-allowed", {"header": header})
        ]
        assert "Bcc" not in str(refused.value)


@pytest.mark.parametrize("name", ['Max" <all@b.example>, "x', 'M\\" <all@b.example>', "a, all@b.example", "<x@y.z>"])
def test_a_name_cannot_be_a_further_recipient(name: str) -> None:
    assert read(opened()(to(statement(), name=name))).recipient == (whole(name), "max@kunde.example")


def test_the_name_of_an_attachment_is_no_path() -> None:
    pdf = Attachment("../../C:\\Windows\\Rechnung.pdf", "application/pdf", PDF)
    (file,) = read(opened()(statement(), (pdf,))).message.iter_attachments()
    assert file.get_filename() == "..-..-C--Windows-Rechnung.pdf"


@pytest.mark.parametrize("address", ["mailto:ab@bank.example", "tel:+49301234"])
def test_one_click_needs_a_web_address(address: str) -> None:
    with pytest.raises(Refused) as refused:
        opened()(replace(statement(), rules=Rules(unsubscribe=address)))
    assert [problem.where for problem in refused.value.problems] == ["email List-Unsubscribe"]


@pytest.mark.parametrize("families", ["Arial; font-size: 0", 'Arial"; color: #fff', "Arial}p{display:none", "url(x)"])
def test_the_fonts_of_a_mail_are_names_and_no_css(families: str) -> None:
    brand = load_theme(LIBRARY / "ahorn")
    font = brand.theme.text_font.model_copy(update={"mail": families})
    theme = brand.theme.model_copy(update={"text_font": font})
    with pytest.raises(Refused, match="font-stack-not-allowed"):
        open_email(replace(brand, theme=theme), ASSETS)(statement())


def test_a_header_has_an_end() -> None:
    with pytest.raises(Refused) as refused:
        opened()(about(statement(), "lang" * 300))
    assert [problem.code for problem in refused.value.problems] == ["header-too-long"]


@given(st.text(), st.text())
@example(" ", "")
@example(" x ", " y ")
def test_whatever_stands_in_subject_and_name_comes_back_or_is_refused(subject: str, name: str) -> None:
    document = to(about(statement(rows=0), subject or "x"), name=name)
    rendition = rendered_or_refused(document, "header-not-allowed")
    if rendition is None:
        return
    mail = read(rendition)
    assert list(mail.message.keys()) == list(read(opened()(statement(rows=0))).message.keys())
    assert mail.message["Subject"] == (subject or "x")
    assert mail.recipient == (whole(name), "max@kunde.example")


def test_everything_that_is_wrong_is_said_at_once() -> None:
    document = replace(
        about(statement(), "a\nb"), recipient=Recipient("K-1"), rules=Rules(unsubscribe="http://x.example")
    )
    with pytest.raises(Refused) as refused:
        opened()(document)
    assert [problem.code for problem in refused.value.problems] == [
        "link-not-allowed",
        "email-address-missing",
        "header-not-allowed",
        "header-not-allowed",
    ]
