"""What the editor is told when it opens a content block, and where problems are found in one."""

from __future__ import annotations

from typing import Any

from ccm.store.editing_blocks import BlockSurroundings, EditableBlock
from content_blocks.block import SHARED, walk
from content_blocks.block_reading import block_types
from content_blocks.expressions import Expression
from content_blocks.specimen_use import USE
from content_blocks.template import Template
from content_blocks.types.clause import Clause
from web_editor import wording
from web_editor.conditions.fields import fields
from web_editor.conditions.place import Place
from web_editor.conditions.placeholders import chip
from web_editor.conditions.sentence import sentence
from web_editor.document.content_block import ITSELF, get_content_block, languages_of
from web_editor.document.shapes import CONTENT_BLOCK, LONG, as_json, content_block_shape, shapes, shapes_as_json
from web_editor.opening import Told, offer

OF_RECORD = frozenset({"condition", "expression", "list_path"})
UNKNOWABLE = frozenset({"list_path"})
"""Kinds of fields that a block of a wording can not be filled with: there is no list that it might show."""


def told(found: EditableBlock, around: BlockSurroundings, language: str, spoken: str) -> Told:
    """Everything, for a document in a language; `spoken` is that of whoever writes, for what things are called."""
    item, place = found.item, place_in(found, around)
    languages = languages_of(found.content)
    return {
        "kind": "block",
        "name": item.block,
        "version": item.version,
        "hash": found.hash,
        "language": language,
        "languages": list(languages if language in languages else (*languages, language)),
        "lock": "locked",
        "owns_locks": True,
        "document": get_content_block(found.content, language),
        "shapes": {**shapes_as_json()["blocks"], CONTENT_BLOCK: as_json(content_block_shape())},
        "fixed": {},
        "fields": [field.data() for field in fields(place, spoken)],
        "sentences": _sentences(found, place, spoken),
        "chips": _chips(found, place, spoken),
        "personas": [],
        "brands": list(around.brands),
        "may_edit": found.may_edit,
        "offers": _offers(languages, language, spoken),
    }


def place_in(found: EditableBlock, around: BlockSurroundings) -> Place:
    """What can be named in the texts of a content block."""
    return Place(around.names, found.item, around.brand)


def uses_in(template: Template, block: str) -> list[str]:
    """The ids of the blocks of a template that show a content block."""
    return [use.id for _, use in template.blocks() if isinstance(use, Clause) and use.block == block]


def spotted(made: dict[str, Any], uses: list[str]) -> dict[str, Any]:
    """A preview with what concerns the content block: its checks with the block of the wording they are about, and
    under which ids it is shown."""
    checks = [{**it, "block": spot(it["where"])} for it in made["checks"] or () if it["block"] in uses]
    return {**made, "checks": checks, "uses": uses}


def both_spotted(made: dict[str, Any], uses: list[str]) -> dict[str, Any]:
    """The same for two sides, of which one may not have come about."""
    sides = {side: made[side] for side in ("first", "second") if made[side]["preview"]}
    return made | {side: {**it, "preview": spotted(it["preview"], uses)} for side, it in sides.items()}


def spot(where: str) -> str:
    """The block of a wording that a place is in, or the content block itself."""
    steps = where.rpartition(" ")[2].split(".")
    inner = steps[steps.index(LONG) + 1 :] if LONG in steps else []
    return inner[0] if inner else ITSELF


ALONE = [USE]
"""The id under which a content block is shown by itself."""


def said(found: EditableBlock, around: BlockSurroundings, spoken: str) -> list[wording.Line]:
    """What it says, in the language of whoever reads it or else in the one it was written in first."""
    languages = languages_of(found.content)
    place = place_in(found, around)
    shown = [it for block in walk(found.item.long) for _, text in block.texts() for it in text.expressions()]
    names = {it.path or it.source: chip(it.source, place, spoken).label for it in shown}
    return wording.lines(found.item.long, spoken if spoken in languages else languages[0], names)


def _sentences(found: EditableBlock, place: Place, spoken: str) -> dict[str, str]:
    written = [getattr(block, name) for block in walk(found.item.long) for name in block.conditions]
    return {it.source: sentence(it.source, place, spoken).text for it in written if isinstance(it, Expression)}


def _chips(found: EditableBlock, place: Place, spoken: str) -> dict[str, dict[str, str]]:
    texts = [text for block in walk(found.item.long) for _, text in block.texts()]
    texts += [found.item.short] if found.item.short else []
    shown = (chip(it.source, place, spoken) for text in texts for it in text.expressions())
    return {it.source: {"label": it.label, "type": it.type, "sample": it.sample} for it in shown}


def _offers(languages: tuple[str, ...], language: str, spoken: str) -> list[Told]:
    """A block of every type that may stand in a wording, and says nothing yet."""
    fitting = [
        name
        for name, kind in block_types().items()
        if kind.place in SHARED and not any(it.kind in UNKNOWABLE and it.required for it in shapes()[name].fields)
    ]
    both = languages if language in languages else (*languages, language)
    return [{**(it := offer(name, both, language, spoken)), "node": _silent(it["node"])} for name in fitting]


def _silent(node: Any) -> Any:
    """A node without the words of its specimen: they speak of a record, which a wording never sees."""
    if node["type"] == "words":
        return {key: value for key, value in node.items() if key != "content"}
    made = {**node, "attrs": _without_record(node["attrs"])} if node["type"] == "block" else node
    return {**made, "content": [_silent(it) for it in made["content"]]} if "content" in made else made


def _without_record(attrs: Any) -> Any:
    """A block without conditions and formulas that it can do without."""
    spare = {it.name for it in shapes()[attrs["type"]].fields if it.kind in OF_RECORD and not it.required}
    return {**attrs, "settings": {name: value for name, value in attrs["settings"].items() if name not in spare}}
