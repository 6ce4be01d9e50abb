"""What a dictionary has to obey beyond its shape: attributes that fit the type, roles that make sense."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from babel.numbers import is_currency

from content_blocks.problem import Problem

if TYPE_CHECKING:
    from content_blocks.dictionary.model import Dictionary, Field

NUMBERS = frozenset({"integer", "decimal", "money", "percent"})
TEXTS = frozenset({"text", "multiline"})
ROLE_LIMIT = 4

# The attributes that only some types have.
ATTRIBUTES: dict[str, frozenset[str]] = {
    "max_length": TEXTS,
    "min": NUMBERS | {"date"},
    "max": NUMBERS | {"date"},
    "digits": frozenset({"decimal", "money", "percent"}),
    "currency": frozenset({"money"}),
    "currency_from": frozenset({"money"}),
    "choices": frozenset({"choice"}),
    "fields": frozenset({"group", "list"}),
    "key": frozenset({"list"}),
    "max_items": frozenset({"list"}),
}

# The types a field may have for a role.
ROLES: dict[str, frozenset[str]] = {
    "id": frozenset({"text", "integer"}),
    "language": frozenset({"language", "text", "choice"}),
    "preferred_channel": frozenset({"text", "choice"}),
    "email": frozenset({"email"}),
    "phone": frozenset({"phone"}),
    "push_token": frozenset({"text"}),
    "push_platform": frozenset({"text", "choice"}),
    "name": frozenset({"text"}),
    "postal_address": frozenset({"multiline", "group"}),
}


def field_problems(field: Field) -> Iterator[Problem]:
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


def dictionary_problems(dictionary: Dictionary) -> Iterator[Problem]:
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
