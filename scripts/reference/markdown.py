"""Markdown in the small: tables, code, and an item's model as a table of its fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel

from content_blocks import item, theme
from content_blocks.dictionary.field import FieldName

Schema = Mapping[str, Any]

VALUES: dict[str, Any] = {
    "identifier": item.Identifier,
    "short name": item.Name,
    "item name": item.ItemName,
    "picture": item.AssetName,
    "language": item.Language,
    "version": item.Version,
    "field name": FieldName,
    "colour": theme.Colour,
    "points": theme.Points,
    "millimetres": theme.Millimetres,
    "font name": theme.FamilyName,
    "file name": theme.FileName,
}
"""Texts of a fixed form, by the word that the tables have for it."""

KINDS = {
    "inline": "text",
    "line": "plain text",
    "address": "address",
    "expression": "expression",
    "condition": "condition",
    "list": "list of the record",
    "date": "day",
}
"""What a field holds, by the `format` its JSON Schema states."""
PATTERNS: dict[str, str] = {get_args(kind)[1].pattern: name for name, kind in VALUES.items()}
PLAIN = {"string": "text", "integer": "whole number", "number": "number", "boolean": "`true` or `false`"}


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table; bars inside cells are escaped."""
    yield _row(heads)
    yield _row(["---"] * len(heads))
    yield from (_row([_cell(text) for text in row]) for row in rows)
    yield ""


def _cell(text: str) -> str:
    return re.sub(r"\n+", " ", text).replace("|", "\\|")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def fenced(text: str, language: str = "") -> Iterator[str]:
    """A block of code."""
    yield f"```{language}"
    yield text.rstrip("\n")
    yield "```"
    yield ""


def code(*names: object) -> str:
    """Names as they are typed, one after the other."""
    return ", ".join(f"`{name}`" for name in names)


def prose(docstring: str | None) -> str:
    """A docstring as running text."""
    paragraphs = (docstring or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def fields(model: type[BaseModel], without: Iterable[str] = ()) -> Iterator[str]:
    """A model's fields, and after them those of every model they hold, each under its own heading."""
    schema = model.model_json_schema()
    yield from _fields(schema, frozenset(without))
    for name in _held(schema, set()):
        inner = schema["$defs"][name]
        yield f"**{name}**: {prose(inner.get('description'))}\n"
        yield from _fields(inner)


def _fields(schema: Schema, without: frozenset[str] = frozenset()) -> Iterator[str]:
    shown = {name: field for name, field in schema["properties"].items() if name not in without}
    if not shown:
        yield "No fields of its own.\n"
        return
    labelled = any("label" in field for field in shown.values())
    heads = ["field", "holds", "if left out", *(["label", "help"] if labelled else [])]
    required = schema.get("required", ())
    yield from table(heads, (_field(name, field, name in required, labelled) for name, field in shown.items()))


def _field(name: str, field: Schema, required: bool, labelled: bool) -> list[str]:
    words = [_both(field.get("label", {})), field.get("help", {}).get("en", "")] if labelled else []
    return [f"`{name}`", phrase(field), "**required**" if required else _default(field.get("default")), *words]


def _both(label: Mapping[str, str]) -> str:
    return " · ".join(dict.fromkeys(filter(None, (label.get("en"), label.get("de")))))


def _default(value: object) -> str:
    if value in (None, "", [], {}, ()) or isinstance(value, dict):
        return "–"
    return f"`{json.dumps(value, ensure_ascii=False)}`" if not isinstance(value, str) else f"`{value}`"


def _held(schema: Schema, seen: set[str]) -> Iterator[str]:
    """The names of the models that the properties refer to, in reading order; blocks have a page of their own."""
    for name in re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema["properties"])):
        if name not in seen and name not in ("Block", "ChannelForm"):
            seen.add(name)
            yield name


def phrase(field: Schema) -> str:
    """What a field may hold, in words."""
    if "format" in field:
        return KINDS.get(field["format"], str(field["format"]))
    if "$ref" in field:
        return _reference(field["$ref"])
    if "anyOf" in field:
        return " or ".join(dict.fromkeys(phrase(one) for one in field["anyOf"] if one.get("type") != "null"))
    if "enum" in field or "const" in field:
        return " · ".join(f"`{value}`" for value in field.get("enum", [field.get("const")]))
    if field.get("type") == "array":
        return _list(field)
    return _map(field) if field.get("type") == "object" else _plain(field)


def _reference(place: str) -> str:
    name = place.rpartition("/")[2]
    return {"Block": "block", "ChannelForm": "form"}.get(name, f"*{name}*")


def _list(field: Schema) -> str:
    if "prefixItems" in field:
        return ", ".join(phrase(item) for item in field["prefixItems"])
    return f"list of {phrase(field.get('items', {}))}{_between(field, 'minItems', 'maxItems')}"


def _map(field: Schema) -> str:
    patterns = field.get("patternProperties", {})
    inner = next(iter(patterns.values()), field.get("additionalProperties"))
    keys = field.get("propertyNames", {})
    name = phrase(keys) if "enum" in keys else "name"
    return f"{name} → {phrase(inner)}" if isinstance(inner, Mapping) else "mapping"


def _plain(field: Schema) -> str:
    words = PLAIN.get(field.get("type", ""), "block")
    return PATTERNS.get(field.get("pattern", ""), words) + _between(field, "minimum", "maximum")


def _between(field: Schema, least: str, most: str) -> str:
    low, high = field.get(least), field.get(most)
    if low is None and high is None:
        return ""
    return f" ({low if low is not None else ''}…{high if high is not None else ''})"
