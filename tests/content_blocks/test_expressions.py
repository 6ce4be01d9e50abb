"""Expressions: what they compute, what they refuse, and that nothing in them can be more than data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from content_blocks.expressions import atoms, parse_expression, to_source, unreachable
from content_blocks.problem import Refused

RECORD: dict[str, Any] = {
    "name": "Zoë",
    "vip": True,
    "count_of_cards": 3,
    "account": {
        "items": "a field, not a method",
        "balance": Decimal("-1250.10"),
        "limit": Decimal("0.00"),
        "opened": date(2019, 3, 31),
        "kind": "giro",
        "note": None,
        "transactions": [
            {"amount": Decimal("0.10"), "day": date(2026, 1, 5), "fees": [{"amount": Decimal("1.00")}]},
            {"amount": Decimal("0.20"), "day": date(2026, 1, 2), "fees": [], "text": "Rent"},
        ],
        "none_yet": [],
    },
}


def _evaluated(source: str, scope: dict[str, Any] | None) -> None:
    expression = parse_expression(source)
    if scope is not None:
        expression.evaluate(scope)


def problem(source: str, scope: dict[str, Any] | None = None) -> tuple[str, dict[str, str | int]]:
    """The one problem that reading (and evaluating, given a scope) ends in."""
    with pytest.raises(Refused) as refused:
        _evaluated(source, scope)
    (only,) = refused.value.problems
    assert only.where == ""
    return only.code, dict(only.params)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("account.balance", Decimal("-1250.10")),
        ("account.items", "a field, not a method"),
        ("1.10", Decimal("1.10")),
        ("-0.1", Decimal("-0.1")),
        ("count_of_cards + 1", 4),
        ("account.balance - 0.9", Decimal("-1251.00")),
        ("-account.balance", Decimal("1250.10")),
        ("2 * count_of_cards", 6),
        ("account.balance * 0.001", Decimal("-1.25010")),
        ("sum(account.transactions.amount)", Decimal("0.30")),
        ("sum(account.transactions.fees.amount)", Decimal("1.00")),
        ("sum(account.none_yet.amount)", 0),
        ("count(account.transactions)", 2),
        ("count(account.transactions.text)", 1),
        ("count(account.none_yet)", 0),
        ("min(account.transactions.day)", date(2026, 1, 2)),
        ("max(account.transactions.amount)", Decimal("0.20")),
        ("max(account.none_yet.amount) or 0", 0),
        ('account.note or "–"', "–"),
        ('account.missing or "–"', "–"),
        ('name or "–"', "Zoë"),
        ("account.limit or 5", Decimal("0.00")),
        ('account.note | text or "–"', "–"),
        ('"it\'s"', "it's"),
        (r'"say \"so\" \\"', 'say "so" \\'),
    ],
)
def test_values(source: str, value: object) -> None:
    found = parse_expression(source).evaluate(RECORD)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("source", "holds"),
    [
        ("vip", True),
        ("not vip", False),
        ("account.balance < 0", True),
        ("account.balance < 0 and account.limit == 0", True),
        ('account.kind == "giro" or account.missing', True),
        ('account.kind in ["savings", "giro"]', True),
        ('account.kind not in ("savings", "giro")', False),
        ("count_of_cards in [1, 2]", False),
        ("1 < count_of_cards <= 3", True),
        ('account.opened < "2020-01-01"', True),
        ('"2020-01-01" < account.opened', False),
        ('account.opened in ["2019-03-31"]', True),
        ("account.missing > 5 or false", False),
        ("vip == true", True),
        ("count_of_cards == 3.0", True),
        ('(account.note or "") != ""', False),
        ("count_of_cards in []", False),
    ],
)
def test_conditions(source: str, holds: bool) -> None:
    assert parse_expression(source).holds(RECORD) is holds


@pytest.mark.parametrize(
    ("source", "code", "params"),
    [
        ("account.note", "value-missing", {"field": "account.note"}),
        ("account.name.first", "value-missing", {"field": "account.name.first"}),
        ("account.transactions.amount", "value-missing", {"field": "account.transactions.amount"}),
        ("max(account.none_yet.amount)", "value-missing", {"field": "account.none_yet.amount"}),
        ("min(account.transactions.text)", "value-missing", {"field": "account.transactions.text"}),
        ("count(account.missing)", "value-missing", {"field": "account.missing"}),
        ("sum(account.balance)", "expression-types", {"types": "number"}),
        ("sum(account.transactions.day)", "expression-types", {"types": "date"}),
        ("account.balance > name", "expression-types", {"types": "number, text"}),
        ('account.balance > "5"', "expression-types", {"types": "number, text"}),
        ('account.opened > "soon"', "expression-types", {"types": "date, text"}),
        ('account.opened > "2026-W01-1"', "expression-types", {"types": "date, text"}),
        ("account.kind in [1, 2]", "expression-types", {"types": "text"}),
        ("vip == 1", "expression-types", {"types": "boolean, number"}),
        ("vip + 1", "expression-types", {"types": "boolean"}),
        ("name and vip", "expression-types", {"types": "text"}),
        ("account.transactions == account.transactions", "expression-types", {"types": "group, group"}),
    ],
)
def test_records_that_do_not_fit(source: str, code: str, params: dict[str, str | int]) -> None:
    assert problem(source, RECORD) == (code, params)


def test_a_condition_is_true_or_false() -> None:
    with pytest.raises(Refused) as refused:
        parse_expression("name").holds(RECORD)
    assert refused.value.problems[0].code == "condition-not-boolean"


def test_arithmetic_is_exact_or_refused() -> None:
    scope = {"a": Decimal("123456789012345.01"), "rows": [{"x": Decimal("0.01")}] * 5000}
    assert parse_expression("sum(rows.x)").evaluate(scope) == Decimal("50.00")
    product = parse_expression("a * 123456789.012345").evaluate(scope)
    assert product == Decimal("15241578753238670355130.28914845")
    assert problem("0.12345678901234 * (0.12345678901234 * (0.12345678901234 * (0.12345678901234 * a)))", scope) == (
        "number-too-long",
        {"limit": 60},
    )


ATTACKS = [
    "-not",
    "'A' * 2000000000",
    "'%999999999d' % 1",
    "'a' | center(999999999)",
    "range(10 ** 9)",
    "lipsum(n=1000000)",
    "cycler.__init__.__globals__",
    "self.__class__.__mro__",
    "''.__class__",
    "name.__class__",
    "name['__class__']",
    "name.upper()",
    "name | attr('x')",
    "[x for x in y]",
    "name | map(attribute='x')",
    "name if vip else name",
    "name ~ name",
    "account['balance']",
    "account.0",
    "name[0:5]",
    "2 ** 9999999",
    "1 / 3",
    "7 // 2",
    "7 % 2",
    "+vip",
    "vip is defined",
    "none",
    "{'a': 1}",
    "(1, 2)",
    "[1, 2]",
    "1e9",
    "0x1f",
    "1_000",
    r"'\x41'",
    r"'\u202e'",
    "sum(*account)",
    "sum(account.transactions, 'amount')",
    "sum(account.transactions.amount, start=5)",
    "sum(1 + 1)",
    "sum(sum(account))",
    "vip.sum(account)",
    "account.balance * account.balance",
    "name in account.kind",
    "'x' | text",
    "name | money(**account)",
]


@pytest.mark.parametrize("source", ATTACKS)
def test_what_is_not_on_the_list_is_refused_by_name(source: str) -> None:
    code, params = problem(source)
    assert code in ("expression-not-allowed", "expression-syntax", "format-unknown")
    assert code == "expression-syntax" or params


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("", "expression-syntax"),
        ("a b", "expression-syntax"),
        ("a }} {{ b", "expression-syntax"),
        ("a %}{% if b", "expression-syntax"),
        ("{# a #}", "expression-syntax"),
        ("a ==", "expression-syntax"),
        ("'open", "expression-syntax"),
        ("a" * 1001, "expression-too-long"),
        ("(" * 900, "expression-too-deep"),
        ("not " * 200 + "a", "expression-too-deep"),
        ("-" * 200 + "a", "expression-too-deep"),
        ("1 + " * 30 + "a", "expression-too-deep"),
        ("9" * 16, "number-too-long"),
        ("9" * 900, "number-too-long"),
        ("0." + "1" * 16, "number-too-long"),
        ("a\u202eb", "character-not-allowed"),
        ("'\x00'", "character-not-allowed"),
        ("'\ud800'", "character-not-allowed"),
        ("a | money | text", "format-inside"),
        ("(a | text) == 'x'", "format-inside"),
        ("a or b | text", "format-inside"),
        ("a - b | money", "format-inside"),
        ("a | shout", "format-unknown"),
        ("a | number(decimals=99)", "format-argument"),
        ("a | number(places=2)", "format-argument"),
        ("a | plural(one='#')", "format-argument"),
    ],
)
def test_what_cannot_be_read(source: str, code: str) -> None:
    assert problem(source)[0] == code


def test_many_alternatives_are_not_deep() -> None:
    assert parse_expression(" or ".join(["vip"] * 100)).holds(RECORD)
    assert parse_expression(" and ".join(["vip"] * 100)).holds(RECORD)


@pytest.mark.parametrize(
    ("source", "path", "written", "default"),
    [
        ("account.balance", "account.balance", None, None),
        ("account.balance | money", "account.balance", ("money", {}), None),
        ('account.opened | date("long")', "account.opened", ("date", {"style": "long"}), None),
        ('account.opened | date(style="long") or "–"', "account.opened", ("date", {"style": "long"}), "–"),
        ("(account.balance or -1) | money(decimals=3)", "account.balance", ("money", {"decimals": 3}), -1),
        ("account.balance | money or -1", "account.balance", ("money", {}), -1),
        ("-account.balance | money", None, ("money", {}), None),
        ("sum(account.transactions.amount) | money", None, ("money", {}), None),
    ],
)
def test_what_a_placeholder_tells(source: str, path: str | None, written: object, default: object) -> None:
    expression = parse_expression(source)
    assert (expression.path, expression.format, expression.default) == (path, written, default)


def test_paths_are_named_once_in_order() -> None:
    expression = parse_expression("b.c > 1 and sum(a.d) < b.c or x in ['a']")
    assert expression.paths() == ("b.c", "a.d", "x")


def test_atoms_are_what_and_or_not_join() -> None:
    expression = parse_expression("vip and not (a == 1 or count(b) > 2) and a == 1")
    assert [to_source(atom) for atom in atoms(expression)] == ["vip", "a == 1", "count(b) > 2"]


@pytest.mark.parametrize(
    ("conditions", "never"),
    [
        (["1 > 2"], True),
        (["x and false"], True),
        (["not true"], True),
        (["x in []"], True),
        (["x == 'a' and x == 'b'"], True),
        (["x == 'a'", "'b' == x"], True),
        (["x in ['a', 'b']", "x == 'c'"], True),
        (["x in ['a', 'b']", "x == 'b'"], False),
        (["x == 'a' and y == 'b'"], False),
        (["x == 'a' or x == 'b'"], False),
        (["true or x"], False),
        (["x"], False),
        ([], False),
    ],
)
def test_conditions_that_never_hold(conditions: list[str], never: bool) -> None:
    assert unreachable([parse_expression(source) for source in conditions]) is never
