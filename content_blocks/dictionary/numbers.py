"""Reading numbers exactly: from JSON as strings, whole numbers or decimals, from text files as they are written there.

A float is refused: what it was meant to be is already lost (12345678901234567.89 has become 1.23e16).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from babel.numbers import get_currency_precision

from content_blocks.dictionary.field import Field, bound
from content_blocks.problem import refuse

ReadNumber: TypeAlias = Callable[[object], Decimal]

WHOLE_DIGITS = 15
MOST_DIGITS = 9
CURRENCY_DIGITS = 4  # the most that ISO 4217 knows

# The separators of thousands (as a character class) and of the fraction, by the sample in the dictionary.
_SEPARATORS = {
    "1234.56": ("", "."),
    "1234,56": ("", ","),
    "1,234.56": (",", "."),
    "1.234,56": (r"\.", ","),
    "1 234,56": (" \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", ","),
    "1'234.56": ("'\N{RIGHT SINGLE QUOTATION MARK}", "."),
}


def digits(field: Field) -> int:
    """How many places the fraction of a field may have."""
    if field.type == "integer":
        return 0
    if field.digits is not None:
        return field.digits
    if field.type == "money":
        return get_currency_precision(field.currency) if field.currency else CURRENCY_DIGITS
    return MOST_DIGITS


def decimal_pattern(places: int, form: str = "1234.56") -> str:
    """The regular expression (ECMA 262 and Python) of a number in a text form; more places are allowed if zero."""
    group, point = _SEPARATORS[form]
    whole = rf"[0-9]{{1,{WHOLE_DIGITS}}}"
    if group:
        whole = rf"({whole}|[0-9]{{1,3}}([{group}][0-9]{{3}}){{1,4}})"
    fraction = rf"[0-9]{{1,{places}}}0{{0,{MOST_DIGITS}}}" if places else rf"0{{1,{MOST_DIGITS}}}"
    return rf"^-?{whole}([{point}]{fraction})?$"


def number_reader(field: Field, form: str | None) -> Callable[[object], Decimal | int]:
    """The reader of a number field; `form` is the text form, None for JSON."""
    read = _text_reader(field, form) if form else _json_reader(field)
    checked = _bounded(read, field)
    if field.type == "integer":
        return lambda content: int(checked(content))
    if field.type != "money" or field.currency is None:
        return checked
    places = Decimal(1).scaleb(-digits(field))
    return lambda content: checked(content).quantize(places)


def _text_reader(field: Field, form: str) -> ReadNumber:
    allowed = digits(field)
    exact, any_places = (re.compile(decimal_pattern(places, form)) for places in (allowed, MOST_DIGITS))
    group, point = _SEPARATORS[form]
    unwanted = re.compile(f"[{group}]") if group else None

    def read(content: object) -> Decimal:
        if not isinstance(content, str):
            raise refuse("", "value-not-text")
        text = content.strip()
        if not exact.fullmatch(text):
            if any_places.fullmatch(text):
                raise refuse("", "number-decimals", limit=allowed)
            raise refuse("", "number-unreadable", form=form)
        plain = unwanted.sub("", text) if unwanted else text
        return Decimal(plain.replace(point, "."))

    return read


def _json_reader(field: Field) -> ReadNumber:
    allowed, from_text = digits(field), _text_reader(field, "1234.56")
    whole_only = field.type == "integer"

    def read(content: object) -> Decimal:
        if type(content) is str and not whole_only:
            return from_text(content)
        if type(content) is float:
            raise refuse("", "decimal-as-float")
        if type(content) is int:
            if abs(content) >= 10**WHOLE_DIGITS:
                raise refuse("", "number-too-long", limit=WHOLE_DIGITS)
            return Decimal(content)
        if type(content) is not Decimal or whole_only:
            raise refuse("", "number-expected")
        return _checked(content, allowed)

    return read


def _checked(value: Decimal, allowed: int) -> Decimal:
    if not value.is_finite():
        raise refuse("", "not-a-number")
    if value and (value.adjusted() >= WHOLE_DIGITS or value.adjusted() < -MOST_DIGITS):
        raise refuse("", "number-too-long", limit=WHOLE_DIGITS)
    places = -int(value.as_tuple().exponent)
    if places > allowed:
        if value != round(value, allowed):
            raise refuse("", "number-decimals", limit=allowed)
        return round(value, allowed)
    return value if places >= 0 else value.quantize(Decimal(1))


def _bounded(read: ReadNumber, field: Field) -> ReadNumber:
    low, high = bound(field, "min"), bound(field, "max")
    if low is None and high is None:
        return read

    def bounded(content: object) -> Decimal:
        value = read(content)
        if isinstance(low, Decimal) and value < low:
            raise refuse("", "number-too-small", limit=str(low))
        if isinstance(high, Decimal) and value > high:
            raise refuse("", "number-too-large", limit=str(high))
        return value

    return bounded
