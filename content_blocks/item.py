"""What all items have in common: frozen, strict about keys, read from plain data with every fault collected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Annotated, Any, TypeVar, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from content_blocks.canonical import canonical_hash
from content_blocks.expressions import Expression, parse_expression
from content_blocks.problem import Problem, Refused, refuse

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""A language tag (BCP 47) as it is written here: `de`, `de-AT`, `zh-Hant`."""

IDENTIFIER = re.compile(r"[a-z][a-z0-9_-]{0,59}")
Identifier = Annotated[str, StringConstraints(pattern=f"^{IDENTIFIER.pattern}$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
ItemName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,79}$")]
AssetName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}\.(png|jpg|svg)$")]
Language = Annotated[str, StringConstraints(pattern=f"^{LANGUAGE.pattern}$")]
Version = Annotated[str, StringConstraints(pattern=r"^(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})$")]


_FORMS = {
    get_args(kind)[1].pattern: code
    for kind, code in (
        (Identifier, "identifier-form"),
        (Name, "name-form"),
        (ItemName, "item-name-form"),
        (AssetName, "asset-form"),
        (Language, "language-form"),
        (Version, "version-form"),
    )
}
"""The code of what is wrong with a text that does not match one of these patterns."""


def collected(read: Callable[[Any], T]) -> Callable[[Any], T]:
    """A reader of ours as a validator: what it refuses is collected with everything else that is wrong."""

    def validator(content: Any) -> T:
        try:
            return read(content)
        except Refused as refused:
            raise PydanticCustomError("refused", "refused", {"problems": refused.problems}) from None

    return validator


def checked(item: T, problems: Iterable[Problem]) -> T:
    """The item, or its faults in the form in which `read_item` collects them; for validators of whole items."""
    if found := tuple(problems):
        raise PydanticCustomError("refused", "refused", {"problems": found})
    return item


def _read_day(content: object) -> date:
    try:
        return content if isinstance(content, date) else date.fromisoformat(str(content))
    except ValueError:
        raise refuse("", "day-form") from None


Day = Annotated[date, BeforeValidator(collected(_read_day))]


def _read_formula(content: object) -> Expression:
    if isinstance(content, Expression):
        return content
    expression = parse_expression(str(content))
    if expression.format:
        raise refuse("", "formula-format", format=expression.format[0])
    return expression


def _read_list_path(content: object) -> Expression:
    expression = _read_formula(content)
    if expression.path is None or expression.source.strip() != expression.path:
        raise refuse("", "list-path")
    return expression


Formula = Annotated[
    Expression, PlainValidator(collected(_read_formula)), WithJsonSchema({"type": "string", "format": "expression"})
]
Condition = Annotated[
    Expression, PlainValidator(collected(_read_formula)), WithJsonSchema({"type": "string", "format": "condition"})
]
ListPath = Annotated[
    Expression, PlainValidator(collected(_read_list_path)), WithJsonSchema({"type": "string", "format": "list"})
]


class Item(BaseModel):
    """Anything written in a file: it never changes once read, and a key it does not know is a fault, not ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def said_by_order(self) -> tuple[str, ...]:
        """What only the order of its keys says: canonical JSON forgets it, so the item hash adds it."""
        return ()


def read_item(model: type[M], content: Mapping[str, object]) -> M:
    """The item that some plain data describes; raises Refused with every fault and its place."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise Refused(problem for detail in error.errors() for problem in _problems(detail)) from None


def item_hash(item: BaseModel, content: Mapping[str, object]) -> str:
    """The hash of an item's own content: references as written, never layout, comments or `note` fields."""
    plain = _without_notes(item, content)
    order = item.said_by_order() if isinstance(item, Item) else ()
    return canonical_hash({"content": plain, "order": order} if order else plain)


def _without_notes(item: object, content: object) -> object:
    """The content without the remarks of the item and those inside it; a field somebody calls `note` is no remark."""
    match item, content:
        case BaseModel(), Mapping():
            fields = {key: name for name, field in type(item).model_fields.items() for key in (name, field.alias)}
            kept = {str(key): value for key, value in content.items() if key != "note"}
            return {key: _without_notes(getattr(item, fields[key]), value) for key, value in kept.items()}
        case Mapping(), Mapping():
            return {key: _without_notes(item[key], value) for key, value in content.items()}
        case tuple() | list(), tuple() | list():
            return [_without_notes(*pair) for pair in zip(item, content, strict=True)]
    return content


_CODES = {
    "missing": "field-missing",
    "extra_forbidden": "field-not-known",
    "literal_error": "choice-not-known",
    "string_pattern_mismatch": "field-pattern",
    "string_type": "field-not-text",
    "int_type": "field-not-a-number",
    "int_parsing": "field-not-a-number",
    "bool_type": "field-not-yes-or-no",
    "bool_parsing": "field-not-yes-or-no",
    "tuple_type": "field-not-a-list",
    "list_type": "field-not-a-list",
    "dict_type": "field-not-a-mapping",
    "model_type": "field-not-a-mapping",
}


def _problems(detail: ErrorDetails) -> list[Problem]:
    where = ".".join(str(step) for step in detail["loc"] if step not in ("[key]", ""))
    context = detail.get("ctx", {})
    if "problems" in context:
        return [problem.under(where) for problem in context["problems"]]
    if "-" in detail["type"]:  # a code of ours, raised by a validator
        return [Problem(where, detail["type"], context)]
    code = _FORMS.get(str(context.get("pattern")), _CODES.get(detail["type"], "field-value"))
    return [Problem(where, code, _params(code, context))]


def _params(code: str, context: Mapping[str, object]) -> dict[str, str]:
    if code != "choice-not-known":
        return {}
    return {"expected": str(context["expected"]).replace("'", "").replace(" or ", ", ")}
