"""Random templates with texts in every state, their documents, and random edits of those."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from content_blocks.locks import Rights
from content_blocks.text import text_hash
from tests.content_blocks.generate import languages, templates
from tests.web_editor.document.inline import OF_KIND
from web_editor.document import Document, get
from web_editor.document.writing import Node

AUTHOR, OWNER = Rights(), Rights(owns_locks=True)
Plain = dict[str, Any]
World = tuple[Plain, str, Rights]
Draw = st.DrawFn


@st.composite
def worlds(draw: Draw) -> World:
    """A template, a language it is in, and somebody who edits it."""
    template = draw(templates())
    for text in list(texts(template)):
        _state(draw, text)
    return template, draw(languages()), draw(st.sampled_from([AUTHOR, OWNER]))


def texts(value: Any) -> Iterator[Plain]:
    """Every text by language in some content."""
    match value:
        case dict() if isinstance(value.get("en"), str) and value.keys() <= {"en", "de", "of"}:
            yield value
        case dict() | list():
            for inner in value.values() if isinstance(value, dict) else value:
                yield from texts(inner)


def _state(draw: Draw, text: Plain) -> None:
    """A text as it may be: not stamped, stamped, stale, or not translated."""
    match draw(st.sampled_from(["bare", "stamped", "stale", "missing"])):
        case "stamped":
            text["of"] = {"de": text_hash(text["en"])}
        case "stale":
            text["of"] = {"de": "0" * 12}
        case "missing" if "of" not in text:
            del text["de"]


def nodes(node: Node, *kinds: str) -> Iterator[Node]:
    """Every node of some kinds in a document, in reading order."""
    if node["type"] in kinds:
        yield node
    for inner in node.get("content", ()):
        yield from nodes(inner, *kinds)


def editable(document: Document) -> list[Node]:
    """Every block that may be edited, and the template's own lines."""
    return [node for node in nodes(document, "block", "messages") if node.get("attrs", {}).get("mode") != "locked"]


def own(block: Node, *kinds: str) -> Iterator[Node]:
    """The nodes of some kinds that belong to a block itself, not to one inside it."""
    for inner in block.get("content", ()):
        if inner["type"] in kinds:
            yield inner
        if inner["type"] != "inside" and inner["type"] != "block":
            yield from own(inner, *kinds)


@dataclass
class Edited:
    """A document after some edits, what those were, and the ids of the blocks that were changed or are new."""

    document: Document
    kinds: set[str]
    touched: set[str] = field(default_factory=set)
    outermost_open: bool = True


@st.composite
def edits(draw: Draw, world: World) -> Edited:
    """The document of a template after one to four edits that its locks allow."""
    template, _, rights = world
    edited = Edited(get(*world), set(), outermost_open=rights.owns_locks or template["lock"] == "open")
    for number in range(draw(st.sampled_from([1, 1, 2, 4]))):
        name = draw(st.sampled_from(sorted(EDITS)))
        if EDITS[name](draw, edited, number):
            edited.kinds.add(name)
    return edited


def _touched_words(draw: Draw, edited: Edited) -> Node | None:
    blocks = [block for block in editable(edited.document) if any(own(block, "words"))]
    if not blocks:
        return None
    block = draw(st.sampled_from(blocks))
    edited.touched.add(block.get("attrs", {}).get("id", ""))
    return draw(st.sampled_from(list(own(block, "words"))))


def _fill(node: Node, content: list[Node]) -> None:
    node.pop("content", None)
    if content:
        node["content"] = content
        node["attrs"] |= {"stale": "", "missing": False}


def reword(draw: Draw, edited: Edited, number: int) -> bool:
    """Other words in a text."""
    if node := _touched_words(draw, edited):
        _fill(node, draw(OF_KIND[node["attrs"]["kind"]]()) or [{"type": "text", "text": "x"}])
    return node is not None


def _clear(draw: Draw, edited: Edited, number: int) -> bool:
    if node := _touched_words(draw, edited):
        _fill(node, [])
    return node is not None


def _share(draw: Draw, edited: Edited, number: int) -> bool:
    node = _touched_words(draw, edited)
    if node and node.get("content"):
        node["attrs"] |= {"shared": not node["attrs"]["shared"], "stale": ""}
    return bool(node and node.get("content"))


def _remark(draw: Draw, edited: Edited, number: int) -> bool:
    blocks = [block for block in editable(edited.document) if block["type"] == "block"]
    if blocks:
        block = draw(st.sampled_from(blocks))
        block["attrs"]["settings"]["note"] = f"Remark {number}"
        edited.touched.add(block["attrs"]["id"])
    return bool(blocks)


def _open(edited: Edited) -> list[Node]:
    """Where blocks may come and go."""
    regions = list(nodes(edited.document, "region")) if edited.outermost_open else []
    blocks = [node for node in nodes(edited.document, "block") if node["attrs"]["mode"] == "open"]
    return regions + [inside for block in blocks if block["attrs"]["type"] != "slot" for inside in own(block, "inside")]


def _add(draw: Draw, edited: Edited, number: int) -> bool:
    places = _open(edited)
    if not places:
        return False
    content = draw(st.sampled_from(places)).setdefault("content", [])
    content.insert(draw(st.integers(0, len(content))), new_text(f"new-{number}", draw(OF_KIND["inline"]())))
    edited.touched.add(f"new-{number}")
    return True


def new_text(name: str, content: list[Node]) -> Node:
    """A new paragraph as the browser makes it from its shape."""
    attrs = {"shared": False, "stale": "", "missing": False, "kind": "inline"}
    words: Node = {"type": "words", "attrs": {**attrs, "field": "text"}}
    if content:
        words["content"] = content
    rest = [
        {"type": "words", "attrs": {**attrs, "field": "short"}},
        {"type": "entries", "attrs": {"field": "channels"}},
    ]
    attrs = {"id": name, "type": "text", "mode": "open", "settings": {}}
    return {"type": "block", "attrs": attrs, "content": [words, *rest]}


def _remove(draw: Draw, edited: Edited, number: int) -> bool:
    places = [place for place in _open(edited) if place.get("content")]
    if places:
        place = draw(st.sampled_from(places))
        place["content"].pop(draw(st.integers(0, len(place["content"]) - 1)))
        if not place["content"]:
            del place["content"]
    return bool(places)


def _swap(draw: Draw, edited: Edited, number: int) -> bool:
    places = [place for place in _open(edited) if len(place.get("content", [])) > 1]
    if places:
        content = draw(st.sampled_from(places))["content"]
        content.append(content.pop(draw(st.integers(0, len(content) - 1))))
    return bool(places)


EDITS: dict[str, Callable[[Draw, Edited, int], bool]] = {
    "reword": reword,
    "clear": _clear,
    "share": _share,
    "remark": _remark,
    "add": _add,
    "remove": _remove,
    "swap": _swap,
}


def without_states(node: Any) -> Any:
    """A document without what follows from its template: the state of translations, and that a text that is not there
    is not shared."""
    match node:
        case {"type": "words", "attrs": attrs}:
            states = ("stale", "missing", "shared" if "content" not in node else "")
            kept = {name: value for name, value in attrs.items() if name not in states}
            return {**node, "attrs": kept}
        case {"content": content}:
            return {**node, "content": [without_states(inner) for inner in content]}
    return node
