"""An expression as a form that people fill in by clicking, and back.

    condition_form('account.balance < 0 and not customer.vip')

    {"kind": "all", "parts": [
      {"kind": "compare", "left": {"kind": "field", "path": "account.balance"}, "operator": "<",
       "right": {"kind": "value", "type": "number", "value": "0"}},
      {"kind": "flag", "left": {"kind": "field", "path": "customer.vip"}, "negated": true}]}

Every expression opens in a form, and `parse(source_of(form_of(e))) == parse(e)`.  What a form says in another way than
the parser would, is brought to what the parser gives: a group within a group of its own kind is joined with it, a group
of one part is that part, `not` around a flag or a list turns its `negated` round.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TypeAlias, assert_never

from pydantic import RootModel

from content_blocks.expressions import parse_expression
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
from content_blocks.expressions.parse import parse
from content_blocks.item import read_item
from content_blocks.problem import Problem, Refused, refuse
from web_editor.conditions import shapes
from web_editor.conditions.writing import constant, written

Plain: TypeAlias = dict[str, Any]

DEEPEST = 50
"""Objects within objects: an expression of the greatest depth needs no more than 43."""
LARGEST = 6000
"""Objects and values of a form: an expression of the greatest length, `a<a<a…`, needs 4,500."""


class FormContent(RootModel[shapes.Form]):
    """Any form; for descriptions of what a route takes and answers."""


def condition_form(source: str) -> Plain:
    """The form of a condition or row filter.  Raises Refused if the source is no expression."""
    return _plain(_condition(parse_expression(source).root))


def value_form(source: str) -> Plain:
    """The form of something that has a value: a formula, a total, a placeholder.  Raises Refused as above."""
    return _plain(_operand(parse_expression(source).root))


def source_of(content: object, before: str = "") -> str:
    """The source that a form stands for; `before` itself, if that says the same and only its spelling differs.

    Raises Refused with every fault of a form and its place in it, such as `parts.1.left.path`.
    """
    return spelled(node_of(content), before)


def node_of(content: object) -> Node:
    """The nodes that a form stands for, as the parser would give them.  Raises Refused as `source_of`."""
    within_bounds(content)
    try:
        form = read_item(FormContent, content).root  # type: ignore[arg-type]  # whatever somebody sent
    except Refused as refused:
        raise Refused(placed(problem) for problem in refused.problems) from None
    node = _node(form, "")
    spelled(node)
    return node


def spelled(node: Node, before: str = "") -> str:
    """The source of some nodes; `before` itself, if that says the same.

    Raises Refused for what cannot be written, such as an `or` that ends in a constant, which would be a default.
    """
    if before and _reads_as(before, node):
        return before
    source = written(node)
    if _exactly(parse(source)) != _exactly(node):
        raise refuse("", "condition-unwritable")
    return source


def _reads_as(source: str, node: Node) -> bool:
    try:
        return _exactly(parse(source)) == _exactly(node)
    except Refused:
        return False


def _exactly(node: Node) -> str:
    """Nodes in words: 1, 1.0 and true are equal to Python, but not the same."""
    return repr(node)


def within_bounds(content: object) -> None:
    """Raises Refused for what is too deep or too large, before anything looks into it."""
    waiting, seen = [(content, 1)], 0
    while waiting:
        item, depth = waiting.pop()
        seen += 1
        if depth > DEEPEST or seen > LARGEST:
            raise refuse("", "condition-too-large", deepest=DEEPEST, largest=LARGEST)
        inside = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
        waiting += [(each, depth + isinstance(item, dict)) for each in inside]


def placed(problem: Problem) -> Problem:
    """A place without the kinds by which a form is read."""
    steps = [step for step in problem.where.split(".") if step != "root" and not step.startswith("<")]
    return Problem(".".join(steps), problem.code, problem.params)


def _plain(form: shapes.Form) -> Plain:
    return form.model_dump(mode="json")


def _condition(node: Node) -> shapes.Form:
    """The form where true or false is wanted: anything else is asked whether it is so."""
    match node:
        case And(parts):
            return shapes.Every(parts=tuple(map(_condition, parts)))
        case Or(parts):
            return shapes.Some(parts=tuple(map(_condition, parts)))
        case Compare(operator, left, right):
            return shapes.Comparison(left=_operand(left), operator=operator, right=_operand(right))
        case In(item, options):
            return shapes.OneOf(left=_operand(item), options=tuple(map(_value, options)))
        case Not(In(item, options)):
            return shapes.OneOf(left=_operand(item), options=tuple(map(_value, options)), negated=True)
        case Not(And() | Or() | Not() | Compare() as operand):
            return shapes.Opposite(part=_condition(operand))
        case Not(operand):
            return shapes.IsSo(left=_operand(operand), negated=True)
    return shapes.IsSo(left=_operand(node))


def _operand(node: Node) -> shapes.Form:  # noqa: C901 - one line for each node of the language
    """The form where a value is wanted."""
    match node:
        case Path():
            return shapes.FieldShown(path=node.dotted)
        case Constant():
            return _value(node)
        case Add(left, right):
            return shapes.Calculation(left=_operand(left), operator="+", right=_operand(right))
        case Subtract(left, right):
            return shapes.Calculation(left=_operand(left), operator="-", right=_operand(right))
        case Multiply(factor, operand):
            return shapes.Times(operand=_operand(operand), factor=constant(factor))
        case Aggregate(name, path):
            return shapes.Total(name=name, path=path.dotted)
        case Default(operand, standing):
            return shapes.Standing(operand=_operand(operand), value=_value(standing))
        case Formatted(operand, name, args):
            return shapes.Shown(operand=_operand(operand), format=name, args={key: arg.value for key, arg in args})
        case And() | Or() | Not() | Compare() | In():
            return _condition(node)
    assert_never(node)


def _value(node: Constant) -> shapes.Written:
    match node.value:
        case bool() as value:
            return shapes.Flag(value=value)
        case str() as value:
            return shapes.Words(value=value)
    return shapes.Number(value=constant(node))


def _node(form: shapes.Form, where: str) -> Node:  # noqa: C901 - one line for each kind of form
    match form:
        case shapes.Every(parts=parts):
            return _joined(And, parts, where)
        case shapes.Some(parts=parts):
            return _joined(Or, parts, where)
        case shapes.Opposite(part=part):
            return Not(_node(part, f"{where}.part"))
        case shapes.Comparison(left=left, operator=operator, right=right):
            return Compare(operator, _node(left, f"{where}.left"), _node(right, f"{where}.right"))
        case shapes.OneOf(left=left, options=options, negated=negated):
            contained = In(_node(left, f"{where}.left"), tuple(map(_constant, options)))
            return Not(contained) if negated else contained
        case shapes.IsSo(left=left, negated=negated):
            operand = _node(left, f"{where}.left")
            return Not(operand) if negated else operand
        case shapes.FieldShown(path=path):
            return Path(tuple(path.split(".")))
        case shapes.Words() | shapes.Number() | shapes.Flag():
            return _constant(form)
        case shapes.Calculation(left=left, operator=operator, right=right):
            kind = Add if operator == "+" else Subtract
            return kind(_node(left, f"{where}.left"), _node(right, f"{where}.right"))
        case shapes.Times(operand=operand, factor=factor):
            return Multiply(Constant(_number(factor)), _node(operand, f"{where}.operand"))
        case shapes.Total(name=name, path=path):
            return Aggregate(name, Path(tuple(path.split("."))))
        case shapes.Standing(operand=operand, value=value):
            return Default(_node(operand, f"{where}.operand"), _constant(value))
        case shapes.Shown(operand=operand, format=name, args=args):
            told = tuple((key, Constant(value)) for key, value in args.items())
            return Formatted(_node(operand, f"{where}.operand"), name, told)
    assert_never(form)


def _joined(kind: type[And] | type[Or], parts: tuple[shapes.Form, ...], where: str) -> Node:
    """The parts as one group, those of groups of the same kind in it among them."""
    if not parts:
        raise refuse(f"{where}.parts".strip("."), "condition-group-empty")
    nodes = [_node(part, f"{where}.parts.{number}") for number, part in enumerate(parts)]
    flat = tuple(inner for node in nodes for inner in _inner(kind, node))
    return flat[0] if len(flat) == 1 else kind(flat)


def _inner(kind: type[And] | type[Or], node: Node) -> Iterator[Node]:
    if isinstance(node, And | Or) and type(node) is kind:
        yield from node.parts
    else:
        yield node


def _constant(value: shapes.Written) -> Constant:
    return Constant(_number(value.value) if isinstance(value, shapes.Number) else value.value)


def _number(text: str) -> Scalar:
    """As the parser reads it, which knows no zeros at the end of a fraction."""
    node = parse(text)
    return node.value if isinstance(node, Constant) else Decimal(text)
