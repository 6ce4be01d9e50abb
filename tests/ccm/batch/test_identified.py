"""Files whose records have no field that names them."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from ccm.batch.records.opening import open_records
from content_blocks.problem import Refused

WITHOUT_ID = {
    "people.csv": "kundennr;name\n1;Ann\n",
    "people.jsonl": '{"kundennr": 1, "name": {"first": "Ann"}}\n{"name": "Bob"}\n',
    "people.json": '[{"kundennr": 1, "name": "Ann"}]',
}


@pytest.mark.parametrize("name", WITHOUT_ID)
def test_a_file_without_the_id_field_is_refused_with_the_fields_it_has(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(WITHOUT_ID[name])
    with pytest.raises(Refused) as refused:
        open_records([tmp_path / name], None, tmp_path, "customer.id")
    (problem,) = refused.value.problems
    assert (problem.where, problem.code) == (name, "id-column-missing")
    assert str(problem.params["columns"]).startswith("kundennr, name")
    assert len(list(open_records([tmp_path / name], None, tmp_path, "kundennr"))) > 0


def test_parquet_without_the_id_field_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "people.parquet"
    duckdb.sql(f"COPY (SELECT 1 AS number, 'Ann' AS name) TO '{path}' (FORMAT parquet)")
    with pytest.raises(Refused) as refused:
        open_records([path], None, tmp_path, "id")
    assert refused.value.problems[0].params["columns"] == "number, name"


@pytest.mark.parametrize("first", ['{"name": "Ann"}', '{"id": null}', '{"id": 1, "id": 2}', "{"])
def test_one_record_with_the_field_is_enough(first: str, tmp_path: Path) -> None:
    (tmp_path / "people.jsonl").write_text(first + '\n{"id": 2}\n')
    assert len(list(open_records([tmp_path / "people.jsonl"], None, tmp_path, "id"))) == 2


@pytest.mark.parametrize("value", ["ann@example.org", "DE89370400440532013000", "1.234,56", "2026-10-31"])
def test_a_record_in_place_of_column_names_is_not_printed(value: str, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(f"K-1;Ann;{value}\nK-2;Bob;x\n")
    with pytest.raises(Refused) as refused:
        open_records([tmp_path / "people.csv"], None, tmp_path, "id")
    assert [(p.code, dict(p.params)) for p in refused.value.problems] == [("column-names-missing", {})]
