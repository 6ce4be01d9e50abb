"""Small templates in the world of the specimens, to compose and to check: each test says only what it is about."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from content_blocks import specimen_world as world
from content_blocks.bundle import Bundle
from content_blocks.compose import compose
from content_blocks.content import Content
from content_blocks.content_block import ContentBlock
from content_blocks.dictionary import Dictionary
from content_blocks.document import Document, Piece
from content_blocks.document_class import DocumentClass
from content_blocks.item import item_hash, read_item
from content_blocks.parts import plain
from content_blocks.problem import Refused
from content_blocks.specimen import SPECIMEN_DAY, specimen_bundle, specimen_values
from content_blocks.template import Template
from templates_store.themes import LIBRARY, load_theme

AHORN = load_theme(LIBRARY / "ahorn")

Plain = Mapping[str, Any]
HEADING: Plain = {"type": "heading", "id": "title", "text": "Title"}


def text(source: Any, name: str = "t", **more: Any) -> dict[str, Any]:
    """A text block."""
    return {"type": "text", "id": name, "text": source, **more}


def clause(name: str = "clause", inputs: Plain | None = None, **more: Any) -> dict[str, Any]:
    """A use of the specimen clause, with its inputs or others."""
    specimen = {
        "type": "clause",
        "id": name,
        "block": "specimen-clause",
        "follow": "approved",
        "with": {"limit": "account.limit"} if inputs is None else inputs,
        "blanks": {"hours": {"en": "9 to 5", "de": "9 bis 5"}},
    }
    return {**specimen, **more}


def group(name: str, *blocks: Plain, **more: Any) -> dict[str, Any]:
    """A group of some blocks."""
    return {"type": "group", "id": name, "blocks": list(blocks), **more}


def template_of(*blocks: Plain, **changes: Any) -> Template:
    """A template with some blocks in its body, everything else as in the specimens unless changed."""
    content = {**world.TEMPLATE, "title": "Test", "brands": ["ahorn"], "body": list(blocks), **changes}
    return read_item(Template, copy.deepcopy(content))


def bundle_of(
    *blocks: Plain,
    language: str = "en",
    clause: Plain | None = None,
    kind: Plain | None = None,
    fields: Plain | None = None,
    **changes: Any,
) -> Bundle:
    """Its bundle; `clause`, `kind` and `fields` change the content block, the document class and the dictionary."""
    bundle = specimen_bundle([], language, AHORN)
    shared = {**world.CLAUSE, **(clause or {})}
    item = read_item(ContentBlock, shared)
    dictionary = {**world.DICTIONARY, "fields": {**world.DICTIONARY["fields"], **(fields or {})}}
    return replace(
        bundle,
        template=template_of(*blocks, **changes),
        document_class=read_item(DocumentClass, {**world.DOCUMENT_CLASS, **(kind or {})}),
        contents={item.block: Content(item, item_hash(item, shared))},
        dictionary=read_item(Dictionary, dictionary),
    )


def values(language: str = "en", **changes: Any) -> dict[str, Any]:
    """The specimen record; `account__limit=x` changes one field, None takes it away."""
    record = copy.deepcopy(specimen_values(language))
    for path, value in changes.items():
        *outer, last = path.split("__")
        place = record
        for step in outer:
            place = place[step]
        place.pop(last) if value is None else place.update({last: value})
    return record


def composed(*blocks: Plain, language: str = "en", record: Plain | None = None, **changes: Any) -> Document:
    """The document of a template with some blocks in its body."""
    bundle = bundle_of(*blocks, language=language, **changes)
    return compose(bundle, record or values(language), SPECIMEN_DAY)


def body(*blocks: Plain, **changes: Any) -> list[Piece]:
    """The pieces of its body."""
    return list(composed(*blocks, **changes).region("body"))


def words_of(piece: Piece) -> str:
    """What the paragraphs and headings of a piece say."""
    return "\n".join(plain(part.runs) for part in piece.parts if hasattr(part, "runs"))


def said(source: Any, **changes: Any) -> str:
    """What one text says when it is filled."""
    return words_of(body(text(source), **changes)[0])


def refused(*blocks: Plain, **changes: Any) -> list[tuple[str, str]]:
    """Place and code of every problem for which there is no document, or no template."""
    with pytest.raises(Refused) as caught:
        composed(*blocks, **changes)
    return [(problem.where, problem.code) for problem in caught.value.problems]
