"""Expressions against the data dictionary: what an author is told while typing."""

from __future__ import annotations

import pytest

from content_blocks.dictionary import check_condition, check_expression
from content_blocks.expressions import parse_expression
from tests.content_blocks.dictionaries import statement

DICTIONARY = statement()
ALIASES = {"tx": "account.transactions[]"}
KNOWN = {"document.date": "date", "brand.name": "text", "input.rate": "percent"}


@pytest.mark.parametrize(
    "source",
    [
        "account.balance",
        "account.balance | money",
        "account.iban | masked",
        "customer | salutation",
        "customer.first_name or 'you'",
        "(account.rate or 0) | percent(decimals=2)",
        "account.rate | percent or '–'",
        "tx.amount | money",
        "tx.day | date('long')",
        "sum(account.transactions.amount) | money",
        "(sum(account.transactions.amount) - account.balance) | money",
        "count(account.transactions) | plural(one='#', other='#')",
        "count(account.transactions.original)",
        "max(account.transactions.day) | date or '–'",
        "-tx.amount | money",
        "(2 * account.balance) | money",
        "document.date | date",
        "brand.name",
        "input.rate | percent",
    ],
)
def test_placeholders_that_fit(source: str) -> None:
    assert check_expression(parse_expression(source), DICTIONARY, ALIASES, KNOWN) == []


@pytest.mark.parametrize(
    "source",
    [
        "account.balance < 0 and count(account.transactions) > 0",
        "customer.salutation == 'female' or customer.salutation in ['none']",
        "customer.born >= '1990-01-01' or false",
        "customer.vip or false",
        "not (customer.vip or false)",
        "tx.day < document.date",
        "(customer.first_name or '') != ''",
        "account.rate > 3 or false",
        "sum(account.transactions.original) > 0 or false",
    ],
)
def test_conditions_that_fit(source: str) -> None:
    assert check_condition(parse_expression(source), DICTIONARY, ALIASES, KNOWN) == []


@pytest.mark.parametrize(
    ("source", "code", "params"),
    [
        ("account.saldo", "path-unknown", {"field": "account.saldo"}),
        ("tx.saldo", "path-unknown", {"field": "tx.saldo"}),
        ("document.day", "path-unknown", {"field": "document.day"}),
        ("sum(account.transactions.saldo)", "path-unknown", {"field": "account.transactions.saldo"}),
        ("account.transactions.amount", "path-in-list", {"field": "account.transactions.amount"}),
        ("customer.first_name", "optional-needs-or", {"field": "customer.first_name"}),
        ("address.street", "optional-needs-or", {"field": "address.street"}),
        ("tx.original | money", "optional-needs-or", {"field": "tx.original"}),
        ("max(account.transactions.amount)", "optional-needs-or", {"field": "max(account.transactions.amount)"}),
        ("sum(account.transactions.original)", "optional-needs-or", {"field": "sum(account.transactions.original)"}),
        ("sum(account.balance)", "aggregate-needs-list", {"field": "account.balance"}),
        ("sum(account.transactions.text)", "expression-types", {"types": "text"}),
        ("sum(account.transactions)", "expression-types", {"types": "list"}),
        ("account.balance + account.iban", "expression-types", {"types": "text"}),
        ("account.balance | date", "format-other-type", {"format": "date", "type": "money", "fit": "money, number"}),
        ("account.iban | money", "format-other-type", {"format": "money", "type": "iban", "fit": "text, iban, masked"}),
        ("account | text", "format-other-type", {"format": "text", "type": "group", "fit": "salutation"}),
    ],
)
def test_placeholders_that_do_not_fit(source: str, code: str, params: dict[str, str]) -> None:
    (problem,) = check_expression(parse_expression(source), DICTIONARY, ALIASES, KNOWN)
    assert (problem.where, problem.code, problem.params) == ("", code, params)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("account.balance", "condition-not-boolean"),
        ("account.balance and true", "condition-not-boolean"),
        ("not account.iban", "condition-not-boolean"),
        ("account.balance > account.iban", "expression-types"),
        ("account.balance == 'x'", "expression-types"),
        ("account.iban in ['x', 1]", "expression-types"),
        ("account.transactions == account.transactions", "expression-types"),
        ("(account.rate or 'none') > 3", "expression-types"),
        ("tx.day > 'soon'", "date-unreadable"),
        ("tx.day > '2026-02-30'", "date-unreadable"),
        ("customer.salutation == 'femal'", "choice-unknown"),
        ("customer.salutation in ['female', 'neither']", "choice-unknown"),
    ],
)
def test_conditions_that_do_not_fit(source: str, code: str) -> None:
    (problem,) = check_condition(parse_expression(source), DICTIONARY, ALIASES, KNOWN)
    assert (problem.where, problem.code) == ("", code)


def test_all_faults_are_told_at_once() -> None:
    expression = parse_expression("a.b > 1 and customer.first_name == 5 and a.b < 9")
    found = check_condition(expression, DICTIONARY, ALIASES, KNOWN)
    assert [problem.code for problem in found] == ["path-unknown", "optional-needs-or", "expression-types"]
