"""From an edited document back to its template: the putting half of the lens.

Whatever the document leaves alone keeps the very source it had; blocks are told by their ids, wherever they moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from content_blocks.document import REGIONS
from content_blocks.locks import Rights
from content_blocks.problem import Problem, Refused
from web_editor.document.fields import Fields, in_order, set_or_take
from web_editor.document.guard import MOST_PROBLEMS, checked_document
from web_editor.document.modes import Plain, Standing, compartments, standings
from web_editor.document.reading import Reading, at
from web_editor.document.shapes import Shape, shapes, template_fields
from web_editor.document.texts import tongue
from web_editor.document.writing import Node


def put(document: object, before: Plain, language: str, rights: Rights) -> dict[str, Any]:
    """The template after somebody with these rights edited its document in one language.

    `before` is what the document was got from.  What comes out shares with it what nobody touched; it may be no
    template yet, as when something required is still empty: `read_item` says so.

    Raises Refused with everything in the document that is not of its form, that cannot be written, or that changes
    what is locked for them.  What is added, removed or moved is for `lock_violations` to judge.
    """
    checked = checked_document(document)
    edit = Edit(before, Reading(tongue(before, language), rights), standings(before, rights))
    content = edit.template(checked)
    edit.refuse_faults()
    return content


class Edit:
    """One item being put together again; `fields` collects what is wrong with its document.

    `reading` shows what the document said before, `known` are the blocks that there were.
    """

    def __init__(self, before: Plain, reading: Reading, known: Mapping[str, Standing]) -> None:
        self.before = before
        self.fields = Fields(reading)
        self.known = known
        self.used: Counter[str] = Counter()

    def refuse_faults(self) -> None:
        """Raises Refused with everything that was wrong."""
        if self.fields.problems:
            raise Refused(list(dict.fromkeys(self.fields.problems))[:MOST_PROBLEMS])

    def template(self, document: Node) -> dict[str, Any]:
        """The whole template."""
        inside = document.get("content", [])
        names = [(node["type"], node.get("attrs", {}).get("name", "")) for node in inside]
        if names != [("messages", ""), *(("region", name) for name in REGIONS)]:
            raise Refused([Problem("content", "editor-regions", {"expected": ", ".join(("messages", *REGIONS))})])
        content = dict(self.before)
        self._lines(inside[0], content)
        for name, node in zip(REGIONS, inside[1:], strict=True):
            blocks = self._blocks(node, name)
            if blocks or content.get(name) is not None:
                content[name] = blocks
        return content

    def _lines(self, node: Node, content: dict[str, Any]) -> None:
        """The title and the message lines."""
        found = self.fields.by_field(node, [(field.name, "words") for field in template_fields()], "messages")
        messages = dict(content.get("messages") or {})
        for field in template_fields():
            if field.name not in found:
                continue
            value = self.fields.text(field, found[field.name], at(self.before, field.name), field.name)
            into = content if "." not in field.name else messages
            set_or_take(into, field.name.rpartition(".")[2], value)
        if messages or content.get("messages") is not None:
            content["messages"] = messages

    def _blocks(self, node: Node, where: str) -> list[Any]:
        made = (self._block(inner, where) for inner in node.get("content", ()))
        return [content for content in made if content is not None]

    def _block(self, node: Node, where: str) -> Any:
        """A block's content; None if there can be none."""
        name, kind = node["attrs"]["id"], node["attrs"]["type"]
        where = f"{where}.{name[:60]}"
        self.used[name] += 1
        if self.used[name] > 1:
            return self.fields.wrong(where, "block-id-repeated")
        known = self.known.get(name)
        if node["type"] == "fixed" or (known and known.fixed):
            return self._fixed(node, known, where)
        if kind not in shapes():
            return self.fields.wrong(where, "block-type-unknown", expected=", ".join(shapes()))
        if known and known.shape.type != kind:
            if known.mode == "locked":
                return self.fields.wrong(where, "locked", operation="remove")
            known = None
        content = self._whole(node, shapes()[kind], known, where)
        return self._unchanged(known, content, where) if known and known.mode == "locked" else content

    def _fixed(self, node: Node, known: Standing | None, where: str) -> Any:
        if known is None:
            return self.fields.wrong(where, "editor-fixed-unknown")
        if node["type"] != "fixed":
            return self.fields.wrong(where, "locked", operation="word")
        if not known.fixed or known.shape.type != node["attrs"]["type"]:
            return self.fields.wrong(where, "editor-not-fixed")
        return known.content

    def _unchanged(self, known: Standing, content: Plain, where: str) -> dict[str, Any]:
        """What is locked and holds blocks: nothing but these may change, and they speak for themselves."""
        inside = known.shape.compartments
        for field in known.shape.fields:
            one, other = (
                (field.key(known.content) in has, has.get(field.key(known.content))) for has in (known.content, content)
            )
            if field not in inside and one != other:
                self.fields.wrong(f"{where}.{field.name}", "locked", operation=field.operation)
        for field in inside:
            places = [[place for place, _ in compartments(has, field)] for has in (known.content, content)]
            if places[0] != places[1]:
                self.fields.wrong(f"{where}.{field.name}", "locked", operation="style")
        held = {field.name: content[field.name] for field in inside if field.name in content}
        return {**known.content, **held}

    def _whole(self, node: Node, shape: Shape, known: Standing | None, where: str) -> dict[str, Any]:
        """A block with everything in it."""
        before = known.content if known else {}
        inside = self.compartments(node, shape, where.partition(".")[0], where)
        rest = {**node, "content": [inner for inner in node.get("content", ()) if inner["type"] != "inside"]}
        made = self.fields.whole(rest, shape.fields, before, where)
        for field in shape.compartments:
            if inside.get(field.name) or field.required or field.name in before:
                made[field.name] = inside.get(field.name, [])
        named = {"type": shape.type, "id": node["attrs"]["id"], **made}
        return in_order(named, before)

    def compartments(self, node: Node, shape: Shape, region: str, where: str) -> dict[str, list[Any]]:
        """The blocks inside a block by field; each is placed by its `region`."""
        nodes = [inner for inner in node.get("content", ()) if inner["type"] == "inside"]
        made: dict[str, list[Any]] = {}
        expected = []
        for field in shape.compartments:
            number = sum(inner["attrs"]["field"].startswith(f"{field.name}.") for inner in nodes)
            expected += [f"{field.name}.{cell}" for cell in range(number)] if field.cells else [field.name]
        if [inner["attrs"]["field"] for inner in nodes] != expected:
            self.fields.wrong(where, "editor-fields", expected=", ".join(expected) or "–")
            return made
        for inner in nodes:
            name, _, cell = inner["attrs"]["field"].partition(".")
            blocks = self._blocks(inner, region)
            made.setdefault(name, []).extend([blocks] if cell else blocks)
        return made
