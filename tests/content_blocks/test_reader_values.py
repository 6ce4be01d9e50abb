"""Reading single values: what each type of field takes from JSON and from text files, and what it refuses."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from content_blocks.dictionary import Dictionary, compile_reader
from content_blocks.dictionary.model import DateForm
from content_blocks.item import read_item
from tests.content_blocks.dictionaries import problems


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
        (TEXT, "\u200b", "value-required"),
        (TEXT, "\u3164\u2800\ufeff", "value-required"),
        (TEXT, "\U000e0041\ufe0f", "value-required"),
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
