"""Nobody gets anything approved without as many different people as its steps ask for, none of them behind it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from approvals.decision import Decision
from approvals.four_eyes import Voter, vote
from approvals.refusal import NotAllowed
from approvals.review import Review, due, open_step, state, votes
from tests.approvals.histories import START, Attempt, attempts, played, review, reviews, step


def approval(of: Review, person: str, answered: str, behalf: str | None = None) -> Decision:
    return Decision(of.id, "approved", person, START, of.subject, answered, behalf)


ONE = review(step("compliance"), authors=frozenset({"anna", "bert"}))
TWO = review(step("compliance", quorum=2), step("legal"))

Case = tuple[Review, list[tuple[str, str | None]], Voter, str]

REFUSED: dict[str, Case] = {
    "its author": (ONE, [], Voter("bert", frozenset({"compliance"})), "own-work"),
    "its submitter": (ONE, [], Voter("anna", frozenset({"compliance"})), "own-work"),
    "no reviewer": (ONE, [], Voter("carl", frozenset()), "not-a-reviewer"),
    "a reviewer for another step": (ONE, [], Voter("carl", frozenset({"legal"})), "not-a-reviewer"),
    "a program": (ONE, [], Voter("carl", frozenset({"compliance"}), by_key=True), "key-never-decides"),
    "twice": (TWO, [("carl", None)], Voter("carl", frozenset({"compliance"})), "counts-once"),
    "twice, in two steps": (
        TWO,
        [("carl", None), ("dora", None)],
        Voter("carl", frozenset({"compliance", "legal"})),
        "counts-once",
    ),
    "whose right was used": (TWO, [("dora", "carl")], Voter("carl", frozenset({"compliance"})), "counts-once"),
    "with a right that was used": (
        TWO,
        [("carl", None)],
        Voter("dora", frozenset(), (("compliance", "carl"),)),
        "counts-once",
    ),
    "with an author's right": (ONE, [], Voter("dora", frozenset(), (("compliance", "bert"),)), "lender-wrote-it"),
    "with the submitter's right": (ONE, [], Voter("dora", frozenset(), (("compliance", "anna"),)), "lender-wrote-it"),
    "with a right lent to oneself": (ONE, [], Voter("dora", frozenset(), (("compliance", "dora"),)), "not-a-reviewer"),
    "too late": (ONE, [("carl", None)], Voter("dora", frozenset({"compliance"})), "review-over"),
}


@pytest.mark.parametrize("who", REFUSED)
def test_who_may_not_decide(who: str) -> None:
    of, before, voter, code = REFUSED[who]
    made: list[Decision] = []
    for person, behalf in before:
        answered = open_step(of, made)
        assert answered is not None
        made.append(approval(of, person, answered.id, behalf))
    with pytest.raises(NotAllowed) as refused:
        vote(of, made, voter, of.subject)
    assert refused.value.code == code


def test_a_decision_is_about_what_was_submitted() -> None:
    with pytest.raises(NotAllowed, match="review-differs"):
        vote(ONE, [], Voter("carl", frozenset({"compliance"})), TWO.subject)


def test_a_colleague_votes_with_a_lent_right() -> None:
    assert vote(ONE, [], Voter("dora", frozenset(), (("compliance", "carl"),)), ONE.subject) == ("compliance", "carl")


@given(reviews(), st.lists(attempts(), max_size=14))
def test_an_approved_review_was_seen_by_enough_other_people(of: Review, tried: list[Attempt]) -> None:
    made = played(of, tried)
    reached = state(of, made)
    event(reached)
    approvals = [decision for decision in made if decision.kind == "approved"]
    people = {person for decision in approvals for person in (decision.person, decision.behalf) if person}
    assert not people & {*of.authors, of.submitted_by}
    assert len({decision.person for decision in approvals}) == len(approvals)
    assert len({decision.voter for decision in approvals}) == len(approvals)
    if reached == "approved":
        assert len(approvals) == sum(each.quorum for each in of.steps)
        assert all(len(votes(each, made)) == each.quorum for each in of.steps)


@given(reviews(), st.lists(attempts(), max_size=14))
def test_what_is_over_stays_over(of: Review, tried: list[Attempt]) -> None:
    made = played(of, tried)
    for known in range(len(made)):
        assert state(of, made[:known]) == "in_review"


def test_a_deadline_begins_when_the_step_before_was_passed() -> None:
    of = review(step("compliance", days=3), step("legal", days=5))
    assert due(of, []) == START + timedelta(days=3)
    later = Decision(of.id, "approved", "carl", START + timedelta(days=2), of.subject, "compliance")
    assert due(of, [later]) == START + timedelta(days=7)
    assert due(review(step("legal")), []) is None
