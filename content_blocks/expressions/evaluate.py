"""From nodes to a function of the scope, made once per template version.

Arithmetic is exact: a result that would need rounding is refused, never rounded.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date
from decimal import Decimal, Inexact, InvalidOperation, Overflow
from typing import Any, assert_never

from content_blocks.expressions.aggregates import aggregate
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
    Scalar,
    Subtract,
)
from content_blocks.expressions.values import (
    EXACT,
    Absent,
    Compiled,
    Scope,
    Unfit,
    Value,
    boolean,
    day_of,
    kind_of,
    number,
)
from content_blocks.problem import refuse

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def run(compiled: Compiled, scope: Scope) -> Value:
    """The value in a scope.  Raises Refused: a value is missing, of the wrong type, or too long to be exact."""
    try:
        return compiled(scope)
    except Absent as absent:
        raise refuse("", "value-missing", field=str(absent)) from None
    except Unfit as unfit:
        raise refuse("", "expression-types", types=str(unfit)) from None
    except (Inexact, InvalidOperation, Overflow):
        raise refuse("", "number-too-long", limit=EXACT.prec) from None


def compiled(node: Node) -> Compiled:  # noqa: C901 - one line for each node of the language
    """The function that computes a node; it raises Absent and Unfit, see `run`."""
    match node:
        case Path(names):
            return _field(names)
        case Constant(value):
            return lambda _: value
        case Compare(name, left, right):
            return _compare(name, left, right)
        case In(item, options):
            return _contained(compiled(item), options)
        case And(parts):
            return _all(tuple(compiled(part) for part in parts))
        case Or(parts):
            return _any(tuple(compiled(part) for part in parts))
        case Not(operand):
            holds = compiled(operand)
            return lambda scope: not boolean(holds(scope))
        case Add(left, right):
            return _arithmetic(operator.add, EXACT.add, compiled(left), compiled(right))
        case Subtract(left, right):
            return _arithmetic(operator.sub, EXACT.subtract, compiled(left), compiled(right))
        case Multiply(factor, operand):
            return _arithmetic(operator.mul, EXACT.multiply, compiled(factor), compiled(operand))
        case Aggregate(name, path):
            return aggregate(name, path)
        case Formatted(operand):
            return compiled(operand)
        case Default(operand, constant):
            return _default(compiled(operand), constant.value)
    assert_never(node)


def _field(names: tuple[str, ...]) -> Compiled:
    dotted = ".".join(names)

    def look_up(scope: Scope) -> Value:
        value: Any = scope
        try:
            for name in names:
                value = value[name]
        except (KeyError, TypeError):
            raise Absent(dotted) from None
        if value is None:
            raise Absent(dotted)
        return value

    return look_up


def _default(compute: Compiled, constant: Scalar) -> Compiled:
    def or_constant(scope: Scope) -> Value:
        try:
            return compute(scope)
        except Absent:
            return constant

    return or_constant


def _all(parts: tuple[Compiled, ...]) -> Compiled:
    return lambda scope: all(boolean(part(scope)) for part in parts)


def _any(parts: tuple[Compiled, ...]) -> Compiled:
    return lambda scope: any(boolean(part(scope)) for part in parts)


def _compare(name: str, left: Node, right: Node) -> Compiled:
    test, first, second = _COMPARISONS[name], compiled(left), compiled(right)
    left_day = day_of(left.value) if isinstance(left, Constant) else None
    right_day = day_of(right.value) if isinstance(right, Constant) else None

    def compare(scope: Scope) -> bool:
        a, b = first(scope), second(scope)
        if right_day and type(a) is date:
            b = right_day
        elif left_day and type(b) is date:
            a = left_day
        kind = kind_of(a)
        if kind != kind_of(b) or kind == "group":
            raise Unfit(f"{kind}, {kind_of(b)}")
        return test(a, b)

    return compare


def _contained(compute: Compiled, options: tuple[Constant, ...]) -> Compiled:
    values = frozenset((kind_of(option.value), option.value) for option in options)
    days = frozenset(("date", day) for option in options if (day := day_of(option.value)))
    kinds = {kind for kind, _ in values}

    def contained(scope: Scope) -> bool:
        value = compute(scope)
        kind = kind_of(value)
        if kind == "date":
            return (kind, value) in days
        if kind == "group" or (kinds and kind not in kinds):
            raise Unfit(kind)
        return (kind, value) in values

    return contained


def _arithmetic(
    whole: Callable[[int, int], int], exact: Callable[[Any, Any], Decimal], first: Compiled, second: Compiled
) -> Compiled:
    def compute(scope: Scope) -> int | Decimal:
        a, b = number(first(scope)), number(second(scope))
        return whole(a, b) if type(a) is int and type(b) is int else exact(a, b)

    return compute
