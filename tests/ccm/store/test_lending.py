"""Rights lent to colleagues, over the real store: for whom, for how long, and that each counts once."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from ccm.store.actor import Given
from ccm.store.auditing import export, verify
from ccm.store.lending import end_lending, lend, lendings
from ccm.store.people import disable, grant, people, revoke
from content_blocks.problem import Refused
from templates_store.constraints import refused_by
from templates_store.database import Broken
from templates_store.tables import Decision
from tests.ccm.store.world import World
from tests.raw_program import Raw

HOUR = timedelta(hours=1)


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def clause(bank: World) -> str:
    """A review of regulated wording: content, then compliance."""
    bank.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    return bank.submit("law", ("block", "notice"))


def lent(bank: World, lender: str, step: str, to: str, hours: int = 24, ahead: int = 0) -> int:
    """A right lent from now on, or from some hours ahead."""
    start = bank.now + ahead * HOUR
    return lend(bank.home, bank.who(lender), step, to, start, start + hours * HOUR, bank.clock())


def take_role(bank: World, login: str) -> None:
    """All roles of somebody are taken away."""
    known = next(it for it in people(bank.home) if it.login == login)
    for number, _given in known.given:
        revoke(bank.home, bank.who("ada"), number, now=bank.clock())


NOT_LENT = {
    "by who does not have it": ("nora", "content", "bob", 1, "not-yours-to-lend"),
    "of another step": ("carl", "compliance", "nora", 1, "not-yours-to-lend"),
    "by an administrator": ("ada", "content", "nora", 1, "not-yours-to-lend"),
    "to oneself": ("carl", "content", "carl", 1, "lends-to-oneself"),
    "to nobody there is": ("carl", "content", "zoe", 1, "person-unknown"),
    "for no time": ("carl", "content", "nora", 0, "delegation-over"),
    "for a time that is over": ("carl", "content", "nora", -1, "delegation-over"),
}


@pytest.mark.parametrize("how", NOT_LENT)
def test_how_no_right_is_lent(bank: World, how: str) -> None:
    lender, step, to, hours, code = NOT_LENT[how]
    with pytest.raises(Refused) as caught:
        lent(bank, lender, step, to, hours)
    assert codes(caught) == [code]
    assert lendings(bank.home) == []


def test_a_program_lends_nothing_and_the_attempt_is_noted(bank: World) -> None:
    key = replace(bank.who("carl"), by_key=True)
    with pytest.raises(Refused) as caught:
        lend(bank.home, key, "content", "nora", bank.now, bank.now + HOUR, bank.clock())
    assert codes(caught) == ["key-never-lends"]
    last = json.loads(list(export(bank.home))[-1])
    assert (last["what"], last["details"]["lending"]) == ("refused", "content")


def test_who_is_away_is_stood_in_for_and_it_says_so(bank: World) -> None:
    review = clause(bank)
    number = lent(bank, "carl", "content", "nora")
    assert bank.decide("nora", review).step is not None
    made = bank.review(review).decisions[0]
    assert (made.person, made.behalf) == (bank.who("nora").id, bank.who("carl").id)
    assert bank.decide("dora", review).state == "approved"
    shown = next(it for it in lendings(bank.home) if it.number == number)
    assert (shown.step, shown.lender, shown.to, shown.ended_at) == ("content", "carl", "nora", None)
    assert verify(bank.home) == []


def test_a_right_counts_once_whoever_uses_it(bank: World) -> None:
    """Cora may answer both steps; what nora answers for her is hers, and nora has answered."""
    review = clause(bank)
    lent(bank, "cora", "content", "nora")
    lent(bank, "dora", "compliance", "nora")
    bank.decide("nora", review)
    for login in ("cora", "nora"):
        with pytest.raises(Refused) as caught:
            bank.decide(login, review)
        assert codes(caught) == ["counts-once"]
    assert bank.decide("dora", review).state == "approved"


def lost_role(bank: World, number: int) -> None:
    take_role(bank, "carl")


def shut_out(bank: World, number: int) -> None:
    disable(bank.home, bank.who("ada"), "carl", now=bank.clock())


def taken_back(bank: World, number: int) -> None:
    end_lending(bank.home, bank.who("carl"), number, bank.clock())


def given_back(bank: World, number: int) -> None:
    end_lending(bank.home, bank.who("nora"), number, bank.clock())


def over(bank: World, number: int) -> None:
    bank.now += 24 * HOUR


@pytest.mark.parametrize("happens", [lost_role, shut_out, taken_back, given_back, over])
def test_when_a_right_is_lent_no_more(bank: World, happens: Callable[[World, int], None]) -> None:
    review = clause(bank)
    happens(bank, lent(bank, "carl", "content", "nora"))
    with pytest.raises(Refused) as caught:
        bank.decide("nora", review)
    assert codes(caught) == ["not-a-reviewer"]


def test_before_its_time_it_is_not_lent_yet(bank: World) -> None:
    review = clause(bank)
    lent(bank, "carl", "content", "nora", ahead=2)
    with pytest.raises(Refused) as caught:
        bank.decide("nora", review)
    assert codes(caught) == ["not-a-reviewer"]
    bank.now += 2 * HOUR
    assert bank.decide("nora", review).decisions[0].behalf == bank.who("carl").id


def test_nobody_lends_what_they_may_not_answer_there(bank: World) -> None:
    """The right is that of its lender in this very area, when it is used."""
    grant(bank.home, bank.who("ada"), "udo", Given("reviewer", "template/*", "content"), now=bank.clock())
    lent(bank, "udo", "content", "nora")
    with pytest.raises(Refused) as caught:
        bank.decide("nora", clause(bank))
    assert codes(caught) == ["not-a-reviewer"]


def test_an_author_cannot_agree_through_a_colleague(bank: World) -> None:
    grant(bank.home, bank.who("ada"), "carl", Given("author"), now=bank.clock())
    bank.edit("carl", "template", "letter", ("You have", "There are"), version="1.1")
    review = bank.submit("bob", ("template", "letter"))
    lent(bank, "carl", "content", "nora")
    with pytest.raises(Refused) as caught:
        bank.decide("nora", review)
    assert codes(caught) == ["lender-wrote-it"]


def test_what_was_lent_is_not_lent_on(bank: World) -> None:
    lent(bank, "carl", "content", "nora")
    with pytest.raises(Refused) as caught:
        lent(bank, "nora", "content", "udo")
    assert codes(caught) == ["not-yours-to-lend"]


def test_only_the_two_of_them_end_it_and_once(bank: World) -> None:
    number = lent(bank, "carl", "content", "nora")
    with pytest.raises(Refused) as caught:
        end_lending(bank.home, bank.who("ada"), number, bank.clock())
    assert codes(caught) == ["delegation-of-others"]
    with pytest.raises(Refused) as caught:
        end_lending(bank.home, bank.who("carl"), number + 1, bank.clock())
    assert codes(caught) == ["delegation-unknown"]
    taken_back(bank, number)
    with pytest.raises(Refused) as caught:
        given_back(bank, number)
    assert codes(caught) == ["delegation-over"]
    assert lendings(bank.home)[0].ended_at == bank.now - timedelta(minutes=1)


def forged(bank: World, review: str, person: str, voter: str, step: str = "content", kind: str = "approved") -> str:
    """The rule that a decision breaks which comes into the database past the program; nothing if it comes in."""
    row = Decision(
        organisation=bank.home.organisation,
        review=review,
        kind=kind,
        person=bank.who(person).id,
        voter=bank.who(voter).id,
        step=step,
        at="",
        subject=bank.review(review).row.subject,
        reason="x",
        key="k",
        signature="s",
    )
    try:
        with bank.home.turn(bank.clock()) as turn:
            row.at = turn.now
            turn.session.add(row)
    except Broken as error:
        return refused_by(error) or "another"
    return ""


def test_the_database_knows_whose_right_it_is(bank: World) -> None:
    review = clause(bank)
    assert forged(bank, review, "nora", "carl") == "not-lent"
    number = lent(bank, "carl", "content", "nora")
    assert forged(bank, review, "udo", "carl") == "not-lent"
    assert forged(bank, review, "nora", "cora") == "not-lent"
    assert forged(bank, review, "nora", "cora", "compliance") in ("not-lent", "step-early")
    assert forged(bank, review, "nora", "carl", kind="withdrawn") in ("not-lent", "not-submitter")
    taken_back(bank, number)
    assert forged(bank, review, "nora", "carl") == "not-lent"


def test_the_database_knows_how_long_and_that_its_lender_has_it(bank: World) -> None:
    review = clause(bank)
    lent(bank, "carl", "content", "nora")
    bank.now += 25 * HOUR
    assert forged(bank, review, "nora", "carl") == "not-lent"
    lent(bank, "cora", "content", "nora")
    take_role(bank, "cora")
    assert forged(bank, review, "nora", "cora") == "no-reviewer"


def test_the_database_counts_lender_and_borrower_once(bank: World) -> None:
    review = clause(bank)
    lent(bank, "cora", "content", "nora")
    assert forged(bank, review, "nora", "cora") == ""
    assert forged(bank, review, "udo", "cora", "compliance") in ("counts-once", "not-lent")
    assert forged(bank, review, "cora", "cora", "compliance") == "counts-once"


def test_the_database_lets_no_author_lend(bank: World) -> None:
    grant(bank.home, bank.who("ada"), "law", Given("reviewer", step="content"), now=bank.clock())
    review = clause(bank)
    lent(bank, "law", "content", "nora")
    assert forged(bank, review, "nora", "law") in ("own-work", "own-submission")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("UPDATE delegation SET until = '2027-01-01T00:00:00.000000Z'", {"row-gone", "row-unlogged"}),
        ("DELETE FROM delegation_end", {"row-gone"}),
        ("UPDATE delegation_end SET ended_by = (SELECT borrower FROM delegation)", {"row-gone", "row-unlogged"}),
    ],
)
def test_what_was_changed_past_the_program_is_found(bank: World, change: str, code: set[str]) -> None:
    taken_back(bank, lent(bank, "carl", "content", "nora"))
    assert verify(bank.home) == []
    Raw(bank.home).behind(change)
    assert {problem.code for problem in verify(bank.home)} == code


def test_another_organisation_sees_none_of_it(small: World) -> None:
    lent(small, "carl", "content", "nora")
    assert lendings(replace(small.home, organisation="birke")) == []
