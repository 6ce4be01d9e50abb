"""The personas' records are those of a bank: every sum is right to the cent, and so is what is said about tax."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

import pytest

from tests.templates_store.shipped import CASES

CENT = Decimal("0.01")
Group = dict[str, Any]


def groups(template: str, group: str) -> list[Any]:
    """That group of every persona's record, as parameters."""
    return [pytest.param(case.record[group], id=case.name) for name, case in CASES if name == template]


def total(rows: list[Group], field: str) -> Decimal:
    """The sum of a field over some rows."""
    return sum((Decimal(row[field]) for row in rows), Decimal(0))


@pytest.mark.parametrize("account", groups("account-statement", "account"))
def test_a_statement_adds_up(account: Group) -> None:
    rows = account["transactions"]
    assert total([row for row in rows if Decimal(row["amount"]) > 0], "amount") == Decimal(account["credits"])
    assert total([row for row in rows if Decimal(row["amount"]) < 0], "amount") == Decimal(account["debits"])
    assert Decimal(account["opening"]) + total(rows, "amount") == Decimal(account["closing"])
    assert all(account["month"] <= row["booked"] <= account["last_day"] for row in rows)
    if "months" in account:
        assert account["months"][-1] == {"last_day": account["last_day"], "balance": account["closing"]}


@pytest.mark.parametrize("invoice", groups("invoice", "invoice"))
def test_an_invoice_adds_up(invoice: Group) -> None:
    for row in invoice["positions"]:
        assert rounded(Decimal(row["quantity"]) * Decimal(row["price"])) == Decimal(row["net"])
    for tax in invoice["taxes"]:
        taxed = [row for row in invoice["positions"] if row["vat_rate"] == tax["rate"]]
        assert total(taxed, "net") == Decimal(tax["net"])
        assert rounded(Decimal(tax["net"]) * Decimal(tax["rate"]) / 100) == Decimal(tax["vat"])
    assert total(invoice["taxes"], "net") == Decimal(invoice["net"])
    assert total(invoice["taxes"], "vat") == Decimal(invoice["vat"])
    assert Decimal(invoice["net"]) + Decimal(invoice["vat"]) == Decimal(invoice["total"])


@pytest.mark.parametrize("reminder", groups("payment-reminder", "reminder"))
def test_a_reminder_adds_up(reminder: Group) -> None:
    extras = [Decimal(reminder.get(name, "0")) for name in ("interest", "charge", "lump_sum")]
    assert total(reminder["items"], "amount") == Decimal(reminder["outstanding"])
    assert Decimal(reminder["outstanding"]) + sum(extras) == Decimal(reminder["total"])
    assert all(item["date"] < item["due"] < "2026-11-02" for item in reminder["items"])


@pytest.mark.parametrize("reminder", groups("payment-reminder", "reminder"))
def test_default_interest_is_the_statutory_one(reminder: Group) -> None:
    if "interest" not in reminder:
        return
    days = (date(2026, 11, 2) - date.fromisoformat(reminder["in_default_since"])).days
    rate = Decimal(reminder["base_rate"]) + (9 if reminder["business"] else 5)
    assert rounded(Decimal(reminder["outstanding"]) * rate * days / 36500) == Decimal(reminder["interest"])


@pytest.mark.parametrize("change", groups("rate-change", "change"))
def test_the_bands_of_a_rate_change_join(change: Group) -> None:
    bands = change["bands"]
    assert all(one["upper"] == other["lower"] for one, other in pairwise(bands))
    assert not bands or (bands[0]["lower"] == "0.00" and "upper" not in bands[-1])
    assert (date.fromisoformat(change["effective"]) - date(2026, 11, 2)).days >= 9 * 7
    assert (date.fromisoformat(change["effective"]) - date.fromisoformat(change["last_day"])).days == 1


@pytest.mark.parametrize("card", groups("card-blocked", "card"))
def test_no_record_has_a_whole_card_number(card: Group) -> None:
    assert card["number"][6:12] == "******"
    assert card["replacement"] == ("replacement_by" in card)


def rounded(amount: Decimal) -> Decimal:
    """To the cent, half up."""
    return amount.quantize(CENT, ROUND_HALF_UP)
