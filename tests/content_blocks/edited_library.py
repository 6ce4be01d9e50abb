"""The account statement that ships, as plain data to edit, and the bundle of what comes out."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from content_blocks.bundle import Bundle
from content_blocks.content import Content
from content_blocks.content_block import ContentBlock
from content_blocks.dictionary import Dictionary
from content_blocks.document_class import DocumentClass
from content_blocks.item import item_hash, read_item
from content_blocks.template import Template
from content_blocks.theme import Brand, Theme
from content_blocks.types.clause import Clause
from content_blocks.yaml_source import read_yaml
from templates_store.file_library import SHIPPED
from templates_store.themes import LIBRARY, load_theme

Plain = dict[str, Any]
LATEST = {"complaints": "2.0", "deposit-guarantee": "1.1", "overdraft-interest": "1.1"}


@dataclass
class World:
    """Every item of one bundle as a file would hold it; the content blocks by name and version."""

    template: Plain
    dictionary: Plain
    document_class: Plain
    theme: Plain
    blocks: dict[str, Plain]
    files: dict[str, bytes]
    following: dict[str, str] = field(default_factory=lambda: dict(LATEST))

    def block(self, name: str) -> Plain:
        """A block of the template by its id."""
        return next(block for blocks in self._lists() for block in blocks if block["id"] == name)

    def where(self, name: str) -> tuple[list[Plain], int]:
        """The list a block of the template stands in, and its number there."""
        for blocks in self._lists():
            for number, block in enumerate(blocks):
                if block["id"] == name:
                    return blocks, number
        raise KeyError(name)

    def take(self, name: str) -> Plain:
        """A block of the template, taken out of it."""
        blocks, number = self.where(name)
        return blocks.pop(number)

    def put(self, block: Plain, behind: str) -> None:
        """Put a block behind another one."""
        blocks, number = self.where(behind)
        blocks.insert(number + 1, block)

    def _lists(self) -> Iterator[list[Plain]]:
        for region in ("header_next", "address", "info", "body", "footer"):
            yield from _lists_in(self.template[region])

    def bundle(self) -> Bundle:
        """The bundle of it all in German."""
        template, contents = read_item(Template, self.template), {}
        for _, use in template.blocks():
            if isinstance(use, Clause):
                source = self.blocks[f"{use.block} {use.version or self.following.get(use.block, '1.0')}"]
                item = read_item(ContentBlock, source)
                contents[use.wanted] = Content(item, item_hash(item, source))
        dictionary = read_item(Dictionary, self.dictionary)
        kind = read_item(DocumentClass, self.document_class)
        brand = Brand(read_item(Theme, self.theme), self.files)
        hashes = {
            f"template {template.template}": item_hash(template, self.template),
            f"dictionary {dictionary.name}": item_hash(dictionary, self.dictionary),
            f"class {kind.name}": item_hash(kind, self.document_class),
            f"theme {brand.theme.theme}": brand.hash(),
            **{f"block {name}": content.hash for name, content in contents.items()},
        }
        return Bundle(template, "de", brand, dictionary, kind, contents, {}, hashes)


def _lists_in(blocks: list[Plain]) -> Iterator[list[Plain]]:
    yield blocks
    for block in blocks:
        for inner in (block.get("blocks", []), *block.get("cells", [])):
            yield from _lists_in(inner)


def shipped() -> World:
    """The account statement as it ships."""
    return copy.deepcopy(_shipped())


@cache
def _shipped() -> World:
    blocks = {f"{path.parent.name} {path.stem}": _read(path) for path in (SHIPPED / "blocks").glob("*/*.yaml")}
    return World(
        _read(SHIPPED / "templates" / "account-statement.yaml"),
        _read(SHIPPED / "dictionaries" / "account-statement.yaml"),
        _read(SHIPPED / "classes" / "statement.yaml"),
        _read(LIBRARY / "ahorn" / "theme.yaml"),
        blocks,
        dict(load_theme(LIBRARY / "ahorn").files),
    )


def _read(path: Any) -> Plain:
    return dict(read_yaml(path.read_text(encoding="utf-8")).content)


def edited(edit: Callable[[World], object]) -> tuple[Bundle, Bundle]:
    """The bundle as it ships, and after an edit."""
    world = shipped()
    edit(world)
    return _shipped().bundle(), world.bundle()
