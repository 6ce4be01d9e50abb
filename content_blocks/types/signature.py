"""The closing of a letter: greeting, signature and who signs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from content_blocks import parts
from content_blocks.block import Block, labelled
from content_blocks.item import AssetName
from content_blocks.scope import Scope
from content_blocks.text import Line


class Signature(Block):
    """Stays together on one page; the picture of a signature is optional."""

    type_name: ClassVar = "signature"
    title: ClassVar = {"en": "Signature", "de": "Unterschrift"}
    place: ClassVar = "piece"

    closing: Line = labelled("Closing", "Grußformel")
    name: Line = labelled("Name", "Name")
    role: Line | None = labelled("Role", "Funktion", default=None)
    asset: AssetName | None = labelled("Picture of the signature", "Bild der Unterschrift", default=None)

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        leaves: list[parts.Leaf] = [parts.Paragraph(scope.fill(self.closing))]
        if self.asset:
            leaves.append(parts.Picture(scope.asset(self.asset), scope.show(self.name), 40))
        role = (parts.Run("", atom="break"), *scope.fill(self.role)) if self.role else ()
        leaves.append(parts.Paragraph((*scope.fill(self.name), *role)))
        return [parts.Container("keep", (tuple(leaves),))]

    specimen: ClassVar = {
        "type": "signature",
        "id": "signature",
        "closing": {"en": "Yours sincerely", "de": "Mit freundlichen Grüßen"},
        "name": "Henrike Öztürk-Lindqvist",
        "role": {"en": "Head of private clients", "de": "Leiterin Privatkunden"},
        "short": {"en": "Henrike Öztürk-Lindqvist", "de": "Henrike Öztürk-Lindqvist"},
    }
