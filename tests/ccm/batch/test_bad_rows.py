"""Too many bad rows stop a run before it is certified, whatever happens to it in between."""

from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm.batch.bad_rows import JUDGED_FROM, Threshold, threshold
from ccm.batch.folder import RunFolder
from ccm.batch.run import RunResult, resume, run
from ccm.batch.status import status
from ccm.batch.verify import verify
from content_blocks.problem import Problem, Refused
from tests.ccm.batch.samples import folder_hash, job, people, prepare, write_records

TWO_PERCENT = Threshold(Decimal(2), share=True)
NONE_AT_ALL = Threshold(Decimal(0), share=False)
ALL = Threshold(Decimal(100), share=True)


def some_bad(path: Path, count: int, bad: set[int]) -> Path:
    """So many records, of which some have no name."""
    records = people(f"C-{n}" for n in range(count))
    for number in bad:
        records[number]["name"] = ""
    return write_records(path, records)


def stopped(refused: pytest.ExceptionInfo[Refused]) -> Problem:
    """The one problem of a run that was stopped."""
    (problem,) = refused.value.problems
    assert problem.code == "rows-too-many-bad"
    return problem


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2%", Threshold(Decimal(2), share=True)),
        ("0.5 %", Threshold(Decimal("0.5"), share=True)),
        ("0,5%", Threshold(Decimal("0.5"), share=True)),
        ("100%", ALL),
        ("0", NONE_AT_ALL),
        ("250", Threshold(Decimal(250), share=False)),
        *((text, None) for text in ("", "%", "-1", "101%", "2.5", "two", "1e3", "２%", "2%%", "NaN")),
    ],
)
def test_a_threshold_is_a_share_or_a_number(text: str, meant: Threshold | None) -> None:
    assert threshold(text) == meant
    assert meant is None or threshold(str(meant)) == meant


def test_a_share_is_judged_when_there_are_enough_rows_and_at_the_end() -> None:
    assert not TWO_PERCENT.passed_early(150, JUDGED_FROM - 1)
    assert TWO_PERCENT.passed_early(5, JUDGED_FROM)
    assert not TWO_PERCENT.passed_early(4, JUDGED_FROM)
    assert TWO_PERCENT.passed(1, 10)
    assert NONE_AT_ALL.passed_early(1, 1)


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.decimals(0, 100, places=2))
def test_a_share_is_that_of_all_rows(good: int, bad: int, percent: Decimal) -> None:
    assert Threshold(percent, share=True).passed(bad, good + bad) == (bad * 100 > percent * (good + bad))


def test_a_run_stops_says_why_and_is_carried_on_with_a_higher_threshold(tmp_path: Path) -> None:
    data, out = some_bad(tmp_path / "people.jsonl", 3_000, set(range(0, 3_000, 10))), tmp_path / "out"
    with pytest.raises(Refused) as refused:
        run(out, [data], job(), workers=2, stop_at_bad=TWO_PERCENT)
    problem = stopped(refused)
    assert problem.params["threshold"] == "2%"
    assert problem.params["reasons"] == f"name data-empty ({problem.params['quarantined']}), town data-empty (" + (
        f"{problem.params['quarantined']})"
    )
    found = status(out)
    assert (found.state, found.problem) == ("stopped", problem)
    assert 0 < sum(found.rows.values()) <= 3_000
    assert not RunFolder(out).certificate.exists()

    kept = sum(found.rows.values())
    told: list[int] = []
    with pytest.raises(Refused) as refused:
        resume(out, prepare, workers=2, progress=lambda done, *_: told.append(done))
    assert stopped(refused).params["threshold"] == "2%"
    assert told == []

    result = resume(out, prepare, workers=2, stop_at_bad=ALL, progress=lambda done, *_: told.append(done))
    assert result == RunResult(done=2_700, quarantined=300, skipped=0)
    assert told[0] >= kept
    assert (verify(out), status(out).state) == ([], "finished")
    run(tmp_path / "whole", [data], job(), workers=2)
    assert folder_hash(out) == folder_hash(tmp_path / "whole")


def test_of_few_rows_the_share_is_judged_at_the_end(tmp_path: Path) -> None:
    data, out = some_bad(tmp_path / "people.jsonl", 50, {0, 1}), tmp_path / "out"
    with pytest.raises(Refused) as refused:
        run(out, [data], job(), workers=1, stop_at_bad=TWO_PERCENT)
    assert (stopped(refused).params["quarantined"], stopped(refused).params["rows"]) == (2, 50)
    assert stopped(refused).params["share"] == "4%"
    assert run(out, [data], job(), workers=1, stop_at_bad=Threshold(Decimal(4), share=True)).quarantined == 2


def test_what_was_said_first_holds_after_a_kill(tmp_path: Path) -> None:
    """Here a signal ends it; what was said is on the disk before there is a run that could be carried on."""
    data, out = some_bad(tmp_path / "people.jsonl", 50, {0, 1}), tmp_path / "out"

    def lose_power(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(out, [data], job(), workers=1, stop_at_bad=TWO_PERCENT, progress=lose_power)
    assert status(out).state == "unfinished"
    with pytest.raises(Refused) as refused:
        resume(out, prepare, workers=1)
    assert stopped(refused).params["threshold"] == "2%"
    RunFolder(out).stop_at_bad.write_text("{}")
    with pytest.raises(Refused) as refused:
        resume(out, prepare, workers=1)
    assert [problem.code for problem in refused.value.problems] == ["run-file-damaged"]


def test_a_new_run_knows_nothing_of_what_was_said_for_one_that_never_began(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path / "out")
    folder.state.mkdir(parents=True)
    folder.stop_at_bad.write_text('{"threshold": "0"}')
    data = some_bad(tmp_path / "people.jsonl", 3, {1})
    assert run(folder.path, [data], job(), workers=1).quarantined == 1


@pytest.mark.parametrize("seed", range(6))
def test_no_run_over_its_threshold_is_ever_certified(seed: int, tmp_path: Path) -> None:
    """Files of all kinds, thresholds of both, carried on until they end: certified means within the last threshold."""
    luck = random.Random(seed)
    count = luck.choice((10, 150, 450, 900))
    bad = set(luck.sample(range(count), round(count * luck.choice((0, 0.01, 0.03, 0.2)))))
    data, out = some_bad(tmp_path / "people.jsonl", count, bad), tmp_path / "out"
    asked = [Threshold(Decimal(it), share=share) for it, share in ((0, False), (1, True), (3, True), (20, False))]
    for said in [*asked, ALL]:
        found = outcome(out, data, said)
        if isinstance(found, RunResult):
            assert not said.passed(found.quarantined, found.rows)
            break
        assert found == ["rows-too-many-bad"]
        assert not RunFolder(out).certificate.exists()
        assert status(out).state == "stopped"
    assert verify(out) == []
    assert status(out).rows["quarantined"] == len(bad)


def outcome(out: Path, data: Path, said: Threshold) -> RunResult | list[str]:
    """How a run under a threshold went, or the codes that it was refused with."""
    try:
        return run(out, [data], job(), workers=2, stop_at_bad=said)
    except Refused as refused:
        return [problem.code for problem in refused.problems]
