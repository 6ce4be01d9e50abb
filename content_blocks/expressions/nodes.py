"""The nodes an expression consists of: the whole language, as frozen data.

So small a language can be analysed: there is no call, loop or attribute, and every value is a str, bool, int,
Decimal, date, list or dict.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

Scalar: TypeAlias = str | bool | int | Decimal

Operator = Literal["==", "!=", "<", "<=", ">", ">="]
AggregateName = Literal["sum", "count", "min", "max"]


@dataclass(frozen=True, slots=True)
class Path:
    """A field by its names from the outside in; looked up by key, never as an attribute."""

    names: tuple[str, ...]

    @property
    def dotted(self) -> str:
        """As it is written: `account.balance`."""
        return ".".join(self.names)


@dataclass(frozen=True, slots=True)
class Constant:
    """A value written out.  A text compared with a date is read as ISO 8601."""

    value: Scalar


@dataclass(frozen=True, slots=True)
class Compare:
    """Two values of the same kind compared; `a < b < c` comes as two of these under an `And`."""

    operator: Operator
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class In:
    """Whether a value is one of those listed."""

    item: Node
    options: tuple[Constant, ...]


@dataclass(frozen=True, slots=True)
class And:
    """True if all parts are; none of them is an `And` itself."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """True if one part is; none of them is an `Or` itself, and the last is no constant (see `Default`)."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Add:
    """The exact sum of two numbers."""

    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Subtract:
    """The exact difference of two numbers."""

    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Multiply:
    """A number times a constant; `-x` is `-1 * x`."""

    factor: Constant
    operand: Node


@dataclass(frozen=True, slots=True)
class Aggregate:
    """One figure over the elements of a list: `sum(account.transactions.amount)`, `count(account.transactions)`."""

    name: AggregateName
    path: Path


@dataclass(frozen=True, slots=True)
class Formatted:
    """A value with the format it is shown in; stands outermost, or under the outermost `Default`."""

    operand: Node
    format: str
    args: tuple[tuple[str, Constant], ...] = ()


@dataclass(frozen=True, slots=True)
class Default:
    """`x or "–"`: the constant stands in where something in `x` is absent.  Zero, false and the like are present."""

    operand: Node
    constant: Constant


Node: TypeAlias = (
    Path | Constant | Compare | In | And | Or | Not | Add | Subtract | Multiply | Aggregate | Formatted | Default
)


def children(node: Node) -> tuple[Node, ...]:  # noqa: C901 - one line for each node of the language
    """The nodes right below, in the order they are written."""
    match node:
        case Path() | Constant():
            return ()
        case Compare() | Add() | Subtract():
            return (node.left, node.right)
        case In(item, options):
            return (item, *options)
        case And(parts) | Or(parts):
            return parts
        case Not(operand) | Formatted(operand):
            return (operand,)
        case Multiply(factor, operand):
            return (factor, operand)
        case Aggregate(path=path):
            return (path,)
        case Default(operand, constant):
            return (operand, constant)


def every(node: Node) -> tuple[Node, ...]:
    """A node and all nodes below it, outermost first."""
    return (node, *(below for child in children(node) for below in every(child)))
