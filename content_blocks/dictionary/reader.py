"""From what a file or a request delivers to typed values, or to every problem with its field.

A reader is compiled once per dictionary into closures: a statement with sixty rows is read in well under a
millisecond.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal, NamedTuple, TypeAlias

from content_blocks.characters import visible
from content_blocks.dictionary.currencies import currency_settler
from content_blocks.dictionary.days import date_reader
from content_blocks.dictionary.field import Field
from content_blocks.dictionary.field_types import NUMBERS, TEXTS
from content_blocks.dictionary.model import Dictionary, TextFormats
from content_blocks.dictionary.numbers import number_reader
from content_blocks.dictionary.texts import GRAMMARS, choice_reader, text_reader, typed_text_reader
from content_blocks.problem import Problem, Refused, refuse

Value: TypeAlias = Any
ReadValue: TypeAlias = Callable[[Any], Value]
Reader: TypeAlias = Callable[[Mapping[str, object]], dict[str, Value]]

# A required group that is absent is read as an empty one, so that every field it lacks is named.
Absence = Literal["allowed", "refused", "look inside"]

MAX_ITEMS = 5000
KEY_SHOWN = 60
_WORDS = {"true": True, "yes": True, "ja": True, "1": True, "false": False, "no": False, "nein": False, "0": False}


class _Member(NamedTuple):
    """One field of a group: its name, how it is read, and what if it is absent."""

    name: str
    read: ReadValue
    absence: Absence


def compile_reader(dictionary: Dictionary, *, text: bool, ignore_unknown: bool = False) -> Reader:
    """The function that reads a record, or raises Refused with every problem and its field path.

    With `text` all values are strings in the dictionary's `text_formats`; otherwise they are JSON's, with decimals
    as strings (or `Decimal`).  With `ignore_unknown` fields that the dictionary does not know are left out.
    """
    forms = dictionary.text_formats if text else None
    read = _group(dictionary.fields, forms, ignore_unknown)
    settle = currency_settler(dictionary)

    def read_record(record: Mapping[str, object]) -> dict[str, Value]:
        values: dict[str, Value] = read(record)
        return settle(values) if settle else values

    return read_record


def _reader(field: Field, forms: TextFormats | None, ignore_unknown: bool) -> ReadValue:
    if field.type == "group":
        return _group(field.fields or {}, forms, ignore_unknown)
    if field.type == "list":
        return _list(field, forms, ignore_unknown)
    if field.type in NUMBERS:
        return number_reader(field, forms.decimal if forms else None)
    if field.type in TEXTS:
        return text_reader(field)
    if field.type in GRAMMARS:
        return typed_text_reader(field)
    if field.type == "date":
        return date_reader(field, forms.date if forms else None)
    return choice_reader(field) if field.type == "choice" else _boolean_from_text if forms else _boolean


def _group(fields: Mapping[str, Field], forms: TextFormats | None, ignore_unknown: bool) -> ReadValue:
    members = [_Member(name, _reader(field, forms, ignore_unknown), _absence(field)) for name, field in fields.items()]
    known = frozenset(fields)

    def read(content: Any) -> dict[str, Value]:
        if not isinstance(content, Mapping):
            raise refuse("", "value-not-a-group")
        values, problems = _members(members, content)
        if not ignore_unknown and not content.keys() <= known:
            problems += [Problem(visible(str(key), KEY_SHOWN), "field-unknown") for key in content if key not in known]
        if problems:
            raise Refused(problems)
        return values

    return read


def _absence(field: Field) -> Absence:
    if not field.required:
        return "allowed"
    return "look inside" if field.type == "group" else "refused"


def _members(members: list[_Member], content: Mapping[str, Any]) -> tuple[dict[str, Value], list[Problem]]:
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    for name, read, absence in members:
        raw = content.get(name)
        if raw is None or raw == "":
            if absence == "refused":
                problems.append(Problem(name, "value-required"))
            if absence != "look inside":
                continue
            raw = {}
        try:
            values[name] = read(raw)
        except Refused as refused:
            problems += _placed(name, refused)
    return values, problems


def _list(field: Field, forms: TextFormats | None, ignore_unknown: bool) -> ReadValue:
    read_element = _group(field.fields or {}, forms, ignore_unknown)
    limit, key = field.max_items or MAX_ITEMS, field.key

    def read(content: Any) -> list[dict[str, Value]]:
        if type(content) is not list:
            raise refuse("", "value-not-a-list")
        if len(content) > limit:
            raise refuse("", "list-too-long", limit=limit)
        values: list[dict[str, Value]] = []
        problems: list[Problem] = []
        for place, element in enumerate(content):
            try:
                values.append(read_element(element))
            except Refused as refused:
                problems += _placed(f"[{place}]", refused)
        if problems:
            raise Refused(problems)
        if key is not None:
            _check_key(values, key)
        return values

    return read


def _check_key(elements: list[dict[str, Value]], key: str) -> None:
    seen: set[Value] = set()
    problems = []
    for place, element in enumerate(elements):
        if element[key] in seen:
            problems.append(Problem(f"[{place}].{key}", "key-twice"))
        seen.add(element[key])
    if problems:
        raise Refused(problems)


def _boolean(content: object) -> bool:
    if isinstance(content, bool):
        return content
    raise refuse("", "value-not-yes-or-no")


def _boolean_from_text(content: object) -> bool:
    word = content.strip().casefold() if isinstance(content, str) else ""
    if word in _WORDS:
        return _WORDS[word]
    raise refuse("", "value-not-yes-or-no")


def _placed(name: str, refused: Refused) -> list[Problem]:
    """The problems of a value, seen from the record: `amount` inside `[12]` is `[12].amount`."""
    return [replace(problem, where=_joined(name, problem.where)) for problem in refused.problems]


def _joined(name: str, where: str) -> str:
    return f"{name}{where}" if not where or where.startswith("[") else f"{name}.{where}"
