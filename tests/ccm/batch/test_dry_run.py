"""Dry runs, with real child processes: what they say comes true, and they leave nothing behind."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from ccm.batch.dry_run import dry_run
from ccm.batch.forecast import Forecast, Name
from ccm.batch.job import Check, Job, Record
from ccm.batch.lanes import Limits
from ccm.batch.run import Progress, no_progress, run
from ccm.batch.snapshot import Options
from content_blocks.problem import Problem, Refused
from tests.ccm.batch.samples import job, lines, people, write_records


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files that a test can look into."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    return place


def named(_job: Job, _text: bool) -> Check:
    """What the pipeline of these tests finds without rendering: records without a name."""

    def check(record: Record) -> None:
        if not record.get("name"):
            raise Refused([Problem("name", "data-empty"), Problem("town", "data-empty")])

    return check


@contextmanager
def silence() -> Iterator[Progress]:
    """Progress that nobody sees."""
    yield no_progress


def look_ahead(data: Path, sample: int = 200, **settings: Any) -> Forecast:
    """A dry run of the tests' own pipeline."""
    return dry_run([data], job(), named, silence, sample=sample, workers=2, **settings)


def mixed(count: int, every: int = 7) -> list[dict[str, str]]:
    """Records of which some have no name, some are held back in one channel, and some have an id twice."""
    ids = ("nophone" if n % every == 3 else "nosms" if n % every == 5 else "C" for n in range(count))
    records = people(f"{way}-{n}" for n, way in enumerate(ids))
    for record in records[::11]:
        del record["name"]
    return [*records, records[1], {"name": "nobody"}]


def test_a_file_that_is_sampled_whole_comes_out_exactly_as_it_was_said(tmp_path: Path) -> None:
    data = write_records(tmp_path / "people.jsonl", mixed(60))
    found = look_ahead(data)
    run(tmp_path / "out", [data], job(), workers=2)
    certificate = json.loads((tmp_path / "out/certificate.json").read_text())
    assert all(amount.exact for amount in found.totals.values())
    said = {name: amount.likely for name, amount in found.totals.items()}
    assert said == {name: count for name, count in counted(tmp_path / "out").items() if count or name[0] == "rows"}
    assert {("rows", kind): said["rows", kind] for kind in ("done", "quarantined", "skipped")} == {
        ("rows", kind): certificate["rows"][kind] for kind in ("done", "quarantined", "skipped")
    }
    assert sum(said["channels", channel, "bytes"] for channel in ("email", "sms")) == certificate["bytes"]
    held = {(it["row"], it["field"], it["code"]) for it in lines(tmp_path / "out/quarantine.jsonl")}
    assert {tuple(it): rows.likely for it, rows in found.reasons} == Counter((field, code) for _, field, code in held)


def counted(out: Path) -> dict[Name, float]:
    """What a finished run came to, under the names of a forecast."""
    found: Counter[Name] = Counter({("rows", kind): 0 for kind in ("done", "quarantined", "skipped")})
    certificate = json.loads((out / "certificate.json").read_text())
    for kind in ("done", "quarantined", "skipped"):
        found["rows", kind] = certificate["rows"][kind]
    for line in lines(out / "manifest.jsonl"):
        if line["outcome"] == "done":
            found["channels", line["channel"], "messages"] += 1
            for measure in {"bytes", "segments"} & line.keys():
                found["channels", line["channel"], measure] += line[measure]
    return dict(found)


def test_the_truth_is_within_the_ranges_that_a_sample_gives(tmp_path: Path) -> None:
    """Of the ranges over several files most hold the truth: 95 of 100 are promised."""
    hits: list[bool] = []
    for every in (4, 6, 9):
        data = write_records(tmp_path / f"people-{every}.jsonl", mixed(600, every))
        found = look_ahead(data, 60)
        run(tmp_path / f"out-{every}", [data], job(), workers=2)
        truth = counted(tmp_path / f"out-{every}")
        assert found.sampled == 60
        hits += [amount.least <= truth[name] <= amount.most for name, amount in found.totals.items()]
    assert sum(hits) >= len(hits) * 0.85


def test_what_validation_finds_is_told_exactly_however_small_the_sample(tmp_path: Path) -> None:
    records = people(f"C-{n}" for n in range(100))
    for record in records[::10]:
        record["name"] = ""
    found = look_ahead(write_records(tmp_path / "people.jsonl", [*records, records[5]]), 5)
    assert (found.rows, found.sound, found.sampled) == (101, 90, 5)
    reasons = {tuple(reason): (rows.likely, rows.exact) for reason, rows in found.reasons}
    assert reasons == {
        ("name", "data-empty"): (10, True),
        ("town", "data-empty"): (10, True),
        ("id", "id-repeated"): (1, True),
    }
    assert found.held.least == 11


