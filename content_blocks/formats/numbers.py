"""Amounts, numbers and percentages in a locale (CLDR through Babel), rounded half up and never shown as a float.

Babel takes some 17 µs for an amount and a long statement has thousands.  So each pattern is taken apart once into
prefix, separators and suffix; where the pieces give what Babel gives on a table of values they are used from then on,
and Babel itself where they do not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from functools import cache
from typing import Any, TypeAlias

from babel import Locale
from babel.numbers import get_currency_precision, get_currency_symbol, is_currency, parse_pattern

from content_blocks.formats.format import Format, FormatContext
from content_blocks.problem import refuse

MAX_DECIMALS = 9
_ROUNDING = Context(prec=28, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow])
_DECIMALS = range(MAX_DECIMALS + 1)
_PLACES = tuple(Decimal(1).scaleb(-digits) for digits in _DECIMALS)
_SAMPLE = re.compile(r"(\D*)1(\D+)234(?:\2)567(?:(\D+)\d+)?(\D*)")
_TABLE = ("0", "0.005", "1", "9.99", "12.5", "999", "1000", "1234.5", "12345.67", "123456.78", "1234567.89", "1e12")

Show: TypeAlias = Callable[[Decimal], str]


def money(value: Any, context: FormatContext, decimals: int | None = None) -> str:
    """An amount with its currency: to the currency's digits, or to more if the field or `decimals` says so."""
    own = _currency_digits(context.currency or "")
    digits = decimals if decimals is not None else own if context.digits is None else context.digits
    return _money(context.locale, context.currency or "", digits)(_rounded(value, digits, "money"))


def number(value: Any, context: FormatContext, decimals: int | None = None) -> str:
    """A number with separators for thousands; with all its decimals unless `decimals` says how many."""
    digits = _own_digits(value, "number") if decimals is None else decimals
    return _number(context.locale, digits)(_rounded(value, digits, "number"))


def percent(value: Any, context: FormatContext, decimals: int | None = None) -> str:
    """A percentage: 3.25 is 3.25 %, not 325 %."""
    digits = _own_digits(value, "percent") if decimals is None else decimals
    return _percent(context.locale, digits)(_rounded(value, digits, "percent"))


def _exact(value: Any, name: str) -> Decimal:
    if type(value) is int:
        value = Decimal(value)
    if type(value) is not Decimal:
        raise refuse("", "format-unfit", format=name)
    if not value.is_finite():
        raise refuse("", "not-a-number")
    return value


def _own_digits(value: Any, name: str) -> int:
    return min(max(0, -int(_exact(value, name).as_tuple().exponent)), MAX_DECIMALS)


def _rounded(value: Any, digits: int, name: str) -> Decimal:
    """Half up, away from zero; what rounds to zero has no sign."""
    try:
        rounded = _exact(value, name).quantize(_PLACES[digits], context=_ROUNDING)
    except InvalidOperation:
        raise refuse("", "number-too-long", limit=_ROUNDING.prec) from None
    return rounded or abs(rounded)


@cache
def _currency_digits(currency: str) -> int:
    if not is_currency(currency):
        raise refuse("", "currency-missing")
    return get_currency_precision(currency)


@cache
def _money(locale: str, currency: str, digits: int) -> Show:
    known = Locale.parse(locale)
    pattern = str(known.currency_formats["standard"].pattern)
    if get_currency_symbol(currency, known)[-1].isalpha():
        pattern = pattern.replace("¤#", "¤\N{NO-BREAK SPACE}#")  # CLDR's form for letters next to the number
    return _fastest(known, pattern, digits, currency)


@cache
def _number(locale: str, digits: int) -> Show:
    known = Locale.parse(locale)
    return _fastest(known, str(known.decimal_formats[None].pattern), digits)


@cache
def _percent(locale: str, digits: int) -> Show:
    known = Locale.parse(locale)
    return _fastest(known, str(known.percent_formats[None].pattern), digits)


def _fastest(locale: Locale, pattern: str, digits: int, currency: str | None = None) -> Show:
    slow = _by_babel(locale, pattern, digits, currency)
    fast = _by_pieces(slow, digits)
    rounded = [_rounded(Decimal(sign + text), digits, "") for text in _TABLE for sign in ("", "-")]
    return fast if fast and all(fast(value) == slow(value) for value in rounded) else slow


def _by_babel(locale: Locale, pattern: str, digits: int, currency: str | None) -> Show:
    parsed = parse_pattern(pattern)
    parsed.frac_prec = (digits, digits)
    shift = -parsed.scale  # CLDR's percent pattern shows a fraction times a hundred; ours is a percentage already
    return lambda value: parsed.apply(value.scaleb(shift), locale, currency=currency, currency_digits=False)


def _by_pieces(slow: Show, digits: int) -> Show | None:
    """A function that puts the pieces of Babel's output around Python's own grouping, if they can be told apart."""
    sample = Decimal(1234567).quantize(_PLACES[digits])
    plus, minus = _SAMPLE.fullmatch(slow(sample)), _SAMPLE.fullmatch(slow(-sample))
    if not plus or not minus:
        return None
    before, group, point, after = plus.groups(default="")
    before_minus, after_minus = minus[1], minus[4]
    separators = str.maketrans({",": group, ".": point})

    def show(value: Decimal) -> str:
        if value < 0:
            return before_minus + format(-value, ",f").translate(separators) + after_minus
        return before + format(value, ",f").translate(separators) + after

    return show


FORMATS = (
    Format("money", frozenset({"money"}), money, {"decimals": _DECIMALS}),
    Format("number", frozenset({"integer", "decimal", "money", "percent"}), number, {"decimals": _DECIMALS}),
    Format("percent", frozenset({"percent", "decimal", "integer"}), percent, {"decimals": _DECIMALS}),
)
