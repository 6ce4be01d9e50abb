"""Which version is in force: histories in a table, and properties that hold for every history."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates_store.choose import LONG_AGO, Listed, choose


def day(number: int) -> date:
    """A day of January 2026."""
    return date(2026, 1, number)


def instant(number: int, hour: int = 12) -> datetime:
    return datetime(2026, 1, number, hour, tzinfo=UTC)


def version(
    name: str,
    start: int | None = None,
    until: int | None = None,
    decided: datetime = LONG_AGO,
    retired: datetime | None = None,
) -> Listed:
    first, last = (None if number is None else day(number) for number in (start, until))
    return Listed("template", "letter", name, first, last, decided, retired)


TWO = [version("1.0", 1), version("1.1", 10)]
ENDING = [version("1.0", 1), version("1.1", 10, until=20)]
GAP = [version("1.0", 1, until=5), version("1.1", 10)]
CORRECTED = [version("1.0", 1, decided=instant(1)), version("1.1", 1, decided=instant(5))]
LATE = [version("1.0", 1, decided=instant(1)), version("1.1", 3, decided=instant(8))]
RETIRED = [version("1.0", 1), version("1.1", 10, retired=instant(15))]
POSTPONED = [version("1.0", 1), version("1.1", 20, decided=instant(2))]

HISTORIES = {
    "nothing at all": ([], 5, None, None),
    "not yet": (TWO, 1, None, "1.0"),
    "before the first": ([version("1.0", 5)], 4, None, None),
    "on its first day": (TWO, 10, None, "1.1"),
    "the day before": (TWO, 9, None, "1.0"),
    "for ever after": (TWO, 31, None, "1.1"),
    "always": ([version("1.0")], 1, None, "1.0"),
    "dated before undated": ([version("2.0"), version("1.0", 1)], 5, None, "1.0"),
    "on its last day": (ENDING, 20, None, "1.1"),
    "after its last day the one before does not come back": (ENDING, 21, None, None),
    "in a gap": (GAP, 7, None, None),
    "after a gap": (GAP, 10, None, "1.1"),
    "a tie: the later decision": (CORRECTED, 9, None, "1.1"),
    "a tie, before the later decision was known": (CORRECTED, 9, instant(4), "1.0"),
    "a tie, at that very instant": (CORRECTED, 9, instant(5), "1.1"),
    "decided after it began": (LATE, 5, None, "1.1"),
    "decided after it began, as it was known then": (LATE, 5, instant(5), "1.0"),
    "known before anything was decided": (CORRECTED, 9, instant(1, 11), None),
    "the same decision: the higher version": ([version("1.9", 1), version("1.10", 1)], 5, None, "1.10"),
    "retired: the one before is in force again": (RETIRED, 16, None, "1.0"),
    "retired, also for days before": (RETIRED, 12, None, "1.0"),
    "before it was known to be retired": (RETIRED, 16, instant(14), "1.1"),
    "postponed": (POSTPONED, 19, None, "1.0"),
    "all retired": ([version("1.0", 1, retired=instant(2))], 5, None, None),
}


@pytest.mark.parametrize(("versions", "on", "known_at", "expected"), HISTORIES.values(), ids=HISTORIES)
def test_histories(versions: list[Listed], on: int, known_at: datetime | None, expected: str | None) -> None:
    found = choose(versions, day(on), known_at)
    assert (found.version if found else None) == expected
    assert choose(reversed(versions), day(on), known_at) == found


DAYS = st.integers(1, 28)
MAYBE_DAYS = st.none() | DAYS
INSTANTS = DAYS.map(instant)


@st.composite
def histories(draw: st.DrawFn) -> list[Listed]:
    return [
        version(f"1.{number}", draw(MAYBE_DAYS), draw(MAYBE_DAYS), draw(INSTANTS), draw(st.none() | INSTANTS))
        for number in range(draw(st.integers(0, 6)))
    ]


@given(histories(), DAYS, st.none() | INSTANTS)
def test_what_is_chosen_is_known_begun_not_retired_and_not_over(
    versions: list[Listed], on: int, known_at: datetime | None
) -> None:
    found = choose(versions, day(on), known_at)
    if found:
        assert found.covers(day(on))
        assert known_at is None or found.decided <= known_at
        assert found.retired is None or (known_at is not None and found.retired > known_at)
    later = [each for each in versions if found and each.order > found.order and _is_candidate(each, on, known_at)]
    assert later == []


def _is_candidate(each: Listed, on: int, known_at: datetime | None) -> bool:
    begun = each.start is None or each.start <= day(on)
    if known_at is None:
        return begun and each.retired is None
    return begun and each.decided <= known_at and (each.retired is None or each.retired > known_at)


@given(histories(), DAYS, INSTANTS)
def test_what_was_known_then_does_not_depend_on_what_came_later(
    versions: list[Listed], on: int, known_at: datetime
) -> None:
    known = [each for each in versions if each.decided <= known_at]
    forgotten = [
        Listed(each.kind, each.name, each.version, each.start, each.until, each.decided)
        if each.retired and each.retired > known_at
        else each
        for each in known
    ]
    found, then = choose(versions, day(on), known_at), choose(forgotten, day(on), known_at)
    assert (found and found.version) == (then and then.version)


@given(histories(), st.permutations(range(6)), DAYS)
def test_the_order_of_the_listing_decides_nothing(versions: list[Listed], order: list[int], on: int) -> None:
    shuffled = [versions[number] for number in order if number < len(versions)]
    assert choose(shuffled, day(on)) == choose(versions, day(on))


@given(histories(), DAYS)
def test_between_changes_nothing_changes(versions: list[Listed], on: int) -> None:
    following = day(on) + timedelta(days=1)
    moved = [each for each in versions if each.start == following or each.until == day(on)]
    if not moved:
        assert choose(versions, day(on)) == choose(versions, following)
