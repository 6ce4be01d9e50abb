"""What a rendition is as a proof: its bytes, and the text that a certificate shows of it."""

from __future__ import annotations

import email
import email.policy

from ccm.dossier.model import Carried
from renderers.rendition import Rendition


def carried(rendition: Rendition) -> Carried:
    """The rendition as a proof: of a mail its subject and its text part, of paper no text, else all that it says."""
    text = _mail(rendition.content) if rendition.channel == "email" else rendition.text
    return Carried(rendition.content, text)


def _mail(content: bytes) -> str:
    """What a program that shows no HTML shows of a mail."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    body = message.get_body(("plain",))
    return f"{message['Subject']}\n\n{body.get_content() if body else ''}"
