"""A clause that is asked for alone: what follows it goes on as it is, and is asked about by itself afterwards."""

from __future__ import annotations

from ccm.store.reviews import Filed
from ccm.store.submitting import Wanted, submit
from tests.ccm.store.world import World

CALM = "You may object within three months."


def asked_alone(bank: World) -> str:
    bank.edit("law", "block", "notice", ("within two months", "within three months"), version="2.0")
    items = [Wanted("block", "notice")]
    return submit(bank.home, bank.who("law"), items, bank.today, title="More time", now=bank.clock(), alone=True)


def proposals(bank: World, review: str) -> list[Filed]:
    return [it for it in bank.reviews() if it.state == "in_review" and it.row.id != review]


def test_only_what_cannot_wait_is_asked_with_it(small: World) -> None:
    review = small.review(asked_alone(small))
    assert review.templates == ("reminder",)  # it always follows, so it would go out no more


def test_what_can_wait_goes_out_as_it_was_until_its_proposal_is_approved(bank: World) -> None:
    before, review = bank.hash(), asked_alone(bank)
    bank.approve(review)
    assert bank.says("reminder") == CALM
    assert bank.hash() == before
    (proposal,) = proposals(bank, review)
    assert proposal.templates == ("letter",)
    assert proposal.row.title == "More time"
    bank.approve(proposal.row.id)
    assert bank.says() == CALM


def test_the_proposal_has_to_pass_the_same_eyes(small: World) -> None:
    review = asked_alone(small)
    small.approve(review)
    (proposal,) = proposals(small, review)
    assert proposal.row.change == "regulated wording"
    assert small.who("law").id in proposal.facts.authors
    assert [step.id for step in proposal.facts.steps] == ["content", "compliance"]


def test_a_proposal_that_is_rejected_changes_nothing(small: World) -> None:
    before, review = small.hash(), asked_alone(small)
    small.approve(review)
    (proposal,) = proposals(small, review)
    small.decide("carl", proposal.row.id, "rejected")
    assert small.hash() == before


def test_whoever_decides_signs_that_it_is_asked_for_alone(small: World) -> None:
    alone = small.review(asked_alone(small))
    assert ("followers", "proposals") in alone.facts.hashes
    assert alone.facts.subject == alone.row.subject


def test_a_clause_asked_for_together_asks_for_all_at_once(small: World) -> None:
    small.edit("law", "block", "notice", ("within two months", "within three months"), version="2.0")
    review = small.submit("law", ("block", "notice"))
    small.approve(review)
    assert small.says() == CALM
    assert proposals(small, review) == []
