"""Every row of the input is in exactly one outcome, and whoever makes it otherwise is found.

Who forges here owns the folder and seals anew what they changed: manifest, certificate and seal agree with each other,
so that only the input tells, or that a row cannot be what it is said to be.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ccm.batch.retry import retry
from ccm.batch.run import run
from ccm.batch.snapshot import Options
from ccm.batch.verify import verify
from content_blocks.problem import Problem
from tests.ccm.batch.forging import Rows, rewrite
from tests.ccm.batch.samples import job, people, prepare, write_records

IDS = ["C-1", "C-2", "nosms-1", "nophone-1", "C-5", "C-1"]
"""Two mails and messages, a mail, two rows that are held back for what they are, the last for an id that was there."""


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with data and a finished run: four rows done, two held back."""
    folder = tmp_path_factory.mktemp("complete")
    run(folder / "out", [write_records(folder / "people.jsonl", people(IDS))], job(), workers=1)
    return folder


@pytest.fixture
def out(finished: Path, tmp_path: Path) -> Path:
    """A copy of the run; its input stays where it was."""
    return Path(shutil.copytree(finished / "out", tmp_path / "out"))


def with_outcome(rows: Rows, number: int, outcome: str) -> Rows:
    return [[{**line, "outcome": outcome} for line in row] if n == number else row for n, row in enumerate(rows)]


def with_id(rows: Rows, number: int, record: str) -> Rows:
    return [[{**line, "id": record} for line in row] if n == number else row for n, row in enumerate(rows)]


NOBODY = [{"row": 0, "id": "C-99", "channel": None, "outcome": "skipped"}]

FORGERIES: dict[str, tuple[Callable[[Rows], Rows], set[str]]] = {
    "a row left out": (lambda rows: [*rows[:1], *rows[2:]], {"row-of-another", "rows-uneven"}),
    "the last row left out": (lambda rows: rows[:-1], {"rows-uneven"}),
    "a row put in": (lambda rows: [*rows, NOBODY], {"rows-uneven"}),
    "a row put in instead": (lambda rows: [*rows[:2], NOBODY, *rows[3:]], {"row-of-another"}),
    "a row twice": (lambda rows: [*rows, rows[1]], {"row-sent-twice", "rows-uneven"}),
    "a row twice, another left out": (lambda rows: [rows[0], rows[0], *rows[2:]], {"row-sent-twice", "row-of-another"}),
    "two rows exchanged": (lambda rows: [rows[1], rows[0], *rows[2:]], {"row-of-another"}),
    "another id": (lambda rows: with_id(rows, 4, "C-55"), {"row-of-another"}),
    "an id in half a row": (
        lambda rows: [[rows[0][0], {**rows[0][1], "id": "C-55"}], *rows[1:]],
        {"row-twofold"},
    ),
    "a line twice": (lambda rows: [[rows[0][0], *rows[0]], *rows[1:]], {"row-channel-twice"}),
    "half a row held back": (
        lambda rows: [[rows[0][0], {**rows[0][1], "outcome": "quarantined"}], *rows[1:]],
        {"row-twofold"},
    ),
    "a repeated id let through": (
        lambda rows: with_outcome(rows, 5, "skipped"),
        {"row-sent-twice", "row-of-another"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("forgery", FORGERIES)
def test_rows_left_out_or_twice_are_found(forgery: str, out: Path) -> None:
    assert verify(out) == []
    change, expected = FORGERIES[forgery]
    rewrite(out, change)
    found = {problem.code for problem in verify(out)}
    assert expected <= found
    assert not any(code in ("certificate-differs", "seal-differs") for code in found), "all of it agrees with itself"


def test_what_is_found_says_which_row(out: Path) -> None:
    rewrite(out, lambda rows: [rows[1], rows[0], *rows[2:]])
    found = [(problem.where, problem.code, dict(problem.params)) for problem in verify(out)]
    assert found == [("manifest.jsonl", "row-of-another", {"row": row}) for row in (1, 2)]


def test_without_the_input_it_says_that_rows_were_not_compared(finished: Path, tmp_path: Path) -> None:
    data = write_records(tmp_path / "people.jsonl", people(IDS))
    run(tmp_path / "out", [data], job(), workers=1)
    for change in (data.unlink, lambda: write_records(data, people(["other"]))):
        change()
        untold: list[Problem] = []
        assert verify(tmp_path / "out", untold.append) == []
        assert [(it.code, dict(it.params)) for it in untold] == [("rows-uncompared", {"file": "people.jsonl"})]
    rewrite(tmp_path / "out", lambda rows: [*rows, rows[1]])
    assert {problem.code for problem in verify(tmp_path / "out")} == {"row-sent-twice"}, "twice is twice all the same"


def test_a_run_of_the_first_rows_accounts_for_those(finished: Path, tmp_path: Path) -> None:
    run(tmp_path / "out", [finished / "people.jsonl"], job(), options=Options(limit=3), workers=1)
    untold: list[Problem] = []
    assert (verify(tmp_path / "out", untold.append), untold) == ([], [])
    rewrite(tmp_path / "out", lambda rows: rows[:2])
    assert [dict(problem.params) for problem in verify(tmp_path / "out") if problem.code == "rows-uneven"] == [
        {"found": 2, "expected": 3}
    ]


# Supplements


@pytest.fixture
def corrected(out: Path, tmp_path: Path) -> Path:
    """The run with a supplement, in which the row that had no id of its own came back under a new one."""
    retry(out, [write_records(tmp_path / "corrected.jsonl", people(["C-6"]))], prepare, workers=1)
    assert verify(out) == []
    return out


def test_nobody_is_sent_a_message_by_a_run_and_by_its_supplement(corrected: Path) -> None:
    rewrite(corrected / "supplement-1", lambda rows: with_id(rows, 0, "C-2"))
    found = [(problem.where, problem.code) for problem in verify(corrected)]
    assert ("supplement-1 manifest.jsonl", "row-sent-twice") in found
    assert ("supplement-1 manifest.jsonl", "row-of-another") in found


def test_a_supplement_accounts_for_its_own_rows(corrected: Path) -> None:
    rewrite(corrected / "supplement-1", lambda rows: [*rows, NOBODY])
    assert [problem.code for problem in verify(corrected)] == ["rows-uneven"]


def test_a_supplement_of_another_run_is_found(corrected: Path, finished: Path, tmp_path: Path) -> None:
    run(tmp_path / "other", [finished / "people.jsonl"], job(greeting="Dear"), workers=1)
    shutil.copytree(corrected / "supplement-1", tmp_path / "other" / "supplement-1")
    found = [(problem.where, problem.code) for problem in verify(tmp_path / "other")]
    assert found == [("supplement-1 run.json", "supplement-elsewhere")]


def test_a_supplement_that_is_damaged_hides_nothing_of_the_others(corrected: Path) -> None:
    (corrected / "supplement-1" / "run.json").write_text("{")
    (corrected / "email" / "C-1.eml").unlink()
    found = {(problem.where, problem.code) for problem in verify(corrected)}
    assert found == {("email/C-1.eml", "file-missing"), ("supplement-1 run.json", "run-file-damaged")}
