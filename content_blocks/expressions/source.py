"""From nodes back to text: `parse(to_source(node)) == node`."""

from __future__ import annotations

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


def to_source(node: Node) -> str:  # noqa: C901 - one line for each node of the language
    """The canonical spelling, with parentheses around everything that is not a single word."""
    match node:
        case Path():
            return node.dotted
        case Constant():
            return _written(node)
        case Compare(operator, left, right):
            return f"{_inner(left)} {operator} {_inner(right)}"
        case In(item, options):
            return f"{_inner(item)} in [{', '.join(map(_written, options))}]"
        case And(parts):
            return " and ".join(map(_inner, parts))
        case Or(parts):
            return " or ".join(map(_inner, parts))
        case Not(operand):
            return f"not {_inner(operand)}"
        case Add(left, right):
            return f"{_inner(left)} + {_inner(right)}"
        case Subtract(left, right):
            return f"{_inner(left)} - {_inner(right)}"
        case Multiply(factor, operand):
            return f"{_written(factor)} * {_inner(operand)}"
        case Aggregate(name, path):
            return f"{name}({path.dotted})"
        case Formatted(operand, name, args):
            return f"{_inner(operand)} | {name}" + _arguments(args)
        case Default(operand, constant):
            return f"{_inner(operand)} or {_written(constant)}"
    assert_never(node)


def _inner(node: Node) -> str:
    text = to_source(node)
    return text if isinstance(node, Path | Constant | Aggregate) else f"({text})"


def _written(constant: Constant) -> str:
    value = constant.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return format(value, "f") if not isinstance(value, int) else str(value)


def _arguments(args: tuple[tuple[str, Constant], ...]) -> str:
    return f"({', '.join(f'{name}={_written(constant)}' for name, constant in args)})" if args else ""
