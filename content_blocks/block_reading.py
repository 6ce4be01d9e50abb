"""Reading blocks from plain data.  A block type is a file in `content_blocks/types/`: that is all it takes."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any

from content_blocks.block import ANYTHING, Block, Level
from content_blocks.item import IDENTIFIER, read_item
from content_blocks.problem import Problem, Refused, refuse


@cache
def block_types() -> Mapping[str, type[Block]]:
    """Every block type by its name, found in `content_blocks/types/`."""
    package = importlib.import_module("content_blocks.types")
    names = [f"{package.__name__}.{module.name}" for module in pkgutil.iter_modules(package.__path__)]
    kinds = [
        kind for name in sorted(names) for kind in vars(importlib.import_module(name)).values() if _is_one(kind, name)
    ]
    return {kind.type_name: kind for kind in kinds}


def read_blocks(
    content: object, allowed: frozenset[Level] = ANYTHING, around: tuple[str, ...] = ()
) -> tuple[Block, ...]:
    """A list of blocks of the `allowed` levels inside blocks of some types; raises Refused with the faults of all."""
    if not isinstance(content, list | tuple):
        raise refuse("", "field-not-a-list")
    blocks: list[Block] = []
    problems: list[Problem] = []
    for entry in content:
        try:
            blocks.append(read_block(entry, allowed, around))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)
    return tuple(blocks)


def read_block(content: object, allowed: frozenset[Level] = ANYTHING, around: tuple[str, ...] = ()) -> Block:
    """A block and all blocks inside it; raises Refused with every fault, placed by block id and field."""
    if isinstance(content, Block):
        return content
    if not isinstance(content, Mapping):
        raise refuse("", "field-not-a-mapping")
    name = _name(content)
    kind = _kind(content, name, allowed, around)
    filled = dict(content)
    inside: dict[str, tuple[Problem, ...]] = {}
    for field in kind.nested:
        try:
            filled[field] = _nested(content.get(field, ()), allowed & kind.holds, (*around, kind.type_name))
        except Refused as refused:
            inside[field] = refused.problems
    problems = [problem for found in inside.values() for problem in found]
    try:
        block = read_item(kind, filled)
    except Refused as refused:  # what was not read is not judged a second time
        problems += [problem for problem in refused.problems if problem.where.partition(".")[0] not in inside]
    if problems:
        raise Refused(problem.under(name) for problem in problems)
    return block


def _name(content: Mapping[str, Any]) -> str:
    """How problems call a block: by its id, or by its type where it has none that could be one."""
    name = str(content.get("id", ""))
    return name if IDENTIFIER.fullmatch(name) else str(content.get("type", "?"))[:60]


def _kind(content: Mapping[str, Any], name: str, allowed: frozenset[Level], around: tuple[str, ...]) -> type[Block]:
    kind = block_types().get(str(content.get("type", "")))
    if kind is None:
        raise refuse(f"{name}.type", "block-type-unknown", expected=", ".join(block_types()))
    if kind.place not in allowed:
        raise refuse(name, "block-not-here", type=kind.type_name)
    if around.count(kind.type_name) >= kind.deepest:
        raise refuse(name, "group-too-deep", type=kind.type_name, limit=kind.deepest)
    return kind


def _nested(content: object, allowed: frozenset[Level], around: tuple[str, ...]) -> tuple[Any, ...]:
    if isinstance(content, list | tuple) and any(isinstance(entry, list | tuple) for entry in content):
        return tuple(read_blocks(entry, allowed, around) for entry in content)
    return read_blocks(content, allowed, around)


def _is_one(kind: object, module: str) -> bool:
    """Whether something in a module is a block type written there."""
    return isinstance(kind, type) and issubclass(kind, Block) and kind.__module__ == module
