"""Amounts whose currency is another field of the record: how many places they may have is known only then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, TypeAlias

from babel.numbers import get_currency_precision, is_currency

from content_blocks.dictionary.model import Dictionary
from content_blocks.problem import Problem, Refused

Record: TypeAlias = dict[str, Any]


def currency_settler(dictionary: Dictionary) -> Callable[[Record], Record] | None:
    """The function that gives such amounts their currency's places, None if the dictionary has none of them.

    It raises Refused for a currency that ISO 4217 does not know and for an amount with more places.
    """
    amounts = [
        (path.split("."), field.currency_from.split("."), field.digits)
        for path in dictionary.paths()
        if (field := dictionary.field(path)) and field.currency_from
    ]
    if not amounts:
        return None

    def settle(record: Record) -> Record:
        problems: list[Problem] = []
        for path, currency_path, digits in amounts:
            currency = _value(record, currency_path)
            if currency is None or not is_currency(currency):
                problems.append(Problem(".".join(currency_path), "currency-unknown"))
                continue
            problems += _settled(record, path, get_currency_precision(currency) if digits is None else digits)
        if problems:
            raise Refused(dict.fromkeys(problems))
        return record

    return settle


def _value(record: Record, path: list[str]) -> Any:
    value: Any = record
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _settled(record: Record, path: list[str], digits: int) -> Iterator[Problem]:
    """Give every amount at a path its places, in place; a problem for each that has more."""
    *_, name = path
    places = Decimal(1).scaleb(-digits)
    for where, group in _holders(record, path[:-1], ""):
        if name not in group:
            continue
        settled = group[name].quantize(places)
        if settled != group[name]:
            yield Problem(f"{where}{name}", "number-decimals", {"limit": digits})
        group[name] = settled


def _holders(group: Record, path: list[str], where: str) -> Iterator[tuple[str, Record]]:
    """The groups a path leads to, one for each element of the lists on it, with their places."""
    if not path:
        yield where, group
        return
    name, is_list = path[0].removesuffix("[]"), path[0].endswith("[]")
    below = group.get(name)
    if is_list:
        for number, element in enumerate(below or ()):
            yield from _holders(element, path[1:], f"{where}{name}[{number}].")
    elif below is not None:
        yield from _holders(below, path[1:], f"{where}{name}.")
