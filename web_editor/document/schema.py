"""The form of an editor document, as `schema.json` has it for the browser and for us.

Content is written as ProseMirror writes it; attributes have a type, and where only some values fit, those.  Marks are
in the order in which they stand on a node.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Attribute:
    """What an attribute may be: of a `type`, and one of `values` if there are any."""

    type: type
    values: tuple[str, ...] = ()

    def takes(self, value: object) -> bool:
        """Whether it may have a value; a truth value is no number, and there are no numbers."""
        return isinstance(value, self.type) and (not self.values or value in self.values)

    @property
    def expected(self) -> str:
        """What it may be, in a word."""
        return ", ".join(self.values) or {str: "text", bool: "true, false", dict: "{…}"}[self.type]


@dataclass(frozen=True)
class NodeForm:
    """A kind of node or mark: the kinds of nodes in it, and its attributes, all of which it has to have."""

    content: frozenset[str]
    attrs: Mapping[str, Attribute]
    inline: bool = False


@dataclass(frozen=True)
class DocumentSchema:
    """All kinds of nodes and marks, and how big a document may be: bytes of JSON, nodes, and nodes inside nodes."""

    nodes: Mapping[str, NodeForm]
    marks: Mapping[str, NodeForm]
    most_bytes: int
    most_nodes: int
    deepest: int


@cache
def document_schema() -> DocumentSchema:
    """The one schema."""
    said = json.loads(schema_source())
    limits = said["limits"]
    return DocumentSchema(
        {name: _form(node) for name, node in said["nodes"].items()},
        {name: _form(mark) for name, mark in said["marks"].items()},
        limits["bytes"],
        limits["nodes"],
        limits["depth"],
    )


def schema_source() -> str:
    """The schema as it is written."""
    return (files(__package__) / "schema.json").read_text(encoding="utf-8")


def _form(said: Mapping[str, Any]) -> NodeForm:
    attrs = {
        name: Attribute(_TYPES[attr["type"]], tuple(attr.get("values", ()))) for name, attr in said["attrs"].items()
    }
    return NodeForm(frozenset(re.findall(r"[a-z]+", said.get("content", ""))), attrs, said.get("inline", False))


_TYPES: Mapping[str, type] = {"string": str, "boolean": bool, "object": dict}
