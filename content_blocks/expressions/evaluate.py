"""From nodes to a function of the scope, made once per template version.

Arithmetic is exact: a result that would need rounding is refused, never rounded.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow
from functools import reduce
from typing import Any, TypeAlias, assert_never

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
from content_blocks.problem import refuse

Value: TypeAlias = Any  # str, bool, int, Decimal, date, and lists and dicts of those
Scope: TypeAlias = Mapping[str, Value]
Compiled: TypeAlias = Callable[[Scope], Value]

_EXACT = Context(prec=60, traps=[Inexact, InvalidOperation, Overflow, DivisionByZero])
_KINDS: dict[type, str] = {str: "text", bool: "boolean", int: "number", Decimal: "number", date: "date"}
_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class Absent(Exception):
    """A field without a value was met; a `Default` further out may answer for it."""


class Unfit(Exception):
    """Values met that have nothing to do with each other, such as a text and a number."""


def run(compiled: Compiled, scope: Scope) -> Value:
    """The value in a scope.  Raises Refused: a value is missing, of the wrong type, or too long to be exact."""
    try:
        return compiled(scope)
    except Absent as absent:
        raise refuse("", "value-missing", field=str(absent)) from None
    except Unfit as unfit:
        raise refuse("", "expression-types", types=str(unfit)) from None
    except (Inexact, InvalidOperation, Overflow):
        raise refuse("", "number-too-long", limit=_EXACT.prec) from None


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
            return lambda scope: not _boolean(holds(scope))
        case Add(left, right):
            return _arithmetic(operator.add, _EXACT.add, compiled(left), compiled(right))
        case Subtract(left, right):
            return _arithmetic(operator.sub, _EXACT.subtract, compiled(left), compiled(right))
        case Multiply(factor, operand):
            return _arithmetic(operator.mul, _EXACT.multiply, compiled(factor), compiled(operand))
        case Aggregate(name, path):
            return _aggregate(name, path)
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


def _kind(value: Value) -> str:
    return _KINDS.get(type(value), "group")


def _boolean(value: Value) -> bool:
    if value is True or value is False:
        return bool(value)
    raise Unfit(_kind(value))


def _number(value: Value) -> int | Decimal:
    if type(value) is int or type(value) is Decimal:
        return value
    raise Unfit(_kind(value))


def _all(parts: tuple[Compiled, ...]) -> Compiled:
    return lambda scope: all(_boolean(part(scope)) for part in parts)


def _any(parts: tuple[Compiled, ...]) -> Compiled:
    return lambda scope: any(_boolean(part(scope)) for part in parts)


def _day(text: Scalar) -> date | None:
    """The day that a constant names in ISO 8601's extended form, if it does."""
    try:
        return date.fromisoformat(text) if isinstance(text, str) and len(text) == 10 else None
    except ValueError:
        return None


def _compare(name: str, left: Node, right: Node) -> Compiled:
    test, first, second = _COMPARISONS[name], compiled(left), compiled(right)
    left_day = _day(left.value) if isinstance(left, Constant) else None
    right_day = _day(right.value) if isinstance(right, Constant) else None

    def compare(scope: Scope) -> bool:
        a, b = first(scope), second(scope)
        if right_day and type(a) is date:
            b = right_day
        elif left_day and type(b) is date:
            a = left_day
        kind = _kind(a)
        if kind != _kind(b) or kind == "group":
            raise Unfit(f"{kind}, {_kind(b)}")
        return test(a, b)

    return compare


def _contained(compute: Compiled, options: tuple[Constant, ...]) -> Compiled:
    values = frozenset((_kind(option.value), option.value) for option in options)
    days = frozenset(("date", day) for option in options if (day := _day(option.value)))
    kinds = {kind for kind, _ in values}

    def contained(scope: Scope) -> bool:
        value = compute(scope)
        kind = _kind(value)
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
        a, b = _number(first(scope)), _number(second(scope))
        return whole(a, b) if type(a) is int and type(b) is int else exact(a, b)

    return compute


def _aggregate(name: str, path: Path) -> Compiled:
    total = _TOTALS[name]

    def compute(scope: Scope) -> Value:
        elements, rest = _list_at(scope, path)
        values = [*_spread(elements, rest)]
        if name != "count" and None in values:
            raise Absent(path.dotted)
        try:
            return total(values)
        except ValueError:  # the least or greatest of nothing
            raise Absent(path.dotted) from None

    return compute


def _list_at(scope: Scope, path: Path) -> tuple[list[Value], tuple[str, ...]]:
    """The first list on the path, and the names that follow it."""
    value: Any = scope
    for place, name in enumerate(path.names, start=1):
        value = value.get(name) if isinstance(value, Mapping) else None
        if value is None:
            raise Absent(path.dotted)
        if type(value) is list:
            return value, path.names[place:]
    raise Unfit(_kind(value))


def _spread(value: Value, names: tuple[str, ...]) -> Iterator[Value]:
    """The field of every element, lists within lists in order; None where an element has none."""
    if type(value) is list:
        for element in value:
            yield from _spread(element, names)
    elif names:
        yield from _spread(value.get(names[0]) if isinstance(value, Mapping) else None, names[1:])
    else:
        yield value


def _sum(values: list[Value]) -> int | Decimal:
    """The exact sum; 0 of nothing.  Integers stay integers."""
    numbers = [_number(value) for value in values]
    if all(type(number) is int for number in numbers):
        return sum(numbers)
    return reduce(_EXACT.add, numbers, Decimal(0))


def _count(values: list[Value]) -> int:
    return sum(1 for value in values if value is not None)


def _least(values: list[Value]) -> Value:
    return min(_comparable(values))


def _greatest(values: list[Value]) -> Value:
    return max(_comparable(values))


def _comparable(values: list[Value]) -> list[Value]:
    kinds = {_kind(value) for value in values}
    if len(kinds) > 1 or not kinds <= {"number", "date"}:
        raise Unfit(", ".join(sorted(kinds)))
    return values


_TOTALS: dict[str, Callable[[list[Value]], Value]] = {
    "sum": _sum,
    "count": _count,
    "min": _least,
    "max": _greatest,
}
