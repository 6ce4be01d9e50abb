"""Who guesses is slowed down more and more, and nobody is locked out for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm.signing_in.throttle import LONGEST, MEMORY, wait

NOW = datetime(2026, 11, 2, 8, 15, tzinfo=UTC)
attempts = st.lists(st.integers(-2 * 86_400, 3_600).map(lambda second: NOW + timedelta(seconds=second)), max_size=40)


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, None), (1, None), (4, None), (5, 1), (6, 2), (7, 4), (10, 32), (14, 512), (15, 900), (50, 900), (5000, 900)],
)
def test_each_failure_doubles_the_wait(failures: int, seconds: int | None) -> None:
    expected = None if seconds is None else timedelta(seconds=seconds)
    assert wait([NOW] * failures, NOW) == expected


def test_the_wait_runs_out_by_itself() -> None:
    failures = [NOW - timedelta(minutes=minute) for minute in range(8)]
    assert wait(failures, NOW) == timedelta(seconds=8)
    assert wait(failures, NOW + timedelta(seconds=7)) == timedelta(seconds=1)
    assert wait(failures, NOW + timedelta(seconds=8)) is None


def test_an_address_of_many_may_fail_more_often() -> None:
    assert wait([NOW] * 19, NOW, first=20) is None
    assert wait([NOW] * 20, NOW, first=20) == timedelta(seconds=1)


def test_yesterday_is_forgotten() -> None:
    assert wait([NOW - MEMORY] * 30 + [NOW] * 4, NOW) is None


@given(attempts)
def test_nobody_waits_longer_than_the_longest_wait(failures: list[datetime]) -> None:
    left = wait(failures, NOW)
    assert left is None or timedelta() < left <= LONGEST


@given(attempts)
def test_after_the_longest_wait_everybody_may_try_again(failures: list[datetime]) -> None:
    assert wait(failures, max([NOW, *failures]) + LONGEST) is None


@given(attempts, st.integers(-86_400, 0))
def test_another_failure_never_shortens_the_wait(failures: list[datetime], second: int) -> None:
    before = wait(failures, NOW) or timedelta()
    after = wait([*failures, NOW + timedelta(seconds=second)], NOW) or timedelta()
    assert before <= after


@given(attempts, st.randoms())
def test_the_order_of_the_failures_does_not_matter(failures: list[datetime], random: object) -> None:
    assert wait(failures, NOW) == wait(sorted(failures, reverse=True), NOW)


def test_a_day_of_guessing_is_a_hundred_guesses() -> None:
    """Somebody who tries again in the very moment it is allowed, for a whole day."""
    tried: list[datetime] = []
    instant = NOW
    while instant < NOW + timedelta(days=1):
        tried.append(instant)
        instant += wait(tried, instant) or timedelta()
    assert 100 <= len(tried) <= 115