def test_the_sample_is_the_same_each_time_and_from_all_over_the_file(tmp_path: Path) -> None:
    """Rows of one third only are held back while they are rendered; whoever took the first ones would not see them."""
    ids = ["C"] * 200 + ["nophone"] * 100
    data = write_records(tmp_path / "people.jsonl", people(f"{way}-{n}" for n, way in enumerate(ids)))
    first, second = look_ahead(data, 60), look_ahead(data, 60)
    assert first.totals == second.totals
    assert first.held.least <= 100 <= first.held.most
    assert 50 < first.held.likely < 150


def test_nothing_is_left_behind_and_no_message_is_ever_written(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = write_records(tmp_path / "people.jsonl", people(f"slow-{n}" for n in range(30)))
    before = sorted(tmp_path.rglob("*"))
    seen: list[str] = []

    @contextmanager
    def watching() -> Iterator[Progress]:
        yield lambda *_: seen.extend(path.name for path in temporary.rglob("*") if path.is_file())

    dry_run([data], job(), named, watching, workers=2)
    assert set(seen) == {"lane-0", "lane-1"}
    assert sorted(tmp_path.rglob("*")) == before


def test_the_result_of_a_query_is_gone_as_well(tmp_path: Path, temporary: Path) -> None:
    data = tmp_path / "people.csv"
    data.write_text("id,name\nC-2,Two\nC-1,One\n")
    found = look_ahead(data, sql="SELECT * FROM people")
    assert found.totals["rows", "done"].likely == 2
    assert list(temporary.iterdir()) == []


def test_rows_that_hang_or_crash_are_foreseen(tmp_path: Path) -> None:
    data = write_records(tmp_path / "people.jsonl", people(["C-1", "hang-1", "die-1", "C-2", "bug-1"]))
    found = look_ahead(data, options=Options(limits=Limits(seconds=1)))
    assert {reason.code: rows.likely for reason, rows in found.reasons} == {
        "document-too-slow": 1,
        "document-crashed": 1,
        "document-failed": 1,
    }
    assert found.totals["rows", "done"].likely == 2


def test_time_is_that_of_all_rows_in_so_many_processes(tmp_path: Path) -> None:
    """Each takes a fiftieth of a second at least, and two are at work at once."""
    data = write_records(tmp_path / "people.jsonl", people(f"slow-{n}" for n in range(5_000)))
    seconds = look_ahead(data, 40).seconds
    assert 50 <= seconds.least <= seconds.likely <= seconds.most


@pytest.mark.parametrize("records", [[], [{"id": "C-1"}], people(["C-1"])], ids=["none", "none is sound", "one"])
def test_next_to_nothing_is_no_fault(records: list[dict[str, str]], tmp_path: Path) -> None:
    found = look_ahead(write_records(tmp_path / "people.jsonl", records))
    assert found.rows == len(records)
    assert all(amount.exact for amount in found.totals.values())


def test_only_the_first_rows_are_looked_at_where_a_run_would_take_no_more(tmp_path: Path) -> None:
    data = write_records(tmp_path / "people.jsonl", people(f"C-{n}" for n in range(30)))
    assert look_ahead(data, options=Options(limit=10)).rows == 10


def test_a_job_that_cannot_be_opened_is_refused(tmp_path: Path, temporary: Path) -> None:
    data = write_records(tmp_path / "people.jsonl", people(["C-1"]))
    with pytest.raises(Refused) as refused:
        dry_run([data], job("tests.ccm.batch.openers:closed", template="letter"), named, silence, workers=1)
    assert [problem.code for problem in refused.value.problems] == ["input-gone"]
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_tidily(number: signal.Signals, tmp_path: Path, temporary: Path) -> None:
    data = write_records(tmp_path / "people.jsonl", people(f"slow-{n}" for n in range(2_000)))
    words = [sys.executable, "-m", "tests.ccm.batch.session", "dry", str(temporary), str(data), "0"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        while not (line := process.stdout.readline()).startswith("0 "):  # children begin
            assert line
        process.send_signal(number)
        assert process.wait() == 128 + number
    assert list(temporary.iterdir()) == []
