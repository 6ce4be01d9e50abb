"""Groups and tables: who appears, how often, and totals that are right to the cent."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.block_reading import block_types
from content_blocks.document import Form
from content_blocks.parts import Paragraph, Table, plain
from tests.content_blocks.worlds import body, bundle_of, group, refused, text, values, words_of

AS_CARD: dict[str, Any] = {"each": "account.cards", "as": "card"}

CONDITIONS = {
    "account.balance < 0": True,
    "account.balance >= 0": False,
    "customer.city == 'Berlin' and count(account.cards) > 1": True,
    "customer.city in ['Bonn', 'Köln'] or account.due > 1000": False,
    "document.date > '2026-01-01'": True,
    "not account.opened < '2026-01-01'": False,
}


@pytest.mark.parametrize(("condition", "shown"), CONDITIONS.items(), ids=CONDITIONS)
def test_a_group_appears_when_its_condition_holds(condition: str, shown: bool) -> None:
    assert bool(body(group("g", text("a"), when=condition))) is shown


def test_a_condition_is_true_or_false_and_nothing_else() -> None:
    assert refused(group("g", text("a"), when="customer.name")) == [("body.g", "condition-not-boolean")]
    assert refused(group("g", text("a"), when="customer.other")) == [("body.g", "value-missing")]


def test_a_group_repeats_its_blocks_for_each_element() -> None:
    pieces = body(group("g", text("{{ card.holder }}", "a"), text("–", "b"), **AS_CARD))
    assert [piece.id for piece in pieces] == ["a#1", "b#1", "a#2", "b#2"]
    assert [words_of(piece) for piece in pieces[::2]] == ["Ayşe Çelik-Müller", "Jörg Müller"]


def test_each_and_when_together_pick_elements_and_keep_their_numbers() -> None:
    pieces = body(group("g", text("{{ card.holder }}", "a"), when="card.holder != customer.name", **AS_CARD))
    assert [(piece.id, words_of(piece)) for piece in pieces] == [("a#2", "Jörg Müller")]


def test_repetitions_inside_repetitions_are_told_apart() -> None:
    inner = group(
        "h", text("{{ card.number | masked }} {{ month.name }}", "a"), each="account.months", **{"as": "month"}
    )
    pieces = body(group("g", inner, **AS_CARD))
    assert [piece.id for piece in pieces] == ["a#1#1", "a#1#2", "a#1#3", "a#2#1", "a#2#2", "a#2#3"]
    assert words_of(pieces[4]) == "••••\u00a05678 September"


def test_an_optional_list_that_is_absent_repeats_nothing() -> None:
    fields = {"extras": {"type": "list", "required": False, "fields": {"name": {"type": "text"}}}}
    assert body(group("g", text("{{ e.name }}"), each="extras", **{"as": "e"}), fields=fields) == []
    assert refused(group("g", text("a"), each="customer.name", **{"as": "e"})) == [("body.g", "list-path")]


def test_a_name_is_gone_after_its_group() -> None:
    assert refused(group("g", text("{{ card.holder }}", "a"), **AS_CARD), text("{{ card.holder }}", "b")) == [
        ("body.b", "value-missing")
    ]


def table(**changes: Any) -> dict[str, Any]:
    return {**block_types()["table"].specimen, **changes}


def shown(block: dict[str, Any], **changes: Any) -> Table:
    (piece,) = body(block, **changes)
    (found,) = piece.parts
    assert isinstance(found, Table)
    return found


def bookings(*amounts: Decimal | int) -> list[dict[str, Any]]:
    day = values()["account"]["opened"]
    return [{"booked": day, "text": f"No. {n}", "amount": Decimal(amount)} for n, amount in enumerate(amounts)]


def test_a_table_shows_a_row_per_element_in_order() -> None:
    found = shown(table())
    assert [column.label for column in found.columns] == ["Date", "Details", "Amount"]
    assert [row[1] for row in found.rows] == ["Rent", "Electricity", "Salary", "Car repair Grünwald & Söhne"]
    assert found.total == ("", "Closing balance", "-€138.80")


COUNTED = "{{ count(rows) }} of {{ count(account.transactions) }}"


def test_where_picks_rows_and_totals_may_count_only_those() -> None:
    columns = [
        {"id": "a", "label": "A", "value": "{{ entry.text }}", "total": COUNTED},
        {"id": "b", "label": "B", "value": "{{ entry.amount }}", "total": "{{ sum(rows.amount) }}"},
    ]
    found = shown(table(where="entry.amount < 0", columns=columns, carry=None))
    assert [row[0] for row in found.rows] == ["Rent", "Electricity", "Car repair Grünwald & Söhne"]
    assert found.total == ("3 of 4", "-€2,442.25")


def test_a_table_without_rows_is_a_sentence_or_nothing() -> None:
    (piece,) = body(table(where="entry.amount > 9000"))
    assert isinstance(piece.parts[0], Paragraph)
    assert words_of(piece) == "No transactions this month."
    assert body(table(where="entry.amount > 9000", empty=None))[0].parts == ()


AMOUNTS = st.lists(st.decimals("-99999", "99999", places=2), max_size=40)


@given(AMOUNTS, st.decimals("-99999", "99999", places=2), st.booleans())
def test_what_is_carried_forward_is_the_sum_so_far(amounts: list[Decimal], start: Decimal, only_debits: bool) -> None:
    block = table(where="entry.amount < 0") if only_debits else table()
    picked = [amount for amount in amounts if amount < 0 or not only_debits]
    record = values(account__transactions=bookings(*amounts), account__opening=start)
    (piece,) = body(block, record=record)
    if not picked:
        assert isinstance(piece.parts[0], Paragraph)
        return
    (found,) = piece.parts
    assert isinstance(found, Table)
    assert found.carry
    assert found.carry.opening is not None
    cents = [int(start * 100), *(int(amount * 100) for amount in picked)]
    assert [_cents(found.carry.opening), *map(_cents, found.carry.after)] == list(accumulate(cents))
    assert (found.carry.column, len(found.carry.after)) == (2, len(found.rows))


def _cents(shown: str) -> int:
    return int("".join(character for character in shown if character in "-0123456789"))


def test_a_computed_sum_is_carried_in_its_currency() -> None:
    carry = {**table()["carry"], "sum": "-1 * entry.amount", "start": "account.opening - account.opening"}
    found = shown(table(carry=carry))
    assert found.carry
    assert found.carry.after[0] == "€980.00"


CARRIES = {
    "column-unknown": {"carry": {**table()["carry"], "column": "other"}},
    "table-column-repeated": {"columns": [table()["columns"][0]] * 2, "carry": None},
}


@pytest.mark.parametrize(("code", "change"), CARRIES.items(), ids=CARRIES)
def test_the_columns_hang_together(code: str, change: dict[str, Any]) -> None:
    assert refused(table(**change)) == [("body.table", code)]


def test_only_numbers_are_carried() -> None:
    carry = {**table()["carry"], "sum": "entry.text"}
    assert refused(table(carry=carry)) == [("body.table.carry", "carry-not-a-number")]


FORMS = {0: Form("full"), 3: Form("full"), 4: None, 9: None}


@pytest.mark.parametrize(("rows", "form"), FORMS.items(), ids=str)
def test_a_channel_may_cut_a_table_and_says_so(rows: int, form: Form | None) -> None:
    record = values(account__transactions=bookings(*range(rows)))
    (piece,) = body(table(empty="None."), record=record)
    found = piece.forms["email"]
    if form:
        assert found == form
    else:
        assert (found.kind, found.rows, plain(found.more)) == ("rows", 3, f"{rows - 3} more in the PDF.")


def test_a_chart_shows_exact_values_and_their_texts() -> None:
    (piece,) = body(block_types()["chart"].specimen)
    (chart,) = piece.parts
    assert [series.values for series in getattr(chart, "series", ())] == [
        (Decimal("1830.00"), Decimal("2140.50"), Decimal("2442.25"))
    ]
    assert body(block_types()["chart"].specimen, record=values(account__months=[]))[0].parts == ()


def test_names_are_worked_out_once_and_not_per_record() -> None:
    bundle = bundle_of(table())
    names = bundle.names("en")
    inner = names.repeated(bundle.template.body[0].rows, "entry")
    assert inner is names.repeated(bundle.template.body[0].rows, "entry")
