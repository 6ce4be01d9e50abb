"""Guessing which column holds which field."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from ccm.columns import guesses
from ccm.sample.cards import write_cards
from content_blocks.dictionary import Dictionary
from templates_store.file_library import SHIPPED, Library

FIELDS = {
    "id": {"type": "text", "as": "id", "label": {"de": "Kundennummer", "en": "Customer number"}},
    "language": {"type": "language", "as": "language", "label": {"de": "Sprache"}},
    "customer": {
        "type": "group",
        "fields": {
            "name": {"type": "text", "label": {"de": "Name des Kunden"}},
            "email": {"type": "email", "as": "email", "label": {"de": "E-Mail"}},
            "street": {"type": "text", "label": {"de": "Straße und Hausnummer"}},
            "postcode": {"type": "text", "label": {"de": "Postleitzahl"}, "sample": "10119"},
            "kind": {"type": "choice", "label": {"de": "Art"}, "choices": {"new": {"de": "neu"}, "old": {"de": "alt"}}},
        },
    },
    "account": {
        "type": "group",
        "fields": {
            "iban": {"type": "iban", "label": {"de": "IBAN"}},
            "opened": {"type": "date", "label": {"de": "Eröffnet am"}},
            "balance": {"type": "money", "currency": "EUR", "label": {"de": "Saldo"}},
        },
    },
    "bookings": {"type": "list", "fields": {"name": {"type": "text"}}},
}
DICTIONARY = Dictionary.model_validate(
    {"dictionary": "tried", "version": "1.0", "title": {"en": "Tried"}, "fields": FIELDS}
)


@pytest.mark.parametrize(
    ("column", "value", "field"),
    [
        ("customer.email", "ada@example.com", "customer.email"),
        ("KUNDENNUMMER", "17", "id"),
        ("Kundennr.", "17", "id"),
        ("Sprache", "de", "language"),
        ("eroeffnet_am", "2020-01-31", "account.opened"),
        ("Eröffnet am", "31.01.2020", "account.opened"),
        ("saldo", "1.234,56", "account.balance"),
        ("Kto", "DE02120300000000202051", "account.iban"),
        ("Elektropost", "ada@example.com", "customer.email"),
        ("Straße", "Rosenweg 3", "customer.street"),
        ("PLZ", "80331", "customer.postcode"),
        ("PLZ", "80331-B", None),
        ("Merkmal", "old", "customer.kind"),
        ("Merkmal", "older", None),
        ("zzz", "17", None),
        ("bookings.name", "x", None),
    ],
)
def test_a_column_is_known_by_its_name_or_by_what_stands_in_it(column: str, value: str, field: str | None) -> None:
    found = guesses({column: [value]}, DICTIONARY)
    assert (found[column].field if column in found else None) == field


def test_a_name_whose_values_are_of_another_type_is_not_proposed() -> None:
    assert guesses({"Saldo Text": ["none"]}, DICTIONARY) == {}


def test_no_field_is_proposed_twice_and_the_same_name_wins() -> None:
    found = guesses({"E-Mail": ["a@example.com"], "customer.email": ["b@example.com"]}, DICTIONARY)
    assert {column: guess.field for column, guess in found.items()} == {"customer.email": "customer.email"}
    assert found["customer.email"].certain


def test_all_columns_of_the_demo_s_list_are_known(tmp_path: Path) -> None:
    with write_cards(tmp_path).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    columns = {column: [row[column] for row in rows] for column in rows[0]}
    found = guesses(columns, Library(SHIPPED).dictionary("card-blocked").item)
    assert set(columns) - set(found) == {"Filiale"}
    assert found["PLZ"].field == "customer.postcode"
    assert found["Sperrgrund"].field == "card.reason"
    assert found["Ersatzkarte"].field == "card.replacement"
    assert found["Ersatzkarte bis"].field == "card.replacement_by"
