"""Specimens composed: what a block type looks like, in any language and brand, without any template or record.

They feed the editor's palette, the goldens (every block type in every channel and language), the manual and the first
proof.  A block type brings its own specimen; the record it speaks of is in `specimen_world`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from content_blocks import specimen_world as world
from content_blocks.block import Block
from content_blocks.block_reading import block_types
from content_blocks.bundle import Asset, Bundle
from content_blocks.canonical import sha256
from content_blocks.compose import compose
from content_blocks.content import Content
from content_blocks.content_block import ContentBlock
from content_blocks.dictionary import Dictionary, compile_reader
from content_blocks.document import Document
from content_blocks.document_class import DocumentClass
from content_blocks.expressions import Value
from content_blocks.item import item_hash, read_item
from content_blocks.stamp import stamp
from content_blocks.template import Template
from content_blocks.theme import Brand

SPECIMEN_DAY = date(2026, 11, 2)
"""The day every specimen speaks of."""

ASSET = "specimen.png"
Specimen = Mapping[str, Any]


def specimen_document(type_name: str, language: str, brand: Brand) -> Document:
    """The specimen of one block type under its name as heading; raises KeyError if there is no such type."""
    return compose(specimen_bundle([type_name], language, brand), specimen_values(language), SPECIMEN_DAY)


def specimen_bundle(blocks: Sequence[str | Specimen], language: str, brand: Brand) -> Bundle:
    """A template of some specimens, given by the type's name or as plain data, each in the region it belongs to."""
    contents = [block_types()[block].specimen if isinstance(block, str) else block for block in blocks]
    source = _template(contents, brand)
    template, kind = read_item(Template, source), read_item(DocumentClass, world.DOCUMENT_CLASS)
    dictionary, clause, asset = specimen_dictionary(), _clause(), _asset()
    hashes = {
        "template specimen": item_hash(template, source),
        "dictionary specimen": item_hash(dictionary, world.DICTIONARY),
        "class specimen": item_hash(kind, world.DOCUMENT_CLASS),
        f"theme {brand.theme.theme}": brand.hash(),
        f"block {clause.item.block}": clause.hash,
        f"asset {ASSET}": asset.hash,
    }
    contents_used, assets = {clause.item.block: clause}, {ASSET: asset}
    return Bundle(template, language, brand, dictionary, kind, contents_used, assets, hashes)


def specimen_values(language: str) -> dict[str, Value]:
    """The specimen record as its dictionary reads it."""
    return compile_reader(specimen_dictionary(), text=False)(world.specimen_record(language))


@cache
def specimen_dictionary() -> Dictionary:
    """The data dictionary of the specimen record."""
    return read_item(Dictionary, world.DICTIONARY)


def _template(blocks: Sequence[Specimen], brand: Brand) -> dict[str, Any]:
    kinds = [block_types()[block["type"]] for block in blocks]
    title = dict(kinds[0].title) if len(kinds) == 1 else {"en": "Specimens", "de": "Muster"}
    heading = {"type": "heading", "id": "specimen-title", "level": 1, "text": title}
    template: dict[str, Any] = {**world.TEMPLATE, "title": title, "brands": [brand.theme.theme], "body": [heading]}
    for kind, block in zip(kinds, blocks, strict=True):
        template.setdefault(_region(kind), []).append(block)
    return stamp(template, template["languages"][0])


def _region(kind: type[Block]) -> str:
    return "address" if kind.type_name == "address_window" else "body"


@cache
def _clause() -> Content:
    source = stamp(world.CLAUSE, world.CLAUSE["source_language"])
    item = read_item(ContentBlock, source)
    return Content(item, item_hash(item, source))


@cache
def _asset() -> Asset:
    content = Path(__file__).with_name(ASSET).read_bytes()
    return Asset(sha256(content), content)
