"""From a template to the bundle of everything it needs on a day, in one language and brand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial

from content_blocks.block import walk
from content_blocks.bundle import Asset, Bundle
from content_blocks.content import Content
from content_blocks.problem import Collector, Problem, Refused, refuse
from content_blocks.template import Template
from content_blocks.theme import Brand
from content_blocks.types.clause import Clause
from templates_store.choose import Listed, choose
from templates_store.item_files import Loaded
from templates_store.items import Items


def resolve(
    library: Items,
    template: Loaded[Template],
    language: str,
    brand: str,
    day: date,
    known_at: datetime | None = None,
) -> Bundle:
    """The bundle; raises Refused with every item that is missing, faulty or not in force on that day."""
    item = template.item
    collect = Collector()
    if not item.effective.covers(day):
        collect.problems.append(Problem("effective", "template-not-in-force", {"day": day.isoformat()}))
    contents = _contents(library, item, day, known_at, collect)
    assets = _assets(library, item, contents, collect)
    dictionary = collect("dictionary", lambda: library.dictionary(item.dictionary), Problem.within)
    document_class = collect("class", lambda: library.document_class(item.document_class), Problem.within)
    theme = collect("", lambda: _brand(library, item, brand, language))
    if collect.problems or not (dictionary and document_class and theme):
        raise Refused(template.located(problem) for problem in collect.problems)
    hashes = {
        f"template {item.template}": template.hash,
        f"dictionary {item.dictionary}": dictionary.hash,
        f"class {item.document_class}": document_class.hash,
        f"theme {brand}": theme.hash(),
        **{f"block {name}": content.hash for name, content in contents.items()},
        **{f"asset {name}": asset.hash for name, asset in assets.items()},
    }
    return Bundle(item, language, theme, dictionary.item, document_class.item, contents, assets, hashes)


def _brand(library: Items, template: Template, brand: str, language: str) -> Brand:
    if brand not in template.brands:
        raise refuse("brands", "brand-not-listed", brand=brand)
    found = library.brand(brand)
    for spoken in (language, *(template.bilingual or ())):
        if spoken not in template.languages or spoken not in found.theme.locales:
            raise refuse("languages", "language-not-listed", language=spoken)
    return found


def _contents(
    library: Items, template: Template, day: date, known_at: datetime | None, collect: Collector
) -> dict[str, Content]:
    """The content blocks by what their uses want."""
    uses = {f"{region}.{use.id}": use for region, use in template.blocks() if isinstance(use, Clause)}
    found = {
        use.wanted: collect(where, partial(_content, library, use, day, known_at), Problem.within)
        for where, use in uses.items()
    }
    return {name: content for name, content in found.items() if content}


def _content(library: Items, use: Clause, day: date, known_at: datetime | None) -> Content:
    versions = library.block_versions(use.block)
    if not versions:
        raise refuse(f"blocks/{use.block}", "item-unknown", kind="content block", name=use.block)
    if not use.follow and use.version not in {listed.version for listed in versions}:
        known = ", ".join(str(listed.version) for listed in versions)
        raise refuse("", "block-version-unknown", block=use.block, version=str(use.version), known=known)
    chosen = choose(versions, day, known_at) if use.follow else _pinned(versions, use, day)
    if chosen is None:
        raise refuse("", "block-not-in-force", block=use.block, day=day.isoformat())
    content = library.content(chosen)
    if use.hash and content.hash != use.hash:
        raise refuse("", "pin-differs", block=use.block, version=str(use.version))
    return content


def _pinned(versions: list[Listed], use: Clause, day: date) -> Listed | None:
    return next((listed for listed in versions if listed.version == use.version and listed.covers(day)), None)


def _assets(
    library: Items, template: Template, contents: Mapping[str, Content], collect: Collector
) -> dict[str, Asset]:
    """The pictures that the template and its content blocks show, by name."""
    shown = {getattr(block, "asset", None): f"{region}.{block.id}" for region, block in template.blocks()}
    for content in contents.values():
        shown |= {getattr(block, "asset", None): content.item.block for block in walk(content.item.long)}
    found = {
        name: collect(where, partial(library.asset, name), Problem.within) for name, where in shown.items() if name
    }
    return {name: asset for name, asset in found.items() if asset}
