"""Somebody's words, set off from the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from content_blocks import parts
from content_blocks.block import Block, labelled
from content_blocks.scope import Scope
from content_blocks.text import Inline, Line


class Quote(Block):
    """The words, and below them who said them."""

    type_name: ClassVar = "quote"
    title: ClassVar = {"en": "Quote", "de": "Zitat"}

    text: Inline = labelled("Words", "Worte", "What was said.", "Was gesagt wurde.")
    by: Line = labelled("By", "Von")

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        by = (parts.Run("", atom="break"), parts.Run("— "), *scope.fill(self.by))
        return [parts.Paragraph((*scope.fill(self.text), *by), "lead")]

    specimen: ClassVar = {
        "type": "quote",
        "id": "quote",
        "text": {
            "en": "A **fair** bank for {{ customer.name }}.",
            "de": "Eine **faire** Bank für {{ customer.name }}.",
        },
        "by": {"en": "A client", "de": "Eine Kundin"},
        "short": {"en": "Fair, says a client.", "de": "Fair, sagt eine Kundin."},
    }
