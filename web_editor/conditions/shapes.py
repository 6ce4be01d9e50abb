"""The kinds of which a form consists, as JSON: each an object whose `kind` says what else it has.

    groups    all, any {parts: [form, …]}                     not {part: form}
    rows      compare {left, operator, right}                 in {left, options: [value, …], negated}
              flag {left, negated}
    operands  field {path}                                    value {type: text | number | flag, value}
              calculation {left, operator: + | -, right}      times {operand, factor}
              aggregate {name, path}                          default {operand, value}
    outermost shown {operand, format, args: {name: …}}

Numbers are texts (`"12.50"`), because they are exact; days are texts in ISO 8601's extended form.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, Discriminator, StrictBool, StrictInt, StrictStr, Tag

from content_blocks.expressions.nodes import AggregateName, Constant, Operator, Path
from content_blocks.expressions.parse import parse
from content_blocks.item import Item, collected
from content_blocks.problem import refuse
from web_editor.conditions.writing import constant

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def _path(source: str) -> str:
    """A path that an expression can spell; raises Refused for anything else, and for words such as `not`."""
    node = parse(source)
    if not isinstance(node, Path) or node.dotted != source:
        raise refuse("", "condition-path")
    return source


def _number(source: str) -> str:
    if not _NUMBER.fullmatch(source):
        raise refuse("", "field-not-a-number")
    parse(source)
    return source


def _text(text: str) -> str:
    """A text that can be written out; raises Refused for characters that nobody sees."""
    if parse(constant(Constant(text))) != Constant(text):
        raise refuse("", "condition-unwritable")
    return text


FieldPath = Annotated[StrictStr, AfterValidator(collected(_path))]
NumberText = Annotated[StrictStr, AfterValidator(collected(_number))]
PlainText = Annotated[StrictStr, AfterValidator(collected(_text))]


class Words(Item):
    """A text written out."""

    kind: Literal["value"] = "value"
    type: Literal["text"] = "text"
    value: PlainText


class Number(Item):
    """A number written out, exactly."""

    kind: Literal["value"] = "value"
    type: Literal["number"] = "number"
    value: NumberText


class Flag(Item):
    """True or false written out."""

    kind: Literal["value"] = "value"
    type: Literal["flag"] = "flag"
    value: StrictBool


def _by_type(content: Any) -> str:
    found = content.get("type") if isinstance(content, dict) else getattr(content, "type", None)
    return f"<{found}>" if isinstance(found, str) else "<>"


Written: TypeAlias = Annotated[
    Annotated[Words, Tag("<text>")] | Annotated[Number, Tag("<number>")] | Annotated[Flag, Tag("<flag>")],
    Discriminator(_by_type, custom_error_type="condition-value-type", custom_error_message="unknown type"),
]


class FieldShown(Item):
    """A field of the record, by its dotted path."""

    kind: Literal["field"] = "field"
    path: FieldPath


class Calculation(Item):
    """A sum or a difference."""

    kind: Literal["calculation"] = "calculation"
    left: Form
    operator: Literal["+", "-"]
    right: Form


class Times(Item):
    """A number times something."""

    kind: Literal["times"] = "times"
    operand: Form
    factor: NumberText


class Total(Item):
    """One figure over a list: how many elements, or the sum, the least or the greatest of one of their fields."""

    kind: Literal["aggregate"] = "aggregate"
    name: AggregateName
    path: FieldPath


class Standing(Item):
    """Something with the value that stands in where it is absent."""

    kind: Literal["default"] = "default"
    operand: Form
    value: Written


class Shown(Item):
    """A value in a format; stands outermost, or under the outermost default."""

    kind: Literal["shown"] = "shown"
    operand: Form
    format: StrictStr
    args: dict[StrictStr, StrictStr | StrictBool | StrictInt] = {}


class Comparison(Item):
    """Two operands compared."""

    kind: Literal["compare"] = "compare"
    left: Form
    operator: Operator
    right: Form


class OneOf(Item):
    """Whether an operand is one of some values, or (`negated`) none of them."""

    kind: Literal["in"] = "in"
    left: Form
    options: tuple[Written, ...]
    negated: StrictBool = False


class IsSo(Item):
    """Whether an operand is true, or (`negated`) false."""

    kind: Literal["flag"] = "flag"
    left: Form
    negated: StrictBool = False


class Every(Item):
    """All parts have to hold."""

    kind: Literal["all"] = "all"
    parts: tuple[Form, ...]


class Some(Item):
    """One part has to hold."""

    kind: Literal["any"] = "any"
    parts: tuple[Form, ...]


class Opposite(Item):
    """The part must not hold."""

    kind: Literal["not"] = "not"
    part: Form


def _by_kind(content: Any) -> str:
    found = content.get("kind") if isinstance(content, dict) else getattr(content, "kind", None)
    return f"<{found}>" if isinstance(found, str) else "<>"


Form: TypeAlias = Annotated[
    Annotated[Every, Tag("<all>")]
    | Annotated[Some, Tag("<any>")]
    | Annotated[Opposite, Tag("<not>")]
    | Annotated[Comparison, Tag("<compare>")]
    | Annotated[OneOf, Tag("<in>")]
    | Annotated[IsSo, Tag("<flag>")]
    | Annotated[FieldShown, Tag("<field>")]
    | Annotated[Written, Tag("<value>")]
    | Annotated[Calculation, Tag("<calculation>")]
    | Annotated[Times, Tag("<times>")]
    | Annotated[Total, Tag("<aggregate>")]
    | Annotated[Standing, Tag("<default>")]
    | Annotated[Shown, Tag("<shown>")],
    Discriminator(_by_kind, custom_error_type="condition-kind", custom_error_message="unknown kind"),
]


for _kind in (Every, Some, Opposite, Comparison, OneOf, IsSo, Calculation, Times, Standing, Shown):
    _kind.model_rebuild()
