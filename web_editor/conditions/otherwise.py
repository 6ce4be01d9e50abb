"""The branch for all that the others leave: it holds exactly where none of them does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from content_blocks.expressions import parse_expression
from content_blocks.expressions.nodes import And, Compare, Node, Not, Or
from web_editor.conditions.cases import answer
from web_editor.conditions.form import spelled
from web_editor.conditions.opposite import opposite


def otherwise(others: Iterable[str], before: str = "") -> str:
    """The condition that holds where none of some others does, asked in their order; "" where there are none.

    `before` itself, if that says so already.  Others without a condition always hold, so they are no branches.
    Raises Refused if a condition cannot be read, or what comes of it not be written.
    """
    sources = [source for source in others if source]
    if not sources:
        return ""
    if before and is_otherwise(before, sources):
        return before
    return spelled(_joined([part for source in sources for part in _opposite(parse_expression(source).root)]))


def is_otherwise(source: str, others: Iterable[str]) -> bool:
    """Whether a condition says that none of some others holds, in whatever order."""
    sources = [other for other in others if other]
    wanted = [part for other in sources for part in _told(parse_expression(other).root, holds=False)]
    return bool(source and sources) and set(_told(parse_expression(source).root, holds=True)) == set(wanted)


def _opposite(node: Node) -> Iterator[Node]:
    """What has to hold for a condition not to, part by part."""
    match node:
        case Not(And(parts)):
            yield from parts
        case Not(operand):
            yield operand
        case Or(parts):
            for part in parts:
                yield from _opposite(part)
        case Compare():
            yield opposite(node)
        case _:
            yield Not(node)


def _joined(parts: Sequence[Node]) -> Node:
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def _told(node: Node, *, holds: bool) -> Iterator[str]:
    """The parts of a condition that all have to hold, each in words that do not tell how it is written."""
    match node:
        case Not(operand):
            yield from _told(operand, holds=not holds)
        case And(parts) | Or(parts) if isinstance(node, And) is holds:
            for part in parts:
                yield from _told(part, holds=holds)
        case And(parts) | Or(parts):
            inner = sorted({" and ".join(sorted(set(_told(part, holds=holds)))) for part in parts})
            yield f"one of ({'; '.join(inner)})"
        case _:
            question, so = answer(node, holds)
            yield f"{question} is {so}"
