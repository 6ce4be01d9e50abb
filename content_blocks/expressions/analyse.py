"""What can be said about conditions without any record: their atoms, and whether they can ever hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from content_blocks.expressions.evaluate import compiled
from content_blocks.expressions.nodes import (
    And,
    Compare,
    Constant,
    In,
    Node,
    Not,
    Or,
    Path,
    Scalar,
    children,
    every,
)
from content_blocks.expressions.values import Absent, Unfit


def atoms(node: Node) -> tuple[Node, ...]:
    """The smallest conditions that `and`, `or` and `not` join, each once, in the order written."""
    if isinstance(node, And | Or | Not):
        return tuple(dict.fromkeys(atom for child in children(node) for atom in atoms(child)))
    return (node,)


def truth(node: Node) -> bool | None:
    """Whether a condition always holds, never holds, or depends on the record (None)."""
    if not any(isinstance(below, Path) for below in every(node)):
        return _computed(node)
    match node:
        case Not(operand):
            inner = truth(operand)
            return None if inner is None else not inner
        case And(parts):
            return _joined(parts, deciding=False)
        case Or(parts):
            return _joined(parts, deciding=True)
        case In(options=()):
            return False
    return None


def unreachable(conditions: Iterable[Node]) -> bool:
    """Whether conditions that all have to hold never do: one never holds, or two want different values of a field."""
    parts = [
        part for condition in conditions for part in (condition.parts if isinstance(condition, And) else (condition,))
    ]
    return any(truth(part) is False for part in parts) or _contradict(parts)


def _computed(node: Node) -> bool | None:
    try:
        return bool(compiled(node)({}))
    except (Absent, Unfit, ArithmeticError):
        return None


def _joined(parts: tuple[Node, ...], *, deciding: bool) -> bool | None:
    """Three-valued `and` (false decides) or `or` (true decides)."""
    truths = [truth(part) for part in parts]
    if deciding in truths:
        return deciding
    return None if None in truths else not deciding


def _contradict(parts: list[Node]) -> bool:
    wanted: dict[Path, set[Scalar]] = {}
    for path, values in (demand for part in parts for demand in _demands(part)):
        wanted[path] = wanted[path] & values if path in wanted else values
    return any(not values for values in wanted.values())


def _demands(part: Node) -> Iterator[tuple[Path, set[Scalar]]]:
    """The values a condition leaves to a field: `x == 'a'`, `x in ['a', 'b']`, and the same with an `or` in `x`."""
    match part:
        case Compare("==", left, Constant(value)) | Compare("==", Constant(value), left):
            values = {value}
        case In(left, options):
            values = {option.value for option in options}
        case _:
            return
    match left:
        case Path():
            yield left, values
