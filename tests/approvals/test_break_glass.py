"""In an emergency one bundle goes out before its approval: for a while, with a reason, and never past a rejection."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from approvals.break_glass import BreakGlass, open_at, open_for, refuse_glass, review_of_glass
from approvals.decision import Decision
from approvals.four_eyes import Voter, vote
from approvals.refusal import NotAllowed
from approvals.review import State, state
from tests.approvals.histories import START, step

HOUR = timedelta(hours=1)
BUNDLE = "ab" * 32
GLASS = BreakGlass("g", "r", BUNDLE, "anna", START, START + 24 * HOUR, "The printed limit is wrong since this morning")

REFUSED: dict[str, tuple[BreakGlass, dict[str, Any], str]] = {
    "by a program": (GLASS, {"may": True, "by_key": True}, "key-never-breaks-glass"),
    "without the right": (GLASS, {}, "glass-not-yours"),
    "without a reason": (replace(GLASS, reason=""), {"may": True}, "glass-without-reason"),
    "with blanks and signs for a reason": (
        replace(GLASS, reason="asap  !!!!!! 12345678"),
        {"may": True},
        "glass-without-reason",
    ),
    "for a minute more than three days": (
        replace(GLASS, until=START + timedelta(hours=72, minutes=1)),
        {"may": True},
        "glass-too-long",
    ),
    "for no time": (replace(GLASS, until=START), {"may": True}, "glass-without-time"),
    "backwards": (replace(GLASS, until=START - HOUR), {"may": True}, "glass-without-time"),
    "once more": (
        replace(GLASS, id="h", opened_by="bert"),
        {"may": True, "earlier": [GLASS]},
        "glass-broken-before",
    ),
}


@pytest.mark.parametrize("how", REFUSED)
def test_how_no_glass_is_broken(how: str) -> None:
    glass, given_, code = REFUSED[how]
    with pytest.raises(NotAllowed) as refused:
        refuse_glass(glass, **given_)
    assert refused.value.code == code


def test_a_glass_is_broken_for_three_days_and_beside_those_over_other_bundles() -> None:
    glass = replace(GLASS, until=START + timedelta(hours=72), reason="zehn Bücher")
    refuse_glass(glass, [replace(GLASS, bundle="cd" * 32)], may=True)


OPEN: dict[str, tuple[State, datetime, bool]] = {
    "a moment before": ("in_review", START - timedelta(microseconds=1), False),
    "at once": ("in_review", START, True),
    "a moment before the end": ("in_review", START + 24 * HOUR - timedelta(microseconds=1), True),
    "at the end": ("in_review", START + 24 * HOUR, False),
    "when its review was approved": ("approved", START + HOUR, True),
    "when its review was rejected": ("rejected", START + HOUR, False),
    "when its review was withdrawn": ("withdrawn", START + HOUR, False),
}


@pytest.mark.parametrize("when", OPEN)
def test_when_a_glass_is_open(when: str) -> None:
    review_state, at, expected = OPEN[when]
    assert open_at(GLASS, review_state, at) is expected
    assert (open_for(BUNDLE, [(GLASS, review_state)], at) == GLASS) is expected


def test_it_opens_exactly_one_bundle() -> None:
    assert open_for("cd" * 32, [(GLASS, "in_review")], START) is None


REVIEW = review_of_glass(GLASS, ["bert"], "rule", (step("legal"),), (("bundle letter", BUNDLE),))


def test_whoever_broke_the_glass_does_not_approve_it_not_even_by_a_colleague() -> None:
    assert REVIEW.authors == {"anna", "bert"}
    with pytest.raises(NotAllowed, match="own-work"):
        vote(REVIEW, [], Voter("anna", frozenset({"legal"})), REVIEW.subject)
    with pytest.raises(NotAllowed, match="lender-wrote-it"):
        vote(REVIEW, [], Voter("carl", frozenset(), (("legal", "anna"),)), REVIEW.subject)
    assert vote(REVIEW, [], Voter("carl", frozenset({"legal"})), REVIEW.subject) == ("legal", None)


def test_it_closes_when_its_review_is_rejected() -> None:
    rejected = Decision("r", "rejected", "carl", START + HOUR, REVIEW.subject, "legal", reason="wrong")
    assert open_for(BUNDLE, [(GLASS, state(REVIEW, []))], START + HOUR) == GLASS
    assert open_for(BUNDLE, [(GLASS, state(REVIEW, [rejected]))], START + HOUR) is None


def test_its_review_is_about_its_bundle() -> None:
    with pytest.raises(ValueError, match="bundle"):
        review_of_glass(GLASS, [], "rule", (step("legal"),), (("bundle letter", "cd" * 32),))


@given(st.text(max_size=30), st.integers(-10, 100), st.booleans(), st.booleans(), st.integers(-10, 110), st.booleans())
def test_none_that_may_be_broken_is_open_for_longer_than_three_days(
    reason: str, hours: int, may: bool, by_key: bool, later: int, before: bool
) -> None:
    glass = replace(GLASS, reason=reason, until=START + hours * HOUR)
    try:
        refuse_glass(glass, [GLASS] if before else [], may=may, by_key=by_key)
    except NotAllowed:
        return
    assert may
    assert not by_key
    assert not before
    assert len(reason) >= 10
    assert not open_at(glass, "in_review", START + later * HOUR) or 0 <= later < 72
