"""What an expression would show: the samples of the dictionary as one record, each list with one element."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from content_blocks.dictionary import Field
from content_blocks.expressions import Expression
from content_blocks.formats import default_format
from content_blocks.problem import Refused
from web_editor.conditions.place import Place, typed
from web_editor.conditions.showing import shown_here


def sample_shown(expression: Expression, place: Place) -> str:
    """The text of a placeholder in the language of the place; "" where the samples do not give one."""
    facts = place.names.facts(expression)
    name, arguments = expression.format or (default_format(facts.type), {})
    try:
        value = expression.evaluate(sample_record(place))
    except Refused:
        return ""
    if isinstance(value, str) and value == expression.default and value not in (facts.choices or {}):
        return value
    return shown_here(place, value, facts, name, arguments)


def sample_record(place: Place) -> Mapping[str, Any]:
    """The samples of all that has a name at a place; what has none is absent."""
    record = _group(place.dictionary.fields)
    for alias, at in place.names.aliases.items():
        described = place.dictionary.field(at.removesuffix("[]"))
        element = _group((described.fields if described else None) or {})
        record[alias] = element if at.endswith("[]") else [element]
    for path in (*place.names.setting.built_in, *place.names.own):
        outer, _, name = path.partition(".")
        value = place.sample(path)
        if name and value is not None:
            record.setdefault(outer, {})[name] = value
    return record


def _group(fields: Mapping[str, Field]) -> dict[str, Any]:
    return {name: value for name, each in fields.items() if (value := _value(each)) is not None}


def _value(field: Field) -> Any:
    if field.fields is None:
        return typed(field.sample, field.type)
    return [_group(field.fields)] if field.type == "list" else _group(field.fields)
