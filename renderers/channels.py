"""The channels: one line each, naming how it is opened for a brand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from content_blocks.document import ChannelName, Document
from content_blocks.problem import Problem
from content_blocks.theme import Brand
from renderers import email, pdf, push, sms
from renderers.rendition import Rendition

Render: TypeAlias = Callable[[Document, bytes | None], Rendition]
"""Renders a document; the bytes are the PDF that the document class attaches to its mails, if it does."""

Check: TypeAlias = Callable[[Document, Rendition], list[Problem]]
"""Reads a rendition back and says what of the document is not in it."""


class Channel(NamedTuple):
    """A channel opened for one brand and its assets.

    `check` reads every rendition back; `look` judges what can be seen of it, which template and theme decide: it is
    for samples.
    """

    render: Render
    check: Check
    look: Check


Opener: TypeAlias = Callable[[Brand, Mapping[str, bytes]], Channel]


def _pdf(brand: Brand, assets: Mapping[str, bytes]) -> Channel:
    render = pdf.open_pdf(brand, assets)
    return Channel(lambda document, _letter: render(document), pdf.check, pdf.look)


def _email(brand: Brand, assets: Mapping[str, bytes]) -> Channel:
    render = email.open_email(brand, assets)
    return Channel(lambda document, letter: render(document, _attached(document, letter)), email.check, _nothing_to_see)


def _sms(_brand: Brand, _assets: Mapping[str, bytes]) -> Channel:
    return Channel(lambda document, _letter: sms.render(document), sms.check, _nothing_to_see)


def _push(_brand: Brand, _assets: Mapping[str, bytes]) -> Channel:
    return Channel(lambda document, _letter: push.render(document), push.check, _nothing_to_see)


OPENERS: Mapping[ChannelName, Opener] = {"pdf": _pdf, "email": _email, "sms": _sms, "push": _push}


def _nothing_to_see(_document: Document, _rendition: Rendition) -> list[Problem]:
    """The reader's own device decides how it looks."""
    return []


def _attached(document: Document, letter: bytes | None) -> tuple[email.Attachment, ...]:
    return (email.Attachment(f"{document.title}.pdf", "application/pdf", letter),) if letter else ()


def open_channel(name: ChannelName, brand: Brand, assets: Mapping[str, bytes]) -> Channel:
    """A channel made ready once for all documents of a brand; `assets` are bytes by their hash."""
    return OPENERS[name](brand, assets)
