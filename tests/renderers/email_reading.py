"""Mails of the hand-made documents, read by the standard library as a mail program reads them."""

from __future__ import annotations

import base64
import email
import email.policy
from dataclasses import dataclass, replace
from email.message import EmailMessage
from functools import cache

from content_blocks.document import Document, Piece
from content_blocks.problem import Refused
from renderers.email import Attachment, RenderEmail, open_email
from renderers.email.readback import check
from renderers.rendition import Rendition
from templates_store.themes import LIBRARY, load_theme
from tests.document_words import ASSETS
from tests.documents import everything, letter, statement

THEMES = ("ahorn", "wieland")
PDF = b"%PDF-1.7 a letter"
PDF_FILE = Attachment("Kontoauszug.pdf", "application/pdf", PDF)


@cache
def opened(theme: str = "ahorn") -> RenderEmail:
    """The renderer of a brand; `open` is Ahorn in the layout that no shipped brand has."""
    brand = load_theme(LIBRARY / ("ahorn" if theme == "open" else theme))
    if theme == "open":
        mail = brand.theme.mail.model_copy(update={"layout": "open"})
        update = {"mail": mail, "table": "lines"}
        brand = replace(brand, theme=brand.theme.model_copy(update=update))
    return open_email(brand, ASSETS)


def documents(theme: str) -> dict[str, Document]:
    """Documents that together use every part, by their names in the goldens."""
    theme = "ahorn" if theme == "open" else theme
    return {
        "statement.de": statement("de", 8, theme),
        "statement.en": statement("en", 8, theme),
        "no-bookings.de": statement("de", 0, theme),
        "long-statement.en": statement("en", 40, theme),
        "letter.de": letter("de", theme),
        "letter.en": letter("en", theme),
        "everything.de": everything("de", theme),
    }


ALL = [(theme, name) for theme in THEMES for name in documents(theme)]
"""Every theme with every document."""


@dataclass(frozen=True, repr=False)
class Mail:
    """A message as the standard library's parser sees it."""

    message: EmailMessage
    page: str
    text: str

    @property
    def kinds(self) -> list[str]:
        """The media types of all parts, from the outside in."""
        return [part.get_content_type() for part in self.message.walk()]

    @property
    def recipient(self) -> tuple[str, str]:
        """Name and address in `To`."""
        (address,) = self.message["To"].addresses
        return whole(address.display_name), address.addr_spec

    @property
    def inline(self) -> dict[str, bytes]:
        """The pictures by their Content-ID."""
        parts = [part for part in self.message.walk() if part["Content-ID"]]
        return {part["Content-ID"].strip("<>"): part.get_content() for part in parts}

    @property
    def page_alone(self) -> str:
        """The page with its pictures inside, for a browser."""
        page = self.page
        for content_id, content in self.inline.items():
            page = page.replace(f"cid:{content_id}", f"data:image/png;base64,{base64.b64encode(content).decode()}")
        return page


def whole(name: str) -> str:
    """A name without blanks: Python 3.11 shows one where a long name goes on in a second encoded word."""
    return "".join(name.split())


def read(rendition: Rendition) -> Mail:
    """A rendition, parsed."""
    message = email.message_from_bytes(rendition.content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    assert not [defect for part in message.walk() for defect in part.defects]
    page, text = message.get_body(("html",)), message.get_body(("plain",))
    assert page is not None
    assert text is not None
    return Mail(message, page.get_content(), text.get_content().replace("\r\n", "\n"))


def rendered_or_refused(document: Document, code: str) -> Rendition | None:
    """The mail, or None if it was refused for that reason and no other, without quoting what was refused."""
    try:
        return opened()(document)
    except Refused as refused:
        found = refused
    assert {problem.code for problem in found.problems} == {code}
    assert {type(value) for problem in found.problems for value in problem.params.values()} == {str}
    return None


def codes(document: Document, rendition: Rendition) -> list[tuple[str, str]]:
    """Place and code of everything the check finds."""
    return [(problem.where, problem.code) for problem in check(document, rendition)]


def with_body(document: Document, *pieces: Piece) -> Document:
    """The document with more pieces at the end of its body."""
    return replace(document, regions={**document.regions, "body": (*document.region("body"), *pieces)})
