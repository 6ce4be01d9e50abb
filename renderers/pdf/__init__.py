"""Paper: documents as PDF/A-3a and PDF/UA-1, and the checks that everything is really on the page."""

from __future__ import annotations

from collections.abc import Mapping

from content_blocks.theme import Brand
from renderers.channel import Channel
from renderers.pdf.attached import AttachedFile, taken_out
from renderers.pdf.differing import differing
from renderers.pdf.engine import open_pdf
from renderers.pdf.letters import open_letters
from renderers.pdf.pictures import PagePicture, page_pictures
from renderers.pdf.readback import check, page_texts, plain_text
from renderers.pdf.report import open_report
from renderers.pdf.visible import look

__all__ = [
    "ENDING",
    "AttachedFile",
    "PagePicture",
    "check",
    "differing",
    "look",
    "open_channel",
    "open_letters",
    "open_pdf",
    "open_report",
    "page_pictures",
    "page_texts",
    "plain_text",
    "taken_out",
]

ENDING = ".pdf"


def open_channel(brand: Brand, assets: Mapping[str, bytes]) -> Channel:
    """Letters of a brand; they are what is attached, and have nothing attached themselves."""
    render = open_letters(brand, assets)
    return Channel(
        lambda document, _letter: render(document),
        check,
        look,
        crowded=lambda document, _letter: render(document, whole=False),
    )
