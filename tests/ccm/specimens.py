"""The specimen of every block type as each channel carries it, written down for a person to read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache

from content_blocks.compose import compose
from content_blocks.document import CHANNELS, Document
from content_blocks.problem import Problem, Refused
from content_blocks.specimen import SPECIMEN_DAY, specimen_bundle, specimen_document, specimen_values
from content_blocks.theme import Brand
from renderers.channel import Channel
from renderers.channels import open_channel
from renderers.rendition import Rendition
from templates_store.themes import LIBRARY, load_theme
from tests.renderers.email_outline import outline
from tests.renderers.email_reading import read
from tests.renderers.pdf_outline import page_texts, tag_tree

BRANDS = ("ahorn", "wieland")
LANGUAGES = ("en", "de")
Shown = Rendition | tuple[Problem, ...]


@cache
def brand(name: str) -> Brand:
    """One of the brands that ship."""
    return load_theme(LIBRARY / name)


@cache
def channels(name: str) -> Mapping[str, Channel]:
    """Every channel opened for a brand and the specimens' pictures."""
    assets = {asset.hash: asset.content for asset in specimen_bundle(["text"], "en", brand(name)).assets.values()}
    return {channel: open_channel(channel, brand(name), assets) for channel in CHANNELS}


def together(types: list[str], language: str, theme: str) -> Document:
    """The specimens of several block types in one document."""
    return compose(specimen_bundle(types, language, brand(theme)), specimen_values(language), SPECIMEN_DAY)


def shown(document: Document, channel: str) -> Shown:
    """A channel's rendition of a document, or why there is none; what the check finds is a reason too."""
    opened = channels(document.theme)[channel]
    try:
        rendition = opened.render(document, None)
    except Refused as refused:
        return refused.problems
    return tuple(opened.check(document, rendition)) or rendition


def readable(type_name: str, language: str, theme: str) -> str:
    """A block type's specimen in all four channels."""
    document = specimen_document(type_name, language, brand(theme))
    sections = (section for channel in CHANNELS for section in _channel(channel, shown(document, channel)))
    return "\n\n".join(f"{head}\n{line * len(head)}\n\n{text}".rstrip() for head, line, text in sections)


def _channel(channel: str, found: Shown) -> Iterator[tuple[str, str, str]]:
    """Headings, the line below each, and texts of one channel."""
    if isinstance(found, tuple):
        yield f"{channel}: none", "=", "\n".join(f"{problem.where}: {problem.code}" for problem in found)
        return
    yield from {"pdf": _pdf, "email": _email, "sms": _sms, "push": _push}[channel](found)
    if found.left_out:
        yield "left out", "-", "\n".join(f"{left.piece}: {left.reason}" for left in found.left_out)


def _pdf(rendition: Rendition) -> Iterator[tuple[str, str, str]]:
    pages = page_texts(rendition.content)
    yield f"pdf: {len(pages)} page{'s' * (len(pages) > 1)}", "=", ""
    for number, text in enumerate(pages, 1):
        yield f"page {number}", "-", text
    yield "tags", "-", tag_tree(rendition.content)


def _email(rendition: Rendition) -> Iterator[tuple[str, str, str]]:
    mail = read(rendition)
    yield f"email: {mail.message['Subject']}", "=", mail.text
    yield "as a page", "-", outline(mail.page)


def _sms(rendition: Rendition) -> Iterator[tuple[str, str, str]]:
    message = json.loads(rendition.content)
    packing = f"{message['encoding']}, {message['segments']} × segment, {message['characters']} characters"
    yield f"sms: {packing}", "=", message["text"]


def _push(rendition: Rendition) -> Iterator[tuple[str, str, str]]:
    message = json.loads(rendition.content)
    sizes = ", ".join(f"{service} {size}" for service, size in message["bytes"].items())
    yield f"push: {message['title']}", "=", f"{message['body']}\n\n({sizes} bytes)"
