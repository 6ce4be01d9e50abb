"""Ranges hold what they promise: the truth is in nearly all of them, and where nothing was left out they are points."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm.batch.interval import Range, known, student, total

WHOLE, SAMPLE, TIMES = 20_000, 200, 300

KINDS: dict[str, tuple[Callable[[random.Random], float], float | None]] = {
    "half of the rows": (lambda luck: luck.random() < 0.5, 1),
    "one row in twenty": (lambda luck: luck.random() < 0.05, 1),
    "one row in two hundred": (lambda luck: luck.random() < 0.005, 1),
    "hardly any row": (lambda luck: luck.random() < 0.0005, 1),
    "nearly every row": (lambda luck: luck.random() < 0.995, 1),
    "pages of letters": (lambda luck: luck.choices((1, 2, 3, 8), (70, 20, 8, 2))[0], None),
    "sizes of letters": (lambda luck: round(luck.gauss(45_000, 6_000)), None),
    "a long tail": (lambda luck: round(luck.lognormvariate(1, 0.8)), None),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_truth_is_in_ninety_three_of_a_hundred_ranges(kind: str) -> None:
    """95 are promised; what is left is the luck of so many tries, and tails that a sample rarely sees."""
    make, ceiling = KINDS[kind]
    luck = random.Random(kind)
    rows = [make(luck) for _ in range(WHOLE)]
    truth, hits = sum(rows), 0
    for _ in range(TIMES):
        found = total(luck.sample(rows, SAMPLE), WHOLE - SAMPLE, ceiling=ceiling)
        hits += found.least <= truth <= found.most
    assert hits >= TIMES * 0.93


@given(st.lists(st.integers(0, 50), max_size=40))
def test_what_was_seen_whole_is_exact(seen: list[int]) -> None:
    assert total(seen, 0) == known(sum(seen))
    assert total(seen, 0).exact


@given(st.lists(st.integers(0, 50), min_size=1, max_size=40), st.integers(1, 10**6))
def test_a_range_holds_what_is_likely_and_never_less_than_was_seen(seen: list[int], unseen: int) -> None:
    found = total(seen, unseen)
    assert sum(seen) <= found.least <= found.likely <= found.most
    assert not found.exact


@given(st.lists(st.booleans(), min_size=1, max_size=40), st.integers(1, 10**6))
def test_no_more_rows_are_told_than_there_are(seen: list[bool], unseen: int) -> None:
    found = total(seen, unseen, ceiling=1)
    assert found.most <= sum(seen) + unseen


@pytest.mark.parametrize(
    ("seen", "rough"),
    [([False] * 200, Range(0, 0, 15_000)), ([True] * 200, Range(1_000_000, 985_000, 1_000_000))],
    ids=["none", "all"],
)
def test_what_two_hundred_rows_all_agree_in_may_be_otherwise_in_a_million(seen: list[bool], rough: Range) -> None:
    found = total(seen, 1_000_000 - len(seen), ceiling=1)
    assert found.likely == rough.likely
    assert (found.least, found.most) == pytest.approx((rough.least, rough.most), abs=1_000)


@pytest.mark.parametrize(
    ("freedom", "table"),
    [(1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (10, 2.228), (30, 2.042), (199, 1.972), (100_000, 1.960)],
)
def test_students_t_is_that_of_the_tables(freedom: int, table: float) -> None:
    assert student(freedom) == pytest.approx(table, abs=0.003)


def test_nothing_seen_says_nothing() -> None:
    with pytest.raises(ValueError, match="nothing was seen"):
        total([], 1)
