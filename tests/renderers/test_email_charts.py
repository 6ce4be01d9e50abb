"""Bars as long as their values, on the right side of zero."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from content_blocks.document import Piece
from content_blocks.parts import Chart, Series
from tests.documents import statement
from tests.renderers.email_reading import codes, opened, read, with_body


@pytest.mark.parametrize(
    ("values", "bars"),
    [
        pytest.param("50 100 25", [(0, 50), (0, 100), (0, 25)], id="above zero"),
        pytest.param("-50 150", [(0, 25), (25, 75)], id="below zero to the left of it"),
        pytest.param("-50 -100", [(50, 50), (0, 100)], id="all below zero"),
        pytest.param("0 10", [(0, 100)], id="nothing has no bar"),
        pytest.param("0 0", [], id="all nothing"),
    ],
)
def test_a_bar_is_as_long_as_its_value(values: str, bars: list[tuple[int, int]]) -> None:
    numbers = tuple(Decimal(value) for value in values.split())
    names = tuple(f"Monat {number}" for number in range(len(numbers)))
    chart = Chart("lines", "Saldo", names, (Series("Saldo", numbers, tuple(values.split())),), "Der Saldo.")
    document = with_body(statement(rows=0), Piece("saldo", (chart,), "de"))
    rendition = opened()(document)
    page = read(rendition).page.partition("Monat 0")[2].partition("Der Saldo.")[0]
    found = re.findall(r'(?:<td width="(\d+)%"></td>)?<td class="series-0" width="(\d+)%"', page)
    assert [(int(before or 0), int(length)) for before, length in found] == bars
    assert codes(document, rendition) == []
