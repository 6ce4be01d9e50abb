"""Runs from records to certificate, with real child processes."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from approvals import merkle
from ccm.batch.lanes import Limits
from ccm.batch.lock import locked
from ccm.batch.run import RunResult, resume, run
from ccm.batch.snapshot import Options
from ccm.batch.status import status
from ccm.batch.verify import verify
from content_blocks.problem import Refused
from tests.ccm.batch.samples import folder_hash, job, lines, people, prepare, write_records


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two hundred people."""
    return write_records(tmp_path / "people.jsonl", people(f"C-{n}" for n in range(200)))


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    """The codes that something was refused with."""
    return [problem.code for problem in refused.value.problems]


def test_one_worker_and_two_write_the_same_bytes(data: Path, tmp_path: Path) -> None:
    for workers in (1, 2):
        result = run(tmp_path / f"out-{workers}", [data], job(), workers=workers)
        assert result == RunResult(done=200, quarantined=0, skipped=0)
    assert folder_hash(tmp_path / "out-1") == folder_hash(tmp_path / "out-2")
    assert verify(tmp_path / "out-1") == []


def test_each_kind_of_row_ends_in_its_one_outcome(tmp_path: Path) -> None:
    records = people(["C-1", "nosms-1", "nophone-1", "bug-1", "C-1", "Ümläut/../1"])
    data = write_records(tmp_path / "people.jsonl", [*records, {"id": "C-2"}, {"name": "nobody"}])
    with data.open("a") as file:
        file.write('{"id": "C-3", "id": "C-4"}\n')
    out = tmp_path / "out"
    assert run(out, [data], job(), workers=1) == RunResult(done=3, quarantined=6, skipped=0)

    manifest = [(line["row"], line["id"], line["channel"], line["outcome"]) for line in lines(out / "manifest.jsonl")]
    assert manifest == [
        (1, "C-1", "email", "done"),
        (1, "C-1", "sms", "done"),
        (2, "nosms-1", "email", "done"),
        (2, "nosms-1", "sms", "skipped"),
        (3, "nophone-1", "email", "quarantined"),
        (3, "nophone-1", "sms", "quarantined"),
        (4, "bug-1", None, "quarantined"),
        (5, "C-1", None, "quarantined"),
        (6, "Ümläut/../1", "email", "done"),
        (6, "Ümläut/../1", "sms", "done"),
        (7, "C-2", None, "quarantined"),
        (8, None, None, "quarantined"),
        (9, None, None, "quarantined"),
    ]
    quarantine = [(line["row"], line["field"], line["code"]) for line in lines(out / "quarantine.jsonl")]
    assert quarantine == [
        (3, "phone", "data-empty"),
        (4, "", "document-failed"),
        (5, "id", "id-repeated"),
        (7, "name", "data-empty"),
        (7, "town", "data-empty"),
        (8, "id", "id-missing"),
        (9, "line 9", "json-key-repeated"),
    ]
    assert sorted(path.name for path in (out / "email").iterdir()) == [
        "%C3%9Cml%C3%A4ut%2F..%2F1.eml",
        "C-1.eml",
        "nosms-1.eml",
    ]
    assert "must not get into a log" not in (out / "quarantine.jsonl").read_text()
    assert verify(out) == []


def test_the_certificate_adds_up_and_its_root_is_the_manifests(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, [data], job(), workers=1, options=Options(limit=7))
    certificate = json.loads((out / "certificate.json").read_text())
    manifest = (out / "manifest.jsonl").read_bytes().splitlines()
    assert certificate["manifest"] == {"lines": 14, "merkle_root": merkle.root(manifest).hex()}
    assert certificate["rows"] == {"total": 7, "done": 7, "quarantined": 0, "skipped": 0}
    assert certificate["messages"]["sms"] == {"done": 7, "quarantined": 0, "skipped": 0}
    assert certificate["bytes"] == sum(path.stat().st_size for path in out.glob("*/*") if path.parent.name != ".state")
    assert [path.name for path in (out / ".state").iterdir()] == ["lock"]
    assert status(out).state == "finished"


def test_rows_that_hang_eat_memory_or_crash_are_quarantined_and_the_rest_is_done(tmp_path: Path) -> None:
    ids = [f"C-{n}" for n in range(40)]
    ids[5], ids[17], ids[18], ids[30] = "hang-1", "eat-1", "die-1", "quit-1"
    data = write_records(tmp_path / "people.jsonl", people(ids))
    options = Options(limits=Limits(seconds=1, megabytes=400))
    result = run(tmp_path / "out", [data], job(), workers=2, options=options)
    assert result == RunResult(done=36, quarantined=4, skipped=0)
    assert [(line["id"], line["code"]) for line in lines(tmp_path / "out/quarantine.jsonl")] == [
        ("hang-1", "document-too-slow"),
        ("eat-1", "document-too-big"),
        ("die-1", "document-crashed"),
        ("quit-1", "document-too-slow"),
    ]
    assert verify(tmp_path / "out") == []


