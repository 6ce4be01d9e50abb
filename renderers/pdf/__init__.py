"""Paper: documents as PDF/A-3a and PDF/UA-1, and the checks that everything is really on the page."""

from __future__ import annotations

from renderers.pdf.engine import open_pdf
from renderers.pdf.readback import check
from renderers.pdf.visible import look

__all__ = ["check", "look", "open_pdf"]
