"""From a template to the bundle of everything it needs on a day, in one language and brand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import TypeVar

from content_blocks.block import Block
from content_blocks.bundle import Asset, Bundle
from content_blocks.content_block import Content
from content_blocks.problem import Problem, Refused, refuse
from content_blocks.template import Template
from content_blocks.types.clause import Clause
from templates_store.choose import Listed, choose
from templates_store.file_library import Library
from templates_store.item_files import Loaded

T = TypeVar("T")


def resolve(
    library: Library,
    template: Loaded[Template],
    language: str,
    brand: str,
    day: date,
    known_at: datetime | None = None,
) -> Bundle:
    """The bundle; raises Refused with every item that is missing, faulty or not in force on that day."""
    item = template.item
    problems: list[Problem] = []
    contents = dict(_gather(_contents(library, item, day, known_at), problems))
    assets = dict(_gather(_assets(library, item, contents), problems))
    dictionary = _one(lambda: library.dictionary(item.dictionary), problems)
    document_class = _one(lambda: library.document_class(item.document_class), problems)
    theme = _one(lambda: _brand(library, item, brand, language), problems)
    if problems or not (dictionary and document_class and theme):
        raise Refused(template.located(problem) for problem in problems)
    hashes = {
        f"template {item.template}": template.hash,
        f"dictionary {item.dictionary}": dictionary.hash,
        f"class {item.document_class}": document_class.hash,
        f"theme {brand}": theme.hash(),
        **{f"block {name}": content.hash for name, content in contents.items()},
        **{f"asset {name}": asset.hash for name, asset in assets.items()},
    }
    return Bundle(item, language, theme, dictionary.item, document_class.item, contents, assets, hashes)


def _one(read: Callable[[], T], problems: list[Problem]) -> T | None:
    try:
        return read()
    except Refused as refused:
        problems.extend(refused.problems)
        return None


def _gather(found: Iterator[tuple[str, Callable[[], T]]], problems: list[Problem]) -> Iterator[tuple[str, T]]:
    for name, read in found:
        value = _one(read, problems)
        if value is not None:
            yield name, value


def _brand(library: Library, template: Template, brand: str, language: str):  # type: ignore[no-untyped-def]
    if brand not in template.brands:
        raise refuse("brands", "brand-not-listed", brand=brand)
    found = library.brand(brand)
    if language not in template.languages or language not in found.theme.locales:
        raise refuse("languages", "language-not-listed", language=language)
    return found


def _contents(
    library: Library, template: Template, day: date, known_at: datetime | None
) -> Iterator[tuple[str, Callable[[], Content]]]:
    for region, block in template.blocks():
        if isinstance(block, Clause):
            where = f"{region}.{block.id}"
            yield block.block, lambda use=block, where=where: _content(library, use, where, day, known_at)  # type: ignore[misc]


def _content(library: Library, use: Clause, where: str, day: date, known_at: datetime | None) -> Content:
    versions = library.block_versions(use.block)
    if not versions:
        raise refuse(where, "item-unknown", kind="block", name=use.block)
    chosen = choose(versions, day, known_at) if use.follow else _pinned(versions, use)
    if chosen is None:
        raise refuse(where, "block-not-in-force", block=use.block, day=day.isoformat())
    content = library.content(chosen)
    if use.hash and content.hash != use.hash:
        raise refuse(where, "pin-differs", block=use.block, version=str(use.version))
    return content


def _pinned(versions: list[Listed], use: Clause) -> Listed | None:
    return next((listed for listed in versions if listed.version == use.version), None)


def _assets(
    library: Library, template: Template, contents: dict[str, Content]
) -> Iterator[tuple[str, Callable[[], Asset]]]:
    from content_blocks.block import walk

    blocks: list[Block] = [block for _, block in template.blocks()]
    blocks += [block for content in contents.values() for block in walk(content.blocks)]
    for name in dict.fromkeys(getattr(block, "asset", None) for block in blocks):
        if name:
            yield name, lambda name=name: library.asset(name)  # type: ignore[misc]
