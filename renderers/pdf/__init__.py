"""Paper: documents as PDF/A-3a and PDF/UA-1, and the checks that everything is really on the page."""

from __future__ import annotations

from collections.abc import Mapping

from content_blocks.theme import Brand
from renderers.channel import Channel
from renderers.pdf.engine import open_pdf
from renderers.pdf.readback import check
from renderers.pdf.visible import look

__all__ = ["ENDING", "check", "look", "open_channel", "open_pdf"]

ENDING = ".pdf"


def open_channel(brand: Brand, assets: Mapping[str, bytes]) -> Channel:
    """Letters of a brand; they are what is attached, and have nothing attached themselves."""
    render = open_pdf(brand, assets)
    return Channel(lambda document, _letter: render(document), check, look)
