"""What the names in an expression mean by the data dictionary, and of which type its values are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from content_blocks.dictionary.field_types import NUMBERS
from content_blocks.dictionary.model import Dictionary
from content_blocks.expressions.nodes import (
    Add,
    Aggregate,
    Constant,
    Default,
    Formatted,
    Multiply,
    Node,
    Path,
    Subtract,
    children,
)

_CONSTANTS = {str: "text", bool: "boolean", int: "integer", Decimal: "decimal"}
_KINDS = {**dict.fromkeys(NUMBERS, "number"), "date": "date", "boolean": "boolean", "group": "group", "list": "list"}


@dataclass(frozen=True, slots=True)
class Names:
    """What the names in an expression mean.

    `aliases` maps the name of a repeated element to its path (`tx`: `account.transactions[]`), or that of a choice of
    its elements to the list's (`rows`: `account.transactions`); `known` the paths that come from elsewhere to their
    types (`document.date`: `date`).
    """

    dictionary: Dictionary
    aliases: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)

    def find(self, path: Path) -> Found | None:
        """What a path leads to, None if to nothing."""
        if path.dotted in self.known:
            return Found(self.known[path.dotted], path.dotted)
        head, *rest = path.names
        place, optional, lists = self.aliases.get(head, ""), False, 0
        aliased = self.dictionary.field(place)  # an element, `…[]`, is no field by itself
        type_: str = aliased.type if aliased else "group"
        for name in rest if head in self.aliases else path.names:
            lists += type_ == "list"
            place = f"{place}{'[]' if type_ == 'list' else ''}{'.' if place else ''}{name}"
            found = self.dictionary.field(place)
            if found is None:
                return None
            type_, optional = found.type, optional or not found.required
        return Found(type_, place, optional, lists)


@dataclass(frozen=True, slots=True)
class Found:
    """A field: its type and path in the dictionary, whether it may be absent, how many lists the path goes through."""

    type: str
    path: str
    optional: bool = False
    lists: int = 0


def type_of(node: Node, names: Names) -> str | None:
    """The dictionary's type of a value, None where a field is not known."""
    match node:
        case Aggregate("count"):
            return "integer"
        case Path() | Aggregate():
            found = names.find(node if isinstance(node, Path) else node.path)
            return found.type if found else None
        case Constant(value):
            return _CONSTANTS[type(value)]
        case Add() | Subtract():
            sides = (type_of(node.left, names), type_of(node.right, names))
            return "money" if "money" in sides else sides[0]
        case Multiply(_, operand) | Formatted(operand) | Default(operand):
            return type_of(operand, names)
    return "boolean"


def kind_of(type_: str) -> str:
    """What values of a type can be compared with: all numbers are of one kind, and all texts."""
    return _KINDS.get(type_, "text")


def kinds(names: Names, *nodes: Node) -> set[str]:
    """The kinds of some values, with what stands in where they are absent; unknown fields have none."""
    parts = [part for node in nodes for part in (children(node) if isinstance(node, Default) else (node,))]
    return {kind_of(found) for part in parts if (found := type_of(part, names))}
