"""The data dictionary as a JSON Schema (draft 2020-12), for integrators and for forms.

What the schema accepts the reader accepts, but for what no schema can say: check digits, bounds of decimals,
unique keys, characters that cannot be seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from content_blocks.characters import VISIBLE
from content_blocks.dictionary.days import ISO_FORM, date_pattern
from content_blocks.dictionary.field import Field, bound
from content_blocks.dictionary.field_types import NUMBERS
from content_blocks.dictionary.model import Dictionary, TextFormats
from content_blocks.dictionary.numbers import WHOLE_DIGITS, decimal_pattern, digits
from content_blocks.dictionary.reader import MAX_ITEMS
from content_blocks.dictionary.texts import (
    LANGUAGE_PATTERN,
    MAX_ADDRESS,
    MAX_LENGTH,
    PHONE_PATTERN,
    URL_PATTERN,
    countries,
)

Schema: TypeAlias = dict[str, Any]

_BLANK = {"enum": [None, ""]}


def json_schema(dictionary: Dictionary, *, text: bool = False) -> Schema:
    """The schema of a record; with `text` of one whose values are all strings in the dictionary's text formats."""
    forms = dictionary.text_formats if text else None
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": dictionary.title.get("en") or next(iter(dictionary.title.values()), dictionary.name),
        **_group(dictionary.fields, forms),
    }


def _group(fields: Mapping[str, Field], forms: TextFormats | None) -> Schema:
    return {
        "type": "object",
        "properties": {name: _optional(field, _described(field, forms)) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if field.required and not _may_be_empty(field)],
        "additionalProperties": False,
    }


def _may_be_empty(field: Field) -> bool:
    """Whether a required group may be left out all the same, because nothing in it is required."""
    below = (field.fields or {}).values()
    return field.type == "group" and all(not each.required or _may_be_empty(each) for each in below)


def _optional(field: Field, schema: Schema) -> Schema:
    return schema if field.required and not _may_be_empty(field) else {"anyOf": [schema, _BLANK]}


def _described(field: Field, forms: TextFormats | None) -> Schema:
    schema = _schema(field, forms)
    if field.label:
        schema["title"] = field.label.get("en") or next(iter(field.label.values()))
    if field.sample is not None:
        schema["examples"] = [field.sample]
    return schema


def _schema(field: Field, forms: TextFormats | None) -> Schema:
    match field.type:
        case "group":
            return _group(field.fields or {}, forms)
        case "list":
            limit = field.max_items or MAX_ITEMS
            return {"type": "array", "items": _group(field.fields or {}, forms), "maxItems": limit}
        case "boolean" if forms is None:
            return {"type": "boolean"}
        case "integer" if forms is None:
            return _integer(field)
        case "choice":
            return {"enum": list(field.choices or ())}
    return {"type": "string", **_grammar(field, forms)}


def _integer(field: Field) -> Schema:
    most = 10**WHOLE_DIGITS - 1
    low, high = bound(field, "min"), bound(field, "max")
    return {
        "type": "integer",
        "minimum": int(low) if isinstance(low, Decimal) else -most,
        "maximum": int(high) if isinstance(high, Decimal) else most,
    }


def _grammar(field: Field, forms: TextFormats | None) -> Schema:
    if field.type in NUMBERS:
        return {"pattern": decimal_pattern(digits(field), forms.decimal if forms else "1234.56")}
    return _GRAMMARS.get(field.type) or _worded(field, forms)


def _worded(field: Field, forms: TextFormats | None) -> Schema:
    if field.type == "date":
        plain = date_pattern(forms.date if forms else ISO_FORM)
        return {"pattern": plain, **({} if forms and forms.date != ISO_FORM else {"format": "date"})}
    if field.type == "boolean":
        return {"pattern": "^(true|false|yes|no|ja|nein|1|0)$"}
    return {"pattern": VISIBLE, "maxLength": field.max_length or MAX_LENGTH}


_GRAMMARS: dict[str, Schema] = {
    "email": {"format": "email", "pattern": r"\S@\S", "maxLength": MAX_ADDRESS},
    "phone": {"pattern": PHONE_PATTERN},
    "iban": {"pattern": "^[A-Z]{2}[0-9]{2}[A-Z0-9 ]{11,38}$"},
    "url": {"pattern": URL_PATTERN, "maxLength": MAX_ADDRESS},
    "language": {"pattern": LANGUAGE_PATTERN},
    "country": {"enum": sorted(countries())},
}
