"""Blocks under a condition, or repeated for each element of a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from content_blocks.block import ANYTHING, Block, labelled, pieces_of
from content_blocks.document import Piece
from content_blocks.item import Condition, ListPath, Name
from content_blocks.names import Names
from content_blocks.scope import Scope


class Group(Block):
    """With `when` its blocks appear only if the condition holds; with `each` and `as` once for each element.

    Both together: for each element for which the condition holds, which may then name the element.
    """

    type_name: ClassVar = "group"
    title: ClassVar = {"en": "Group", "de": "Gruppe"}
    place: ClassVar = "piece"
    nested: ClassVar = ("blocks",)
    holds: ClassVar = ANYTHING
    deepest: ClassVar = 3
    wraps: ClassVar = True
    conditions: ClassVar = ("when",)
    lists: ClassVar = ("each",)

    when: Condition | None = labelled(
        "Only if", "Nur wenn", "Without it, always.", "Ohne Bedingung immer.", default=None
    )
    each: ListPath | None = labelled(
        "For each in",
        "Für jedes in",
        "Once for each element of a list.",
        "Einmal je Element einer Liste.",
        default=None,
    )
    name: Name | None = labelled(
        "Called", "Genannt", "The name of one element.", "Der Name eines Elements.", default=None, alias="as"
    )
    blocks: tuple[Block, ...] = labelled("Blocks", "Bausteine", min_length=1)

    @model_validator(mode="after")
    def _each_has_a_name(self) -> Group:
        if (self.each is None) != (self.name is None):
            raise PydanticCustomError("group-each", "each and as belong together")
        return self

    def pieces(self, scope: Scope) -> Iterator[Piece]:
        bound = scope.bound(self.lock)
        for inner in bound.each(self.each, self.name) if self.each and self.name else (bound,):
            if inner.holds(self.when):
                yield from pieces_of(self.blocks, inner)

    def names(self, outer: Names, field: str) -> Names:
        return self.names_inside(outer) if field == "when" else outer

    def names_inside(self, outer: Names) -> Names:
        return outer.repeated(self.each, self.name) if self.each and self.name else outer

    specimen: ClassVar = {
        "type": "group",
        "id": "group",
        "when": "account.balance < 0",
        "each": "account.cards",
        "as": "card",
        "blocks": [
            {
                "type": "text",
                "id": "card",
                "text": {
                    "en": "Card ending {{ card.number | masked }} of {{ card.holder }}",
                    "de": "Karte mit der Endung {{ card.number | masked }} von {{ card.holder }}",
                },
                "short": {"en": "Card {{ card.number | masked }}.", "de": "Karte {{ card.number | masked }}."},
            }
        ],
    }
