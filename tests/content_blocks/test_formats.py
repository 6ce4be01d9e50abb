"""Formats: what a reader sees of a value, in both languages and in locales that group and sign differently."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.expressions import parse_expression
from content_blocks.formats import FORMATS, FormatContext, check_format, default_format, show
from content_blocks.problem import Refused

LABELS = {
    "de": {
        "yes": "ja",
        "no": "nein",
        "salutation.female": "Sehr geehrte Frau {title} {last_name},",
        "salutation.male": "Sehr geehrter Herr {title} {last_name},",
        "salutation.male_titled": "Verehrter {title} {last_name},",
        "salutation.neutral": "Guten Tag {title} {name},",
        "salutation.none": "Guten Tag,",
    },
    "en": {
        "yes": "yes",
        "no": "no",
        "salutation.female": "Dear Ms {last_name},",
        "salutation.female_titled": "Dear {plain_title} {last_name},",
        "salutation.none": "Hello,",
        "salutation.neutral": "Dear {name},",
        "salutation.neutral_titled": "Dear {plain_title} {last_name},",
    },
}
LOCALES = ["de_DE", "en_GB", "de_CH", "de_AT", "fr_FR", "pl_PL", "es_ES", "hi_IN", "ar_EG", "sv_SE"]


def context(locale: str = "de_DE", currency: str | None = "EUR", **more: Any) -> FormatContext:
    return FormatContext(locale[:2], locale, LABELS.get(locale[:2], {}), currency, **more)


def shown(value: Any, source: str, where: FormatContext) -> str:
    """The text of a value under a format as an author writes it; blanks of all kinds as plain ones."""
    written = parse_expression(f"value | {source}").format
    assert written is not None
    return " ".join(show(value, where, *written).split())


@pytest.mark.parametrize(
    ("locale", "value", "source", "text"),
    [
        ("de_DE", Decimal("1234.5"), "money", "1.234,50 €"),
        ("de_DE", Decimal("-1234567.89"), "money", "-1.234.567,89 €"),
        ("en_GB", Decimal("-1234567.89"), "money", "-€1,234,567.89"),
        ("de_CH", Decimal("-1234.5"), "money", "EUR-1’234.50"),
        ("hi_IN", Decimal("1234567.89"), "money", "€12,34,567.89"),
        ("de_DE", 0, "money", "0,00 €"),
        ("de_DE", Decimal("0.005"), "money", "0,01 €"),
        ("de_DE", Decimal("0.015"), "money", "0,02 €"),
        ("de_DE", Decimal("0.025"), "money", "0,03 €"),
        ("de_DE", Decimal("-0.005"), "money", "-0,01 €"),
        ("de_DE", Decimal("-0.004"), "money", "0,00 €"),
        ("de_DE", Decimal("0.12345"), "money(decimals=4)", "0,1235 €"),
        ("de_DE", 2026, "number", "2.026"),
        ("de_DE", Decimal("12.50"), "number", "12,50"),
        ("en_GB", Decimal("1234.567"), "number(2)", "1,234.57"),
        ("en_GB", Decimal("1E+3"), "number", "1,000"),
        ("de_DE", Decimal("3.25"), "percent", "3,25 %"),
        ("en_GB", Decimal("3.25"), "percent", "3.25%"),
        ("en_GB", Decimal("-0.125"), "percent(decimals=2)", "-0.13%"),
        ("de_DE", 100, "percent", "100 %"),
        ("de_DE", date(2026, 1, 2), "date", "02.01.2026"),
        ("de_DE", date(2026, 1, 2), 'date("short")', "02.01.26"),
        ("de_DE", date(2026, 1, 2), 'date(style="long")', "2. Januar 2026"),
        ("de_DE", date(2026, 3, 2), 'date(style="month")', "März 2026"),
        ("en_GB", date(2026, 1, 2), "date", "2 Jan 2026"),
        ("en_GB", date(2026, 1, 2), 'date("month")', "January 2026"),
        ("de_DE", 1, 'plural(one="# Tag", other="# Tage")', "1 Tag"),
        ("de_DE", 1200, 'plural(one="# Tag", other="# Tage")', "1.200 Tage"),
        ("de_DE", 0, 'plural(zero="kein Tag", one="# Tag", other="# Tage")', "kein Tag"),
        ("de_DE", 0, 'plural(one="# Tag", other="# Tage")', "0 Tage"),
        ("en_GB", Decimal("1.5"), 'plural(one="# day", other="# days")', "1.5 days"),
        ("pl_PL", 3, 'plural(one="# dzień", few="# dni", other="# dnia")', "3 dni"),
        ("fr_FR", 1000000, 'plural(one="# jour", other="# jours")', "1 000 000 jours"),
        ("de_DE", True, "yes_no", "ja"),
        ("en_GB", False, "yes_no", "no"),
        ("de_DE", "DE89370400440532013000", "iban", "DE89 3704 0044 0532 0130 00"),
        ("de_DE", "DE89370400440532013000", "masked", "•••• 3000"),
        ("de_DE", "12345", "masked", "•••• 2345"),
        ("de_DE", "1234", "masked", "••••"),
        ("de_DE", "{{ x }}", "text", "{{ x }}"),
    ],
)
def test_texts(locale: str, value: object, source: str, text: str) -> None:
    assert shown(value, source, context(locale)) == text


@pytest.mark.parametrize(
    ("group", "text"),
    [
        ({"salutation": "female", "last_name": "Öztürk"}, "Sehr geehrte Frau Öztürk,"),
        ({"salutation": "male", "title": "Dr.", "last_name": "Li"}, "Verehrter Dr. Li,"),
        ({"salutation": "male", "last_name": "Li"}, "Sehr geehrter Herr Li,"),
        ({"salutation": "female", "title": "Dr.", "last_name": "Öztürk"}, "Sehr geehrte Frau Dr. Öztürk,"),
        ({"salutation": "divers", "first_name": "Kim", "last_name": "Li"}, "Guten Tag Kim Li,"),
        ({"salutation": "female", "first_name": "Ada"}, "Guten Tag Ada,"),
        ({"salutation": "none", "last_name": "Li"}, "Guten Tag Li,"),
        ({"last_name": "{title}{0}"}, "Guten Tag {title}{0},"),
        ({"salutation": "female"}, "Guten Tag,"),
        ({}, "Guten Tag,"),
    ],
)
def test_salutations(group: dict[str, str], text: str) -> None:
    assert shown(group, "salutation", context()) == text


@pytest.mark.parametrize(
    ("group", "text"),
    [
        ({"salutation": "female", "title": "Dr.", "last_name": "Smith"}, "Dear Dr Smith,"),
        ({"title": "Prof. Dr.", "first_name": "Kim", "last_name": "Li"}, "Dear Prof Dr Li,"),
        ({"salutation": "female", "title": " ", "last_name": "Smith"}, "Dear Ms Smith,"),
        ({"salutation": "male", "title": "Dr.", "last_name": "Smith"}, "Dear Dr Smith,"),
        ({"title": "Dr.", "first_name": "Ada"}, "Dear Ada,"),
    ],
)
def test_in_english_a_title_stands_in_place_of_ms_and_mr(group: dict[str, str], text: str) -> None:
    assert shown(group, "salutation", context("en_GB")) == text


@pytest.mark.parametrize("style", ["medium", "long"])
def test_a_day_stays_on_one_line(style: str) -> None:
    assert " " not in show(date(2026, 1, 2), context("en_GB"), "date", {"style": style})


def test_choices_speak_the_readers_language() -> None:
    assert show("giro", context(choices={"giro": "Girokonto"}), "choice") == "Girokonto"


def test_a_field_with_more_digits_than_its_currency_shows_them() -> None:
    assert shown(Decimal("0.1234"), "money", context(digits=4)) == "0,1234 €"


@pytest.mark.parametrize(("currency", "text"), [("JPY", "JP¥1,235"), ("CHF", "CHF 1,234.50"), ("BHD", "BHD 1,234.500")])
def test_currencies_have_their_own_digits(currency: str, text: str) -> None:
    assert shown(Decimal("1234.5"), "money", context("en_GB", currency)) == text


@pytest.mark.parametrize(
    ("value", "source", "code"),
    [
        (Decimal("NaN"), "money", "not-a-number"),
        (Decimal("sNaN"), "number", "not-a-number"),
        (Decimal("Infinity"), "percent", "not-a-number"),
        (Decimal("1E+30"), "money", "number-too-long"),
        (1.5, "money", "format-unfit"),
        (True, "number", "format-unfit"),
        ("12", "money", "format-unfit"),
        ("2026-01-02", "date", "format-unfit"),
        (1, "yes_no", "format-unfit"),
        (5, "text", "format-unfit"),
        ("x", "salutation", "format-unfit"),
        ("x", 'plural(other="#")', "format-unfit"),
        ("x", "choice", "choice-unknown"),
    ],
)
def test_values_that_do_not_fit_are_refused(value: object, source: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        shown(value, source, context())
    assert [problem.code for problem in refused.value.problems] == [code]


@pytest.mark.parametrize("currency", [None, "", "EURO", "Geld"])
def test_money_needs_a_currency(currency: str | None) -> None:
    with pytest.raises(Refused, match="currency-missing"):
        show(Decimal(1), context(currency=currency), "money")


def test_words_the_theme_lacks_are_named() -> None:
    with pytest.raises(Refused) as refused:
        show(True, FormatContext("fr", "fr_FR"), "yes_no")
    assert refused.value.problems[0].params == {"label": "yes", "language": "fr"}


@pytest.mark.parametrize(
    ("name", "arguments", "codes"),
    [
        ("money", {}, []),
        ("date", {"style": "long"}, []),
        ("date", {"style": "full"}, ["format-argument"]),
        ("number", {"decimals": True}, ["format-argument"]),
        ("number", {"decimals": -1}, ["format-argument"]),
        ("plural", {"one": "x"}, ["format-argument"]),
        ("plural", {"other": 5, "context": "x"}, ["format-argument", "format-argument"]),
        ("shout", {}, ["format-unknown"]),
    ],
)
def test_what_an_author_may_write(name: str, arguments: dict[str, Any], codes: list[str]) -> None:
    assert [problem.code for problem in check_format(name, arguments)] == codes


def test_every_default_format_accepts_its_type() -> None:
    types = {type_ for item in FORMATS.values() for type_ in item.accepts}
    assert {type_ for type_ in types if type_ not in FORMATS[default_format(type_)].accepts} == set()


AMOUNTS = st.decimals(-(10**14), 10**14, places=4, allow_nan=False)


def half_up(value: Decimal, places: str) -> Decimal:
    """What Babel is to show: rounded before, because it rounds half to even; without the sign of a zero."""
    return value.quantize(Decimal(places), ROUND_HALF_UP) + 0


@given(AMOUNTS, st.sampled_from(LOCALES))
def test_the_fast_path_shows_what_babel_shows(value: Decimal, locale: str) -> None:
    cents = half_up(value, "0.01")
    assert show(value, context(locale), "money") == format_currency(cents, "EUR", locale=locale)
    pattern = "#,##,##0.000" if locale == "hi_IN" else "#,##0.000"
    assert show(value, context(locale), "number", {"decimals": 3}) == format_decimal(
        half_up(value, "0.001"), pattern, locale=locale
    )
    whole = half_up(value, "1")
    assert show(value, context(locale), "percent", {"decimals": 0}) == format_percent(whole / 100, locale=locale)
