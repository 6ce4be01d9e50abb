"""What the text of an item is: its content, its version, its hash and what it refers to, for each kind of item."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import BaseModel

from approvals.workflow import Workflow
from content_blocks.block import walk
from content_blocks.canonical import canonical_hash, canonical_json, sha256
from content_blocks.content_block import ContentBlock
from content_blocks.dictionary import Dictionary
from content_blocks.document_class import DocumentClass
from content_blocks.item import item_hash, read_item
from content_blocks.problem import Problem, Refused, refuse
from content_blocks.template import Template
from content_blocks.theme import Brand, Theme
from content_blocks.types.clause import Clause
from templates_store.choose import Kind
from templates_store.item_files import read_source

MODELS: Mapping[Kind, tuple[type[BaseModel], str]] = {
    "template": (Template, "template"),
    "block": (ContentBlock, "block"),
    "dictionary": (Dictionary, "name"),
    "class": (DocumentClass, "name"),
    "theme": (Theme, "theme"),
    "workflow": (Workflow, "workflow"),
}
"""The kinds that are written as YAML, and the field with which an item names itself."""


class Refers(NamedTuple):
    """Another item that an item needs: its kind and name, and how: a pinned version, or following."""

    kind: Kind
    name: str
    version: str = ""
    follow: str = ""


@dataclass(frozen=True)
class Parsed:
    """An item as it was delivered, read.

    `content` is its plain content; `item` is none for pictures and personas, whose meaning lies elsewhere.  `version`
    is empty for kinds that do not number themselves.
    """

    kind: Kind
    name: str
    version: str
    hash: str
    content: Mapping[str, Any]
    item: Any

    def references(self) -> list[Refers]:
        """What it refers to, each once."""
        return list(dict.fromkeys(_references(self.item)))


def parse(kind: Kind, name: str, text: bytes, files: Mapping[str, bytes] | None = None, file: str = "") -> Parsed:
    """The item that some bytes are; raises Refused with everything that is wrong with it, by file and line.

    `files` are what lies beside a theme: its logo and fonts; `file` is where the bytes lie, if that can be told.
    """
    shown = file or file_of(kind, name)
    match kind:
        case "asset":
            return Parsed(kind, name, "", sha256(text), {}, None)
        case "persona":
            content = _json(text, shown)
            return Parsed(kind, name, "", canonical_hash(content), content, None)
    source = read_source(text, shown)
    item = _read(kind, source.content, shown, source.line_of)
    called = getattr(item, MODELS[kind][1])
    if called != name:
        raise refuse(shown, "item-name-differs", name=called, expected=name)
    digest = _brand_hash(item, files or {}, shown) if isinstance(item, Theme) else item_hash(item, source.content)
    return Parsed(kind, name, item.version, digest, source.content, item)


def reread(kind: Kind, content: Mapping[str, Any]) -> Any:
    """The item of content that was read before."""
    return read_item(MODELS[kind][0], content)


def file_of(kind: Kind, name: str, version: str = "") -> str:
    """The file of an item in a library's folder."""
    folder = {"class": "classes", "dictionary": "dictionaries"}.get(kind, f"{kind}s")
    match kind:
        case "asset":
            return f"{folder}/{name}"
        case "persona":
            return f"{folder}/{name}.json"
        case "theme":
            return f"{folder}/{name}/theme.yaml"
        case "block" if version:
            return f"{folder}/{name}/{version}.yaml"
    return f"{folder}/{name}.yaml"


def _read(kind: Kind, content: Mapping[str, Any], shown: str, line_of: Any) -> Any:
    try:
        return reread(kind, content)
    except Refused as refused:
        raise Refused(_at_line(problem, shown, line_of) for problem in refused.problems) from None


def _at_line(problem: Problem, shown: str, line_of: Any) -> Problem:
    return problem.within(f"{shown}:{line_of(problem.where.replace(' ', '.').split('.'))}")


def _brand_hash(theme: Theme, files: Mapping[str, bytes], shown: str) -> str:
    names = theme.file_names()
    if missing := [name for name in names if name not in files]:
        raise Refused(Problem(shown, "theme-file-missing", {"file": name}) for name in missing)
    return Brand(theme, {name: files[name] for name in names}).hash()


def _json(text: bytes, shown: str) -> dict[str, Any]:
    """A persona's file, for its hash only: numbers stay as they are written."""
    try:
        content = json.loads(text.decode("utf-8-sig"), parse_float=str, parse_int=str, parse_constant=str)
        canonical_json(content).encode()  # half a character can be escaped, but is none
    except (ValueError, RecursionError):
        raise refuse(shown, "record-not-json") from None
    if not isinstance(content, dict):
        raise refuse(shown, "record-not-json")
    return content


def _references(item: object) -> Iterator[Refers]:
    match item:
        case Template():
            yield Refers("dictionary", item.dictionary)
            yield Refers("class", item.document_class)
            yield from (Refers("theme", brand) for brand in item.brands)
            for _, block in item.blocks():
                yield from _of_block(block)
        case ContentBlock():
            for block in walk(item.long):
                yield from _of_block(block)
        case DocumentClass():
            yield Refers("workflow", item.workflow)
            yield from (Refers("block", entry.block) for entry in item.required)


def _of_block(block: object) -> Iterator[Refers]:
    if isinstance(block, Clause):
        yield Refers("block", block.block, block.version or "", block.follow or "")
    if asset := getattr(block, "asset", None):
        yield Refers("asset", asset)
