"""HTML mail as a complete message, made from parts by way of MJML.

`open_email(brand, assets)` gives a function from documents to renditions.  The stages: `carried` picks what a mail
shows, `layout` and `leaves` write it as a tree of tokens, `compile` turns the tree into HTML once per structure,
`text` writes the text part, `mime` the message, and `readback` checks the finished bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from content_blocks.document import Document
from content_blocks.theme import Brand
from renderers.channel import Channel
from renderers.email.mime import Attachment
from renderers.email.readback import check
from renderers.email.render import RenderEmail, mail, open_email
from renderers.email.shown import shown
from renderers.email.studio import studio

__all__ = ["ENDING", "Attachment", "RenderEmail", "check", "open_channel", "open_email"]

ENDING = ".eml"


def open_channel(brand: Brand, assets: Mapping[str, bytes]) -> Channel:
    """Mails of a brand, with the letter where the document class attaches it."""
    made_with = studio(brand, assets)
    return Channel(
        lambda document, letter: mail(made_with, document, _attached(document, letter)),
        check,
        show=partial(shown, made_with),
    )


def _attached(document: Document, letter: bytes | None) -> tuple[Attachment, ...]:
    return (Attachment(f"{document.title}.pdf", "application/pdf", letter),) if letter else ()
