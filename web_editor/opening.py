"""What the editor is told when it opens a template: the document, and everything that has to be known around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ccm.store.editing import Surrounded
from content_blocks.block import Block
from content_blocks.block_reading import block_types, read_block
from content_blocks.content import Content
from content_blocks.locks import Rights
from content_blocks.types.clause import Clause
from web_editor import wording
from web_editor.bound import Bound
from web_editor.document.reading import get
from web_editor.document.shapes import shapes, shapes_as_json
from web_editor.places import chips, pickables, sentences

Told = dict[str, Any]
NOTHING: Told = {"title": "", "owner": "", "citation": "", "version": "", "lines": []}


def told(found: Surrounded, language: str, spoken: str) -> Told:
    """Everything, for a document in a language; `spoken` is that of whoever writes, for what things are called."""
    template = found.template
    fields = pickables(found, spoken)
    names = {field.path: field.label for field in fields}
    bound = Bound.of(found)
    return {
        "kind": "template",
        "name": template.template,
        "version": template.version,
        "hash": found.hash,
        "language": language,
        "languages": list(template.languages),
        "lock": bound.template,
        "owns_locks": found.rights.owns_locks,
        "order": [] if found.rights.owns_locks else list(order(found, language)),
        "document": bound.within(get(found.content, language, found.rights)),
        "shapes": shapes_as_json()["blocks"],
        "fixed": dict(fixed(found, language, names)),
        "fields": [field.data() for field in fields],
        "sentences": sentences(found, spoken),
        "chips": chips(found, spoken),
        "personas": list(found.personas),
        "brands": list(template.brands),
        "may_edit": bool(found.changes),
        "offers": offers(template.languages, language, spoken),
    }


def order(found: Surrounded, language: str) -> Iterator[tuple[str, str]]:
    """The blocks of the approved version in their order, each with the place it is in: nothing passes locked wording.

    A place is called as the browser calls it: a region, and then each block and compartment on the way.
    """
    if found.approved is None:
        return
    for node in get(dict(found.approved), language, found.rights)["content"]:
        if node["type"] == "region":
            yield from _standing(node, node["attrs"]["name"])


def _standing(holder: Told, place: str) -> Iterator[tuple[str, str]]:
    for node in holder.get("content", ()):
        name = node["attrs"]["id"]
        yield name, place
        for inner in node.get("content", ()):
            if inner["type"] == "inside":
                yield from _standing(inner, f"{place}/{name} {inner['attrs']['field']}")


def fixed(found: Surrounded, language: str, names: Mapping[str, str]) -> Iterator[tuple[str, Told]]:
    """The wording of every block that a document may only name."""
    for _, block in found.template.blocks():
        content = _content(found, block)
        if content:
            yield block.id, wording.clause(content, language, names)
        elif isinstance(block, Clause):
            yield block.id, {**NOTHING, "title": block.block, "version": block.version or ""}
        elif not block.nested:
            yield block.id, {**NOTHING, "lines": wording.lines((block,), language, names)}


def _content(found: Surrounded, block: Block) -> Content | None:
    """The content block that a use shows, as far as it is there."""
    return found.bundle.contents.get(block.wanted) if found.bundle and isinstance(block, Clause) else None


def offers(languages: tuple[str, ...], language: str, spoken: str) -> list[Told]:
    """A block of every type that may stand in a template, made of its specimen."""
    return [offer(name, languages, language, spoken) for name in block_types()]


def offer(name: str, languages: tuple[str, ...], language: str, spoken: str) -> Told:
    """A block of a type, as the server makes it of its specimen."""
    kind, shape = block_types()[name], shapes()[name]
    read_block(kind.specimen)
    content = {"languages": list(languages), "body": [dict(kind.specimen)]}
    document = get({**content, "title": ""}, language, Rights(owns_locks=True))
    node = next(region for region in document["content"] if region.get("attrs", {}).get("name") == "body")["content"][0]
    return {"type": name, "title": shape.title[spoken], "node": node}
