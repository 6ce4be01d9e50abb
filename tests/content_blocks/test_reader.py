"""Reading records: typed values, or every problem with its field and nothing else."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.dictionary import Dictionary, Field, compile_reader, json_schema, nest
from content_blocks.dictionary.model import DateForm
from content_blocks.item import read_item
from content_blocks.problem import Refused
from tests.content_blocks.dictionaries import record, statement

DICTIONARY = statement()
READ = compile_reader(DICTIONARY, text=False)


def read_one(field: dict[str, Any], value: object, **text_formats: str) -> Any:
    """A single value read by a field; with text formats as a text file has it."""
    dictionary = read_item(
        Dictionary,
        {
            "dictionary": "d",
            "version": "1.0",
            "title": {},
            "text_formats": text_formats,
            "fields": {"id": {"type": "text", "as": "id"}, "x": field},
        },
    )
    return compile_reader(dictionary, text=bool(text_formats))({"id": "1", "x": value})["x"]


def problems(read: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refused:
        read()
    return [(problem.where, problem.code) for problem in refused.value.problems]


def test_a_record_becomes_typed_values() -> None:
    values = READ(record())
    assert values["customer"] == record()["customer"]
    assert values["account"]["iban"] == "DE89370400440532013000"
    assert str(values["account"]["balance"]) == "1234.50"
    assert str(values["account"]["limit"]) == "5000"
    assert values["account"]["transactions"][1]["day"] == date(2026, 1, 5)
    assert [str(row["amount"]) for row in values["account"]["transactions"]] == ["-850.00", "2500.00"]
    assert "address" not in values


def test_every_problem_is_named_with_its_field() -> None:
    wrong = record()
    wrong["customer"] = {"id": "x" * 41, "salutation": "Mr", "last_name": "a\u202eb", "shoe_size": 5}
    wrong["address"] = {"town": "Ulm"}
    wrong["account"]["iban"] = "DE89 3704 0044 0532 0130 01"
    wrong["account"]["balance"] = 12.5
    wrong["account"]["transactions"][1] |= {"amount": "2.505", "day": "2026-02-30"}
    del wrong["account"]["transactions"][0]["text"]
    assert problems(lambda: READ(wrong)) == [
        ("customer.id", "text-too-long"),
        ("customer.salutation", "choice-unknown"),
        ("customer.last_name", "character-not-allowed"),
        ("customer.shoe_size", "field-unknown"),
        ("address.street", "value-required"),
        ("account.iban", "iban-invalid"),
        ("account.balance", "decimal-as-float"),
        ("account.transactions[0].text", "value-required"),
        ("account.transactions[1].day", "date-unreadable"),
        ("account.transactions[1].amount", "number-decimals"),
    ]


def test_an_absent_group_names_the_fields_it_lacks() -> None:
    wrong = record()
    del wrong["customer"]
    found = problems(lambda: READ(wrong))
    assert found == [(f"customer.{name}", "value-required") for name in ("id", "salutation", "last_name")]


def test_amounts_follow_a_currency_in_the_record() -> None:
    wrong = record()
    wrong["account"]["limit"] = "5000.50"
    wrong["account"]["transactions"][1]["original"] = "0.5"
    assert problems(lambda: READ(wrong)) == [
        ("account.limit", "number-decimals"),
        ("account.transactions[1].original", "number-decimals"),
    ]
    wrong["account"]["currency"] = "XQZ"
    assert problems(lambda: READ(wrong)) == [("account.currency", "currency-unknown")]


def test_keys_are_unique_and_lists_bounded() -> None:
    wrong = record()
    wrong["account"]["transactions"][1]["number"] = 1
    assert problems(lambda: READ(wrong)) == [("account.transactions[1].number", "key-twice")]
    wrong["account"]["transactions"] = [wrong["account"]["transactions"][0]] * 101
    assert problems(lambda: READ(wrong)) == [("account.transactions", "list-too-long")]


def test_unknown_columns_can_be_left_out() -> None:
    extra = record() | {"branch": "Ulm"}
    assert problems(lambda: READ(extra)) == [("branch", "field-unknown")]
    assert compile_reader(DICTIONARY, text=False, ignore_unknown=True)(extra) == READ(record())


def test_a_place_never_shows_what_cannot_be_seen() -> None:
    assert problems(lambda: READ(record() | {"a\u202e" + "b" * 100: 1})) == [("a?" + "b" * 58, "field-unknown")]


MONEY = {"type": "money", "currency": "EUR"}
TEXT = {"type": "text"}


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        (TEXT, "e\u0301", "é"),
        (TEXT, " kept ", " kept "),
        (TEXT, "{{ 7 * 7 }} <b>", "{{ 7 * 7 }} <b>"),
        (TEXT, "👩‍👩‍👧 emoji", "👩‍👩‍👧 emoji"),
        (TEXT, "שלום", "שלום"),
        ({"type": "multiline"}, "a\r\nb\tc", "a\nb\tc"),
        ({"type": "integer"}, 5, 5),
        ({"type": "integer"}, -5, -5),
        (MONEY, 12, Decimal("12.00")),
        (MONEY, "12.5", Decimal("12.50")),
        (MONEY, "12.5000", Decimal("12.50")),
        (MONEY, Decimal("12.5000"), Decimal("12.50")),
        (MONEY, Decimal("1.2E+1"), Decimal("12.00")),
        (MONEY, "-0.01", Decimal("-0.01")),
        ({"type": "money", "currency": "EUR", "digits": 4}, "0.1234", Decimal("0.1234")),
        ({"type": "decimal"}, "0.123456789", Decimal("0.123456789")),
        ({"type": "percent"}, "3.250", Decimal("3.250")),
        ({"type": "date"}, "2024-02-29", date(2024, 2, 29)),
        ({"type": "date"}, date(2024, 2, 29), date(2024, 2, 29)),
        ({"type": "boolean"}, False, False),
        ({"type": "email"}, "a.b+c@Example.com", "a.b+c@example.com"),
        ({"type": "email"}, "a@bücher.example.com", "a@xn--bcher-kva.example.com"),
        ({"type": "phone"}, "+49 (151) 123-45678", "+4915112345678"),
        ({"type": "iban"}, "gb33 BUKB 2020 1555 5555 55", "GB33BUKB20201555555555"),
        ({"type": "url"}, "https://example.com/a?b=%C3%BC#c", "https://example.com/a?b=%C3%BC#c"),
        ({"type": "url"}, "tel:+4930123456", "tel:+4930123456"),
        ({"type": "language"}, "de-AT", "de-AT"),
        ({"type": "country"}, "DE", "DE"),
    ],
)
def test_json_values(field: dict[str, Any], value: object, expected: object) -> None:
    found = read_one(field, value)
    assert (repr(found), type(found)) == (repr(expected), type(expected))


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        (TEXT, 5, "value-not-text"),
        (TEXT, True, "value-not-text"),
        (TEXT, "   ", "value-required"),
        (TEXT, "", "value-required"),
        (TEXT, None, "value-required"),
        (TEXT, "a\nb", "character-not-allowed"),
        (TEXT, "a\x00", "character-not-allowed"),
        (TEXT, "\x1b[31m", "character-not-allowed"),
        (TEXT, "\u2066a", "character-not-allowed"),
        (TEXT, "\ue000", "character-not-allowed"),
        (TEXT, "\ud83d", "character-not-allowed"),
        (TEXT, "\ufdd0", "character-not-allowed"),
        (TEXT, "\U0001ffff", "character-not-allowed"),
        (TEXT, "\U000f0000", "character-not-allowed"),
        (TEXT, "\u2028", "character-not-allowed"),
        ({"type": "multiline"}, "a\x0bb", "character-not-allowed"),
        (TEXT, "x" * 1001, "text-too-long"),
        ({"type": "text", "as": "name"}, "=?utf-8?q?a=0D=0ABcc:_x?=", "text-encoded-word"),
        ({"type": "email"}, "=?utf-8?q?a?=@example.com", "text-encoded-word"),
        ({"type": "email"}, "a@example.com\nBcc: b@example.com", "character-not-allowed"),
        ({"type": "email"}, "a@b", "email-invalid"),
        ({"type": "email"}, "ä@example.com", "email-invalid"),
        ({"type": "email"}, "A <a@example.com>", "email-invalid"),
        ({"type": "phone"}, "0151 12345678", "phone-invalid"),
        ({"type": "phone"}, "+999 12345678", "phone-invalid"),
        ({"type": "iban"}, "DE00 3704 0044 0532 0130 00", "iban-invalid"),
        ({"type": "iban"}, "DE89", "iban-invalid"),
        ({"type": "url"}, "http://example.com", "url-invalid"),
        ({"type": "url"}, "javascript:alert(1)", "url-invalid"),
        ({"type": "url"}, "https://bank.example@evil.example/", "url-invalid"),
        ({"type": "url"}, "https://example.com/ü", "url-invalid"),
        ({"type": "url"}, "https://example.com/a b", "url-invalid"),
        ({"type": "language"}, "German", "language-invalid"),
        ({"type": "country"}, "XX", "country-invalid"),
        ({"type": "country"}, "de", "country-invalid"),
        ({"type": "boolean"}, "true", "value-not-yes-or-no"),
        ({"type": "boolean"}, 1, "value-not-yes-or-no"),
        ({"type": "integer"}, True, "number-expected"),
        ({"type": "integer"}, "5", "number-expected"),
        ({"type": "integer"}, 10**15, "number-too-long"),
        ({"type": "integer"}, 1.0, "decimal-as-float"),
        ({"type": "integer", "min": 1}, 0, "number-too-small"),
        (MONEY, True, "number-expected"),
        (MONEY, "1,50", "number-unreadable"),
        (MONEY, "1.005", "number-decimals"),
        (MONEY, Decimal("1.005"), "number-decimals"),
        (MONEY, "1e3", "number-unreadable"),
        (MONEY, "٣", "number-unreadable"),
        (MONEY, "NaN", "number-unreadable"),
        (MONEY, Decimal("NaN"), "not-a-number"),
        (MONEY, Decimal("sNaN"), "not-a-number"),
        (MONEY, Decimal("-Infinity"), "not-a-number"),
        (MONEY, Decimal("1E+400"), "number-too-long"),
        (MONEY, Decimal("1E-400"), "number-too-long"),
        (MONEY, "9" * 16, "number-unreadable"),
        (MONEY | {"min": "0"}, "-0.01", "number-too-small"),
        ({"type": "percent", "max": "100"}, "100.1", "number-too-large"),
        ({"type": "date"}, "02.01.2026", "date-unreadable"),
        ({"type": "date"}, "2026-02-30", "date-unreadable"),
        ({"type": "date"}, "2026-1-2", "date-unreadable"),
        ({"type": "date"}, datetime(2026, 1, 2), "date-unreadable"),  # noqa: DTZ001 - any time is refused
        ({"type": "date", "min": "2026-01-01"}, "2025-12-31", "date-too-early"),
        ({"type": "date", "max": "2026-01-01"}, "2026-01-02", "date-too-late"),
        ({"type": "group", "fields": {"y": TEXT}}, "x", "value-not-a-group"),
        ({"type": "list", "fields": {"y": TEXT}}, {"y": "x"}, "value-not-a-list"),
        ({"type": "list", "fields": {"y": TEXT}}, None, "value-required"),
    ],
)
def test_json_values_that_are_refused(field: dict[str, Any], value: object, code: str) -> None:
    ((where, found),) = problems(lambda: read_one(field, value))
    assert (where, found) == ("x", code)


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("1234.56", "-1234.5", "-1234.50"),
        ("1234,56", " 1234,56 ", "1234.56"),
        ("1.234,56", "1.234.567,8", "1234567.80"),
        ("1.234,56", "1234567,8", "1234567.80"),
        ("1.234,56", "1.234", "1234.00"),
        ("1,234.56", "1,234.5", "1234.50"),
        ("1 234,56", "1\u202f234,5", "1234.50"),
        ("1'234.56", "1’234.5", "1234.50"),
        ("1.234,56", "1.23", None),
        ("1.234,56", "1,234.56", None),
        ("1.234,56", "12.34.567,00", None),
        ("1,234.56", "1.234,56", None),
        ("1234.56", "1,234.56", None),
        ("1234.56", "+5", None),
        ("1234.56", "5.", None),
    ],
)
def test_amounts_in_text_files_are_never_guessed(form: str, text: str, expected: str | None) -> None:
    if expected is None:
        assert problems(lambda: read_one(MONEY, text, decimal=form)) == [("x", "number-unreadable")]
    else:
        assert str(read_one(MONEY, text, decimal=form)) == expected


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("YYYY-MM-DD", "2026-01-02"),
        ("YYYYMMDD", "20260102"),
        ("DD.MM.YYYY", "02.01.2026"),
        ("DD/MM/YYYY", "02/01/2026"),
        ("DD-MM-YYYY", "02-01-2026"),
        ("MM/DD/YYYY", "01/02/2026"),
        ("YYYY/MM/DD", "2026/01/02"),
    ],
)
def test_dates_in_text_files_follow_the_form(form: DateForm, text: str) -> None:
    assert read_one({"type": "date"}, text, date=form) == date(2026, 1, 2)
    assert problems(lambda: read_one({"type": "date"}, "2.1.26", date=form)) == [("x", "date-unreadable")]


@pytest.mark.parametrize(("text", "value"), [("true", True), ("JA", True), ("1", True), ("no", False), ("Nein", False)])
def test_yes_and_no_in_text_files(text: str, value: bool) -> None:
    assert read_one({"type": "boolean"}, text, date="YYYY-MM-DD") is value


def test_a_flat_row_becomes_a_record() -> None:
    row = {
        "customer.id": "4711",
        "customer.salutation": "none",
        "customer.last_name": "Li",
        "customer.born": "31.12.1999",
        "address.street": "",
        "address.town": "",
        "account.iban": "DE89370400440532013000",
        "account.balance": "1.234,50",
        "account.currency": "EUR",
    }
    nested: dict[str, Any] = nest(row)
    nested["account"]["transactions"] = [{"number": "7", "day": "02.01.2026", "text": "x", "amount": "-1,5"}]
    values = compile_reader(DICTIONARY, text=True)(nested)
    assert values["customer"]["born"] == date(1999, 12, 31)
    assert values["account"]["transactions"] == [
        {"number": 7, "day": date(2026, 1, 2), "text": "x", "amount": Decimal("-1.50")}
    ]
    assert "address" not in values


@pytest.mark.parametrize("row", [{"a": "1", "a.b": "2"}, {"a.b": "2", "a": "1"}, {"a.b.c": "2", "a.b": "1"}])
def test_a_column_cannot_be_a_value_and_a_group(row: dict[str, str]) -> None:
    assert problems(lambda: nest(row))[0][1] == "column-twice"


def test_problems_hold_no_values() -> None:
    secret = "4929123456781234"
    wrong = copy.deepcopy(record())
    wrong["customer"] = dict.fromkeys(wrong["customer"], secret * 100)
    wrong["account"] |= {"iban": secret, "balance": secret, "limit": secret, "transactions": secret}
    with pytest.raises(Refused) as refused:
        READ(wrong)
    assert secret not in str(refused.value)
    assert secret not in repr(refused.value.problems)


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
    "text": st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=30),
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
UNFIT: st.SearchStrategy[Any] = st.sampled_from([None, "", " ", 5.5, "x" * 2000, "2026-02-31x", "1,5", [], {}])


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
