"""Documents that a program of somebody's own sends to where the editor saves."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

from tests.web_editor.attacks.client import Client
from tests.web_editor.attacks.mechanism import Attempt

Node = dict[str, Any]
Change = Callable[[Node], None]

LOCK = ("put", "saving", "classes")


def nodes(node: Node) -> Iterator[tuple[Node, Node]]:
    """Every node with the one around it."""
    for inner in node.get("content", ()):
        yield inner, node
        yield from nodes(inner)


def found(document: Node, name: str) -> tuple[Node, Node]:
    """A block and the node it stands in."""
    return next(pair for pair in nodes(document) if pair[0].get("attrs", {}).get("id") == name)


def region(document: Node, name: str) -> Node:
    """A region."""
    return next(node for node in document["content"] if node.get("attrs", {}).get("name") == name)


def inside(block: Node, field: str = "blocks") -> Node:
    """A compartment of a block."""
    return next(node for node in block["content"] if node["attrs"].get("field") == field)


def take(document: Node, name: str) -> Node:
    """A block, which is no longer there."""
    node, around = found(document, name)
    around["content"].remove(node)
    return node


def words(field: str, text: str, kind: str = "inline") -> Node:
    """A text."""
    attrs = {"field": field, "kind": kind, "shared": False, "stale": "", "missing": False}
    return {"type": "words", "attrs": attrs, **({"content": [{"type": "text", "text": text}]} if text else {})}


def paragraph(name: str, text: str) -> Node:
    """A new paragraph."""
    rest = [words("short", ""), {"type": "entries", "attrs": {"field": "channels"}}]
    attrs = {"id": name, "type": "text", "mode": "open", "settings": {}}
    return {"type": "block", "attrs": attrs, "content": [words("text", text), *rest]}


def group(name: str, when: str, *blocks: Node) -> Node:
    """A new group."""
    attrs = {"id": name, "type": "group", "mode": "open", "settings": {"when": when}}
    rest = [words("short", ""), {"type": "entries", "attrs": {"field": "channels"}}]
    return {
        "type": "block",
        "attrs": attrs,
        "content": [*rest, {"type": "inside", "attrs": {"field": "blocks"}, "content": list(blocks)}],
    }


def settings(name: str, **values: Any) -> Change:
    """Other settings of a block; None takes one away."""

    def change(document: Node) -> None:
        held = found(document, name)[0]["attrs"]["settings"]
        for key, value in values.items():
            held.pop(key.rstrip("_"), None)
            if value is not None:
                held[key.rstrip("_")] = value

    return change


def sent(change: Change, template: str = "fortress", language: str = "en", **options: Any) -> Attempt:
    """Sends the document of a template with something changed in it."""

    def attempt(client: Client) -> None:
        opened = client.open(template, language)
        document = copy.deepcopy(opened["document"])
        change(document)
        client.put_document(template, language, document, opened["hash"], **options)

    return attempt


def both(*changes: Change) -> Change:
    """One change after the other."""

    def change(document: Node) -> None:
        for one in changes:
            one(document)

    return change


def attrs(name: str, **values: Any) -> Change:
    """Other attributes of a block's node."""
    return lambda document: found(document, name)[0]["attrs"].update(values)


def removed(name: str) -> Change:
    return lambda document: void(take(document, name))


def void(_: object) -> None:
    """Nothing of it."""


def double(name: str) -> Change:
    def change(document: Node) -> None:
        node, around = found(document, name)
        around["content"].append(copy.deepcopy(node))

    return change


def opened(name: str, text: str = "Ours now.") -> Change:
    def change(document: Node) -> None:
        node, around = found(document, name)
        around["content"][around["content"].index(node)] = paragraph(name, text)

    return change


def wrapped(name: str, when: str = "days > 999999") -> Change:
    def change(document: Node) -> None:
        node, around = found(document, name)
        around["content"][around["content"].index(node)] = group("hiding", when, node)

    return change


def swapped(one: str, other: str) -> Change:
    def change(document: Node) -> None:
        (first, before), (second, after) = found(document, one), found(document, other)
        here, there = before["content"].index(first), after["content"].index(second)
        before["content"][here], after["content"][there] = second, first

    return change


def moved(name: str, to: Callable[[Node], Node]) -> Change:
    def change(document: Node) -> None:
        node = take(document, name)
        to(document).setdefault("content", []).append(node)

    return change


def channel(name: str) -> Change:
    def change(document: Node) -> None:
        (channels,) = [it for it in found(document, name)[0]["content"] if it["attrs"].get("field") == "channels"]
        attrs = {"key": "email", "settings": {"form": "absent"}}
        channels["content"] = [{"type": "entry", "attrs": attrs, "content": [words("more", "")]}]

    return change


def into(name: str, field: str = "blocks") -> Callable[[Node], Node]:
    return lambda document: inside(found(document, name)[0], field)


def new_in(name: str, field: str = "blocks") -> Change:
    def change(document: Node) -> None:
        into(name, field)(document).setdefault("content", []).append(paragraph("new", "New."))

    return change


def worded(name: str, field: str = "text", text: str = "Other words.") -> Change:
    def change(document: Node) -> None:
        (line,) = [it for it in found(document, name)[0]["content"] if it["attrs"].get("field") == field]
        line["content"] = [{"type": "text", "text": text}]

    return change


def clause_again(document: Node) -> None:
    attrs = {"id": "notice-2", "type": "clause", "mode": "open", "settings": {"block": "notice", "follow": "approved"}}
    rest = [
        {"type": "entries", "attrs": {"field": "blanks"}},
        words("short", ""),
        {"type": "entries", "attrs": {"field": "channels"}},
    ]
    region(document, "body")["content"].append({"type": "block", "attrs": attrs, "content": rest})


def cells_swapped(document: Node) -> None:
    cells = [it for it in found(document, "pair")[0]["content"] if it["type"] == "inside"]
    cells[0]["content"], cells[1]["content"] = cells[1]["content"], cells[0]["content"]


def unwrapped(document: Node) -> None:
    node, around = found(document, "cases")
    at = around["content"].index(node)
    around["content"][at : at + 1] = inside(node)["content"]


def line(field: str, text: str) -> Change:
    def change(document: Node) -> None:
        (line,) = [it for it in document["content"][0]["content"] if it["attrs"]["field"] == field]
        line["content"] = [{"type": "text", "text": text}]

    return change


def fixed_with_words(document: Node) -> None:
    found(document, "own")[0]["content"] = [words("text", "Ours now.")]


def fixed_with_settings(document: Node) -> None:
    found(document, "notice")[0]["attrs"]["settings"] = {"block": "fee", "follow": "approved"}


def forged(document: Node) -> None:
    region(document, "body")["content"].append(
        {"type": "fixed", "attrs": {"id": "notice-2", "type": "clause", "mode": "locked"}}
    )


def without_region(document: Node) -> None:
    document["content"].remove(region(document, "footer"))


def region_twice(document: Node) -> None:
    region(document, "footer")["attrs"]["name"] = "header_next"


def in_words(document: Node) -> None:
    node = take(document, "own")
    found(document, "middle")[0]["content"][0]["content"].append(node)


def pulled_apart(document: Node) -> None:
    (entries,) = [it for it in found(document, "points")[0]["content"] if it["attrs"].get("field") == "items"]
    entries["content"].reverse()
