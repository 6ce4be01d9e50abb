"""From a draft to what goes out: nothing that was not approved, and from its day on everything that was."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ccm.store.actor import Given
from ccm.store.people import grant
from content_blocks.problem import Refused
from tests.ccm.store.world import World

NEW = ("within two months", "within three months")
NEW_DE = ("binnen zwei Monaten", "binnen drei Monaten")


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def new_notice(bank: World, start: str = "2026-12-01", version: str = "1.1") -> None:
    """The owner of the clause writes another version of it, from a day on."""
    bank.edit("law", "block", "notice", NEW, NEW_DE, version=version, effective={"from": start})


def test_what_was_approved_goes_out(bank: World) -> None:
    assert "two months" in bank.says("letter")
    assert bank.hash("letter") == bank.draft_hash("letter")


def test_a_draft_does_not(bank: World) -> None:
    before = bank.hash()
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    assert bank.hash() == before
    assert bank.draft_hash() != before


def test_a_template_that_was_never_approved_is_refused(bank: World) -> None:
    text = bank.text("template", "letter").decode().replace("template: letter", "template: fresh")
    bank.save("bob", "template", "fresh", text)
    with pytest.raises(Refused) as caught:
        bank.hash("fresh")
    assert codes(caught) == ["item-not-approved"]


def test_a_clause_changed_once_goes_out_with_every_letter_from_its_day_on(bank: World) -> None:
    """Nothing runs at midnight, and what was known before stays what was known."""
    old = {name: bank.hash(name) for name in ("letter", "reminder")}
    before = bank.now
    new_notice(bank)
    review = bank.submit("law", ("block", "notice"))
    assert len(bank.review(review).facts.hashes) == 1 + 2 * 2  # the clause, two letters in two languages
    assert bank.approve(review).state == "approved"
    eve, day = date(2026, 11, 30), date(2026, 12, 1)
    for name in ("letter", "reminder"):
        assert "two months" in bank.says(name, eve)
        assert "three months" in bank.says(name, day)
        assert bank.hash(name, eve) == old[name]
        assert bank.hash(name, day, at=before) == old[name]
        assert bank.hash(name, day) not in (old[name], "")


def test_nothing_is_in_force_before_the_last_step(bank: World) -> None:
    new_notice(bank)
    review = bank.submit("law", ("block", "notice"))
    bank.decide("carl", review)
    assert "two months" in bank.says("letter", date(2026, 12, 1))
    bank.decide("dora", review)
    assert "three months" in bank.says("letter", date(2026, 12, 1))


def test_a_letter_edited_meanwhile_keeps_its_wording_and_becomes_a_proposal(bank: World) -> None:
    new_notice(bank)
    clause = bank.submit("law", ("block", "notice"))
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    bank.publish("bob", ("template", "letter"))
    bank.approve(clause)
    day = date(2026, 12, 1)
    assert "two months" in bank.says("letter", day)  # what was approved together with the edit
    assert "three months" in bank.says("reminder", day)
    waiting = [it for it in bank.reviews() if it.state == "in_review"]
    assert [it.row.kind for it in waiting] == ["bundles"]
    bank.approve(waiting[0].row.id)
    assert "three months" in bank.says("letter", day)


def test_who_always_follows_stops_rather_than_show_old_wording(bank: World) -> None:
    new_notice(bank)
    clause = bank.submit("law", ("block", "notice"))
    bank.edit("bob", "template", "reminder", ("You have", "There are"), version="1.1")
    bank.publish("bob", ("template", "reminder"))
    bank.approve(clause)
    with pytest.raises(Refused) as caught:
        bank.says("reminder", date(2026, 12, 1))
    assert codes(caught) == ["bundle-not-approved"]


def test_items_of_one_review_go_live_together(bank: World) -> None:
    start = bank.today + timedelta(days=20)
    bank.edit("law", "block", "notice", NEW, NEW_DE, version="1.1")
    bank.edit("law", "template", "letter", ("You have", "There are"), version="1.1")
    review = bank.publish("law", ("block", "notice"), ("template", "letter"), start=start)
    assert review.state == "approved"
    assert "two months" in bank.says("letter", start - timedelta(days=1))
    assert "three months" in bank.says("letter", start)


def test_a_combination_is_for_reviewers_of_its_templates(bank: World) -> None:
    """It has no items of its own, and is nobody's for that reason."""
    grant(bank.home, bank.who("ada"), "nora", Given("reviewer", "block/*", "content"), now=bank.clock())
    new_notice(bank)
    clause = bank.submit("law", ("block", "notice"))
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    bank.publish("bob", ("template", "letter"))
    bank.approve(clause)
    (waiting,) = [it for it in bank.reviews() if it.state == "in_review"]
    with pytest.raises(Refused) as caught:
        bank.decide("nora", waiting.row.id)
    assert codes(caught) == ["not-a-reviewer"]
