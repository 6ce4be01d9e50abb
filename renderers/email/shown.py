"""A mail to be looked at: page, text part and head as values, so that nobody has to take a message apart."""

from __future__ import annotations

import base64

from content_blocks.canonical import sha256
from content_blocks.document import Document
from content_blocks.parts import plain
from renderers.email.carried import carried, left_out
from renderers.email.envelope import subject_of
from renderers.email.pictures import Inline
from renderers.email.render import written
from renderers.email.studio import Studio
from renderers.email.text import text_marks, text_part
from renderers.shown import ShownMail, ShownPicture


def shown(studio: Studio, document: Document) -> ShownMail:
    """What a document's mail looks like, whether or not it may be sent."""
    pieces = carried(document)
    sent, draft = written(document, pieces, studio)
    marked, _ = written(document, pieces, studio, marking=True)
    recipient = document.recipient
    return ShownMail(
        subject=subject_of(document),
        preheader=plain(document.messages.preheader),
        sender=(studio.name, studio.address),
        to=(recipient.name, recipient.email or ""),
        html=marked,
        text=text_part(pieces),
        html_bytes=len(sent.encode()),
        marks=text_marks(pieces),
        left_out=left_out(pieces),
        pictures=tuple(map(_picture, draft.pictures.values())),
    )


def _picture(picture: Inline) -> ShownPicture:
    content = base64.b64decode(picture.lines)
    return ShownPicture(picture.content_id, picture.media_type, sha256(content), content)
