"""A content block as the editor's document, and back: the same lens as a template's, around one wording.

The document has no message lines, and in its body one block that stands for the content block itself: its own texts,
settings, inputs and blanks are those of that block, its wording are the blocks inside it.  So it is written, formed,
undone and merged like everything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from content_blocks.document import REGIONS
from content_blocks.item import LANGUAGE
from content_blocks.locks import Rights
from content_blocks.problem import Problem, refuse
from web_editor.document.fields import in_order
from web_editor.document.guard import Document, checked_document
from web_editor.document.modes import Plain, compartments, every_block
from web_editor.document.putting import Edit
from web_editor.document.reading import Reading, node, settings, spelled_out, steps, whole
from web_editor.document.shapes import CONTENT_BLOCK, LONG, NAMED, FieldShape, content_block_shape, shapes
from web_editor.document.texts import Tongue
from web_editor.document.writing import Node

ITSELF = "*"
"""The id of the block that stands for the content block: no block in a wording can be called that."""

OWNERS = Rights(owns_locks=True)
"""Locks say what authors of templates may do; whoever writes the wording itself is not bound by them."""

BODY = "body"
_OWN = "itself"
_BEFORE = ("title", "effective")
"""What stands before the wording in a document; the rest comes after it."""


def languages_of(content: Plain) -> tuple[str, ...]:
    """The languages in which anything of a content block is written, its source first."""
    source = str(content["source_language"])
    return (source, *sorted(set(_languages(content_block_shape().fields, content)) - {source}))


def get_content_block(content: Plain, language: str) -> Document:
    """The document of a content block in one language, be it written in that already or not.

    `content` is that of one that can be read, as parsed from its file.  Raises Refused if it is bigger than a document
    may be.
    """
    look = _reading(content, language)
    shape = content_block_shape()
    inner = look.nodes(shape.fields, content, _OWN)
    wording = node("inside", {"field": LONG}, look.blocks(content.get(LONG) or (), "open", LONG))
    at = sum(one["attrs"]["field"] in _BEFORE for one in inner)
    attrs = {"id": ITSELF, "type": CONTENT_BLOCK, "mode": "open", "settings": settings(shape.fields, content)}
    look.problems = _placed(look.problems)
    return whole(look, (), {BODY: [node("block", attrs, [*inner[:at], wording, *inner[at:]])]})


def put_content_block(document: object, before: Plain, language: str) -> dict[str, Any]:
    """The content block after somebody edited its document in one language; `before` is what that was got from.

    What comes out shares with it what nobody touched; it may be no content block yet: `read_item` says so.  Raises
    Refused with everything in the document that is not of its form or cannot be written.
    """
    itself = _itself(checked_document(document))
    look = _reading(before, language)
    edit = Edit(before, look, {it.id: it for it in every_block(before.get(LONG) or (), "open", OWNERS)})
    shape = content_block_shape()
    inside = edit.compartments(itself, shape, LONG, LONG)
    own = {**itself, "content": [inner for inner in itself.get("content", ()) if inner["type"] != "inside"]}
    made = edit.fields.whole(own, shape.fields, before, _OWN)
    edit.fields.problems = _placed(edit.fields.problems)
    edit.refuse_faults()
    named = {name: before[name] for name in NAMED}
    return in_order({**named, **made, LONG: inside.get(LONG, [])}, before)


def _reading(content: Plain, language: str) -> Reading:
    if not LANGUAGE.fullmatch(language):
        raise refuse("", "editor-language-unknown", language=language[:35])
    known = languages_of(content)
    return Reading(Tongue(language, known if language in known else (*known, language)), OWNERS)


def _itself(document: Node) -> Node:
    """The one block of a document that stands for the content block."""
    inside = document.get("content", [])
    names = [(it["type"], it.get("attrs", {}).get("name", "")) for it in inside]
    if names != [("messages", ""), *(("region", name) for name in REGIONS)]:
        raise refuse("content", "editor-regions", expected=", ".join(("messages", *REGIONS)))
    found = [it for place in inside for it in place.get("content", ())]
    body = inside[1 + REGIONS.index(BODY)].get("content", [])
    if found != body or [(it["type"], it["attrs"].get("id"), it["attrs"].get("type")) for it in body] != [
        ("block", ITSELF, CONTENT_BLOCK)
    ]:
        raise refuse("content", "editor-one-content-block")
    itself: Node = body[0]
    return itself


def _placed(problems: Sequence[Problem]) -> list[Problem]:
    """Problems of the content block's own fields, placed as its file has them."""
    return [Problem(it.where.removeprefix(f"{_OWN}."), it.code, it.params) for it in problems]


def _languages(fields: Sequence[FieldShape], content: Plain) -> Iterator[str]:
    """Every language of the texts in some fields, as often as there is a text in it."""
    for field in fields:
        value = content.get(field.key(content))
        match field.structure:
            case "text":
                yield from _of_text(value)
            case "part" if value is not None:
                yield from _languages(field.fields, value)
            case "entries":
                yield from _of_entries(field, value)
            case "blocks":
                blocks = (block for _, inner in compartments(content, field) for block in inner)
                for block in blocks:
                    yield from _languages(shapes()[block["type"]].fields, block)


def _of_entries(field: FieldShape, value: Any) -> Iterator[str]:
    for _, _, entry in steps(field, value):
        yield from _languages(field.fields, spelled_out(field, entry)) if field.fields else _of_text(entry)


def _of_text(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from (language for language in value if language != "of")
