"""A page break: what follows starts on a new page where there are pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from content_blocks import parts
from content_blocks.block import Block
from content_blocks.scope import Scope


class PageBreak(Block):
    """Only paper has pages; elsewhere it leaves no trace."""

    type_name: ClassVar = "page_break"
    title: ClassVar = {"en": "Page break", "de": "Seitenumbruch"}

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        del scope
        return [parts.PageBreak()]

    specimen: ClassVar = {"type": "page_break", "id": "page_break"}
