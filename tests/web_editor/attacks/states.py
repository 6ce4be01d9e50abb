"""What is looked at after an attack: the locked blocks of a document, of a screen and of the store.

None of this is the code that keeps the locks: it only writes down every bound block with all that could be done to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

Plain = Mapping[str, Any]

FREE: Mapping[str, tuple[str, ...]] = {"wordy": ("text",), "hours": ("blanks",), "points": ("items",)}
"""Bound blocks of which something may be written, and what."""
FIXED = ("notice", "own", "fee", "deep", "in-box", "left", "foot")
"""What the editor only names."""
BOUND = {
    "fortress": (*FIXED, "boxed", *FREE),
    "copy": (*FIXED, "boxed", *FREE),
    "sealed": ("headline", "notice", "place"),
    "worded": ("headline", "notice", "points"),
}
HIDING = ("type", "when", "each", "as", "channels", "mandatory", "accepts", "most")
REGIONS = ("header_first", "header_next", "address", "info", "body", "footer")
NESTED = ("blocks", "cells")


def stored(content: Plain, template: str) -> list[str]:
    """Each bound block of a template in reading order: where it stands, what is around it, what it says."""
    found = []
    for region in REGIONS:
        for place, around, block in _blocks(content.get(region) or [], region, ()):
            if block["id"] in BOUND[template] or _binds(block):
                found.append(json.dumps([place, around, _own(block)], sort_keys=True, ensure_ascii=False))
    frame = {name: content.get(name) for name in ("lock", "class", "jurisdiction", "languages")}
    if content.get("lock", "open") != "open":
        frame["blocks"] = [
            block["id"] for place, _, block in _blocks(content["body"], "body", ()) if "place" not in place
        ]
    lines = content.get("messages") if content.get("lock") == "locked" else None
    return [*found, json.dumps([frame, lines], sort_keys=True)]


def _binds(block: Plain) -> bool:
    """Whether a block is bound by what it says itself: then it is looked at whatever it is called."""
    return bool(block["type"] == "clause" or block.get("lock", "open") != "open")


def _blocks(blocks: Any, place: str, around: tuple[Any, ...]) -> Iterator[tuple[str, tuple[Any, ...], Plain]]:
    for block in blocks:
        yield place, around, block
        shown = {name: block[name] for name in HIDING if name in block}
        for field in NESTED:
            held = block.get(field) or []
            for number, cell in enumerate(held if field == "cells" else [held]):
                yield from _blocks(cell, f"{place}/{block['id']}.{field}.{number}", (*around, shown))


def _own(block: Plain) -> dict[str, Any]:
    kept = {name: value for name, value in block.items() if name not in (*NESTED, *FREE.get(block["id"], ()))}
    if block["id"] == "boxed":
        kept["inside"] = [inner["id"] for inner in block["blocks"]]
    if block["id"] == "points":
        kept["order"] = [item.get("de") if isinstance(item, dict) else item for item in block["items"]]
    return kept


def documented(document: Plain, template: str) -> list[str]:
    """The same of a document in the editor."""
    found: list[str] = []

    def walk(node: Plain, place: str, around: tuple[Any, ...]) -> None:
        attrs = node.get("attrs", {})
        if node["type"] in ("block", "fixed"):
            if attrs["id"] in BOUND[template] or node["type"] == "fixed" or attrs["type"] == "clause":
                found.append(json.dumps([place, around, _node(node)], sort_keys=True, ensure_ascii=False))
            settings = attrs.get("settings") or {}
            channels = [inner for inner in node.get("content", ()) if inner["attrs"].get("field") == "channels"]
            around = (*around, {name: settings[name] for name in HIDING if name in settings}, attrs["type"], channels)
            place = f"{place}/{attrs['id']}"
        elif node["type"] in ("region", "inside"):
            place = f"{place}.{attrs.get('name', attrs.get('field'))}"
        for inner in node.get("content", ()):
            walk(inner, place, around)

    walk(document, "", ())
    regions = [node.get("attrs", {}).get("name") for node in document["content"]]
    lines = document["content"][0] if template == "sealed" else len(document["content"][0].get("content", ()))
    bound = [_ids(node) for node in document["content"][1:]] if template != "fortress" else []
    return [*found, json.dumps([regions, document.get("attrs"), lines, bound], sort_keys=True)]


def _ids(node: Plain) -> list[str]:
    """The blocks that stand in a region or compartment."""
    return [inner["attrs"]["id"] for inner in node.get("content", ())]


def _node(node: Plain) -> Any:
    """A block's own nodes; of what may be written in it, only that it is there."""
    free = FREE.get(node["attrs"]["id"], ())
    inner = [
        [one["type"], one["attrs"].get("field"), _ids(one) if node["attrs"]["id"] == "boxed" else ""]
        if one["type"] == "inside"
        else [one["type"], one["attrs"].get("field"), one["type"] == "entries" and len(one.get("content", ()))]
        if one["attrs"].get("field") in free
        else {name: one.get(name) for name in ("type", "attrs", "content")}
        for one in node.get("content", ())
    ]
    return [node["type"], node["attrs"], inner]
