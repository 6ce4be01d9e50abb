"""`ccm batch` as it is typed, over a template that ships."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ccm.cli import ccm
from ccm.terminal import Exit
from templates_store.file_library import SHIPPED

RUN = ["batch", "run", "card-blocked", "--out", "run", "--channel", "sms,push", "--on", "2026-11-02", "--workers", "1"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two customers' records, the second one of them without a name."""
    monkeypatch.chdir(tmp_path)
    write("cards.jsonl", [card("K-1"), card("K-2", name="")])
    write("corrected.jsonl", [card("K-2")])
    return tmp_path


def card(number: str, **customer: str) -> dict[str, Any]:
    """A blocked card's record."""
    record: dict[str, Any] = json.loads((SHIPPED / "personas/card-blocked/wrong-pin.json").read_text("utf-8"))["record"]
    return {**record, "customer": {**record["customer"], "id": number, **customer}}


def write(name: str, records: list[dict[str, Any]]) -> None:
    Path(name).write_text("".join(json.dumps(record) + "\n" for record in records))


def type_in(*words: str) -> Result:
    return CliRunner().invoke(ccm, words)


def test_the_same_command_carries_an_unfinished_run_on() -> None:
    done = type_in(*RUN, "--data", "cards.jsonl")
    assert (done.exit_code, done.stdout.splitlines()[1:]) == (
        Exit.QUARANTINED,
        ["run/certificate.json", "run/quarantine.jsonl"],
    )
    certificate = Path("run/certificate.json")
    before = certificate.read_bytes()
    certificate.unlink()
    assert type_in(*RUN, "--data", "cards.jsonl").exit_code == Exit.QUARANTINED
    assert certificate.read_bytes() == before


def test_a_retry_says_where_its_own_certificate_is() -> None:
    type_in(*RUN, "--data", "cards.jsonl")
    done = type_in("batch", "retry", "run", "--data", "corrected.jsonl", "--workers", "1")
    assert (done.exit_code, done.stdout.splitlines()[1:]) == (Exit.DONE, ["run/supplement-1/certificate.json"])
    assert type_in("batch", "verify", "run").exit_code == Exit.DONE


def test_a_field_that_is_not_there_refuses_the_file() -> None:
    done = type_in(*RUN, "--data", "cards.jsonl", "--id", "customer.number")
    assert done.exit_code == Exit.FAILED
    assert "customer.id, " in done.stderr


def test_an_encoding_is_stated_by_any_of_its_names() -> None:
    Path("cards.csv").write_bytes("customer.id;customer.name\nK-1;Jiří\n".encode("cp1250"))
    assert "--encoding" in type_in(*RUN, "--data", "cards.csv").stderr
    done = type_in(*RUN, "--data", "cards.csv", "--encoding", "Windows-1250")
    assert done.exit_code == Exit.QUARANTINED
    assert json.loads(Path("run/run.json").read_text())["input"]["encoding"] == "cp1250"
    assert type_in(*RUN, "--data", "cards.csv", "--encoding", "klingon").exit_code == Exit.USAGE


def test_a_run_tells_programs_how_it_went() -> None:
    done = type_in(*RUN, "--data", "cards.jsonl", "--json")
    counts = {"rows": 2, "done": 1, "quarantined": 1, "skipped": 0}
    files = {"certificate": "run/certificate.json", "quarantine": "run/quarantine.jsonl"}
    assert (done.exit_code, json.loads(done.stdout)) == (Exit.QUARANTINED, {**counts, **files})
    retried = json.loads(type_in("batch", "retry", "run", "--data", "corrected.jsonl", "--json").stdout)
    assert retried["certificate"] == "run/supplement-1/certificate.json"
    assert "quarantine" not in retried


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ([], "The data has no records: there was nothing to do."),
        ([card("K-1")], "1 row: 1 done, 0 quarantined, 0 skipped."),
        ([card("K-1"), card("K-2")], "2 rows: 2 done, 0 quarantined, 0 skipped."),
    ],
)
def test_a_run_counts_in_a_sentence(records: list[dict[str, Any]], said: str) -> None:
    write("cards.jsonl", records)
    done = type_in(*RUN, "--data", "cards.jsonl")
    assert (done.exit_code, done.stdout.splitlines()[0]) == (Exit.DONE, said)


def test_a_bundled_run_is_carried_on_bundled_and_gives_its_messages_back(tmp_path: Path) -> None:
    type_in(*RUN, "--data", "cards.jsonl")
    bundled = [*RUN[:4], "bundled", *RUN[5:], "--data", "cards.jsonl"]
    assert type_in(*bundled, "--bundle").exit_code == Exit.QUARANTINED
    assert sorted(path.name for path in tmp_path.glob("bundled/*/0*")) == ["000000001.tar", "000000001.tar"]
    Path("bundled/certificate.json").unlink()
    refused = type_in(*bundled)
    assert (refused.exit_code, "options.bundle" in refused.stderr) == (Exit.FAILED, True)
    assert type_in("batch", "resume", "bundled").exit_code == Exit.QUARANTINED
    for channel in ("sms", "push"):
        taken = type_in("batch", "take-out", "bundled", "--id", "K-1", "--channel", channel)
        assert taken.stdout_bytes == Path(f"run/{channel}/K-1.json").read_bytes()
    done = type_in("batch", "take-out", "run", "--id", "K-1", "--channel", "sms", "--out", "taken.json")
    assert (done.stdout, Path("taken.json").read_bytes()) == ("taken.json\n", Path("run/sms/K-1.json").read_bytes())
    assert type_in("batch", "take-out", "run", "--id", "K-2").exit_code == Exit.FAILED
    assert type_in("batch", "verify", "bundled").exit_code == Exit.DONE
