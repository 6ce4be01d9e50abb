"""Reading records: typed values, or every problem with its field and nothing else."""

from __future__ import annotations

import copy
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from content_blocks.dictionary import compile_reader, nest
from content_blocks.problem import Refused
from tests.content_blocks.dictionaries import problems, record, statement

DICTIONARY = statement()
READ = compile_reader(DICTIONARY, text=False)


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
