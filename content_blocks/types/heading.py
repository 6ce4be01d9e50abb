"""A heading of one of three levels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from content_blocks import parts
from content_blocks.block import Block, labelled
from content_blocks.scope import Scope
from content_blocks.text import Inline


class Heading(Block):
    """Opens a section; the first one of a letter is level 1."""

    type_name: ClassVar = "heading"
    title: ClassVar = {"en": "Heading", "de": "Überschrift"}

    text: Inline = labelled("Text", "Text")
    level: Literal[1, 2, 3] = labelled(
        "Level",
        "Ebene",
        "1 opens the letter, 2 a section.",
        "1 eröffnet den Brief, 2 einen Abschnitt.",
        choices={1: ("Letter", "Brief"), 2: ("Section", "Abschnitt"), 3: ("Part of a section", "Unterabschnitt")},
        default=1,
    )

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        return [parts.Heading(self.level, scope.fill(self.text))]

    specimen: ClassVar = {
        "type": "heading",
        "id": "heading",
        "text": {"en": "Your account at a glance", "de": "Ihr Konto auf einen Blick"},
        "short": {"en": "Your account at a glance.", "de": "Ihr Konto auf einen Blick."},
    }
