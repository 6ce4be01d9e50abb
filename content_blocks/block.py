"""What every block type shares, and how a type is found: one file in `content_blocks/types/` is all it takes.

A block is what an author writes.  Its class says which fields it has (each with label and help in both languages, so
that editor form, JSON Schema and check read the same) and how it comes down to parts.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic.config import JsonDict

from content_blocks.document import ChannelName, LockMode, Piece
from content_blocks.item import Identifier, Item, read_item
from content_blocks.parts import Part
from content_blocks.problem import Problem, Refused, refuse
from content_blocks.scope import Scope
from content_blocks.text import Inline, Text

Level = Literal["leaf", "piece", "template"]
LEAVES: frozenset[Level] = frozenset({"leaf"})
SHARED: frozenset[Level] = frozenset({"leaf", "piece"})
ANYTHING: frozenset[Level] = frozenset({"leaf", "piece", "template"})

Words = Mapping[str, str]
"""The same words in English (`en`) and German (`de`)."""


def labelled(en: str, de: str, help_en: str = "", help_de: str = "", **more: Any) -> Any:
    """A field with its label and help for the people who fill it in."""
    extra: JsonDict = {"label": {"en": en, "de": de}, "help": {"en": help_en, "de": help_de}}
    return Field(json_schema_extra=extra, **more)


class ChannelForm(Item):
    """How one channel carries a block: `form`, and for `rows` how many and the sentence that follows them.

    In that sentence `{{ shown }}`, `{{ hidden }}` and `{{ total }}` are numbers of rows.
    """

    form: Literal["full", "rows", "short", "absent"]
    rows: int = Field(default=0, ge=0, le=500)
    more: Inline | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_notation(cls, content: Any) -> Any:
        return {"form": content} if isinstance(content, str) else content


class Block(Item):
    """A block in a template or content block.

    `type_name` is its name in files.  `place` says where it may stand: a `leaf` anywhere, a `piece` in content blocks
    and templates, the rest in templates only.  `nested` names the fields that hold blocks, `holds` the levels those
    may have.
    """

    type_name: ClassVar[str]
    title: ClassVar[Words]
    place: ClassVar[Level] = "leaf"
    nested: ClassVar[tuple[str, ...]] = ()
    holds: ClassVar[frozenset[Level]] = frozenset()
    specimen: ClassVar[Mapping[str, Any]]

    type: str
    id: Identifier
    lock: LockMode = "open"
    mandatory: bool | tuple[ChannelName, ...] = False
    short: Inline | None = None
    channels: dict[ChannelName, ChannelForm] = Field(default_factory=dict)
    note: str = ""

    def parts(self, scope: Scope) -> Sequence[Part]:
        """What a reader sees of this block for one record."""
        raise NotImplementedError(self.type_name)

    def pieces(self, scope: Scope) -> Iterator[Piece]:
        """The pieces this block becomes: one, unless its type says otherwise."""
        yield scope.piece(self, tuple(self.parts(scope)))

    def children(self) -> Iterator[Block]:
        """The blocks directly inside this one."""
        for name in self.nested:
            for value in getattr(self, name):
                yield from value if isinstance(value, tuple) else (value,)

    def texts(self) -> Iterator[tuple[str, Text]]:
        """Every text of this block with the name of its field, those of its settings included."""
        yield from _texts_in(self, "")


def _texts_in(value: object, name: str) -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield name, value
    for key, inner in _settings(value):
        yield from _texts_in(inner, f"{name}.{key}" if name else str(key))


def _settings(value: object) -> Iterator[tuple[object, object]]:
    """What a setting is made of; blocks inside a block are not settings of it."""
    match value:
        case Item():
            nested = getattr(value, "nested", ())
            yield from ((key, getattr(value, key)) for key in type(value).model_fields if key not in nested)
        case Mapping():
            yield from value.items()
        case list() | tuple():
            yield from enumerate(value)


@cache
def block_types() -> Mapping[str, type[Block]]:
    """Every block type by its name, found in `content_blocks/types/`."""
    package = importlib.import_module("content_blocks.types")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return {kind.type_name: kind for kind in sorted(_kinds(Block), key=lambda kind: kind.type_name)}


def _kinds(parent: type[Block]) -> Iterator[type[Block]]:
    for kind in parent.__subclasses__():
        if "type_name" in vars(kind):
            yield kind
        yield from _kinds(kind)


def read_block(content: object, allowed: frozenset[Level] = ANYTHING) -> Block:
    """A block and all blocks inside it; raises Refused with every fault, placed by block id and field."""
    if not isinstance(content, Mapping):
        raise refuse("", "field-not-a-mapping")
    name = str(content.get("id", content.get("type", "?")))
    kind = block_types().get(str(content.get("type", "")))
    if kind is None:
        raise refuse(f"{name}.type", "block-type-unknown", expected=", ".join(block_types()))
    if kind.place not in allowed:
        raise refuse(name, "block-not-here", type=kind.type_name)
    filled = dict(content)
    problems: list[Problem] = []
    for field in kind.nested:
        try:
            filled[field] = _read_nested(content.get(field, ()), allowed & kind.holds)
        except Refused as refused:
            problems += refused.problems
    try:
        block = read_item(kind, filled)
    except Refused as refused:
        problems += [problem.within(name) for problem in refused.problems]
    if problems:
        raise Refused(_joined(problem) for problem in problems)
    return block


def read_blocks(content: Sequence[object], allowed: frozenset[Level] = ANYTHING) -> tuple[Block, ...]:
    """A list of blocks; raises Refused with the faults of all of them."""
    blocks: list[Block] = []
    problems: list[Problem] = []
    for entry in content:
        try:
            blocks.append(read_block(entry, allowed))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)
    return tuple(blocks)


def _read_nested(content: object, allowed: frozenset[Level]) -> tuple[Any, ...]:
    if not isinstance(content, list | tuple):
        raise refuse("", "field-not-a-list")
    if any(isinstance(item, list | tuple) for item in content):
        return tuple(_read_nested(item, allowed) for item in content)
    return read_blocks(content, allowed)


def _joined(problem: Problem) -> Problem:
    return Problem(".".join(problem.where.split()), problem.code, problem.params)


def walk(blocks: Sequence[Block]) -> Iterator[Block]:
    """Some blocks and everything inside them, in reading order."""
    for block in blocks:
        yield block
        yield from walk(tuple(block.children()))
