"""Queries over several files: exact, shut in, and pinned."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from ccm.batch.naming import find_id
from ccm.batch.records import Source
from ccm.batch.records.opening import open_records
from ccm.batch.run import RunResult, resume, run
from ccm.batch.verify import verify
from content_blocks.problem import Refused
from tests.ccm.batch.samples import job, prepare

JOIN = """
    SELECT c.id, c.name, list({day: b.day, amount: CAST(b.amount AS DECIMAL(20, 2))} ORDER BY b.day) AS bookings,
           sum(CAST(b.amount AS DECIMAL(20, 2))) AS balance, DATE '2026-01-31' AS day
    FROM customers AS c JOIN bookings AS b ON b.customer = c.id GROUP BY ALL;
"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Customers and bookings as two systems export them."""
    customers, bookings = tmp_path / "customers.csv", tmp_path / "bookings.jsonl"
    customers.write_bytes('id;name\nC-2;Bäcker\nC-1;"O\'Neill; Ann"\n'.encode("cp1252"))
    bookings.write_text(
        '{"customer": "C-1", "day": "2026-01-03", "amount": 12345678901234567.89}\n'
        '{"customer": "C-1", "day": "2026-01-02", "amount": 0.10}\n'
        '{"customer": "C-2", "day": "01/02/2026", "amount": 1e2, "tags": [{"a": 1}]}\n'
    )
    return [customers, bookings]


def refusal(paths: list[Path], sql: str, folder: Path) -> tuple[str, str]:
    """The code and reason that a query is refused with."""
    with pytest.raises(Refused) as refused:
        open_records(paths, sql, folder, "id")
    problem = refused.value.problems[0]
    return problem.code, str(problem.params.get("reason", ""))


def test_customers_and_their_bookings_are_joined_exactly_and_ordered_by_id(files: list[Path], tmp_path: Path) -> None:
    source: Source = open_records(files, JOIN, tmp_path / "out", "id")
    assert (tmp_path / "out/input.jsonl").read_text() == (
        '{"id":"C-1","name":"O\'Neill; Ann","bookings":[{"day":"2026-01-02","amount":0.10},'
        '{"day":"2026-01-03","amount":12345678901234567.89}],"balance":12345678901234567.99,"day":"2026-01-31"}\n'
        '{"id":"C-2","name":"Bäcker","bookings":[{"day":"01/02/2026","amount":100.00}],"balance":100.00,"day":"2026-01-31"}\n'
    )
    assert (source.text, source.input.path, source.expected) == (True, "input.jsonl", 2)
    assert sorted(source.input.made_from) == ["bookings.jsonl", "customers.csv"]
    assert not (tmp_path / "out/.state/query").exists()


