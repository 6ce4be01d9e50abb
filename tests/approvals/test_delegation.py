"""A lent right counts once, for as long as it is lent and its lender has it, and for nobody behind the work."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import event, given, settings

from approvals.decision import Decision
from approvals.delegation import Delegation, lend, lent_to, take_back
from approvals.four_eyes import Voter, vote
from approvals.refusal import NotAllowed
from approvals.review import Review, state, votes
from tests.approvals.histories import START, review, step
from tests.approvals.stories import Happening, Role, Story, stories
from tests.scale import scaled

DAY = timedelta(days=1)
HOLIDAY = Delegation("d", "legal", "carl", "dora", START, START + 14 * DAY)
LEGAL = frozenset({"legal"})
NONE: frozenset[str] = frozenset()
HELD = {"carl": LEGAL, "dora": NONE}

NOT_LENT: dict[str, tuple[Delegation, frozenset[str], bool, str]] = {
    "by who does not have it": (HOLIDAY, frozenset({"compliance"}), False, "not-yours-to-lend"),
    "on, by who was lent it": (replace(HOLIDAY, lender="dora", to="emma"), HELD["dora"], False, "not-yours-to-lend"),
    "to oneself": (replace(HOLIDAY, to="carl"), LEGAL, False, "lends-to-oneself"),
    "by a program": (HOLIDAY, LEGAL, True, "key-never-lends"),
    "for no time": (replace(HOLIDAY, until=START), LEGAL, False, "delegation-over"),
    "for a time that is over": (
        replace(HOLIDAY, start=START - 2 * DAY, until=START - DAY),
        LEGAL,
        False,
        "delegation-over",
    ),
}


@pytest.mark.parametrize("how", NOT_LENT)
def test_how_no_right_is_lent(how: str) -> None:
    asked, own, by_key, code = NOT_LENT[how]
    with pytest.raises(NotAllowed) as refused:
        lend(asked, own, START, by_key=by_key)
    assert refused.value.code == code


def test_a_delegation_never_reaches_back() -> None:
    assert lend(replace(HOLIDAY, start=START - DAY), LEGAL, START).start == START
    assert lend(replace(HOLIDAY, start=START + DAY), LEGAL, START).start == START + DAY


@pytest.mark.parametrize(
    ("at", "lent"),
    [
        (START - timedelta(microseconds=1), False),
        (START, True),
        (START + 14 * DAY - timedelta(microseconds=1), True),
        (START + 14 * DAY, False),
    ],
)
def test_from_when_until_when_a_right_is_lent(at: datetime, lent: bool) -> None:
    assert lent_to([HOLIDAY], "dora", at, HELD) == ((("legal", "carl"),) if lent else ())


def test_it_is_lent_to_one_colleague_and_each_right_once() -> None:
    assert lent_to([HOLIDAY], "emma", START, HELD) == ()
    assert lent_to([HOLIDAY, replace(HOLIDAY, id="e")], "dora", START, HELD) == (("legal", "carl"),)


@pytest.mark.parametrize("held", [{}, {"carl": NONE}, {"carl": frozenset({"compliance"})}, {"dora": LEGAL}])
def test_who_lost_a_right_lends_it_no_more(held: dict[str, frozenset[str]]) -> None:
    assert lent_to([HOLIDAY], "dora", START, held) == ()


@pytest.mark.parametrize("person", ["carl", "dora"])
def test_both_can_end_it_at_once(person: str) -> None:
    ended = take_back(HOLIDAY, person, START + DAY)
    assert lent_to([ended], "dora", START + DAY - timedelta(seconds=1), HELD)
    assert not lent_to([ended], "dora", START + DAY, HELD)
    with pytest.raises(NotAllowed, match="delegation-over"):
        take_back(ended, person, START + DAY)


def test_it_can_be_taken_back_before_it_began() -> None:
    ahead = replace(HOLIDAY, start=START + 5 * DAY)
    assert not lent_to([take_back(ahead, "carl", START)], "dora", START + 6 * DAY, HELD)


def test_nobody_else_can_end_it() -> None:
    with pytest.raises(NotAllowed, match="delegation-of-others"):
        take_back(HOLIDAY, "emma", START)


def test_lender_and_borrower_count_once_whoever_is_first() -> None:
    of = review(step("legal", quorum=2))
    lent = lent_to([HOLIDAY], "dora", START, HELD)
    by_borrower = Decision("r", "approved", "dora", START, of.subject, "legal", "carl")
    with pytest.raises(NotAllowed, match="counts-once"):
        vote(of, [by_borrower], Voter("carl", LEGAL), of.subject)
    by_lender = Decision("r", "approved", "carl", START, of.subject, "legal")
    with pytest.raises(NotAllowed, match="counts-once"):
        vote(of, [by_lender], Voter("dora", NONE, lent), of.subject)


def test_who_lent_their_right_to_two_has_lent_one() -> None:
    of = review(step("legal", quorum=2))
    lent = lent_to([HOLIDAY, replace(HOLIDAY, id="e", to="emma")], "emma", START, HELD)
    with pytest.raises(NotAllowed, match="counts-once"):
        vote(
            of,
            [Decision("r", "approved", "dora", START, of.subject, "legal", "carl")],
            Voter("emma", NONE, lent),
            of.subject,
        )


def test_an_own_right_is_used_before_a_lent_one_which_stays_its_lenders() -> None:
    of = review(step("legal", quorum=2))
    held = {"carl": LEGAL, "dora": LEGAL}
    voter = Voter("dora", LEGAL, lent_to([HOLIDAY], "dora", START, held))
    assert vote(of, [], voter, of.subject) == ("legal", None)
    by_dora = Decision("r", "approved", "dora", START, of.subject, "legal")
    assert vote(of, [by_dora], Voter("carl", LEGAL), of.subject) == ("legal", None)


@settings(max_examples=scaled(250, 5_000))
@given(stories())
def test_whatever_happens_a_review_is_approved_by_enough_people_who_may(
    told: tuple[Review, dict[str, frozenset[str]], list[Happening]],
) -> None:
    of, held, happened = told
    story = Story(of, held).play(happened)
    reached = state(of, story.decisions)
    approvals = [each.decision for each in story.told if each.decision.kind == "approved"]
    event(reached)
    event("by a lent right" if any(decision.behalf for decision in approvals) else "by own rights")
    for each in story.told:
        used = each.decision.behalf or each.decision.person
        assert each.decision.step in each.held[used], "the right is held by whose it is, at that moment"
        assert each.decision.behalf is None or _was_lent(story, each.decision)
    involved = [{decision.person, decision.voter} for decision in approvals]
    assert sum(map(len, involved)) == len(set().union(*involved)), "nobody is behind two approvals"
    assert not set().union(*involved) & {*of.authors, of.submitted_by}
    if reached == "approved":
        assert {each.id: each.quorum for each in of.steps} == {
            each.id: len(votes(each, story.decisions)) for each in of.steps
        }


def _was_lent(story: Story, decision: Decision) -> bool:
    """Whether somebody who held the right then lent it to this person, for this moment."""
    return any(
        (lent.lender, lent.to, lent.step) == (decision.behalf, decision.person, decision.step)
        and lent.start <= decision.at < lent.until
        and (lent.ended_at is None or decision.at < lent.ended_at)
        and lent.step in then[lent.lender]
        for lent, then in story.lent
    )


@settings(max_examples=scaled(250, 5_000))
@given(stories())
def test_lending_makes_no_vote_of_nothing(told: tuple[Review, dict[str, frozenset[str]], list[Happening]]) -> None:
    """Where fewer people ever held a step than it needs, no lending passes it."""
    of, held, happened = told
    story = Story(of, held).play(happened)
    holders = {each.id: _holders(held, happened, each.id) - {*of.authors, of.submitted_by} for each in of.steps}
    for each in of.steps:
        assert votes(each, story.decisions) <= holders[each.id]
    if any(len(holders[each.id]) < each.quorum for each in of.steps):
        event("too few")
        assert state(of, story.decisions) != "approved"


def _holders(held: dict[str, frozenset[str]], happened: list[Happening], step: str) -> set[str]:
    """Everybody who ever was a reviewer for a step."""
    given_later = {each.person for each in happened if isinstance(each, Role) and each.given and each.step == step}
    return {person for person, own in held.items() if step in own} | given_later
