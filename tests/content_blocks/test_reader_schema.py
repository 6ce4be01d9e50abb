"""Reader and JSON Schema on generated records: they agree, and nothing gets through or falls over."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.characters import is_blank
from content_blocks.dictionary import Field, compile_reader, json_schema
from content_blocks.problem import Refused
from tests.content_blocks.dictionaries import record, statement

DICTIONARY = statement()
READ = compile_reader(DICTIONARY, text=False)

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals()
    | st.text(max_size=20)
    | st.sampled_from(["DE89370400440532013000", "a@example.com", "+4930123456", "2026-01-02", "1.50"]),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=6,
)
PATHS = [path for path in DICTIONARY.paths() if "[]" not in path]


@given(st.lists(st.tuples(st.sampled_from(PATHS), JSON), max_size=4), st.booleans())
def test_whatever_a_record_holds_it_is_read_or_refused(changes: list[tuple[str, Any]], text: bool) -> None:
    changed: Any = record()
    for path, value in changes:
        *groups, name = path.split(".")
        place = changed
        for group in groups:
            place = place.get(group) if isinstance(place, dict) else None
        if isinstance(place, dict):
            place[name] = value
    with suppress(Refused):
        compile_reader(DICTIONARY, text=text)(changed)


@given(JSON)
def test_whatever_is_no_record_is_refused(content: Any) -> None:
    with pytest.raises(Refused):
        READ(content)


FITTING: dict[str, st.SearchStrategy[Any]] = {
    "text": st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=30).filter(
        lambda text: not is_blank(text)
    ),
    "multiline": st.sampled_from(["one", "one\ntwo"]),
    "boolean": st.booleans(),
    "date": st.dates(date(1900, 1, 1), date(2026, 12, 31)).map(date.isoformat),
    "email": st.sampled_from(["a@example.com", "b.c@example.org"]),
    "phone": st.sampled_from(["+49 30 1234567", "+41446681800"]),
    "iban": st.sampled_from(["DE89370400440532013000", "GB33BUKB20201555555555"]),
    "url": st.sampled_from(["https://example.com", "mailto:a@example.com"]),
    "language": st.sampled_from(["de", "en", "de-AT"]),
    "country": st.sampled_from(["DE", "AT"]),
    "money": st.integers(-(10**12), 10**12).map(lambda cents: str(Decimal(cents).scaleb(-2))),
    "percent": st.integers(0, 20500).map(lambda thousandths: str(Decimal(thousandths).scaleb(-3))),
}
UNFIT: st.SearchStrategy[Any] = st.sampled_from(
    [None, "", " ", "\u115f", 5.5, "x" * 2000, "2026-02-31x", "1,5", [], {}]
)


@st.composite
def records(draw: st.DrawFn, fields: dict[str, Field], faulty: bool) -> dict[str, Any]:
    """A record of some fields, if `faulty` with a wrong value here and there."""
    found: dict[str, Any] = {}
    for name, field in fields.items():
        if not field.required and draw(st.booleans()):
            continue
        if faulty and draw(st.integers(0, 15)) == 0:
            found[name] = draw(UNFIT)
        elif field.type == "group":
            found[name] = draw(records(field.fields or {}, faulty))
        elif field.type == "list":
            found[name] = draw(st.lists(records(field.fields or {}, faulty), max_size=3).map(numbered))
        else:
            found[name] = draw(fitting(field))
    return found


def numbered(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with different numbers, which no schema can demand."""
    return [row | {"number": n} if type(row.get("number")) is int else row for n, row in enumerate(rows, start=1)]


def fitting(field: Field) -> st.SearchStrategy[Any]:
    if field.type == "choice":
        return st.sampled_from(sorted(field.choices or {}))
    if field.currency_from:
        return st.integers(0, 10**9).map(str)
    if field.max_length == 3:
        return st.just("JPY")
    return st.integers(1, 9999) if field.type == "integer" else FITTING[field.type]


SCHEMA = jsonschema.Draft202012Validator(json_schema(DICTIONARY))


@given(st.booleans().flatmap(lambda faulty: records(DICTIONARY.fields, faulty)))
def test_reader_and_schema_agree(content: dict[str, Any]) -> None:
    try:
        READ(content)
        accepted = True
    except Refused:
        accepted = False
    assert SCHEMA.is_valid(content) is accepted, list(SCHEMA.iter_errors(content))


def test_patterns_in_the_schema_are_those_of_ecma_262() -> None:
    """No lookbehind, named groups or other syntax that only Python reads."""
    found = re.findall(r'"pattern": "(.*?)"', json.dumps(json_schema(DICTIONARY)))
    assert found
    assert not [pattern for pattern in found if "(?" in pattern or "\\\\Z" in pattern]
