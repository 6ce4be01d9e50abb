"""From a template to the document that somebody edits: the getting half of the lens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from content_blocks.document import REGIONS, LockMode
from content_blocks.locks import Rights
from content_blocks.problem import Problem, Refused, refuse
from web_editor.document.guard import Document
from web_editor.document.modes import Plain, Standing, compartments, standing, template_mode
from web_editor.document.schema import document_schema
from web_editor.document.shapes import FieldShape, template_fields
from web_editor.document.texts import ABSENT, Tongue, tongue, words
from web_editor.document.writing import Node


def get(template: Plain, language: str, rights: Rights) -> Document:
    """The document of a template in one language, for somebody with these rights.

    `template` is the content of one that can be read (`read_item(Template, …)`), as parsed from its file; nothing of it
    is shared with the document.  Raises Refused if it is bigger than a document may be.
    """
    look = Reading(tongue(template, language), rights)
    lines = [look.words(field, at(template, field.name), field.name) for field in template_fields()]
    mode = template_mode(template, rights)
    return whole(look, lines, {name: look.blocks(template.get(name) or (), mode, name) for name in REGIONS})


def whole(look: Reading, lines: Sequence[Node], regions: Mapping[str, Sequence[Node]]) -> Document:
    """The document of what was read; raises Refused for what could not be, and if it is bigger than one may be."""
    if look.problems:
        raise Refused(look.problems)
    placed = [node("region", {"name": name}, regions.get(name, ())) for name in REGIONS]
    document = node("doc", {}, [node("messages", {}, lines), *placed])
    if (nodes := count(document)) > document_schema().most_nodes:
        raise refuse("", "editor-too-many-nodes", limit=document_schema().most_nodes, nodes=nodes)
    return document


def node(kind: str, attrs: Mapping[str, Any], content: Sequence[Node] = ()) -> Node:
    """A node as ProseMirror writes it: nothing is said of attributes and content where there are none."""
    made: Node = {"type": kind}
    if attrs:
        made["attrs"] = dict(attrs)
    if content:
        made["content"] = list(content)
    return made


def count(document: Node) -> int:
    """How many nodes there are."""
    return 1 + sum(map(count, document.get("content", ())))


def at(template: Plain, name: str) -> Any:
    """What a template has at a dotted name."""
    value: Any = template
    for step in name.split("."):
        value = (value or {}).get(step)
    return value


class Reading:
    """One template read in one language for one person; what cannot be read is collected in `problems`."""

    def __init__(self, tongue: Tongue, rights: Rights) -> None:
        self.tongue = tongue
        self.rights = rights
        self.problems: list[Problem] = []

    def blocks(self, blocks: Sequence[Plain], around: LockMode, where: str) -> list[Node]:
        """The nodes of some blocks within what binds their place."""
        return [self.block(standing(content, around, self.rights), where) for content in blocks]

    def block(self, found: Standing, where: str) -> Node:
        """The node of a block and of everything inside it."""
        attrs = {"id": found.id, "type": found.shape.type, "mode": found.mode}
        if found.fixed:
            return node("fixed", attrs)
        fields = found.shape.fields
        inner = self.nodes(fields, found.content, f"{where}.{found.id}")
        inner += [
            node("inside", {"field": place}, self.blocks(blocks, found.inside, where))
            for field in found.shape.compartments
            for place, blocks in compartments(found.content, field)
        ]
        return node("block", {**attrs, "settings": settings(fields, found.content)}, inner)

    def words(self, field: FieldShape, value: Any, where: str, called: str | None = None) -> Node:
        """The node of one text."""
        name = field.name if called is None else called
        assert field.text
        try:
            return words(value, name, field.text, self.tongue)
        except Refused as refused:
            self.problems += [problem.under(where) for problem in refused.problems]
            return words(ABSENT, name, field.text, self.tongue)

    def entry(self, field: FieldShape, value: Any, key: str, where: str) -> Node:
        """The node of one entry of a list or map."""
        if not field.fields:
            return node("entry", {"key": key, "settings": {}}, [self.words(field, value, where, "")])
        whole = spelled_out(field, value)
        attrs = {"key": key, "settings": settings(field.fields, whole)}
        return node("entry", attrs, self.nodes(field.fields, whole, where))

    def nodes(self, fields: Sequence[FieldShape], content: Plain, where: str) -> list[Node]:
        """What an object holds beside its settings, in the order of its shape."""
        return [
            made
            for field in fields
            if field.structure != "setting"
            for made in self._field(field, content.get(field.key(content)), f"{where}.{field.name}")
        ]

    def _field(self, field: FieldShape, value: Any, where: str) -> Iterator[Node]:
        match field.structure:
            case "text":
                yield self.words(field, value, where)
            case "entries":
                entries = [self.entry(field, inner, key, f"{where}.{step}") for step, key, inner in steps(field, value)]
                yield node("entries", {"field": field.name}, entries)
            case "part" if value is not None:
                attrs = {"field": field.name, "settings": settings(field.fields, value)}
                yield node("part", attrs, self.nodes(field.fields, value, where))


def steps(field: FieldShape, value: Any) -> list[tuple[str, str, Any]]:
    """The entries of a list or map with what leads to them in a path, and their keys: none in a list."""
    if field.keyed:
        return [(str(key), str(key), inner) for key, inner in (value or {}).items()]
    return [(str(number), "", inner) for number, inner in enumerate(value or ())]


def spelled_out(field: FieldShape, value: Any) -> Plain:
    """An entry as a map, even if it is written in its short notation."""
    if field.shorthand and not isinstance(value, Mapping):
        return {field.shorthand: value}
    whole: Plain = value
    return whole


def settings(fields: Sequence[FieldShape], content: Plain) -> dict[str, Any]:
    """Those fields of an object that hold neither texts nor blocks, as they are written."""
    keys = ((field.name, field.key(content)) for field in fields if field.structure == "setting")
    return {name: deepcopy(content[key]) for name, key in keys if key in content}
