"""Entries of a recipient's record, told from its data dictionary."""

from __future__ import annotations

from collections.abc import Mapping

from content_blocks.dictionary import Dictionary, Field
from web_editor.forms.drawing import text_of
from web_editor.forms.shape import NOTHING, Entry, Kind, Option

_KINDS: Mapping[str, Kind] = {
    "multiline": "lines",
    "integer": "number",
    "date": "day",
    "boolean": "flag",
    "choice": "choice",
    "group": "group",
    "list": "rows",
}


def record(dictionary: Dictionary) -> Entry:
    """The whole record as one group."""
    return Entry("record", "group", entries=_entries(dictionary.fields))


def _entries(fields: Mapping[str, Field]) -> tuple[Entry, ...]:
    return tuple(_entry(name, field) for name, field in fields.items())


def _entry(name: str, field: Field) -> Entry:
    options = tuple(Option(value, label) for value, label in (field.choices or {}).items())
    return Entry(
        name,
        _KINDS.get(field.type, "line"),
        label=field.label or {**NOTHING, "en": name, "de": name},
        required=field.required,
        options=options,
        entries=_entries(field.fields or {}),
        hint=text_of(field.sample),
        longest=field.max_length or 10_000,
    )
