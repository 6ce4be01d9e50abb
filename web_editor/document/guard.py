"""Reading documents that a browser sends, or somebody's own program: everything else relies on their form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from content_blocks.problem import Problem, Refused, refuse
from web_editor.document.schema import NodeForm, document_schema

Document = dict[str, Any]
"""A document as the browser has it: the JSON of ProseMirror's node `doc`."""

DEEPEST_SETTING = 12
"""How deep the lists and maps in a setting may go."""


def read_document(source: bytes | str) -> object:
    """What some JSON says, for `put` to look at.  Raises Refused if it is none, or more than a document may be."""
    if len(source if isinstance(source, bytes) else source.encode(errors="replace")) > document_schema().most_bytes:
        raise refuse("", "editor-too-big", limit=document_schema().most_bytes)
    try:
        content: object = json.loads(source, parse_float=_no_fraction, parse_constant=_no_fraction)
    except (ValueError, RecursionError):
        raise refuse("", "editor-not-json") from None
    return content


def _no_fraction(written: str) -> float:
    raise ValueError(written)


def checked_document(content: object) -> Document:
    """The content itself, if it has the form of a document.  Raises Refused with everything that is wrong with it.

    Places in problems are paths in the JSON, as `content.5.content.0.attrs.mode`.
    """
    if not isinstance(content, dict) or content.get("type") != "doc":
        raise refuse("", "editor-node-unknown", expected="doc")
    look = _Look()
    look.node(content)
    if look.problems:
        raise Refused(look.problems)
    return content


MOST_PROBLEMS = 100
LONGEST_PLACE = 200
LONGEST_STEP = 60


class _Look:
    """One look at a document: where it is, what is wrong so far, and how many nodes and characters there were."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.path: list[str | int] = []
        self.depth = 0
        self.nodes = 0
        self.characters = 0
        self.schema = document_schema()

    def node(self, node: dict[str, Any]) -> None:
        """Look at a node of a known kind, and everything inside it."""
        self._count()
        form = self.schema.nodes[node["type"]]
        is_text = node["type"] == "text"
        self._unknown(node, _KEYS_OF_TEXT if is_text else _KEYS_INLINE if form.inline else _KEYS)
        self._attributes(node, form)
        if is_text:
            self._text(node.get("text"))
        if "marks" in node:
            self._marks(node["marks"])
        if "content" in node:
            self._content(node["content"], form)
        self.depth -= 1

    def _count(self) -> None:
        """Raises Refused when it becomes too much: then nothing more is looked at."""
        self.nodes += 1
        self.depth += 1
        if self.nodes > self.schema.most_nodes:
            raise refuse("", "editor-too-many-nodes", limit=self.schema.most_nodes)
        if self.depth > self.schema.deepest:
            raise refuse(self._where(), "editor-too-deep", limit=self.schema.deepest)

    def _read(self, text: str) -> None:
        self.characters += len(text)
        if self.characters > self.schema.most_bytes:
            raise refuse("", "editor-too-big", limit=self.schema.most_bytes)

    def _content(self, content: object, form: NodeForm) -> None:
        if not isinstance(content, list):
            self._wrong("field-not-a-list", "content")
            return
        self.path += ["content", 0]
        for number, inner in enumerate(content):
            self.path[-1] = number
            kind = inner.get("type") if isinstance(inner, dict) else None
            if isinstance(kind, str) and kind in form.content:
                self.node(inner)
            else:
                self._wrong("editor-node-unknown", expected=", ".join(sorted(form.content)) or "–")
        del self.path[-2:]

    def _attributes(self, node: Mapping[str, Any], form: NodeForm) -> None:
        attrs = node.get("attrs", _NONE)
        if not isinstance(attrs, dict):
            self._wrong("field-not-a-mapping", "attrs")
            return
        self.path.append("attrs")
        self._unknown(attrs, form.attrs.keys())
        for name, attribute in form.attrs.items():
            if name not in attrs:
                self._wrong("field-missing", name)
            elif not attribute.takes(attrs[name]):
                self._wrong("editor-attribute", name, expected=attribute.expected)
            else:
                self._inside(name, attrs[name], 0)
        self.path.pop()

    def _marks(self, marks: object) -> None:
        if not isinstance(marks, list):
            self._wrong("field-not-a-list", "marks")
            return
        seen = set()
        self.path += ["marks", 0]
        for number, mark in enumerate(marks):
            self.path[-1] = number
            name = mark.get("type") if isinstance(mark, dict) else None
            if not isinstance(name, str) or name not in self.schema.marks or name in seen:
                self._wrong("editor-mark-unknown", expected=", ".join(self.schema.marks))
                continue
            seen.add(name)
            self._unknown(mark, _KEYS_OF_MARK)
            self._attributes(mark, self.schema.marks[name])
        del self.path[-2:]

    def _text(self, text: object) -> None:
        if not isinstance(text, str) or not text:
            self._wrong("field-not-text", "text")
        elif "\n" in text:
            self._wrong("editor-newline", "text")
        else:
            self._read(text)

    def _inside(self, step: str | int, value: object, depth: int) -> None:
        self.path.append(step)
        if depth > DEEPEST_SETTING:
            self._wrong("editor-too-deep", limit=DEEPEST_SETTING)
        else:
            self._value(value, depth)
        self.path.pop()

    def _value(self, value: object, depth: int) -> None:
        """A value made of texts, whole numbers, truth values, lists and maps."""
        match value:
            case str():
                self._read(value)
            case dict():
                for key, inner in value.items():
                    self._read(str(key))
                    self._inside(str(key), inner, depth + 1)
            case list():
                for number, inner in enumerate(value):
                    self._read(" ")
                    self._inside(number, inner, depth + 1)
            case None:
                pass
            case int() if abs(value) <= BIGGEST:
                pass
            case _:
                self._wrong("editor-value")

    def _unknown(self, found: Mapping[str, Any], known: AbstractSet[str]) -> None:
        if not found.keys() <= known:
            for name in sorted(map(str, found.keys() - known)):
                self._wrong("field-not-known", name)

    def _wrong(self, code: str, step: str | None = None, **params: str | int) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(self._where(step), code, params))

    def _where(self, step: str | None = None) -> str:
        steps = [*self.path, step] if step is not None else self.path
        return ".".join(str(one)[:LONGEST_STEP] for one in steps)[:LONGEST_PLACE]


BIGGEST = 2**53 - 1
"""Numbers beyond this are not the same in a browser."""

_KEYS = frozenset({"type", "attrs", "content"})
_KEYS_INLINE = _KEYS | {"marks"}
_KEYS_OF_TEXT = _KEYS_INLINE | {"text"}
_KEYS_OF_MARK = frozenset({"type", "attrs"})
_NONE: Mapping[str, Any] = {}
