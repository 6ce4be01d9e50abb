"""`ccm batch run --metrics FILE`: the numbers of a run for the node exporter of its machine."""

from __future__ import annotations

import json
from pathlib import Path
from time import time
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ccm.cli import ccm
from ccm.telemetry.metrics import METRICS
from ccm.telemetry.textfile import WRITE_SECONDS, Progress, RunFile, metrics_in
from ccm.terminal import Exit
from templates_store.file_library import SHIPPED
from tests.ccm.telemetry.numbers import labels_of, number, numbers_in, numbers_of

RUN = ["batch", "run", "card-blocked", "--out", "run", "--channel", "sms,push", "--on", "2026-11-02", "--workers", "1"]
FILE = "statements.prom"
CARD = {"template": "card-blocked"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three customers' records, the second one of them without a name."""
    monkeypatch.chdir(tmp_path)
    write("cards.jsonl", [card("K-1"), card("K-2", name=""), card("K-3")])
    return tmp_path


def card(number: str, **customer: str) -> dict[str, Any]:
    """A blocked card's record."""
    record: dict[str, Any] = json.loads((SHIPPED / "personas/card-blocked/wrong-pin.json").read_text("utf-8"))["record"]
    return {**record, "customer": {**record["customer"], "id": number, **customer}}


def write(name: str, records: list[dict[str, Any]]) -> None:
    Path(name).write_text("".join(json.dumps(record) + "\n" for record in records))


def type_in(*words: str) -> Result:
    return CliRunner().invoke(ccm, words)


def test_a_run_leaves_its_numbers(folder: Path) -> None:
    before = numbers_of(METRICS)
    done = type_in(*RUN, "--data", "cards.jsonl", "--metrics", FILE)
    assert done.exit_code == Exit.QUARANTINED, done.output
    found = numbers_in(Path(FILE).read_text())

    def more(name: str, **labels: str) -> float:
        return number(found, name, **CARD, **labels) - number(before, name, **labels)

    assert more("ccm_batch_rows_total", outcome="done") == 2
    assert more("ccm_batch_rows_total", outcome="quarantined") == 1
    assert more("ccm_render_seconds_count", channel="sms", engine="text", outcome="done") == 2
    assert more("ccm_check_seconds_count", channel="push", outcome="done") == 2
    assert number(found, "ccm_batch_running", **CARD) == 0
    assert number(found, "ccm_batch_run_rows", **CARD) == 3
    assert 0 <= time() - number(found, "ccm_batch_completed_timestamp_seconds", **CARD) < 600
    assert all(("template", "card-blocked") in labels for _, labels in found), "two files tell no series twice"
    assert not any(name.startswith(("process_", "ccm_http", "ccm_webhooks")) for name, _ in found)
    assert not any("K-1" in value for value in labels_of(found))
    assert list(folder.glob(f"{FILE}*")) == [folder / FILE], "nothing half written is left behind"


def test_a_place_that_cannot_be_written_to_is_told_before_the_first_row() -> None:
    done = type_in(*RUN, "--data", "cards.jsonl", "--metrics", "nowhere/statements.prom")
    assert done.exit_code == Exit.FAILED
    assert not Path("run/manifest.jsonl").exists()
    assert not Path("run/run.json").exists()


def test_a_run_that_is_carried_on_keeps_what_it_had() -> None:
    type_in(*RUN, "--data", "cards.jsonl", "--metrics", FILE)
    Path("run/certificate.json").unlink()
    assert type_in("batch", "resume", "run", "--workers", "1", "--metrics", FILE).exit_code == Exit.QUARANTINED
    found = numbers_in(Path(FILE).read_text())
    assert number(found, "ccm_batch_run_rows", **CARD) == 3


def test_a_run_that_fails_is_not_completed(folder: Path) -> None:
    def stop(told: Progress) -> None:
        told(10, 20, 1)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), metrics_in(folder / FILE, "letter", lambda *_: None) as told:
        stop(told)
    found = numbers_in((folder / FILE).read_text())
    letter = {"template": "letter"}
    assert number(found, "ccm_batch_running", **letter) == 0
    assert number(found, "ccm_batch_completed_timestamp_seconds", **letter) == 0
    assert number(found, "ccm_batch_run_rows", **letter) == 10
    assert number(found, "ccm_batch_run_rows_expected", **letter) == 20


def test_the_file_is_written_while_the_run_goes_on(folder: Path) -> None:
    """As it is passed on, and with the pace since it was last written."""
    now, shown = 0.0, []
    file = RunFile(folder / FILE, "letter", lambda *told: shown.append(told), lambda: now)
    paces = []
    for seconds, rows in ((0.0, 0), (1.0, 50), (WRITE_SECONDS, 100), (2 * WRITE_SECONDS, 400)):
        now = seconds
        file(rows, None, 0)
        found = numbers_in((folder / FILE).read_text())
        paces.append(
            tuple(number(found, f"ccm_batch_{it}", template="letter") for it in ("run_rows", "rows_per_second"))
        )
    assert paces == [(0, 0), (0, 0), (100, 20), (400, 60)]
    assert shown == [(0, None, 0), (50, None, 0), (100, None, 0), (400, None, 0)]


def test_without_a_file_nothing_is_written(folder: Path) -> None:
    before = set(folder.iterdir())
    with metrics_in(None, "letter", print) as told:
        assert told is print
    assert set(folder.iterdir()) == before
