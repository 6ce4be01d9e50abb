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

from content_blocks.characters import forbidden_character
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
from content_blocks.problem import Refused, refuse

MAX_LENGTH = 1000
MAX_DEPTH = 20
MAX_DIGITS = 15

AGGREGATES: tuple[AggregateName, ...] = get_args(AggregateName)
_ENVIRONMENT = Environment(autoescape=True)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_NUMBER = re.compile(r"\d+(\.\d+)?")
_ESCAPES = re.compile(r"\\[\\'\"]")
_OPERATORS: dict[str, Operator] = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">="}

# How a construct that is not on the list is called to the author: as it is written, so that it needs no translation.
_WRITTEN: dict[str, str] = {
    "Call": "…(…)",
    "Concat": "~",
    "CondExpr": "… if … else …",
    "Dict": "{…}",
    "Div": "/",
    "Filter": "|",
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
    _check_source(source)
    try:
        _check_tokens(source)
        parser = Parser(_ENVIRONMENT, source, state="variable")
        tree = parser.parse_expression()
        complete = parser.stream.eos
    except (TemplateError, SyntaxError, ValueError, OverflowError) as error:
        raise refuse("", "expression-syntax") from error
    except (RecursionError, MemoryError) as error:
        raise refuse("", "expression-too-deep", limit=MAX_DEPTH) from error
    if not complete:
        raise refuse("", "expression-syntax")
    return _outermost(tree)


def _check_source(source: str) -> None:
    if len(source) > MAX_LENGTH:
        raise refuse("", "expression-too-long", limit=MAX_LENGTH)
    if code_point := forbidden_character(source, multiline=True):
        raise refuse("", "character-not-allowed", code_point=code_point)


def _check_tokens(source: str) -> None:
    """Refuse spellings of constants that would not be exact or plain: `1e9`, `0x1f`, `1_000`, `"\\x41"`."""
    for _, kind, text in _ENVIRONMENT.lexer.tokeniter(source, None, None, "variable"):
        if kind in ("integer", "float") and not _NUMBER.fullmatch(text):
            raise _not_allowed(text)
        if kind in ("integer", "float") and len(text.replace(".", "")) > MAX_DIGITS:
            raise refuse("", "number-too-long", limit=MAX_DIGITS)
        if kind == "string" and "\\" in _ESCAPES.sub("", text):
            raise _not_allowed("\\")


def _not_allowed(construct: str) -> Refused:
    return refuse("", "expression-not-allowed", construct=construct)


def _outermost(tree: jinja.Expr) -> Node:
    """A format may stand here, and under a default that stands here, but nowhere deeper."""
    match tree:
        case jinja.Or(left=jinja.Filter() as left, right=jinja.Const()):
            return Default(_formatted(left, 2), _constant(tree.right))
        case jinja.Filter():
            return _formatted(tree, 1)
    return _node(tree, 1)


def _formatted(tree: jinja.Filter, depth: int) -> Formatted:
    if tree.node is None or tree.dyn_args or tree.dyn_kwargs or tree.args:
        raise _not_allowed(f"{tree.name}(…)")
    operand = _node(tree.node, depth + 1)
    if isinstance(operand, Constant):
        raise _not_allowed(f"… | {tree.name}")
    return Formatted(operand, tree.name, tuple((str(arg.key), _constant(arg.value)) for arg in tree.kwargs))


def _node(tree: jinja.Node, depth: int) -> Node:
    if depth > MAX_DEPTH:
        raise refuse("", "expression-too-deep", limit=MAX_DEPTH)
    build = _BUILD.get(type(tree))
    if build is None:
        raise _not_allowed(_WRITTEN.get(type(tree).__name__, type(tree).__name__.lower()))
    return build(tree, depth + 1)


def _path(tree: Any, _depth: int = 0) -> Path:
    names: list[str] = []
    while isinstance(tree, jinja.Getattr):
        names.append(tree.attr)
        tree = tree.node
    if not isinstance(tree, jinja.Name):
        raise _not_allowed(_WRITTEN["Getattr"])
    names.append(tree.name)
    for name in names:
        if not _NAME.fullmatch(name):
            raise _not_allowed(name)
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
            raise _not_allowed("none")
    raise _not_allowed(_WRITTEN.get(type(tree).__name__, "…"))


def _negative(tree: jinja.Neg, depth: int) -> Node:
    if isinstance(tree.node, jinja.Const):
        return _constant(tree)
    return Multiply(Constant(-1), _node(tree.node, depth))


def _product(tree: jinja.Mul, depth: int) -> Multiply:
    left, right = _node(tree.left, depth), _node(tree.right, depth)
    match left, right:
        case Constant(), _:
            return Multiply(left, right)
        case _, Constant():
            return Multiply(right, left)
    raise _not_allowed(_WRITTEN["Mul"])


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
        raise _not_allowed("in")
    contained = In(_node(left, depth), tuple(_constant(item) for item in operand.expr.items))
    return contained if operand.op == "in" else Not(contained)


def _conjunction(tree: jinja.And, depth: int) -> And:
    return And(_flat(And, _chain(tree, lambda link: isinstance(link, jinja.And)), depth))


def _disjunction(tree: jinja.Or, depth: int) -> Node:
    if isinstance(tree.right, jinja.Const | jinja.Neg):
        return Default(_node(tree.left, depth), _constant(tree.right))
    links = _chain(tree, lambda link: isinstance(link, jinja.Or) and not isinstance(link.right, jinja.Const))
    return Or(_flat(Or, links, depth))


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
        raise _not_allowed(f"{name}(…)")
    return Aggregate(name, _path(tree.args[0]))


_BUILD: dict[type[jinja.Node], Callable[[Any, int], Node]] = {
    jinja.Add: lambda tree, depth: Add(_node(tree.left, depth), _node(tree.right, depth)),
    jinja.And: _conjunction,
    jinja.Call: _call,
    jinja.Compare: _comparison,
    jinja.Const: _constant,
    jinja.Getattr: _path,
    jinja.Mul: _product,
    jinja.Name: _path,
    jinja.Neg: _negative,
    jinja.Not: lambda tree, depth: Not(_node(tree.node, depth)),
    jinja.Or: _disjunction,
    jinja.Sub: lambda tree, depth: Subtract(_node(tree.left, depth), _node(tree.right, depth)),
}
