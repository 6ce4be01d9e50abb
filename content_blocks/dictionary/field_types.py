"""The types and roles of fields, and which attributes go with which type."""

from __future__ import annotations

from typing import Literal, get_args

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

NUMBERS = frozenset({"integer", "decimal", "money", "percent"})
TEXTS = frozenset({"text", "multiline"})

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
