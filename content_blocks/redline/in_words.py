"""Conditions in words, for people who sign them but do not write them."""

from __future__ import annotations

from collections.abc import Mapping

from content_blocks.expressions import Expression, to_source
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
    every,
)
from content_blocks.redline.model import Label

_COMPARED: Mapping[str, tuple[str, str]] = {
    "==": ("is", "ist"),
    "!=": ("is not", "ist nicht"),
    "<": ("is less than", "ist kleiner als"),
    "<=": ("is at most", "ist höchstens"),
    ">": ("is more than", "ist größer als"),
    ">=": ("is at least", "ist mindestens"),
}
_OVER_LISTS: Mapping[str, tuple[str, str]] = {
    "count": ("the number of", "die Anzahl von"),
    "sum": ("the sum of", "die Summe von"),
    "min": ("the least of", "das kleinste von"),
    "max": ("the greatest of", "das größte von"),
}
_PHRASES: Mapping[str, tuple[str, str]] = {
    "in": ("is one of", "ist eines von"),
    "and": ("and", "und"),
    "or": ("or", "oder"),
    "not": ("it is not so that", "es ist nicht so, dass gilt:"),
    "plus": ("plus", "plus"),
    "minus": ("minus", "minus"),
    "times": ("times", "mal"),
    "absent": ("or where that is absent", "oder, wenn das fehlt,"),
}


def in_words(expression: Expression | None) -> Label | None:
    """A condition in words; None for what is no condition: a field or a sum says itself."""
    if expression is None or not any(
        isinstance(node, Compare | In | And | Or | Not) for node in every(expression.root)
    ):
        return None
    return Label(_said(expression.root, 0), _said(expression.root, 1))


def _said(node: Node, language: int) -> str:  # noqa: C901 - one line for each node of the language
    def inner(below: Node) -> str:
        text = _said(below, language)
        return f"({text})" if isinstance(below, And | Or | Add | Subtract | Default) else text

    words = {key: both[language] for key, both in _PHRASES.items()}
    match node:
        case Compare(operator, left, right):
            return f"{inner(left)} {_COMPARED[operator][language]} {inner(right)}"
        case In(item, options):
            return f"{inner(item)} {words['in']} {', '.join(map(to_source, options))}"
        case And(parts):
            return f" {words['and']} ".join(map(inner, parts))
        case Or(parts):
            return f" {words['or']} ".join(map(inner, parts))
        case Not(operand):
            return f"{words['not']} {inner(operand)}"
        case Add(left, right):
            return f"{inner(left)} {words['plus']} {inner(right)}"
        case Subtract(left, right):
            return f"{inner(left)} {words['minus']} {inner(right)}"
        case Multiply(factor, operand):
            return f"{to_source(factor)} {words['times']} {inner(operand)}"
        case Aggregate(name, path):
            return f"{_OVER_LISTS[name][language]} {path.dotted}"
        case Default(operand, constant):
            return f"{inner(operand)} {words['absent']} {to_source(constant)}"
        case Path() | Constant() | Formatted():
            return to_source(node)
