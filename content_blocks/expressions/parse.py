"""From an author's text to nodes: Jinja2's parser, then an allowlist.

Only the parser is Jinja2's; nothing of it is ever executed.  Its sandbox would stop code but not resources, so what
is not on the list is refused by name.  Constants are exact: numbers have at most 15 digits, which a float carries
without loss (IEEE 754 binary64), so reading the decimal back from Jinja2's float gives the written value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, cast, get_args

from jinja2 import Environment, TemplateError
from jinja2 import nodes as jinja
from jinja2.parser import Parser

from content_blocks.expressions.nodes import (
    Add,
    Aggregate,
    AggregateName,
    And,
    Compare,
    Constant,
    Default,
    Formatted,
    In,
    Multiply,
    Node,
    Not,
    Operator,
    Or,
    Path,
    Subtract,
)
from content_blocks.expressions.spelling import check_source, check_tokens, not_allowed
from content_blocks.formats import FORMATS, check_format
from content_blocks.problem import Refused, refuse

MAX_DEPTH = 20

AGGREGATES: tuple[AggregateName, ...] = get_args(AggregateName)
_ENVIRONMENT = Environment(autoescape=True)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_OPERATORS: dict[str, Operator] = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">="}

# How a construct that is not on the list is named to the author.
_WRITTEN: dict[str, str] = {
    "Call": "…(…)",
    "Concat": "~",
    "CondExpr": "… if … else …",
    "Dict": "{…}",
    "Div": "/",
    "FloorDiv": "//",
    "Getattr": "….…",
    "Getitem": "…[…]",
    "List": "[…]",
    "Mod": "%",
    "Mul": "*",
    "Pos": "+…",
    "Pow": "**",
    "Test": "is",
    "Tuple": "(…, …)",
}


def parse(source: str) -> Node:
    """The nodes of an expression.  Raises Refused: too long, too deep, not understood, or not allowed."""
    check_source(source)
    try:
        check_tokens(source, _ENVIRONMENT)
        parser = Parser(_ENVIRONMENT, source, state="variable")
        tree = parser.parse_expression()
        complete = parser.stream.eos
    except (TemplateError, SyntaxError, ValueError, OverflowError) as error:
        raise refuse("", "expression-syntax", source=_shortened(source)) from error
    except (RecursionError, MemoryError) as error:
        raise refuse("", "expression-too-deep", limit=MAX_DEPTH) from error
    if not complete:
        raise refuse("", "expression-syntax", source=_shortened(source))
    return _outermost(tree)


def _shortened(source: str) -> str:
    """An expression as a sentence can hold it."""
    words = " ".join(source.split())
    return words if len(words) <= 60 else f"{words[:59]}…"


def _outermost(tree: jinja.Expr) -> Node:
    """A format may stand here, and under a default that stands here, but nowhere deeper."""
    match tree:
        case jinja.Or(left=jinja.Filter() as left) if _states_default(tree):
            return Default(_formatted(left, 2), _constant(tree.right))
        case jinja.Filter():
            return _formatted(tree, 1)
    return _node(tree, 1)


def _formatted(tree: jinja.Filter, depth: int) -> Formatted:
    if tree.node is None or tree.dyn_args or tree.dyn_kwargs:
        raise not_allowed(f"{tree.name}(…)")
    args = _arguments(tree)
    if problems := check_format(tree.name, {name: constant.value for name, constant in args}):
        raise Refused(problems)
    operand = _node(tree.node, depth + 1)
    if isinstance(operand, Constant):
        raise not_allowed(f"… | {tree.name}")
    return Formatted(operand, tree.name, args)


def _arguments(tree: jinja.Filter) -> tuple[tuple[str, Constant], ...]:
    """All arguments by name: `date("long")` is `date(style="long")`."""
    parameters = tuple(FORMATS[tree.name].parameters) if tree.name in FORMATS else ()
    named = [(str(arg.key), arg.value) for arg in tree.kwargs]
    if len(tree.args) > len(parameters):
        raise not_allowed(f"{tree.name}(…)")
    pairs = [*zip(parameters, tree.args, strict=False), *named]
    if len({name for name, _ in pairs}) < len(pairs):
        raise not_allowed(f"{tree.name}(…)")
    return tuple((name, _constant(value)) for name, value in pairs)


def _node(tree: jinja.Node, depth: int) -> Node:
    if depth > MAX_DEPTH:
        raise refuse("", "expression-too-deep", limit=MAX_DEPTH)
    build = _BUILD.get(type(tree))
    if build is None:
        raise not_allowed(_WRITTEN.get(type(tree).__name__, type(tree).__name__.lower()))
    return build(tree, depth + 1)


def _path(tree: Any, _depth: int = 0) -> Path:
    names: list[str] = []
    while isinstance(tree, jinja.Getattr):
        names.append(tree.attr)
        tree = tree.node
    if not isinstance(tree, jinja.Name):
        raise not_allowed(_WRITTEN["Getattr"])
    names.append(tree.name)
    if tree.name == "not":  # Jinja2 reads `-not` as a name, which no expression that begins with it can spell
        raise not_allowed("not")
    for name in names:
        if not _NAME.fullmatch(name):
            raise not_allowed(name)
    return Path(tuple(reversed(names)))


def _constant(tree: jinja.Node, _depth: int = 0) -> Constant:
    match tree:
        case jinja.Const(value=float() as value):
            return Constant(Decimal(repr(value)))
        case jinja.Const(value=str() | bool() | int() as value):
            return Constant(value)
        case jinja.Neg(node=jinja.Const(value=float() | int() as value)) if not isinstance(value, bool):
            return Constant(-(Decimal(repr(value)) if isinstance(value, float) else value))
        case jinja.Const():
            raise not_allowed("none")
    raise not_allowed(_WRITTEN.get(type(tree).__name__, "…"))


def _negative(tree: jinja.Neg, depth: int) -> Node:
    if isinstance(tree.node, jinja.Const):
        return _constant(tree)
    return Multiply(Constant(-1), _node(tree.node, depth))


def _product(tree: jinja.Mul, depth: int) -> Multiply:
    left, right = _node(tree.left, depth), _node(tree.right, depth)
    constants = [side for side in (left, right) if isinstance(side, Constant)]
    if not constants or any(type(constant.value) not in (int, Decimal) for constant in constants):
        raise not_allowed(_WRITTEN["Mul"])
    return Multiply(constants[0], right if constants[0] is left else left)


def _comparison(tree: jinja.Compare, depth: int) -> Node:
    parts: list[Node] = []
    left = tree.expr
    for operand in tree.ops:
        parts.append(_compared(left, operand, depth))
        left = operand.expr
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def _compared(left: jinja.Expr, operand: jinja.Operand, depth: int) -> Node:
    if operand.op in _OPERATORS:
        return Compare(_OPERATORS[operand.op], _node(left, depth), _node(operand.expr, depth))
    if not isinstance(operand.expr, jinja.List | jinja.Tuple):
        raise not_allowed("in")
    contained = In(_node(left, depth), tuple(_constant(item) for item in operand.expr.items))
    return contained if operand.op == "in" else Not(contained)


def _conjunction(tree: jinja.And, depth: int) -> And:
    return And(_flat(And, _chain(tree, lambda link: isinstance(link, jinja.And)), depth))


def _disjunction(tree: jinja.Or, depth: int) -> Node:
    if _states_default(tree):
        return Default(_node(tree.left, depth), _constant(tree.right))
    links = _chain(tree, lambda link: isinstance(link, jinja.Or) and not _states_default(link))
    return Or(_flat(Or, links, depth))


def _states_default(tree: jinja.Node) -> bool:
    """Whether an `or` ends in a constant, which then stands in for an absent value."""
    match tree:
        case jinja.Or(right=jinja.Const() | jinja.Neg(node=jinja.Const())):
            return True
    return False


def _chain(tree: jinja.Node, continues: Callable[[jinja.Node], bool]) -> list[jinja.Node]:
    """The operands of `a and b and c`, which Jinja2 nests to the left, without recursion."""
    links: list[jinja.Node] = []
    while continues(tree):
        binary = cast(jinja.BinExpr, tree)
        links.append(binary.right)
        tree = binary.left
    return [tree, *reversed(links)]


def _flat(kind: type[And] | type[Or], links: list[jinja.Node], depth: int) -> tuple[Node, ...]:
    parts: list[Node] = []
    for link in links:
        part = _node(link, depth)
        parts.extend(part.parts if isinstance(part, And | Or) and type(part) is kind else (part,))
    return tuple(parts)


def _call(tree: jinja.Call, _depth: int) -> Aggregate:
    name = tree.node.name if isinstance(tree.node, jinja.Name) else "…"
    plain = len(tree.args) == 1 and not (tree.kwargs or tree.dyn_args or tree.dyn_kwargs)
    if name not in AGGREGATES or not plain:
        raise not_allowed(f"{name}(…)")
    return Aggregate(name, _path(tree.args[0]))


def _format_inside(tree: jinja.Filter, _depth: int) -> Node:
    raise refuse("", "format-inside", format=tree.name)


_BUILD: dict[type[jinja.Node], Callable[[Any, int], Node]] = {
    jinja.Add: lambda tree, depth: Add(_node(tree.left, depth), _node(tree.right, depth)),
    jinja.And: _conjunction,
    jinja.Call: _call,
    jinja.Compare: _comparison,
    jinja.Const: _constant,
    jinja.Filter: _format_inside,
    jinja.Getattr: _path,
    jinja.Mul: _product,
    jinja.Name: _path,
    jinja.Neg: _negative,
    jinja.Not: lambda tree, depth: Not(_node(tree.node, depth)),
    jinja.Or: _disjunction,
    jinja.Sub: lambda tree, depth: Subtract(_node(tree.left, depth), _node(tree.right, depth)),
}
