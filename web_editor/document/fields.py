"""The fields of an object put together again from what a document says of them: settings, texts, entries and parts.

What the document leaves alone keeps the very source it had.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from content_blocks.problem import Problem, Refused
from web_editor.document.entries import paired
from web_editor.document.modes import Plain
from web_editor.document.reading import Reading, spelled_out, steps
from web_editor.document.shapes import FieldShape
from web_editor.document.texts import ABSENT, text
from web_editor.document.writing import Node


class Fields:
    """Puts fields together; what is wrong with their nodes is collected in `problems`.

    `reading` shows what the document said before it was edited.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.problems: list[Problem] = []

    def whole(self, node: Node, fields: Sequence[FieldShape], before: Plain, where: str) -> dict[str, Any]:
        """An object's own fields: its settings, and what its nodes say."""
        made = self._settings(node["attrs"]["settings"], fields, before, where)
        held = [field for field in fields if field.structure in _NODES]
        forms = [(field.name, _NODES[field.structure]) for field in held]
        optional = {field.name for field in held if field.structure == "part"}
        found = self.by_field(node, forms, where, optional)
        for field in held:
            key = field.key(before)
            if field.name in found:
                value = self._value(field, found[field.name], before.get(key), f"{where}.{field.name}")
                set_or_take(made, key, value)
        return in_order(made, before)

    def _settings(self, given: Plain, fields: Sequence[FieldShape], before: Plain, where: str) -> dict[str, Any]:
        known = {field.name: field for field in fields if field.structure == "setting"}
        for name in given.keys() - known.keys():
            self.wrong(f"{where}.{name[:60]}", "field-not-known")
        return {field.key(before): given[name] for name, field in known.items() if name in given}

    def by_field(
        self, node: Node, forms: Sequence[tuple[str, str]], where: str, optional: Iterable[str] = ()
    ) -> dict[str, Node]:
        """What is in a node by field; each has to be there once, in the order of the shape."""
        inner = node.get("content", [])
        found = [(one["attrs"]["field"], one["type"]) for one in inner if "field" in one["attrs"]]
        absent = set(optional) - {name for name, _ in found}
        expected = [form for form in forms if form[0] not in absent]
        if found != expected or len(found) != len(inner):
            self.wrong(where, "editor-fields", expected=", ".join(name for name, _ in expected) or "–")
            return {}
        return {one["attrs"]["field"]: one for one in inner}

    def _value(self, field: FieldShape, node: Node, before: Any, where: str) -> Any:
        match field.structure:
            case "text":
                return self.text(field, node, before, where)
            case "entries":
                return self._entries(field, node, before, where)
            case _:
                return self.whole(node, field.fields, before or {}, where)

    def text(self, field: FieldShape, node: Node, before: Any, where: str, *, required: bool | None = None) -> Any:
        """A text; one that is `required`, if need be otherwise than its field, is never taken away."""
        if node["attrs"]["kind"] != field.text:
            return self.wrong(where, "editor-attribute", expected=str(field.text))
        try:
            return text(node, before, self.reading.tongue, required=field.required if required is None else required)
        except Refused as refused:
            self.problems += [problem.under(where) for problem in refused.problems]
            return before

    def _entries(self, field: FieldShape, node: Node, before: Any, where: str) -> Any:
        given = node.get("content", [])
        if len(given) > (field.max or MOST_ENTRIES):
            return self.wrong(where, "editor-entries", limit=field.max or MOST_ENTRIES)
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
                self.wrong(f"{where}.{key[:60]}", "editor-key-repeated")
        made = {
            key: self._entry(field, entry, before.get(key), f"{where}.{key[:60]}")
            for key, entry in zip(keys, given, strict=True)
        }
        return in_order(made, before)

    def _entry(self, field: FieldShape, node: Node, before: Any, where: str) -> Any:
        if not field.keyed and node["attrs"]["key"]:
            self.wrong(where, "editor-entry-key")
        if not field.fields:
            self._settings(node["attrs"]["settings"], (), {}, where)
            found = self.by_field(node, [("", "words")], where)
            return self.text(field, found[""], before, where, required=True) if found else before
        whole = spelled_out(field, before) if before is not None else {}
        made = self.whole(node, field.fields, whole, where)
        short = field.shorthand and made.keys() == {field.shorthand} and not isinstance(before, Mapping)
        return made[field.shorthand] if short and field.shorthand else made

    def wrong(self, where: str, code: str, **params: str | int) -> None:
        """Collect a problem."""
        self.problems.append(Problem(where, code, params))


MOST_ENTRIES = 200
"""How many entries there may be where the block type says nothing about it."""

_NODES = {"text": "words", "entries": "entries", "part": "part"}


def _emptied(field: FieldShape, before: Any) -> Any:
    """A list or map without entries; if it had none before, as it was."""
    if before is not None and not before:
        return before
    return ({} if field.keyed else []) if field.required else ABSENT


def set_or_take(into: dict[str, Any], name: str, value: Any) -> None:
    """Set a field, or take it away."""
    if value is ABSENT:
        into.pop(name, None)
    else:
        into[name] = value


def in_order(made: Mapping[str, Any], before: Plain) -> dict[str, Any]:
    """The fields in the order in which they were written before, new ones behind them."""
    kept = {name: made.get(name) for name in before if name in made or before[name] is None}
    return {**kept, **{name: value for name, value in made.items() if name not in kept}}
