"""From a document to a mail, by one brand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Protocol

from content_blocks.document import Document
from content_blocks.problem import Problem, Refused
from content_blocks.theme import Brand
from renderers.email.carried import Carried, carried, left_out
from renderers.email.compile import compiled
from renderers.email.draft import Draft
from renderers.email.envelope import envelope
from renderers.email.layout import mail_tree
from renderers.email.leaves import Writer
from renderers.email.mime import Attachment, message
from renderers.email.mjml import mjml
from renderers.email.studio import Studio, studio
from renderers.email.text import text_part
from renderers.link import FORBIDDEN
from renderers.rendition import Rendition


class RenderEmail(Protocol):
    """Makes one document's mail; raises `Refused` with everything that keeps it from being made."""

    def __call__(self, document: Document, attachments: tuple[Attachment, ...] = ()) -> Rendition: ...


def open_email(brand: Brand, assets: Mapping[str, bytes]) -> RenderEmail:
    """What renders mails of a brand; `assets` holds stored pictures by the hash of their bytes."""
    return partial(mail, studio(brand, assets))


def mail(studio: Studio, document: Document, attachments: tuple[Attachment, ...] = ()) -> Rendition:
    """One document's mail; raises `Refused` with everything that keeps it from being made."""
    pieces = carried(document)
    html, draft = written(document, pieces, studio)
    post = envelope(document, studio.sender, studio.domain)
    text = draft.text()
    problems = [*draft.slots.problems, *post.problems, *_unprintable(document.title + text)]
    if problems:
        raise Refused(problems)
    page = html.encode()
    pictures = tuple(draft.pictures.values())
    content = message(post.headers, text_part(pieces), page, pictures, attachments, document.language, post.mark)
    return Rendition(
        channel="email",
        media_type="message/rfc822",
        content=content,
        text=text,
        measures={"bytes": len(content), "html_bytes": len(page), "links": len(draft.slots.links)},
        marks=tuple(draft.marks),
        left_out=left_out(pieces),
    )


def written(document: Document, pieces: list[Carried], studio: Studio, *, marking: bool = False) -> tuple[str, Draft]:
    """The HTML of a document's mail, and the draft with the words, links and pictures it has.

    With `marking`, which is for looking at and never for sending, `data-piece` names the piece that an element is of.
    """
    draft = Draft(document.language, studio.domain, marking)
    style = studio.look(document.direction)
    tree = mail_tree(document, pieces, Writer(draft, style, studio.picture, document.labels), studio.logo)
    return compiled(mjml(tree, style, studio.head(document.direction))).filled(draft.slots.values), draft


def _unprintable(text: str) -> list[Problem]:
    """Control characters and the like, which no mail client shows and HTML forbids (HTML, 13.1.4)."""
    found = FORBIDDEN.search(text)
    return [Problem("email", "character-not-for-mail", {"character": f"U+{ord(found[0]):04X}"})] if found else []
