"""A use of a shared content block: regulated wording, by reference and never by copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from content_blocks.block import Block, labelled
from content_blocks.document import LockMode, Piece
from content_blocks.item import Formula, Identifier, ItemName, Version
from content_blocks.scope import Scope
from content_blocks.text import Line


class Clause(Block):
    """Shows a content block: a pinned version with its hash, or the approved one in force (`follow`).

    `with` maps each of the block's inputs to a field or constant; `blanks` fills the gaps it leaves to the author.
    """

    type_name: ClassVar = "clause"
    title: ClassVar = {"en": "Clause", "de": "Klausel"}
    place: ClassVar = "template"

    lock: LockMode = "locked"
    block: ItemName = labelled("Content block", "Textbaustein")
    version: Version | None = labelled("Version", "Version", default=None)
    hash: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    follow: Literal["approved", "always"] | None = labelled("Follow", "Folgen", default=None)
    inputs: dict[Identifier, Formula] = labelled("With", "Mit", default_factory=dict, alias="with")
    blanks: dict[Identifier, Line] = labelled("Blanks", "Lücken", default_factory=dict)

    @model_validator(mode="after")
    def _pinned_or_following(self) -> Clause:
        if (self.follow is None) == (self.version is None or self.hash is None):
            raise ValueError("either follow, or version and hash")
        return self

    def pieces(self, scope: Scope) -> Iterator[Piece]:
        content = scope.setting.contents[self.block]
        inner = content.scope(scope, self.id, self.inputs, self.blanks)
        found = tuple(part for block in content.blocks for piece in block.pieces(inner) for part in piece.parts)
        yield inner.piece(self, found, content.source, inner.fill(content.short))

    specimen: ClassVar = {
        "type": "clause",
        "id": "clause",
        "block": "specimen-clause",
        "follow": "approved",
        "with": {"limit": "account.limit"},
        "blanks": {"hours": {"en": "9 am to 5 pm", "de": "9 bis 17 Uhr"}},
        "mandatory": True,
    }
