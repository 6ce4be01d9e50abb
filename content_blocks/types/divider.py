"""A dividing line between two parts of a letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from content_blocks import parts
from content_blocks.block import Block
from content_blocks.scope import Scope


class Divider(Block):
    """A thin line; it says nothing, so channels of words leave it out."""

    type_name: ClassVar = "divider"
    title: ClassVar = {"en": "Divider", "de": "Trennlinie"}

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        del scope
        return [parts.Rule()]

    specimen: ClassVar = {"type": "divider", "id": "divider"}