def test_what_cannot_be_opened_is_refused_as_the_opener_says(data: Path, tmp_path: Path) -> None:
    closed = job("tests.ccm.batch.openers:closed", template="letter")
    with pytest.raises(Refused) as refused:
        run(tmp_path / "out", [data], closed, workers=1)
    assert codes(refused) == ["input-gone"]


def test_children_that_die_while_opening_end_the_run_and_not_the_rows(data: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        run(tmp_path / "out", [data], job("tests.ccm.batch.openers:deadly"), workers=1)
    assert codes(refused) == ["workers-keep-dying"]
    assert status(tmp_path / "out").rows == {}


def test_a_folder_takes_one_run_at_a_time(data: Path, tmp_path: Path) -> None:
    with locked(tmp_path / "out"), pytest.raises(Refused) as refused:
        run(tmp_path / "out", [data], job())
    assert codes(refused) == ["run-in-use"]


def test_a_folder_keeps_to_its_run(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, [data], job(), workers=1, options=Options(limit=3))
    other = write_records(tmp_path / "others.jsonl", people(["D-1"]))
    with pytest.raises(Refused) as refused:
        run(out, [other], job(greeting="Dear"), workers=1, options=Options(limit=3))
    assert [problem.params["what"] for problem in refused.value.problems] == ["input.sha256", "job.settings.greeting"]
    with pytest.raises(Refused) as refused:
        run(out, [data], job(), workers=1, options=Options(limit=3))
    assert codes(refused) == ["run-finished"]
    assert resume(out, prepare) == RunResult(done=3, quarantined=0, skipped=0)


def test_an_unfinished_run_is_not_carried_on_with_another_template_or_input(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(Refused):
        run(out, [data], job("tests.ccm.batch.openers:closed", template="letter"), workers=1)
    with pytest.raises(Refused) as refused:
        resume(out, lambda _: job("tests.ccm.batch.openers:closed", template="other"))
    assert [problem.params["what"] for problem in refused.value.problems] == ["job.settings.template"]
    data.write_text(data.read_text() + "{}\n")
    with pytest.raises(Refused) as refused:
        resume(out, lambda before: job("tests.ccm.batch.openers:closed", **before.settings))
    assert [problem.params["what"] for problem in refused.value.problems] == ["input.sha256"]


def test_an_input_that_changes_under_the_run_voids_it(data: Path, tmp_path: Path) -> None:
    before = data.read_text()

    def spoil(*_: object) -> None:
        data.write_text("{}\n")

    with pytest.raises(Refused) as refused:
        run(tmp_path / "out", [data], job(), workers=1, progress=spoil)
    assert codes(refused) == ["input-changed"]
    data.write_text(before)
    assert status(tmp_path / "out").rows == {}
    assert resume(tmp_path / "out", prepare, workers=1).done == 200
    assert verify(tmp_path / "out") == []


def test_a_folder_with_something_else_in_it_is_left_alone(data: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        run(tmp_path, [data], job())
    assert codes(refused) == ["folder-not-empty"]
    assert [path.name for path in tmp_path.iterdir()] == ["people.jsonl"]
    with pytest.raises(Refused) as refused:
        resume(tmp_path / "nowhere", prepare)
    assert codes(refused) == ["no-run-here"]


def test_the_pipeline_is_told_whether_values_are_text(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id,amount\nC-1,1.50\n")
    (tmp_path / "people.jsonl").write_text('{"id": "C-1", "amount": 1.50}\n')
    typed = job("tests.ccm.batch.openers:typed")
    seen = {}
    for name in ("people.csv", "people.jsonl"):
        run(tmp_path / f"out-{name}", [tmp_path / name], typed, workers=1)
        content = json.loads((tmp_path / f"out-{name}/push/C-1.json").read_text())
        seen[name] = (content["text"], content["kinds"]["amount"])
    assert seen == {"people.csv": (True, "str"), "people.jsonl": (False, "Decimal")}


def test_progress_tells_rows_out_and_quarantined(tmp_path: Path) -> None:
    data = write_records(tmp_path / "people.jsonl", [*people(["C-1", "C-2"]), {"id": "C-3"}])
    told: list[tuple[int, int | None, int]] = []
    run(tmp_path / "out", [data], job(), workers=1, progress=lambda *numbers: told.append(numbers))
    assert told[-1] == (3, 3, 1)


def test_ids_that_differ_in_case_only_do_not_share_a_file(tmp_path: Path) -> None:
    data = write_records(tmp_path / "people.jsonl", people(["a1", "A1", "aA", "AA"]))
    run(tmp_path / "out", [data], job(), workers=1)
    names = [path.name.casefold() for path in (tmp_path / "out/sms").iterdir()]
    assert max(Counter(names).values()) == 1
    assert len(names) == 4
