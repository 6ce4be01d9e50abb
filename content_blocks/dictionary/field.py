"""One field of the data dictionary, and what makes no sense in one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, TypeAlias, TypeVar

import pydantic
from babel.numbers import is_currency
from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from content_blocks.dictionary.field_types import ATTRIBUTES, ROLES, FieldType, Role
from content_blocks.item import Item, Language
from content_blocks.parts import Privacy
from content_blocks.problem import Problem

FieldName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]{0,59}$")]
Words: TypeAlias = dict[Language, str]
AnyItem = TypeVar("AnyItem", bound=Item)


class Field(Item):
    """One field.  Which of the attributes it may have depends on its type (`field_types.ATTRIBUTES`).

    `min` and `max` are inclusive; `digits` counts the places of the fraction, for money as many as the currency has
    unless given; `max_length` counts characters; `key` names the field that no two elements of a list share.
    """

    type: FieldType
    role: Role | None = pydantic.Field(default=None, alias="as")
    required: bool = True
    privacy: Privacy = "personal"
    label: Words = {}
    sample: str | int | bool | None = None
    note: str = ""
    max_length: int | None = pydantic.Field(default=None, ge=1, le=200_000)
    min: str | int | None = None
    max: str | int | None = None
    digits: int | None = pydantic.Field(default=None, ge=0, le=9)
    currency: str | None = None
    currency_from: str | None = None
    choices: dict[str, Words] | None = None
    fields: dict[FieldName, Field] | None = None
    key: str | None = None
    max_items: int | None = pydantic.Field(default=None, ge=1, le=100_000)

    @model_validator(mode="after")
    def _fits_its_type(self) -> Field:
        return collected_faults(self, _problems(self))


def collected_faults(item: AnyItem, problems: Iterable[Problem]) -> AnyItem:
    """The item, or its faults in the form in which `read_item` collects them."""
    if found := tuple(problems):
        raise PydanticCustomError("refused", "refused", {"problems": found})
    return item


def _problems(field: Field) -> Iterator[Problem]:
    """What is wrong with one field by itself."""
    for attribute, types in ATTRIBUTES.items():
        if getattr(field, attribute) is not None and field.type not in types:
            yield Problem(attribute, "attribute-unfit", {"attribute": attribute, "type": field.type})
    if field.role and field.type not in ROLES[field.role]:
        yield Problem("as", "role-unfit", {"role": field.role, "types": ", ".join(sorted(ROLES[field.role]))})
    if check := _BY_TYPE.get(field.type):
        yield from check(field)
    yield from _bounds(field)


def _money(field: Field) -> Iterator[Problem]:
    if (field.currency is None) == (field.currency_from is None):
        yield Problem("currency", "currency-one-way")
    if field.currency is not None and not is_currency(field.currency):
        yield Problem("currency", "currency-unknown")


def _choice(field: Field) -> Iterator[Problem]:
    if not field.choices or not all(field.choices.values()):
        yield Problem("choices", "choices-missing")


def _fields(field: Field) -> Iterator[Problem]:
    if not field.fields:
        yield Problem("fields", "fields-missing")
    key = (field.fields or {}).get(field.key or "")
    if field.key is not None and (key is None or not key.required or key.fields):
        yield Problem("key", "key-not-a-field", {"field": field.key})


_BY_TYPE: dict[str, Callable[[Field], Iterator[Problem]]] = {
    "money": _money,
    "choice": _choice,
    "group": _fields,
    "list": _fields,
}


def _bounds(field: Field) -> Iterator[Problem]:
    bounds: dict[str, Any] = {}
    for name in ("min", "max"):
        try:
            bounds[name] = bound(field, name)
        except (ValueError, InvalidOperation):
            yield Problem(name, "bound-unreadable", {"type": field.type})
    low, high = bounds.get("min"), bounds.get("max")
    if low is not None and high is not None and low > high:
        yield Problem("min", "bounds-crossed")


def bound(field: Field, name: str) -> Decimal | date | None:
    """The least (`min`) or greatest (`max`) value as the type of the field.  Raises ValueError, InvalidOperation."""
    written = getattr(field, name)
    if written is None or field.type not in ATTRIBUTES[name]:
        return None
    if field.type == "date":
        return date.fromisoformat(str(written))
    value = Decimal(str(written))
    if not value.is_finite():
        raise ValueError(name)
    return value
