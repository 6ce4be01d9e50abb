"""The source language beside another one: its wording, that of what is locked, and what changed since the translation.

Both documents of a template have the same nodes in the same order, so a text is told by its number among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ccm.store.actor import Actor
from ccm.store.editing import Surrounded
from ccm.store.home import Home
from ccm.store.translating import Former, formers
from content_blocks.problem import Refused
from content_blocks.redline import Stretch
from content_blocks.redline.stretches import stretches
from content_blocks.redline.tokens import tokens_of_atoms
from content_blocks.text import Address, Inline, Line, Text
from web_editor.bound import Bound
from web_editor.document.reading import get
from web_editor.document.writing import Node, source
from web_editor.opening import fixed
from web_editor.places import pickables

Told = dict[str, Any]
KINDS: dict[str, type[Text]] = {"inline": Inline, "line": Line, "address": Address}


def beside(home: Home, by: Actor, found: Surrounded, language: str, spoken: str) -> Told:
    """What stands beside a document in `language`; `spoken` is that of whoever reads."""
    template = found.template
    own = template.source_language
    document = Bound.of(found).within(get(found.content, own, found.rights))
    pairs = list(zip(_texts(document), _texts(get(found.content, language, found.rights)), strict=True))
    stale = {number: other["attrs"]["stale"] for number, (_, other) in enumerate(pairs) if other["attrs"]["stale"]}
    known = formers(home, by, template.template, own, frozenset(stale.values()))
    names = {field.path: field.label for field in pickables(found, spoken)}
    return {
        "language": own,
        "document": document,
        "fixed": dict(fixed(found, own, names)),
        "changes": {
            number: change
            for number, named in stale.items()
            if named in known and (change := _change(pairs[number][0], known[named]))
        },
    }


def _texts(node: Node) -> Iterator[Node]:
    if node["type"] == "words":
        yield node
    for inner in node.get("content", ()):
        yield from _texts(inner)


def _change(now: Node, was: Former) -> Told | None:
    """What a source text was when it was translated, and what has become of it; None if it was no text of this kind."""
    kind = now["attrs"]["kind"]
    sides = (was.text, source(now.get("content", []), kind))
    try:
        before, after = (tokens_of_atoms(KINDS[kind].parse(side)) for side in sides)
    except Refused:
        return None
    return {"version": was.version, "at": was.saved_at, "runs": [_run(it) for it in stretches(before, after)]}


def _run(found: Stretch) -> Told:
    style, chip = found.style, found.atom == "placeholder"
    return {
        "kind": found.kind,
        "text": found.text.removeprefix("{{").removesuffix("}}").strip() if chip else found.text,
        "chip": chip,
        "strong": style.strong,
        "emphasis": style.emphasis,
    }
