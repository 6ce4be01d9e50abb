"""Data dictionaries that several tests read records with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from content_blocks.dictionary import Dictionary
from content_blocks.item import read_item
from content_blocks.problem import Refused

STATEMENT: dict[str, Any] = {
    "dictionary": "account-statement",
    "version": "1.0",
    "title": {"en": "Account statement", "de": "Kontoauszug"},
    "text_formats": {"decimal": "1.234,56", "date": "DD.MM.YYYY"},
    "fields": {
        "customer": {
            "type": "group",
            "fields": {
                "id": {"type": "text", "as": "id", "max_length": 40, "sample": "4711", "label": {"en": "Number"}},
                "salutation": {
                    "type": "choice",
                    "choices": {"female": {"en": "Ms", "de": "Frau"}, "none": {"en": "–", "de": "–"}},
                },
                "first_name": {"type": "text", "as": "name", "required": False},
                "last_name": {"type": "text", "as": "name"},
                "email": {"type": "email", "as": "email", "required": False},
                "phone": {"type": "phone", "as": "phone", "required": False},
                "language": {"type": "language", "as": "language", "required": False},
                "channel": {"type": "text", "as": "preferred_channel", "required": False},
                "token": {"type": "text", "as": "push_token", "required": False},
                "platform": {"type": "text", "as": "push_platform", "required": False},
                "vip": {"type": "boolean", "required": False},
                "born": {"type": "date", "required": False, "min": "1900-01-01", "max": "2026-12-31"},
                "homepage": {"type": "url", "required": False},
                "country": {"type": "country", "required": False},
                "remarks": {"type": "multiline", "required": False, "max_length": 200},
            },
        },
        "address": {
            "type": "group",
            "required": False,
            "fields": {"street": {"type": "text"}, "town": {"type": "text"}},
        },
        "account": {
            "type": "group",
            "fields": {
                "iban": {"type": "iban", "privacy": "sensitive"},
                "balance": {"type": "money", "currency": "EUR"},
                "rate": {"type": "percent", "digits": 3, "min": "0", "max": "20.5", "required": False},
                "currency": {"type": "text", "max_length": 3, "required": True},
                "limit": {"type": "money", "currency_from": "account.currency", "required": False},
                "transactions": {
                    "type": "list",
                    "key": "number",
                    "max_items": 100,
                    "fields": {
                        "number": {"type": "integer", "min": 1, "max": 9999},
                        "day": {"type": "date"},
                        "text": {"type": "text"},
                        "amount": {"type": "money", "currency": "EUR"},
                        "original": {"type": "money", "currency_from": "account.currency", "required": False},
                    },
                },
            },
        },
    },
}


def statement() -> Dictionary:
    """The dictionary of an account statement: every type of field, every role of a recipient."""
    return read_item(Dictionary, STATEMENT)


def record() -> dict[str, Any]:
    """A record of it as JSON delivers it, in which everything is right."""
    return {
        "customer": {"id": "4711", "salutation": "female", "first_name": "Ada", "last_name": "Öztürk"},
        "account": {
            "iban": "DE89 3704 0044 0532 0130 00",
            "balance": "1234.5",
            "currency": "JPY",
            "limit": "5000",
            "transactions": [
                {"number": 1, "day": "2026-01-02", "text": "Miete", "amount": "-850.00"},
                {"number": 2, "day": "2026-01-05", "text": "Gehalt", "amount": "2500", "original": "300"},
            ],
        },
    }


def problems(read: Callable[[], object]) -> list[tuple[str, str]]:
    """The places and codes of what a reading is refused for."""
    with pytest.raises(Refused) as refused:
        read()
    return [(problem.where, problem.code) for problem in refused.value.problems]
