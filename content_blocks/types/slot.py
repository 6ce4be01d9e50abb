"""A place where business users may put blocks, within a template that is otherwise fixed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from content_blocks.block import ANYTHING, Block, BlockTypeName, labelled, pieces_of
from content_blocks.document import Piece
from content_blocks.scope import Scope


class Slot(Block):
    """Holds up to `most` blocks of the types it `accepts`; with none listed, of any type.

    Its mode is that of the blocks inside, whatever binds the place it stands in.
    """

    type_name: ClassVar = "slot"
    title: ClassVar = {"en": "Slot", "de": "Platzhalter für Bausteine"}
    place: ClassVar = "template"
    nested: ClassVar = ("blocks",)
    holds: ClassVar = ANYTHING
    wraps: ClassVar = True

    accepts: tuple[BlockTypeName, ...] = labelled(
        "Accepts", "Nimmt auf", "None listed: any type.", "Ohne Angabe jede Art.", default=()
    )
    most: int = labelled("At most", "Höchstens", default=20, ge=1, le=100)
    blocks: tuple[Block, ...] = labelled("Blocks", "Bausteine", default=())

    @model_validator(mode="after")
    def _only_what_it_accepts(self) -> Slot:
        wrong = [block.type for block in self.blocks if self.accepts and block.type not in self.accepts]
        if wrong or len(self.blocks) > self.most:
            raise PydanticCustomError("slot-accepts", "the slot does not accept these blocks")
        return self

    def pieces(self, scope: Scope) -> Iterator[Piece]:
        return pieces_of(self.blocks, replace(scope, lock=self.lock))

    specimen: ClassVar = {
        "type": "slot",
        "id": "slot",
        "accepts": ["text", "list"],
        "blocks": [
            {
                "type": "text",
                "id": "in-slot",
                "text": {"en": "A word from your adviser.", "de": "Ein Wort von Ihrer Beraterin."},
                "short": {"en": "A word from your adviser.", "de": "Ein Wort von Ihrer Beraterin."},
            }
        ],
    }
