"""A picture from the library's assets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from content_blocks import parts
from content_blocks.block import Block, labelled
from content_blocks.item import AssetName
from content_blocks.scope import Scope
from content_blocks.text import Line


class Image(Block):
    """A stored picture with the sentence that stands for it where it cannot be seen."""

    type_name: ClassVar = "image"
    title: ClassVar = {"en": "Image", "de": "Bild"}

    asset: AssetName = labelled("Picture", "Bild")
    alt: Line = labelled(
        "Text alternative", "Textalternative", "What the picture says, in words.", "Was das Bild sagt, in Worten."
    )
    width: int | None = labelled("Width in mm", "Breite in mm", default=None, ge=5, le=165)

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        return [parts.Picture(scope.asset(self.asset), scope.show(self.alt), self.width)]

    specimen: ClassVar = {
        "type": "image",
        "id": "image",
        "asset": "specimen.png",
        "alt": {"en": "A house with a garden", "de": "Ein Haus mit Garten"},
        "width": 60,
        "short": {"en": "See our offer in the letter.", "de": "Unser Angebot steht im Brief."},
    }
