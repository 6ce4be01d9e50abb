"""The volume engine: the same documents by Typst, for letters by the million."""

from __future__ import annotations

from renderers.pdf.typst.engine import open_typst

__all__ = ["open_typst"]
