"""`ccm batch run --dry-run` and `--stop-at-bad` as they are typed, over a template that ships."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from ccm.terminal import Exit
from tests.ccm.test_batch_commands import card, type_in, write

AHEAD = ("batch", "run", "card-blocked", "--on", "2026-11-02", "--data", "cards.jsonl", "--workers", "1")
RUN = (*AHEAD, "--out", "run", "--channel", "sms,push")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with four customers' records, one of them without a name."""
    monkeypatch.chdir(tmp_path)
    write("cards.jsonl", [card("K-1"), card("K-2", name=""), card("K-3"), card("K-4")])
    return tmp_path


def test_a_dry_run_tells_programs_what_the_run_then_comes_to(folder: Path) -> None:
    ahead = type_in(*AHEAD, "--channel", "all", "--dry-run", "--json")
    assert ahead.exit_code == Exit.QUARANTINED
    assert [path.name for path in folder.iterdir()] == ["cards.jsonl"]
    said = json.loads(ahead.stdout)
    type_in(*AHEAD, "--channel", "all", "--out", "run")
    certificate = json.loads(Path("run/certificate.json").read_text())
    assert said["rows"]["total"] == certificate["rows"]["total"] == 4
    assert (said["rows"]["valid"], said["rows"]["sampled"]) == (3, 3)
    for kind in ("done", "quarantined", "skipped"):
        assert said["rows"][kind] == exactly(certificate["rows"][kind])
    assert said["reasons"] == [{"field": "customer.name", "code": "value-required", "rows": exactly(1)}]
    for channel, found in measured().items():
        told = said["channels"][channel]
        assert {name: told[name] for name in found} == {name: exactly(count) for name, count in found.items()}
        if pages := found.get("pages"):
            assert told["sheets"]["simplex"] == exactly(pages)
            assert told["postage"]["duplex"] == {"C6/5 Standardbrief": exactly(3)}
    assert said["workers"] == 1
    assert 0 < said["seconds"]["least"] <= said["seconds"]["estimate"] <= said["seconds"]["most"]


def exactly(count: int) -> dict[str, int]:
    """A count in which there is no doubt."""
    return {"estimate": count, "least": count, "most": count}


def measured() -> dict[str, Counter[str]]:
    """Messages, bytes, pages and segments of the run, by channel."""
    found: dict[str, Counter[str]] = {}
    for text in Path("run/manifest.jsonl").read_text().splitlines():
        line: dict[str, Any] = json.loads(text)
        if line["outcome"] == "done":
            counts = found.setdefault(line["channel"], Counter())
            counts.update({name: line[name] for name in ("bytes", "pages", "segments") if name in line})
            counts["messages"] += 1
    return found


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "Rows 4 exact",
                "Done 3 exact",
                "Held back 1 exact",
                "sms: messages 3 exact",
                "Segments 6 exact",
                "push: messages 3 exact",
                "customer.name value-required 1 exact",
                "All 3 valid rows were rendered: every count is exact.",
                "The run will stop: more rows are bad than 2%.",
            ],
        ),
        (
            "de",
            [
                "Zeilen 4 genau",
                "Erledigt 3 genau",
                "Zurückgehalten 1 genau",
                "sms: Nachrichten 3 genau",
                "Segmente 6 genau",
                "push: Nachrichten 3 genau",
                "customer.name value-required 1 genau",
                "Alle 3 gültigen Zeilen wurden erzeugt: Jede Zahl ist genau.",
                "Der Lauf wird anhalten: Es sind mehr Zeilen fehlerhaft als 2%.",
            ],
        ),
    ],
)
def test_a_dry_run_is_a_table_in_two_languages(language: str, said: list[str]) -> None:
    words = [sys.executable, "-m", "ccm", *AHEAD, "--channel", "sms,push", "--dry-run", "--stop-at-bad", "2%"]
    settings = {**os.environ, "LANGUAGE": language, "COLUMNS": "120"}
    done = subprocess.run(words, env=settings, capture_output=True, encoding="utf-8", check=False)
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert [line for line in said if line not in lines] == []
    assert done.returncode == Exit.QUARANTINED


@pytest.mark.parametrize(("most", "stops"), [("0", "yes"), ("2", "perhaps"), ("100%", "no")])
def test_a_dry_run_says_whether_the_run_would_stop(most: str, stops: str) -> None:
    write("cards.jsonl", [card(f"K-{n}", name="" if n == 3 else "Ada") for n in range(40)])
    done = type_in(*AHEAD, "--channel", "sms", "--dry-run", "--sample", "5", "--stop-at-bad", most, "--json")
    assert json.loads(done.stdout)["stop_at_bad"] == {"most": most, "stops": stops}


def test_a_dry_run_of_sound_rows_leaves_with_nought() -> None:
    write("cards.jsonl", [card("K-1")])
    assert type_in(*AHEAD, "--channel", "sms", "--dry-run").exit_code == Exit.DONE


def test_only_a_dry_run_does_without_a_folder() -> None:
    done = type_in(*AHEAD)
    assert (done.exit_code, "--out" in done.stderr) == (Exit.USAGE, True)


def test_too_many_bad_rows_stop_a_run_until_more_are_allowed() -> None:
    done = type_in(*RUN, "--stop-at-bad", "2%", "--json")
    assert done.exit_code == Exit.FAILED
    (problem,) = json.loads(done.stdout)["problems"]
    assert problem["code"] == "rows-too-many-bad"
    assert "1 of 4 (25%), with 2% allowed. Most often: customer.name value-required (1)." in problem["message"]
    assert not Path("run/certificate.json").exists()

    told = type_in("batch", "status", "run")
    assert "stopped" in told.stdout
    assert problem["message"] in told.stderr
    assert json.loads(type_in("batch", "status", "run", "--json").stdout)["problem"] == problem

    assert type_in("batch", "resume", "run").exit_code == Exit.FAILED
    assert type_in("batch", "resume", "run", "--stop-at-bad", "25%").exit_code == Exit.QUARANTINED
    assert type_in("batch", "verify", "run").exit_code == Exit.DONE


@pytest.mark.parametrize("most", ["two", "2.5", "101%", "-1"])
def test_a_threshold_that_is_none_is_wrong_usage(most: str) -> None:
    done = type_in(*RUN, "--stop-at-bad", most)
    assert (done.exit_code, "0.5%" in done.stderr) == (Exit.USAGE, True)
