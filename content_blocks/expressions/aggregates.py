"""One figure over the elements of a list: sum, count, min, max."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import reduce
from typing import Any

from content_blocks.expressions.nodes import AggregateName, Path
from content_blocks.expressions.values import EXACT, Absent, Compiled, Scope, Unfit, Value, kind_of, number


def aggregate(name: AggregateName, path: Path) -> Compiled:
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
    raise Unfit(kind_of(value))


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
    numbers = [number(value) for value in values]
    if all(type(number) is int for number in numbers):
        return sum(numbers)
    return reduce(EXACT.add, numbers, Decimal(0))


def _count(values: list[Value]) -> int:
    return sum(1 for value in values if value is not None)


def _least(values: list[Value]) -> Value:
    return min(_comparable(values))


def _greatest(values: list[Value]) -> Value:
    return max(_comparable(values))


def _comparable(values: list[Value]) -> list[Value]:
    kinds = {kind_of(value) for value in values}
    if len(kinds) > 1 or not kinds <= {"number", "date"}:
        raise Unfit(", ".join(sorted(kinds)))
    return values


_TOTALS: dict[str, Callable[[list[Value]], Value]] = {
    "sum": _sum,
    "count": _count,
    "min": _least,
    "max": _greatest,
}
