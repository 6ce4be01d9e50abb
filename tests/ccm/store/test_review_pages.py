"""Lists of reviews by pages, and who may ask for what."""

from __future__ import annotations

import pytest

from approvals.review import State
from ccm.store.actor import Given
from ccm.store.people import add_person, grant
from ccm.store.review_pages import page
from ccm.store.reviews import Filed
from ccm.store.waiting import waiting
from content_blocks.problem import Refused
from templates_store.filed_reviews import Place
from tests.ccm.store.world import World


def listed(
    bank: World,
    login: str,
    limit: int = 50,
    after: Place | None = None,
    state: State | None = None,
    item: tuple[str, str] | None = None,
    *,
    mine: bool = False,
) -> list[Filed]:
    with bank.home.reading() as session:
        return page(session, bank.home.organisation, bank.who(login), limit, after, state, item, waiting=mine)


def history(bank: World) -> dict[State, str]:
    """One review of each state, and the one that everything began with."""
    found: dict[State, str] = {}
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    found["rejected"] = bank.submit("bob", ("template", "letter"))
    bank.decide("carl", found["rejected"], "rejected")
    found["withdrawn"] = bank.submit("bob", ("template", "letter"))
    bank.decide("bob", found["withdrawn"], "withdrawn")
    found["approved"] = bank.publish("bob", ("template", "letter")).row.id
    bank.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    found["in_review"] = bank.submit("law", ("block", "notice"))
    return found


def test_the_database_says_of_each_review_what_its_decisions_say(bank: World) -> None:
    by_state = history(bank)
    states: tuple[State, ...] = ("in_review", "approved", "rejected", "withdrawn")
    for state in states:
        found = [it.row.id for it in listed(bank, "bob", state=state)]
        assert found == [it.row.id for it in bank.reviews() if it.state == state]
        assert by_state[state] in found


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_pages_hold_every_review_once(small: World, limit: int) -> None:
    history(small)
    found: list[str] = []
    after: Place | None = None
    while rows := listed(small, "bob", limit, after):
        found += [it.row.id for it in rows]
        after = (rows[-1].row.submitted_at, rows[-1].row.id)
    assert found == [it.row.id for it in small.reviews()]
    assert len(found) == 5


def test_a_page_leaves_out_what_is_nobodys_business_and_is_full_all_the_same(small: World) -> None:
    history(small)
    add_person(small.home, small.who("ada"), "eve", "Eve", now=small.clock())
    grant(small.home, small.who("ada"), "eve", Given("reviewer", "block/*", "compliance"), now=small.clock())
    assert [it.area for it in listed(small, "eve", 1)] == [[("block", "notice")]]


def test_what_waits_is_what_one_may_approve_now(bank: World) -> None:
    review = history(bank)["in_review"]
    assert [it.row.id for it in listed(bank, "carl", mine=True)] == [review]
    assert listed(bank, "dora", mine=True) == []
    bank.decide("carl", review)
    assert [it.row.id for it in listed(bank, "dora", mine=True)] == [review]
    assert listed(bank, "dora", state="approved", mine=True) == []
    assert [it.people for it in waiting(bank.home)] == [("cora", "dora")]


def test_reviews_of_an_item(bank: World) -> None:
    by_state = history(bank)
    first = bank.reviews()[-1].row.id
    assert [it.row.id for it in listed(bank, "bob", item=("block", "notice"))] == [by_state["in_review"], first]
    about = {it.row.id for it in listed(bank, "bob", item=("template", "reminder"))}
    assert about == {by_state["in_review"], first}  # the reminder shows the clause, though nobody touched it
    assert listed(bank, "bob", item=("block", "letter")) == []


def test_nobody_submits_what_they_might_not_have_written(bank: World) -> None:
    bank.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    with pytest.raises(Refused) as caught:
        bank.submit("bob", ("block", "notice"))
    assert {(it.code, it.params["change"]) for it in caught.value.problems} == {
        ("change-not-yours", "regulated wording")
    }
    with pytest.raises(Refused):
        bank.submit("bob")  # nor among all that was saved
    assert len(bank.reviews()) == 1
    assert bank.review(bank.submit("law", ("block", "notice"))).state == "in_review"


def test_an_author_submits_the_everyday_change_of_another(bank: World) -> None:
    bank.edit("law", "template", "letter", ("You have", "There are"), version="1.1")
    review = bank.submit("bob", ("template", "letter"))
    assert bank.review(review).facts.submitted_by == bank.who("bob").id
