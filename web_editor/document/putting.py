"""From an edited document back to its template: the putting half of the lens.

Whatever the document leaves alone keeps the very source it had; blocks are told by their ids, wherever they moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from content_blocks.document import REGIONS
from content_blocks.lock_mode import Operation
from content_blocks.locks import Rights
from content_blocks.problem import Problem, Refused
from web_editor.document.entries import paired
from web_editor.document.guard import checked_document
from web_editor.document.modes import Plain, Standing, compartments, standings
from web_editor.document.reading import Reading, at, spelled_out, steps
from web_editor.document.shapes import FieldShape, Shape, shapes, template_fields
from web_editor.document.texts import ABSENT, Tongue, text, tongue
from web_editor.document.writing import Node


def put(document: object, before: Plain, language: str, rights: Rights) -> dict[str, Any]:
    """The template after somebody with these rights edited its document in one language.

    `before` is what the document was got from.  What comes out shares with it what nobody touched; it may be no
    template yet, as when something required is still empty: `read_item` says so.

    Raises Refused with everything in the document that is not of its form, that cannot be written, or that changes
    what is locked for them.  What is added, removed or moved is for `lock_violations` to judge.
    """
    checked = checked_document(document)
    edit = _Edit(before, tongue(before, language), rights)
    content = edit.template(checked)
    if edit.problems:
        raise Refused(dict.fromkeys(edit.problems))
    return content


class _Edit:
    """One template being put together again; what is wrong with its document is collected in `problems`."""

    def __init__(self, before: Plain, tongue: Tongue, rights: Rights) -> None:
        self.before = before
        self.tongue = tongue
        self.reading = Reading(tongue, rights)
        self.known = standings(before, rights)
        self.used: Counter[str] = Counter()
        self.problems: list[Problem] = []

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
        found = self._by_field(node, [(field.name, "words") for field in template_fields()], "messages")
        messages = dict(content.get("messages") or {})
        for field in template_fields():
            if field.name not in found:
                continue
            value = self._text(field, found[field.name], at(self.before, field.name), field.name)
            into = content if "." not in field.name else messages
            _set(into, field.name.rpartition(".")[2], value)
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
            return self._wrong(where, "block-id-repeated")
        known = self.known.get(name)
        if node["type"] == "fixed" or (known and known.fixed):
            return self._fixed(node, known, where)
        if kind not in shapes():
            return self._wrong(where, "block-type-unknown", expected=", ".join(shapes()))
        if known and known.shape.type != kind:
            if known.mode == "locked":
                return self._wrong(where, "locked", operation="remove")
            known = None
        content = self._whole(node, shapes()[kind], known, where)
        return self._unchanged(known, content, where) if known and known.mode == "locked" else content

    def _fixed(self, node: Node, known: Standing | None, where: str) -> Any:
        if known is None:
            return self._wrong(where, "editor-fixed-unknown")
        if node["type"] != "fixed":
            return self._wrong(where, "locked", operation="word")
        if not known.fixed or known.shape.type != node["attrs"]["type"]:
            return self._wrong(where, "editor-not-fixed")
        return known.content

    def _unchanged(self, known: Standing, content: Plain, where: str) -> dict[str, Any]:
        """What is locked and holds blocks: nothing but these may change, and they speak for themselves."""
        inside = known.shape.compartments
        for field in known.shape.fields:
            one, other = (
                (field.key(known.content) in has, has.get(field.key(known.content))) for has in (known.content, content)
            )
            if field not in inside and one != other:
                self._wrong(f"{where}.{field.name}", "locked", operation=_operation(field))
        for field in inside:
            places = [[place for place, _ in compartments(has, field)] for has in (known.content, content)]
            if places[0] != places[1]:
                self._wrong(f"{where}.{field.name}", "locked", operation="style")
        held = {field.name: content[field.name] for field in inside if field.name in content}
        return {**known.content, **held}

    def _whole(self, node: Node, shape: Shape, known: Standing | None, where: str) -> dict[str, Any]:
        """A block with everything in it."""
        before = known.content if known else {}
        inside = self._compartments(node, shape, where)
        rest = {**node, "content": [inner for inner in node.get("content", ()) if inner["type"] != "inside"]}
        made = self._object(rest, shape.fields, before, where)
        for field in shape.compartments:
            if inside.get(field.name) or field.required or field.name in before:
                made[field.name] = inside.get(field.name, [])
        named = {"type": shape.type, "id": node["attrs"]["id"], **made}
        return _in_order(named, before)

    def _compartments(self, node: Node, shape: Shape, where: str) -> dict[str, list[Any]]:
        """The blocks inside a block by field."""
        nodes = [inner for inner in node.get("content", ()) if inner["type"] == "inside"]
        made: dict[str, list[Any]] = {}
        expected = []
        for field in shape.compartments:
            number = sum(inner["attrs"]["field"].startswith(f"{field.name}.") for inner in nodes)
            expected += [f"{field.name}.{cell}" for cell in range(number)] if field.cells else [field.name]
        if [inner["attrs"]["field"] for inner in nodes] != expected:
            self._wrong(where, "editor-fields", expected=", ".join(expected) or "–")
            return made
        region = where.partition(".")[0]
        for inner in nodes:
            name, _, cell = inner["attrs"]["field"].partition(".")
            blocks = self._blocks(inner, region)
            made.setdefault(name, []).extend([blocks] if cell else blocks)
        return made

    def _object(self, node: Node, fields: Sequence[FieldShape], before: Plain, where: str) -> dict[str, Any]:
        """An object's own fields: its settings, and what its nodes say."""
        made = self._settings(node["attrs"]["settings"], fields, before, where)
        held = [field for field in fields if field.structure in _NODES]
        forms = [(field.name, _NODES[field.structure]) for field in held]
        optional = {field.name for field in held if field.structure == "part"}
        found = self._by_field(node, forms, where, optional)
        for field in held:
            key = field.key(before)
            if field.name in found:
                value = self._value(field, found[field.name], before.get(key), f"{where}.{field.name}")
                _set(made, key, value)
        return _in_order(made, before)

    def _settings(self, given: Plain, fields: Sequence[FieldShape], before: Plain, where: str) -> dict[str, Any]:
        known = {field.name: field for field in fields if field.structure == "setting"}
        for name in given.keys() - known.keys():
            self._wrong(f"{where}.{name[:60]}", "field-not-known")
        return {field.key(before): given[name] for name, field in known.items() if name in given}

    def _by_field(
        self, node: Node, forms: Sequence[tuple[str, str]], where: str, optional: Iterable[str] = ()
    ) -> dict[str, Node]:
        """What is in a node by field; each has to be there once, in the order of the shape."""
        inner = node.get("content", [])
        found = [(one["attrs"]["field"], one["type"]) for one in inner if "field" in one["attrs"]]
        absent = set(optional) - {name for name, _ in found}
        expected = [form for form in forms if form[0] not in absent]
        if found != expected or len(found) != len(inner):
            self._wrong(where, "editor-fields", expected=", ".join(name for name, _ in expected) or "–")
            return {}
        return {one["attrs"]["field"]: one for one in inner}

    def _value(self, field: FieldShape, node: Node, before: Any, where: str) -> Any:
        match field.structure:
            case "text":
                return self._text(field, node, before, where)
            case "entries":
                return self._entries(field, node, before, where)
            case _:
                return self._object(node, field.fields, before or {}, where)

    def _text(self, field: FieldShape, node: Node, before: Any, where: str, *, required: bool | None = None) -> Any:
        if node["attrs"]["kind"] != field.text:
            return self._wrong(where, "editor-attribute", expected=str(field.text))
        try:
            return text(node, before, self.tongue, required=field.required if required is None else required)
        except Refused as refused:
            self.problems += [problem.under(where) for problem in refused.problems]
            return before

    def _entries(self, field: FieldShape, node: Node, before: Any, where: str) -> Any:
        given = node.get("content", [])
        if len(given) > (field.max or MOST_ENTRIES):
            return self._wrong(where, "editor-entries", limit=field.max or MOST_ENTRIES)
        if not given:
            return _emptied(field, before)
        was = steps(field, before)
        if field.keyed:
            return self._keyed(field, given, {key: value for _, key, value in was}, where)
        shown = [self.reading.entry(field, value, key, where) for _, key, value in was]
        pairs = paired(shown, given)
        return [
            self._entry(field, entry, None if number is None else was[number][2], f"{where}.{place}")
            for place, (entry, number) in enumerate(zip(given, pairs, strict=True))
        ]

    def _keyed(self, field: FieldShape, given: Sequence[Node], before: Plain, where: str) -> dict[str, Any]:
        keys = [entry["attrs"]["key"] for entry in given]
        for key, count in Counter(keys).items():
            if count > 1:
                self._wrong(f"{where}.{key[:60]}", "editor-key-repeated")
        made = {
            key: self._entry(field, entry, before.get(key), f"{where}.{key[:60]}")
            for key, entry in zip(keys, given, strict=True)
        }
        return _in_order(made, before)

    def _entry(self, field: FieldShape, node: Node, before: Any, where: str) -> Any:
        if not field.keyed and node["attrs"]["key"]:
            self._wrong(where, "editor-entry-key")
        if not field.fields:
            self._settings(node["attrs"]["settings"], (), {}, where)
            found = self._by_field(node, [("", "words")], where)
            return self._text(field, found[""], before, where, required=True) if found else before
        whole = spelled_out(field, before) if before is not None else {}
        made = self._object(node, field.fields, whole, where)
        short = field.shorthand and made.keys() == {field.shorthand} and not isinstance(before, Mapping)
        return made[field.shorthand] if short and field.shorthand else made

    def _wrong(self, where: str, code: str, **params: str | int) -> None:
        self.problems.append(Problem(where, code, params))


