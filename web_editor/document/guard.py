"""Reading documents that a browser sends, or somebody's own program: everything else relies on their form."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from content_blocks.problem import Problem, Refused, refuse
from web_editor.document.schema import NodeForm, document_schema

Document = dict[str, Any]
"""A document as the browser has it: the JSON of ProseMirror's node `doc`."""

DEEPEST_SETTING = 12
"""How deep the lists and maps in a setting may go."""


def read_document(source: bytes | str) -> Document:
    """The document that some JSON is.

    Raises Refused with everything that is wrong with its form, or what it is too big for.
    """
    if len(source if isinstance(source, bytes) else source.encode(errors="replace")) > document_schema().most_bytes:
        raise refuse("", "editor-too-big", limit=document_schema().most_bytes)
    try:
        content = json.loads(source, parse_float=_no_fraction, parse_constant=_no_fraction)
    except (ValueError, RecursionError):
        raise refuse("", "editor-not-json") from None
    return checked_document(content)


def _no_fraction(written: str) -> float:
    raise ValueError(written)


def checked_document(content: object) -> Document:
    """The content itself, if it has the form of a document.  Raises Refused with everything that is wrong with it.

    Places in problems are paths in the JSON, as `content.6.content.0.attrs.mode`.
    """
    if not isinstance(content, dict) or content.get("type") != "doc":
        raise refuse("", "editor-node-unknown", expected="doc")
    look = _Look()
    look.node(content, "", 1)
    if look.problems:
        raise Refused(look.problems[:_MOST_PROBLEMS])
    return content


_MOST_PROBLEMS = 100


class _Look:
    """One look at a document: what is wrong so far, and how many nodes and characters it has."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.nodes = 0
        self.characters = 0
        self.schema = document_schema()

    def node(self, node: dict[str, Any], where: str, depth: int) -> None:
        """Look at a node of a known kind, and everything inside it."""
        self._count(where, depth)
        form = self.schema.nodes[node["type"]]
        self._attributes(node, form, where)
        if node["type"] == "text":
            self._text(node.get("text"), _at(where, "text"))
        known = {"type", "attrs", "content", *(("marks",) if form.inline else ())}
        known |= {"text"} if node["type"] == "text" else set()
        self._unknown(node, known, where)
        self._marks(node.get("marks", []), _at(where, "marks"))
        for place, inner in self._inside(node, form, where):
            self.node(inner, place, depth + 1)

    def _count(self, where: str, depth: int) -> None:
        """Raises Refused when it becomes too much: then nothing more is looked at."""
        self.nodes += 1
        if self.nodes > self.schema.most_nodes:
            raise refuse("", "editor-too-many-nodes", limit=self.schema.most_nodes)
        if depth > self.schema.deepest:
            raise refuse(where[:200], "editor-too-deep", limit=self.schema.deepest)

    def _read(self, characters: int) -> None:
        self.characters += characters
        if self.characters > self.schema.most_bytes:
            raise refuse("", "editor-too-big", limit=self.schema.most_bytes)

    def _inside(self, node: Mapping[str, Any], form: NodeForm, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
        content = node.get("content", [])
        if not isinstance(content, list):
            self._wrong(_at(where, "content"), "field-not-a-list")
            return
        for number, inner in enumerate(content):
            place = _at(where, f"content.{number}")
            kind = inner.get("type") if isinstance(inner, dict) else None
            if not isinstance(kind, str) or kind not in form.content:
                self._wrong(place, "editor-node-unknown", expected=", ".join(sorted(form.content)) or "–")
            else:
                yield place, inner

    def _attributes(self, node: Mapping[str, Any], form: NodeForm, where: str) -> None:
        attrs = node.get("attrs", {})
        where = _at(where, "attrs")
        if not isinstance(attrs, dict):
            self._wrong(where, "field-not-a-mapping")
            return
        self._unknown(attrs, set(form.attrs), where)
        for name, attribute in form.attrs.items():
            if name not in attrs:
                self._wrong(_at(where, name), "field-missing")
            elif not attribute.takes(attrs[name]):
                self._wrong(_at(where, name), "editor-attribute", expected=_expected(attribute.type, attribute.values))
            else:
                self._value(attrs[name], _at(where, name), 0)

    def _marks(self, marks: object, where: str) -> None:
        if not isinstance(marks, list):
            self._wrong(where, "field-not-a-list")
            return
        seen = set()
        for number, mark in enumerate(marks):
            place = _at(where, number)
            name = mark.get("type") if isinstance(mark, dict) else None
            if not isinstance(name, str) or name not in self.schema.marks or name in seen:
                self._wrong(place, "editor-mark-unknown", expected=", ".join(self.schema.marks))
                continue
            seen.add(name)
            self._unknown(mark, {"type", "attrs"}, place)
            self._attributes(mark, self.schema.marks[name], place)

    def _text(self, text: object, where: str) -> None:
        if not isinstance(text, str) or not text:
            self._wrong(where, "field-not-text")
        elif "\n" in text:
            self._wrong(where, "editor-newline")
        else:
            self._read(len(text))

    def _value(self, value: object, where: str, depth: int) -> None:
        """A value made of texts, whole numbers, truth values, lists and maps."""
        if depth > DEEPEST_SETTING:
            self._wrong(where[:200], "editor-too-deep", limit=DEEPEST_SETTING)
            return
        match value:
            case str():
                self._read(len(value))
            case dict():
                for key, inner in value.items():
                    self._read(len(str(key)))
                    self._key(key, where)
                    self._value(inner, _at(where, str(key)[:60]), depth + 1)
            case list():
                for number, inner in enumerate(value):
                    self._read(1)
                    self._value(inner, _at(where, number), depth + 1)
            case None | int():
                self._number(value, where)
            case _:
                self._wrong(where, "editor-value")

    def _key(self, key: object, where: str) -> None:
        if not isinstance(key, str):
            self._wrong(where, "editor-value")

    def _number(self, value: int | None, where: str) -> None:
        if value is not None and abs(value) > _BIGGEST:
            self._wrong(where, "editor-value")

    def _unknown(self, found: Mapping[str, Any], known: set[str], where: str) -> None:
        for name in sorted(found.keys() - known, key=str):
            self._wrong(_at(where, str(name)[:60]), "field-not-known")

    def _wrong(self, where: str, code: str, **params: str | int) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(Problem(where, code, params))


_BIGGEST = 2**53 - 1
"""Numbers beyond this are not the same in a browser."""


def _expected(kind: type, values: tuple[str, ...]) -> str:
    return ", ".join(values) or {str: "text", bool: "true, false", dict: "{…}"}[kind]


def _at(where: str, step: object) -> str:
    return f"{where}.{step}" if where else str(step)
