"""Label and value pairs: the key facts of a letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from content_blocks import parts
from content_blocks.block import Block, labelled
from content_blocks.item import Item
from content_blocks.scope import Scope
from content_blocks.text import Inline, Line


class Fact(Item):
    """One label and its value; a pair whose value is empty is left out."""

    label: Line = labelled("Label", "Beschriftung")
    value: Inline = labelled("Value", "Wert", "An empty value leaves the pair out.", "Ohne Wert entfällt das Paar.")


class Facts(Block):
    """Pairs under each other, the last one a total where `total` is set."""

    type_name: ClassVar = "facts"
    title: ClassVar = {"en": "Key facts", "de": "Eckdaten"}

    rows: tuple[Fact, ...] = labelled("Pairs", "Paare", min_length=1, max_length=30)
    total: bool = labelled("Last pair is the total", "Letztes Paar ist die Summe", default=False)

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        rows = tuple((scope.fill(row.label), scope.fill(row.value)) for row in self.rows)
        shown = tuple(row for row in rows if parts.plain(row[1]).strip() or any(run.atom for run in row[1]))
        return [parts.Facts(shown, self.total)] if shown else []

    specimen: ClassVar = {
        "type": "facts",
        "id": "facts",
        "rows": [
            {"label": {"en": "Account", "de": "Konto"}, "value": "{{ account.iban | iban }}"},
            {"label": {"en": "Opened", "de": "Eröffnet"}, "value": "{{ account.opened | date }}"},
            {"label": {"en": "Balance", "de": "Kontostand"}, "value": "{{ account.balance | money }}"},
        ],
        "total": True,
        "short": {
            "en": "Account {{ account.iban | masked }}: {{ account.balance | money }}.",
            "de": "Konto {{ account.iban | masked }}: {{ account.balance | money }}.",
        },
    }
