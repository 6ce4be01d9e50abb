"""What can be named where: at the top of a template, and inside its groups and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ccm.store.editing import Surrounded
from content_blocks.block import Block
from content_blocks.document import REGIONS
from content_blocks.expressions import Expression
from content_blocks.names import Names
from web_editor.conditions.fields import Pickable, fields
from web_editor.conditions.place import Place
from web_editor.conditions.placeholders import chip
from web_editor.conditions.sentence import sentence
from web_editor.conditions.showing import format_label


def top(found: Surrounded) -> Place:
    """The place of a template's own texts."""
    brand = found.bundle.brand.theme.brand if found.bundle else {}
    return Place(found.names, brand=brand)


def place_of(found: Surrounded, block: str, field: str) -> Place:
    """The place of a field of a block; the top one where there is no such block yet."""
    outermost = top(found)
    for known, names in _standing(found):
        if known.id == block:
            return replace(outermost, names=known.names(names, field) if field else names)
    return outermost


def pickables(found: Surrounded, language: str) -> list[Pickable]:
    """Everything that can be named anywhere in a template, once by its path; that of the top comes first."""
    outermost = top(found)
    seen = {it.path: it for it in fields(outermost, language, pages=True)}
    for block, names in _standing(found):
        for inner in _inside(block, names):
            for it in fields(replace(outermost, names=inner), language):
                seen.setdefault(it.path, it)
    return list(seen.values())


def sentences(found: Surrounded, language: str) -> dict[str, str]:
    """Every condition of a template in words, by how it is written."""
    outermost = top(found)
    return {
        expression.source: sentence(
            expression.source, replace(outermost, names=block.names(names, name)), language
        ).text
        for block, names in _standing(found)
        for name in block.conditions
        if isinstance(expression := getattr(block, name), Expression)
    }


def chips(found: Surrounded, language: str) -> dict[str, dict[str, str]]:
    """Every placeholder of a template's texts, by how it is written: what people call it, its type and a sample."""
    outermost = top(found)
    shown: dict[str, dict[str, str]] = {}
    for block, names in _standing(found):
        for field, text in block.texts():
            place = replace(outermost, names=block.names(names, field))
            shown |= {it.source: _chip(it.source, place, language) for it in text.expressions()}
    lines = (text for field, text in found.template.texts() if field == "title" or field.startswith("messages."))
    return shown | {it.source: _chip(it.source, outermost, language) for text in lines for it in text.expressions()}


def _chip(source: str, place: Place, language: str) -> dict[str, str]:
    found = chip(source, place, language)
    label = format_label(found.format, language) if found.type == "group" and found.format else found.label
    return {"label": label, "type": found.type, "sample": found.sample}


def _standing(found: Surrounded) -> Iterator[tuple[Block, Names]]:
    """Every block with the names that it stands among."""
    for region in REGIONS:
        yield from _walk(found.template.region(region), found.names)


def _walk(blocks: tuple[Block, ...], names: Names) -> Iterator[tuple[Block, Names]]:
    for block in blocks:
        yield block, names
        for _, inner in block.compartments():
            yield from _walk(inner, block.names_inside(names))


def _inside(block: Block, names: Names) -> Iterator[Names]:
    """The names that a block's own fields, and the blocks inside it, see beyond those around it."""
    places = dict.fromkeys(field for field, _ in (*block.texts(), *block.expressions()))
    for inner in (*(block.names(names, field) for field in places), block.names_inside(names)):
        if inner is not names:
            yield inner