def test_a_run_over_a_query_pins_its_result(files: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(out, files, job(), sql=JOIN, workers=1) == RunResult(done=2, quarantined=0, skipped=0)
    assert json.loads((out / "run.json").read_text())["input"]["sql"] == JOIN
    assert verify(out) == []
    for path in files:
        path.unlink()
    (out / "certificate.json").unlink()
    assert resume(out, prepare, workers=1).done == 2
    (out / "input.jsonl").write_text("{}\n")
    assert [problem.code for problem in verify(out)] == ["file-differs"]


def test_the_same_query_carries_a_run_on_and_another_is_refused(files: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, files, job(), sql=JOIN, workers=1)
    pinned = (out / "input.jsonl").read_bytes()
    (out / "certificate.json").unlink()
    assert run(out, files, job(), sql=JOIN, workers=1).done == 2
    with pytest.raises(Refused) as refused:
        run(out, files, job(), sql="SELECT id, name FROM customers", workers=1)
    assert {problem.params["what"] for problem in refused.value.problems} == {"input.sha256", "input.sql"}
    assert (out / "input.jsonl").read_bytes() == pinned


def test_parquet_in_a_query_keeps_its_types(tmp_path: Path) -> None:
    path = tmp_path / "people.parquet"
    duckdb.sql(f"COPY (SELECT 'C-1' AS id, 0.10::DECIMAL(9,2) AS sum) TO '{path}' (FORMAT parquet)")
    source = open_records([path], "SELECT * FROM people", tmp_path / "out", "id")
    assert (source.text, (tmp_path / "out/input.jsonl").read_text()) == (False, '{"id":"C-1","sum":0.10}\n')


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT content AS id FROM read_text('/etc/hostname')",
        "SELECT file AS id FROM glob('/etc/*')",
        "SELECT id FROM read_csv('{customers}')",
        "SELECT id FROM '/etc/passwd'",
        "SELECT id FROM kunden",
    ],
)
def test_a_query_reads_nothing_but_its_views(sql: str, files: list[Path], tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        open_records(files, sql.format(customers=files[0]), tmp_path / "out", "id")
    (problem,) = refused.value.problems
    assert (problem.code, problem.params["tables"]) == ("query-beyond-files", '"customers", "bookings"')


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("DROP VIEW customers", "query-not-select"),
        ("SELECT 1 AS id; SELECT 2 AS id", "query-not-select"),
        ("SET threads = 8", "query-not-select"),
        ("COPY (SELECT 1) TO 'x.csv'", "query-not-select"),
        ("INSTALL httpfs", "query-not-select"),
        ("", "query-not-select"),
        ("SELEC", "query-failed"),
        ("SELECT name FROM customers", "id-column-missing"),
        ("SELECT *, id FROM customers", "column-repeated"),
        ("SELECT id, CAST(1 AS FLOAT) AS sum FROM customers", "column-inexact"),
        ("SELECT id FROM customers) UNION (SELECT 1", "query-failed"),
        ("SELECT id FROM customers -- all of them", ""),
    ],
)
def test_what_is_no_single_select_with_an_id_is_refused(sql: str, code: str, files: list[Path], tmp_path: Path) -> None:
    if code:
        assert refusal(files, sql, tmp_path / "out")[0] == code
        assert not (tmp_path / "out/input.jsonl").exists()
    else:
        assert open_records(files, sql, tmp_path / "out", "id").expected == 2


def test_a_failing_query_does_not_quote_the_value_it_failed_at(files: list[Path], tmp_path: Path) -> None:
    code, reason = refusal(files, "SELECT CAST(name AS INTEGER) AS id FROM customers", tmp_path / "out")
    assert (code, reason) == ("query-failed", "ConversionException")


def test_broken_records_are_not_left_out_of_a_join_unseen(files: list[Path], tmp_path: Path) -> None:
    files[0].write_text("id;name\nC-1\nC-2;Bob;B\n")
    with pytest.raises(Refused) as refused:
        open_records(files, JOIN, tmp_path / "out", "id")
    assert [problem.where for problem in refused.value.problems] == ["customers.csv line 2", "customers.csv line 3"]


def test_several_files_need_a_query_and_names_of_their_own(files: list[Path], tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        open_records(files, None, tmp_path, "id")
    assert refused.value.problems[0].code == "files-need-sql"
    assert refusal([files[0], files[0]], "SELECT 1 AS id", tmp_path)[0] == "file-name-repeated"


def test_the_id_can_be_a_column_with_dots_in_its_name_or_a_place_in_a_column(tmp_path: Path) -> None:
    data = tmp_path / "people.csv"
    data.write_text("customer.id;name\nC-2;Bob\nC-1;Ann\n")
    for number, sql in enumerate(("SELECT * FROM people", 'SELECT {id: "customer.id"} AS customer FROM people')):
        source = open_records([data], sql, tmp_path / f"out-{number}", "customer.id")
        assert [find_id(record, "customer.id") for _, record in source if isinstance(record, dict)] == ["C-1", "C-2"]


def test_files_without_records_join_to_nothing(files: list[Path], tmp_path: Path) -> None:
    files[0].write_text("id;name\n")
    assert open_records(files, JOIN, tmp_path / "out", "id").expected == 0