MOST_ENTRIES = 200
"""How many entries there may be where the block type says nothing about it."""

_NODES = {"text": "words", "entries": "entries", "part": "part"}
_OPERATIONS: Mapping[str, Operation] = {
    "lock": "lock_mode",
    "channels": "channel_form",
    "mandatory": "channel_form",
    **dict.fromkeys(("condition", "list_path", "expression", "inputs", "name"), "condition"),
    **dict.fromkeys(("text", "entries", "part"), "word"),
}


def _operation(field: FieldShape) -> Operation:
    """What changing a field is called, by its name or else by its kind."""
    return _OPERATIONS.get(field.name) or _OPERATIONS.get(field.kind, "style")


def _emptied(field: FieldShape, before: Any) -> Any:
    """A list or map without entries; if it had none before, as it was."""
    if before is not None and not before:
        return before
    return ({} if field.keyed else []) if field.required else ABSENT


def _set(into: dict[str, Any], name: str, value: Any) -> None:
    """Set a field, or take it away."""
    if value is ABSENT:
        into.pop(name, None)
    else:
        into[name] = value


def _in_order(made: Mapping[str, Any], before: Plain) -> dict[str, Any]:
    """The fields in the order in which they were written before, new ones behind them."""
    kept = {name: made.get(name) for name in before if name in made or before[name] is None}
    return {**kept, **{name: value for name, value in made.items() if name not in kept}}
