"""The data dictionary as an item: typed fields with labels, samples, bounds, privacy and roles.

It alone gives types: what a file, a database or a request delivers is text until the dictionary has read it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

import pydantic
from pydantic import model_validator

from content_blocks.dictionary.field import Field, FieldName, Words, collected_faults
from content_blocks.dictionary.field_types import Role
from content_blocks.item import Item, ItemName, Version
from content_blocks.problem import Problem

DecimalForm = Literal["1234.56", "1234,56", "1,234.56", "1.234,56", "1 234,56", "1'234.56"]
DateForm = Literal["YYYY-MM-DD", "YYYYMMDD", "DD.MM.YYYY", "DD/MM/YYYY", "DD-MM-YYYY", "MM/DD/YYYY", "YYYY/MM/DD"]


class TextFormats(Item):
    """How numbers and dates are written in CSV and other text files; separators of thousands may be left out."""

    decimal: DecimalForm = "1234.56"
    date: DateForm = "YYYY-MM-DD"


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
        return collected_faults(self, _problems(self))

    def field(self, path: str) -> Field | None:
        """The field at a path, None if there is none."""
        return self._index.get(path)

    def paths(self) -> tuple[str, ...]:
        """Every path, groups and lists before their fields, in the order written."""
        return tuple(self._index)

    def said_by_order(self) -> tuple[str, ...]:
        """The parts of a name in order, where there are several."""
        parts = self.role("name")
        return parts if len(parts) > 1 else ()

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


def _problems(dictionary: Dictionary) -> Iterator[Problem]:
    """What is wrong between the fields: roles given twice or in lists, currencies that are nowhere."""
    fields = {path: dictionary.field(path) for path in dictionary.paths()}
    known: Mapping[str, Field] = {path: field for path, field in fields.items() if field}
    roles: Counter[str] = Counter(field.role for field in known.values() if field.role and field.role != "name")
    if not dictionary.role("id"):
        yield Problem("fields", "role-id-missing")
    for path, field in known.items():
        place = "fields." + path.replace("[]", "").replace(".", ".fields.")
        if field.role and (roles[field.role] > 1 or "[]" in path):
            yield Problem(f"{place}.as", "role-once", {"role": field.role})
        if field.currency_from is not None and not _gives_currency(known.get(field.currency_from)):
            yield Problem(f"{place}.currency_from", "currency-not-a-field", {"field": field.currency_from})


def _gives_currency(field: Field | None) -> bool:
    return field is not None and field.required and field.type in ("text", "choice")
