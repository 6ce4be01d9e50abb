"""A list of points, with dots or numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from content_blocks import parts
from content_blocks.block import Block, labelled
from content_blocks.scope import Scope
from content_blocks.text import Inline


class List(Block):
    """Points of one level; a point that comes out empty is left out."""

    type_name: ClassVar = "list"
    title: ClassVar = {"en": "List", "de": "Aufzählung"}

    items: tuple[Inline, ...] = labelled("Points", "Punkte", min_length=1, max_length=50)
    ordered: bool = labelled("Numbered", "Nummeriert", default=False)

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        items = tuple(runs for runs in map(scope.fill, self.items) if runs)
        return [parts.Bullets(items, self.ordered)] if items else []

    specimen: ClassVar = {
        "type": "list",
        "id": "list",
        "items": [
            {"en": "Check every entry.", "de": "Prüfen Sie jede Buchung."},
            {"en": "Tell us within **six weeks**.", "de": "Melden Sie sich binnen **sechs Wochen**."},
            {"en": "Call {{ brand.phone }}.", "de": "Rufen Sie {{ brand.phone }} an."},
        ],
        "ordered": True,
        "short": {"en": "Check every entry within six weeks.", "de": "Prüfen Sie jede Buchung binnen sechs Wochen."},
    }
