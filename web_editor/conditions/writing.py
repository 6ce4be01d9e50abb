"""Expressions written as a person would: with the parentheses that are needed and no others.

`parse(written(node)) == node` for all nodes that the parser gives.  What would be too long with blanks in it is written
without, so that everything that could be read can be written again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import assert_never

from content_blocks.expressions.nodes import (
    Add,
    Aggregate,
    And,
    Compare,
    Constant,
    Default,
    Formatted,
    In,
    Multiply,
    Node,
    Not,
    Or,
    Path,
    Subtract,
)
from content_blocks.expressions.spelling import MAX_LENGTH
from content_blocks.formats import FORMATS


class Level(IntEnum):
    """How tightly something binds, from the loosest on; what binds looser than its place asks needs parentheses."""

    CHOICE = 1
    CONJUNCTION = 2
    NEGATION = 3
    COMPARISON = 4
    SUM = 5
    PRODUCT = 6
    UNARY = 7
    FILTER = 8
    WORD = 9


def written(node: Node) -> str:
    """The source of an expression."""
    source = _at(node, Level.CHOICE)
    return source if len(source) <= MAX_LENGTH else _tight(_at(node, Level.CHOICE, brief=True))


def _at(node: Node, least: Level, brief: bool = False) -> str:
    level, text = _spelled(node, brief)
    return text if level >= least else f"({text})"


def _spelled(node: Node, brief: bool) -> tuple[Level, str]:  # noqa: C901 - one line for each node of the language
    match node:
        case Path():
            return Level.WORD, node.dotted
        case Constant(value):
            return Level.WORD if isinstance(value, str | bool) or value >= 0 else Level.UNARY, constant(node)
        case Compare() | In() | Not(In()):
            return Level.COMPARISON, _chain([node], brief)
        case And(parts):
            return _conjunction(parts, brief)
        case Or(parts):
            first, *others = parts
            least = Level.CHOICE if isinstance(first, Default) else Level.CONJUNCTION
            told = [_at(first, least, brief), *(_at(part, Level.CONJUNCTION, brief) for part in others)]
            return Level.CHOICE, " or ".join(told)
        case Not(operand):
            return Level.NEGATION, f"not {_at(operand, Level.NEGATION, brief)}"
        case Add(left, right):
            return Level.SUM, f"{_at(left, Level.SUM, brief)} + {_at(right, Level.PRODUCT, brief)}"
        case Subtract(left, right):
            return Level.SUM, f"{_at(left, Level.SUM, brief)} - {_at(right, Level.PRODUCT, brief)}"
        case Multiply():
            return _product(node, brief)
        case Aggregate(name, path):
            return Level.WORD, f"{name}({path.dotted})"
        case Formatted(operand, name, args):
            return Level.FILTER, f"{_filtered(operand, brief)} | {name}{_arguments(name, args, brief)}"
        case Default(operand, standing):
            return Level.CHOICE, f"{_at(operand, Level.CHOICE, brief)} or {constant(standing)}"
    assert_never(node)


def constant(node: Constant) -> str:
    """A value as it is written out, in the quotes that need fewer escapes."""
    value = node.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        quote = "'" if value.count('"') > value.count("'") else '"'
        return quote + value.replace("\\", "\\\\").replace(quote, f"\\{quote}") + quote
    return format(value, "f") if not isinstance(value, int) else str(value)


def _conjunction(parts: tuple[Node, ...], brief: bool) -> tuple[Level, str]:
    """`a < b and b < c` may be `a < b < c`, which is briefer."""
    runs = list(_runs(parts)) if brief else [[part] for part in parts]
    told = [_chain(run, brief) if len(run) > 1 else _at(run[0], Level.NEGATION, brief) for run in runs]
    return (Level.CONJUNCTION if len(runs) > 1 else Level.COMPARISON), " and ".join(told)


def _runs(parts: tuple[Node, ...]) -> Iterator[list[Node]]:
    """Neighbours of which each compares what the one before it was compared with."""
    run: list[Node] = []
    for part in parts:
        left, _, right = _sides(part)
        before = _sides(run[-1])[2] if run else None
        if run and (left is None or before is None or not _same(before, left)):
            yield run
            run = []
        run.append(part)
        if right is None:
            yield run
            run = []
    if run:
        yield run


def _same(one: Node, other: Node) -> bool:
    return repr(one) == repr(other)  # 1, 1.0 and true are equal, and not written the same


def _sides(part: Node) -> tuple[Node | None, str, Node | None]:
    """What a comparison compares; nothing follows on a list."""
    match part:
        case Compare(operator, left, right):
            return left, operator, right
        case In(item):
            return item, "in", None
        case Not(In(item)):
            return item, "not in", None
    return None, "", None


def _chain(run: list[Node], brief: bool) -> str:
    first = _sides(run[0])[0]
    words = [_at(first, Level.SUM, brief)] if first else []
    for part in run:
        _, operator, right = _sides(part)
        words += [operator, _at(right, Level.SUM, brief) if right is not None else _options(part)]
    return " ".join(words)


def _options(part: Node) -> str:
    contained = part.operand if isinstance(part, Not) else part
    return f"[{', '.join(map(constant, contained.options))}]" if isinstance(contained, In) else ""


def _product(node: Multiply, brief: bool) -> tuple[Level, str]:
    factor, operand = node.factor, node.operand
    minus = type(factor.value) is int and factor.value == -1
    if isinstance(operand, Constant):
        told = constant(operand)
        if minus and told.startswith("-"):
            return Level.UNARY, f"-{told}"
        return Level.PRODUCT, f"{constant(factor)} * {told}"
    if minus:
        return Level.UNARY, f"-{_at(operand, Level.UNARY, brief)}"
    return Level.PRODUCT, f"{_at(operand, Level.PRODUCT, brief)} * {constant(factor)}"


def _filtered(operand: Node, brief: bool) -> str:
    """What a format applies to: a sign before it belongs to it, other operators do not."""
    return _at(operand, Level.UNARY, brief)


def _arguments(name: str, args: tuple[tuple[str, Constant], ...], brief: bool) -> str:
    parameters = tuple(FORMATS[name].parameters) if brief and name in FORMATS else ()
    told, named = [], not brief
    for number, (key, value) in enumerate(args):
        named = named or parameters[number : number + 1] != (key,)
        told.append(f"{key}={constant(value)}" if named else constant(value))
    return f"({', '.join(told)})" if told else ""


_TEXTS = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')""", re.DOTALL)
_NUMBERS = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?) (?=and\b|or\b|in\b|not\b)")


def _tight(source: str) -> str:
    """Without the blanks that only please the eye; texts keep theirs."""
    pieces = _TEXTS.split(source)
    return "".join(piece if number % 2 else _pressed(piece) for number, piece in enumerate(pieces))


def _pressed(piece: str) -> str:
    return _NUMBERS.sub(r"\1", re.sub(r"(?<!\w) | (?!\w)", "", piece))
