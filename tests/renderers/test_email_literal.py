"""Whatever stands in a record stays text: it cannot become a tag, an attribute, a link, a header or a token."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from content_blocks.document import Document, Messages, Piece
from content_blocks.parts import (
    Bullets,
    Chart,
    Code,
    Column,
    Facts,
    Filled,
    Heading,
    Link,
    Paragraph,
    Picture,
    Run,
    Series,
    Table,
    words,
)
from renderers.email.message_read import PARSER, squeezed
from tests.document_words import ASSETS
from tests.documents import statement
from tests.renderers.email_reading import codes, opened, read, rendered_or_refused, with_body

HARMLESS = "Zoë Müller"
ATTACKS = [
    '<script>alert(1)</script><img src=x onerror="alert(1)">',
    '"><a href="https://evil.example">hier klicken</a>',
    "' onmouseover='alert(1)",
    "</td></tr></table></body></html>",
    "<!--[if mso]><a href='https://evil.example'>x</a><![endif]-->",
    "zq0qz zq1qz zq9999qz",
    "{{ customer.name }} {% for x in y %} ${7*7} #{7*7}",
    "[hier](https://evil.example) **fett** https://evil.example",
    "&lt;b&gt; &amp; &#60;b&#62; &#x3c;",
    "\u202eFDP.exe\u202c אבג مرحبا \u2066x",
    "a\r\nBcc: all@bank.example\r\n\r\n<html>",
    "=?utf-8?q?=0D=0ABcc:_x?=",
    "--=_a0000\r\nContent-Type: text/html",
    "mj-include path='/etc/passwd' <mj-raw>",
    "cid:x javascript:alert(1) data:text/html,x",
    "👩‍👩‍👧 e\u0301 \u200b \u00ad ไทย",
    "</style><style>*{display:none}",
    "W" * 500,
    "\x00",
    "\x1b[31m",
    "\ud800",
    " ",
]
TEXTS = st.one_of(
    st.text(min_size=1), st.sampled_from(ATTACKS), st.lists(st.sampled_from(ATTACKS), min_size=1).map("".join)
)


def telling(text: str) -> Document:
    """A statement that says a text wherever a part has room for one."""
    run = Run(text, filled=Filled("customer.name", "text", text))
    parts = (
        Heading(2, (run,)),
        Paragraph((run, Run(text, strong=True, emphasis=True, link="https://www.ahornbank.example/"))),
        Bullets(((run,),)),
        Facts((((run,), (run,)), ((run,), (run,))), total=True),
        Table(text, (Column(text), Column(text, "money", priority=3)), ((text, "1"), ((run,), "2")), (text, "3")),
        Picture(next(iter(ASSETS)), text),
        Code("BCD", text, (run,)),
        Chart("bars", text, (text,), (Series(text, (Decimal(1),), (text,)),), text),
        Link((run,), "https://www.ahornbank.example/"),
    )
    pieces = (Piece("title", (Heading(1, (run,)),), "de"), Piece("parts", parts, "de"))
    like = statement(rows=0)
    messages = Messages(subject=words("Ihr Auszug"), preheader=(run,))
    return replace(like, title=text, messages=messages, regions={**like.regions, "body": pieces})


def skeleton(page: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Every element with the names of its attributes and where it leads; only `bdi`, which holds a text's own
    direction of writing, may depend on the text."""
    root = etree.fromstring(page.encode(), parser=PARSER)
    elements = [element for element in root.iter() if element.tag != "bdi"]
    return [(str(one.tag), tuple(one.attrib), one.get("href") or one.get("src") or "") for one in elements]


LONG = 1000
"""In characters; the text stands in every part of the mail, which is held back where a reader would cut it off."""


@given(TEXTS)
@example("zq0qz zq1qz zq9999qz")
@example("\u202eFDP.exe")
def test_a_text_stays_text(text: str) -> None:
    document = telling(text)
    rendition = rendered_or_refused(document, "character-not-for-mail")
    if rendition is None:
        return
    mail, harmless = read(rendition), read(opened()(telling(HARMLESS)))
    assert skeleton(mail.page) == skeleton(harmless.page)
    assert mail.kinds == harmless.kinds
    assert mail.message.keys() == harmless.message.keys()
    assert squeezed(text) in squeezed(mail.text)
    assert set(codes(document, rendition)) <= ({("email", "email-too-large")} if len(text) > LONG else set())


def test_no_line_of_a_mail_ends_with_the_sign_of_an_amount() -> None:
    amount = Run("-€138.80", filled=Filled("account.balance", "money", Decimal("-138.80")))
    document = with_body(statement(), Piece("it", (Paragraph((Run("Balance "), amount)),), "de"))
    assert 'Balance <span style="white-space:nowrap">-€</span>138.80' in read(opened()(document)).page
