"""The page of theme tokens."""

from __future__ import annotations

from collections.abc import Iterator

from content_blocks.theme import LABELS, Theme
from scripts.reference.markdown import code, fields, prose


def page() -> Iterator[str]:
    """The page's lines."""
    yield "# Theme\n"
    yield f"`themes/NAME/theme.yaml`, with its logos beside it and its fonts in `fonts/`. {prose(Theme.__doc__)}\n"
    yield "Tokens only, never free CSS: what an engine can lose or hide, a theme cannot say. Lengths are strings with"
    yield "their unit (`9.5pt`, `25mm`), colours `#rrggbb`; a palette in which a text could not be read is refused.\n"
    yield f"Labels that every language needs: {code(*LABELS)}.\n"
    yield from fields(Theme)
