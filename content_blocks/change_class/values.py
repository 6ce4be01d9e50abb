"""What a change inside one block or item counts as, by what was changed: texts, expressions, settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from content_blocks.atoms import Atoms, Placeholder
from content_blocks.block import Block
from content_blocks.changes import Difference
from content_blocks.expressions import Expression
from content_blocks.item import Item
from content_blocks.parts import Run
from content_blocks.strictness import ChangeClass, strictest
from content_blocks.text import Address, Text

_LOOKS: Mapping[str, ChangeClass] = {
    "tone": "style",
    "total": "style",
    **dict.fromkeys(("level", "ordered", "width", "priority", "kind", "caption_shown", "column", "type"), "layout"),
}
"""Settings that decide how something looks or where it stands; any other says something to a reader."""


def class_of_difference(found: Difference) -> ChangeClass:
    """The class of a change in something open."""
    match found.operation:
        case "word" | "blank" | "language":
            return "business wording" if same_data(found.before, found.after) else "rule"
        case "move":
            return "layout"
        case "add" | "remove":
            return class_of_value(found.after if found.before is None else found.before)
        case "condition":
            return _class_of_condition(found)
        case "style":
            return strictest((_class_of_setting(found), *map(class_of_value, (found.before, found.after))))
        case _:
            return "rule"


def class_of_block(block: Block) -> ChangeClass:
    """The class of a block that comes or goes, without the blocks inside it; what it is bound by is another matter."""
    if block.type == "slot" or block.mandatory or block.channels or any(block.expressions()):
        return "rule"
    picture: ChangeClass = "business wording" if getattr(block, "asset", None) else "layout"
    return strictest((picture, *(class_of_value(text) for _, text in block.texts())))


def class_of_value(value: object) -> ChangeClass:
    """The class of something that comes or goes: whether it shows data, says something, or does neither."""
    match value:
        case Text():
            return "rule" if any(_shown(value).values()) else "business wording"
        case Expression():
            return "rule"
        case Item():
            return strictest(class_of_value(getattr(value, name)) for name in type(value).model_fields)
        case Mapping():
            return strictest(map(class_of_value, value.values()))
        case tuple():
            return strictest(map(class_of_value, value))
    return "style"


def same_data(before: object, after: object) -> bool:
    """Whether texts show the same data and lead to the same addresses, in the same form and order.

    That is no matter of wording: an amount without its currency is another fact, and a link to another host another
    promise.  It has to hold in each language that both have; one that comes or goes shows nothing that no other does.
    """
    old, new = _shown(before), _shown(after)
    shared = old.keys() & new.keys()
    everywhere = {shown for key in shared for shown in old[key]}
    elsewhere = {shown for side in (old, new) for key, row in side.items() if key not in shared for shown in row}
    return all(old[key] == new[key] for key in shared) and elsewhere <= everywhere


Shown: TypeAlias = dict[str, tuple[str, ...]]
"""The expressions and addresses in a text by language, or in several by name and language."""


def _shown(value: object) -> Shown:
    match value:
        case Address():
            return {language: (source,) for language, source in value.sources.items()}
        case Text():
            return {language: tuple(_in_atoms(atoms)) for language, atoms in value.atoms.items()}
        case Mapping():
            inner = {name: _shown(text) for name, text in value.items()}
            return {f"{name} {language}": row for name, rows in inner.items() for language, row in rows.items()}
    return {}


def _in_atoms(atoms: Atoms) -> Iterator[str]:
    """What each atom shows and leads to; several runs of one link are one link."""
    last = ""
    for atom in atoms:
        target = (atom.link or "",) if isinstance(atom, Run) else atom.target or ()
        link = "".join(meaning(piece) if isinstance(piece, Expression) else piece for piece in target)
        if link and link != last:
            yield f"-> {link}"
        last = link
        if isinstance(atom, Placeholder):
            yield meaning(atom.expression)


def meaning(expression: Expression) -> str:
    """The same for two expressions that are only spelled differently.  (For Python 1, 1.0 and true are equal.)"""
    return repr(expression.root)


def _class_of_condition(found: Difference) -> ChangeClass:
    match found.before, found.after:
        case Expression() as before, Expression() as after if meaning(before) == meaning(after):
            return "style"
    return _LOOKS.get(found.field, "rule")


def _class_of_setting(found: Difference) -> ChangeClass:
    return _LOOKS.get(found.field.rpartition(".")[2], "business wording")
