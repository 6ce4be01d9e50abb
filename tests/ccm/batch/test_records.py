"""Records from files as other systems really write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm.batch.records import open_file
from ccm.batch.records.exact import exact_json
from tests.ccm.batch.reading import HEADER, read, read_text, refusal

ANN, BOB, CAT = ({"id": str(number), "name": name} for number, name in enumerate(("Ann", "Bob", "Cat"), start=1))


def unclosed(line: int) -> tuple[str, str]:
    """What a line with a bad quote is reported as."""
    return (f"line {line}", "quote-unclosed")


def uneven(line: int) -> tuple[str, str]:
    """What a line with too many or too few cells is reported as."""
    return (f"line {line}", "columns-differ")


CSV: dict[str, tuple[str, list[Any]]] = {
    "semicolon": ("id;name\n1;Ann\n", [ANN]),
    "comma": ("id,name\n1,Ann\n", [ANN]),
    "tab": ("id\tname\n1\tAnn\n", [ANN]),
    "bar": ("id|name\n1|Ann\n", [ANN]),
    "one column": ("id\n1\n", [{"id": "1"}]),
    "separator in a quoted name": ('"id, the",name\n1,Ann\n', [{"id, the": "1", "name": "Ann"}]),
    "CRLF and no end": ("id;name\r\n1;Ann\r\n2;Bob", [ANN, BOB]),
    "blank lines": ("id;name\n\n1;Ann\n\n", [ANN]),
    "quoted": ('id;name\n1;"Ann ""the"" B; C"\n', [{"id": "1", "name": 'Ann "the" B; C'}]),
    "two lines in a cell": ('id;name\n1;"Ann\nB"\n2;Bob\n', [{"id": "1", "name": "Ann\nB"}, BOB]),
    "quotes inside": ('id;name\n1;Ann 3" B\n', [{"id": "1", "name": 'Ann 3" B'}]),
    "empty cells": ("id;name\n1;\n", [{"id": "1", "name": ""}]),
    "uneven": ("id;name\n1;A;B\n2\n3;Cat\n", [uneven(2), uneven(3), CAT]),
    "never closed": ('id;name\n1;"Ann\n2;Bob\n3;"Cat"\n', [unclosed(2), BOB, CAT]),
    "closed by the next": ('id;name\n1;"Ann\n2;Bob"\n3;Cat\n', [{"id": "1", "name": "Ann\n2;Bob"}, CAT]),
    "two never closed": ('id;name\n1;"Ann\n2;Bob\n3;"C\n', [unclosed(2), BOB, unclosed(4)]),
    "text after a quote": ('id;name\n1;"Ann" B\n2;Bob\n', [unclosed(2), BOB]),
    "amounts stay text": ("id;sum\n1;12345678901234567.89\n", [{"id": "1", "sum": "12345678901234567.89"}]),
    "no records": ("id;name\n", []),
}


@pytest.mark.parametrize("case", CSV)
def test_csv(case: str, tmp_path: Path) -> None:
    text, records = CSV[case]
    assert read_text(tmp_path, text) == records


def test_one_unclosed_quote_costs_one_row_of_many(tmp_path: Path) -> None:
    rows = [f'{n};"Name {n}"' for n in range(1000)]
    rows[10] = '10;"Name 10'
    records = read_text(tmp_path, HEADER + "\n".join(rows) + "\n")
    assert records[10] == ("line 12", "quote-unclosed")
    assert len(records) == 1000
    assert records[999] == {"id": "999", "name": "Name 999"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "data-empty"),
        ("\n\n", "data-empty"),
        ("id;name;id\n", "column-repeated"),
        ("id;;name\n", "column-unnamed"),
        ("a;b,c\n", "separator-unknown"),
        ('"id;name\n', "quote-unclosed"),
    ],
)
def test_a_header_that_cannot_be_used_is_refused(text: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(text)
    assert refusal(tmp_path / "people.csv") == [code]


JSON_LINES: dict[str, tuple[str, Any]] = {
    "exact": ('{"a": 12345678901234567.89, "b": 5}', {"a": Decimal("12345678901234567.89"), "b": 5}),
    "nested": ('{"a": [{"b": null, "c": true}]}', {"a": [{"b": None, "c": True}]}),
    "not a number": ('{"a": NaN}', ("line 1", "number-not-finite")),
    "infinite": ('{"a": -Infinity}', ("line 1", "number-not-finite")),
    "key repeated": ('{"a": {"b": 1, "b": 2}}', ("line 1", "json-key-repeated")),
    "half a character": (r'{"a": "\ud83d"}', ("line 1", "text-surrogate")),
    "escaped emoji": (r'{"a": "\ud83d\ude00"}', {"a": "😀"}),
    "huge exponent": ('{"a": 1e999999}', ("line 1", "file-number-too-long")),
    "huge integer": ('{"a": ' + "9" * 5000 + "}", ("line 1", "file-number-too-long")),
    "two values": ('{"a": 1} {"a": 2}', ("line 1", "json-broken")),
    "cut off": ('{"a": ', ("line 1", "json-broken")),
    "no object": ("[1]", ("line 1", "record-not-object")),
    "deep": ("[" * 100_000, ("line 1", "json-broken")),
}


@pytest.mark.parametrize("case", JSON_LINES)
def test_json_lines(case: str, tmp_path: Path) -> None:
    line, record = JSON_LINES[case]
    assert read_text(tmp_path, line + '\n\n{"id": 2}\n', "people.jsonl") == [record, {"id": 2}]


@pytest.mark.parametrize(
    "text",
    [
        '[{"a": 1.10}, {"a": 2}]',
        ' [ {"a":1.10},\n{"a":2} ]\n',
        '{"a": 1.10}\n{\n"a": 2}\n',
        '\ufeff[{"a":1.10},{"a":2}]',
    ],
)
def test_json_is_an_array_or_records_one_after_the_other(text: str, tmp_path: Path) -> None:
    assert read_text(tmp_path, text, "people.json") == [{"a": Decimal("1.10")}, {"a": 2}]


def test_a_fault_inside_an_array_costs_one_row(tmp_path: Path) -> None:
    text = '[{"a": 1}, {"a": NaN}, 7, {"a": 1, "a": 2}, {"a": 3}]'
    problems = [("record 2", "number-not-finite"), ("record 3", "record-not-object"), ("record 4", "json-key-repeated")]
    assert read_text(tmp_path, text, "people.json") == [{"a": 1}, *problems, {"a": 3}]


@pytest.mark.parametrize("text", ['[{"a": 1}', '[{"a": 1} {"a": 2}]', '[{"a": 1},]', '[{"a": }]', '[{"a": 1}] x', "]"])
def test_a_broken_array_is_refused_before_a_row_is_rendered(text: str, tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text(text)
    assert refusal(tmp_path / "people.json") == ["json-file-broken"]


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
amounts = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**20), max_value=10**20)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | texts | amounts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", max_size=3), inner, max_size=3),
    max_leaves=8,
)
json_records = st.dictionaries(texts, json_values, max_size=4)


@given(st.lists(json_records, max_size=6), st.integers(1, 9))
def test_whatever_is_written_exactly_is_read_exactly_at_any_block_size(
    tmp_path_factory: pytest.TempPathFactory, records: list[dict[str, Any]], block: int
) -> None:
    folder = tmp_path_factory.mktemp("exact")
    (folder / "a.json").write_text(exact_json(records), encoding="utf-8", newline="\n")
    (folder / "a.jsonl").write_text("".join(exact_json(r) + "\n" for r in records), encoding="utf-8", newline="\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ccm.batch.records.json.BLOCK", block)
        assert read(folder / "a.json") == read(folder / "a.jsonl") == records


def test_parquet_keeps_types(tmp_path: Path) -> None:
    path = tmp_path / "people.parquet"
    duckdb.sql(
        f"""COPY (SELECT 'C-1' AS id, 12345678901234567.89::DECIMAL(20,2) AS balance, DATE '2026-01-31' AS day,
        0.1::DOUBLE AS rate, TIMESTAMP '2026-01-31 00:00' AS at,
        [{{'amount': 1.10::DECIMAL(9,2), 'day': DATE '2026-01-02'}}] AS bookings
        UNION ALL SELECT 'C-2', 0, NULL, 'nan'::DOUBLE, NULL, []) TO '{path}' (FORMAT parquet)"""
    )
    day = date(2026, 1, 2)
    assert read(path) == [
        {
            "id": "C-1",
            "balance": Decimal("12345678901234567.89"),
            "day": date(2026, 1, 31),
            "rate": Decimal("0.1"),
            "at": date(2026, 1, 31),
            "bookings": [{"amount": Decimal("1.10"), "day": day}],
        },
        ("rate", "number-not-finite"),
    ]


def test_parquet_that_loses_amounts_or_cannot_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "people.parquet"
    duckdb.sql(f"COPY (SELECT 'C-1' AS id, 0.1::FLOAT AS amount) TO '{path}' (FORMAT parquet)")
    assert refusal(path) == ["column-inexact"]
    path.write_bytes(b"PAR1 is not enough")
    assert refusal(path) == ["parquet-broken"]


def test_unknown_formats_and_files_are_refused_by_name(tmp_path: Path) -> None:
    assert refusal(tmp_path / "people.xlsx") == ["file-format-unknown"]
    assert refusal(tmp_path / "people.csv") == ["file-unreadable"]


def test_reading_starts_anew_each_time(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id\n1\n2\n")
    source = open_file(tmp_path / "people.csv")
    assert list(source) == list(source) == [(1, {"id": "1"}), (2, {"id": "2"})]
    assert (source.expected, source.kind, source.text) == (2, "csv", True)
