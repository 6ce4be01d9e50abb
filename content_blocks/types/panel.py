"""A tinted box around some blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from content_blocks import parts
from content_blocks.block import LEAVES, Block, labelled
from content_blocks.scope import Scope


class Panel(Block):
    """Sets blocks off from the rest; `notice` and `warning` raise their voice."""

    type_name: ClassVar = "panel"
    title: ClassVar = {"en": "Panel", "de": "Kasten"}
    place: ClassVar = "piece"
    nested: ClassVar = ("blocks",)
    holds: ClassVar = LEAVES

    blocks: tuple[Block, ...] = labelled("Blocks", "Bausteine", min_length=1)
    tone: Literal["neutral", "notice", "warning"] = labelled(
        "Tone",
        "Ton",
        choices={"neutral": ("Neutral", "Neutral"), "notice": ("Notice", "Hinweis"), "warning": ("Warning", "Warnung")},
        default="neutral",
    )

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        return [parts.Container("panel", (scope.leaves(self.blocks),), self.tone)]

    specimen: ClassVar = {
        "type": "panel",
        "id": "panel",
        "tone": "notice",
        "blocks": [
            {
                "type": "text",
                "id": "panel-text",
                "text": {
                    "en": "New balance: **{{ account.balance | money }}**",
                    "de": "Neuer Kontostand: **{{ account.balance | money }}**",
                },
            }
        ],
        "short": {
            "en": "New balance: {{ account.balance | money }}.",
            "de": "Neuer Kontostand: {{ account.balance | money }}.",
        },
    }
