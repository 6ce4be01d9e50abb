"""Time counts for one stage only: the innermost one that runs."""

from __future__ import annotations

import itertools
import time

import pytest

from benchmarks.stopwatch import REST, Stopwatch


@pytest.fixture
def ticking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that is one second further each time somebody looks at it."""
    seconds = itertools.count()
    monkeypatch.setattr(time, "process_time", lambda: float(next(seconds)))


@pytest.mark.usefixtures("ticking")
def test_an_inner_stage_takes_its_time_away_from_the_outer_one() -> None:
    watch = Stopwatch()
    inner = watch.stage("inner", lambda: None)
    outer = watch.stage("outer", inner)
    outer()
    assert watch.lap() == {REST: 2.0, "outer": 2.0, "inner": 1.0}
    assert watch.lap() == {REST: 1.0}


@pytest.mark.usefixtures("ticking")
def test_a_stage_that_fails_ends_as_well() -> None:
    watch = Stopwatch()
    with pytest.raises(ZeroDivisionError):
        watch.stage("division", lambda: 1 / 0)()
    assert watch.lap() == {REST: 2.0, "division": 1.0}
