"""Which columns of a table stand side by side on a wide screen and on a phone."""

from __future__ import annotations

import pytest

from content_blocks.parts import Column, Table
from renderers.email.columns import plan

DAY, WHAT, AMOUNT = Column("Tag", "date"), Column("Vorgang"), Column("Betrag", "money")
VALUE_DAY = Column("Wert", "date", priority=3)
DATE, FIGURE, LARGE = "01.07.2026", "−1.234,56", "−12.345.678.901,23 €"


@pytest.mark.parametrize(
    ("columns", "cells", "wide", "phone", "host"),
    [
        pytest.param((DAY, VALUE_DAY, WHAT, AMOUNT), (DATE, DATE, "x", FIGURE), [0, 1, 2, 3], [0, 2, 3], 2, id="rank"),
        pytest.param((DAY, WHAT, AMOUNT), (DATE, "x" * 18, LARGE), [0, 1, 2], [1, 2], 1, id="a large amount stays"),
        pytest.param((DAY, DAY, AMOUNT), (DATE, DATE, FIGURE), [0, 1, 2], [0, 1, 2], 0, id="dates may name it"),
        pytest.param((AMOUNT,) * 3, (FIGURE,) * 3, [0, 1, 2], [0, 1, 2], 0, id="three amounts fit"),
        pytest.param((AMOUNT,) * 8, (FIGURE,) * 8, [0, 4, 5, 6, 7], [0, 6, 7], 0, id="the last ones are sums"),
        pytest.param((VALUE_DAY, VALUE_DAY), (DATE, DATE), [0, 1], [0], 0, id="no column is important"),
        pytest.param((WHAT,), ("x" * 400,), [0], [0], 0, id="words break"),
        pytest.param((AMOUNT,), ("9" * 400,), [0], [0], 0, id="the only column stays"),
    ],
)  # fmt: skip
def test_columns_stay_side_by_side_as_far_as_they_fit(
    columns: tuple[Column, ...], cells: tuple[str, ...], wide: list[int], phone: list[int], host: int
) -> None:
    chosen = plan(Table("Umsätze", columns, (cells,)), room=536, space=20)
    assert (list(chosen.wide), sorted(chosen.phone), chosen.host) == (wide, phone, host)
    assert chosen.host in chosen.phone
    assert sorted((*chosen.wide, *chosen.below_always)) == list(range(len(columns)))
    assert sorted((*chosen.phone, *chosen.below_on_phone)) == list(chosen.wide)
