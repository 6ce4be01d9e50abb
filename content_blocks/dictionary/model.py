"""The data dictionary as an item: typed fields with labels, samples, bounds, privacy and roles.

It alone gives types: what a file, a database or a request delivers is text until the dictionary has read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal, TypeAlias, TypeVar, get_args

import pydantic
from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from content_blocks.dictionary.rules import dictionary_problems, field_problems
from content_blocks.item import Item, ItemName, Language, Version
from content_blocks.parts import Privacy
from content_blocks.problem import Problem

FieldType = Literal[
    "text",
    "multiline",
    "integer",
    "decimal",
    "money",
    "percent",
    "date",
    "boolean",
    "choice",
    "email",
    "phone",
    "iban",
    "url",
    "language",
    "country",
    "group",
    "list",
]
FIELD_TYPES: tuple[FieldType, ...] = get_args(FieldType)

Role = Literal[
    "id", "language", "preferred_channel", "email", "phone", "push_token", "push_platform", "name", "postal_address"
]

FieldName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]{0,59}$")]
Words: TypeAlias = dict[Language, str]
AnyItem = TypeVar("AnyItem", bound=Item)

DecimalForm = Literal["1234.56", "1234,56", "1,234.56", "1.234,56", "1 234,56", "1'234.56"]
DateForm = Literal["YYYY-MM-DD", "YYYYMMDD", "DD.MM.YYYY", "DD/MM/YYYY", "DD-MM-YYYY", "MM/DD/YYYY", "YYYY/MM/DD"]


class TextFormats(Item):
    """How numbers and dates are written in CSV and other text files; separators of thousands may be left out."""

    decimal: DecimalForm = "1234.56"
    date: DateForm = "YYYY-MM-DD"


class Field(Item):
    """One field.  Which of the attributes it may have depends on its type (`rules.ATTRIBUTES`).

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
        return _collected(self, field_problems(self))


class Dictionary(Item):
    """The data dictionary of one or more templates.

    Paths read from the outside in: `customer.id`, and `account.transactions[].amount` for a field of the elements of
    a list.
    """

    name: ItemName = pydantic.Field(alias="dictionary")
    version: Version
    title: Words
    text_formats: TextFormats = TextFormats()
    fields: dict[FieldName, Field]
    note: str = ""

    @model_validator(mode="after")
    def _hangs_together(self) -> Dictionary:
        return _collected(self, dictionary_problems(self))

    def field(self, path: str) -> Field | None:
        """The field at a path, None if there is none."""
        return self._index.get(path)

    def paths(self) -> tuple[str, ...]:
        """Every path, groups and lists before their fields, in the order written."""
        return tuple(self._index)

    def role(self, role: Role) -> tuple[str, ...]:
        """The paths that have a role; several only for `name`, which then are its parts in order."""
        return self._roles.get(role, ())

    @cached_property
    def _roles(self) -> Mapping[str, tuple[str, ...]]:
        marked = [(field.role, path) for path, field in self._index.items() if field.role]
        return {role: tuple(path for other, path in marked if other == role) for role, _ in marked}

    @cached_property
    def _index(self) -> Mapping[str, Field]:
        return dict(_walk(self.fields, ""))


def _walk(fields: Mapping[str, Field], before: str) -> Iterator[tuple[str, Field]]:
    for name, field in fields.items():
        path = before + name
        yield path, field
        yield from _walk(field.fields or {}, f"{path}[]." if field.type == "list" else f"{path}.")


def _collected(item: AnyItem, problems: Iterable[Problem]) -> AnyItem:
    """The item, or its faults in the form in which `read_item` collects them."""
    if found := tuple(problems):
        raise PydanticCustomError("refused", "refused", {"problems": found})
    return item
