"""In an emergency: one bundle goes out before its approval, for a while, and a review of it opens by itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from approvals.record import instant
from ccm.store.actor import Given
from ccm.store.auditing import export, verify
from ccm.store.breaking_glass import break_glass
from ccm.store.glasses import all_glasses, open_glasses
from ccm.store.lending import lend
from ccm.store.people import grant, people, revoke
from ccm.store.retiring import take_back
from content_blocks.problem import Refused
from templates_store.constraints import refused_by
from templates_store.database import Broken
from templates_store.tables import Glass
from tests.ccm.store.emergencies import REASON, broken, codes, draft, rejected, under
from tests.ccm.store.world import World

HOUR = timedelta(hours=1)


NOT_BROKEN: dict[str, tuple[str, dict[str, Any], str]] = {
    "by its author": ("bob", {}, "glass-not-yours"),
    "by a reviewer": ("carl", {}, "glass-not-yours"),
    "by an administrator": ("ada", {}, "glass-not-yours"),
    "by an operator": ("olga", {}, "glass-not-yours"),
    "without a reason": ("paul", {"reason": "asap !!!"}, "glass-without-reason"),
    "for no time": ("paul", {"hours": 0}, "glass-without-time"),
    "for more than three days": ("paul", {"hours": 73}, "glass-too-long"),
    "in a language that it does not speak": ("paul", {"language": "fr"}, "language-not-listed"),
    "over a template that there is not": ("paul", {"template": "nothing"}, "item-not-known"),
    "over what was approved": ("paul", {"template": "reminder"}, "nothing-under-glass"),
    "over the approved versions, which go out anyway": ("paul", {"draft": False}, "nothing-under-glass"),
}


@pytest.mark.parametrize("how", NOT_BROKEN)
def test_how_no_glass_is_broken(bank: World, how: str) -> None:
    login, asked, code = NOT_BROKEN[how]
    draft(bank)
    reviews = len(bank.reviews())
    with pytest.raises(Refused) as caught:
        broken(bank, login, **asked)
    assert codes(caught) == [code]
    assert len(bank.reviews()) == reviews


def test_a_program_breaks_none_and_the_attempt_is_noted(bank: World) -> None:
    draft(bank)
    key = replace(bank.who("paul"), by_key=True)
    with pytest.raises(Refused) as caught:
        break_glass(bank.home, key, "letter", "en", "ahorn", 1, REASON, bank.today, bank.clock())
    assert codes(caught) == ["key-never-breaks-glass"]
    last = json.loads(list(export(bank.home))[-1])
    assert (last["what"], last["details"]) == ("refused", {"code": "key-never-breaks-glass", "glass": "letter"})


def test_a_publisher_of_another_area_breaks_none(bank: World) -> None:
    draft(bank)
    grant(bank.home, bank.who("ada"), "nora", Given("publisher", "template/reminder"), now=bank.clock())
    with pytest.raises(Refused) as caught:
        broken(bank, "nora")
    assert codes(caught) == ["glass-not-yours"]


def test_what_would_not_pass_a_check_is_not_let_out(bank: World) -> None:
    text = bank.text("template", "letter").decode().replace("version: '1.0'", "version: '1.1'")
    bank.save("bob", "template", "letter", text.replace("en: You have {{ days", "en: There are {{ days"))
    with pytest.raises(Refused) as caught:  # the German translates a sentence that is there no more
        broken(bank, language="de")
    assert set(codes(caught)) == {"text-stale"}


def test_it_goes_out_for_whoever_asks_for_it_and_for_nobody_else(bank: World) -> None:
    before = bank.hash()
    draft(bank)
    broken(bank)
    assert bank.hash() == before
    assert under(bank) == bank.draft_hash()
    assert verify(bank.home) == []


def test_only_the_one_language_is_let_out(bank: World) -> None:
    draft(bank)
    broken(bank)
    with pytest.raises(Refused) as caught:
        under(bank, language="de")
    assert codes(caught) == ["bundle-not-approved"]
    broken(bank, language="de")
    assert under(bank, language="de") != under(bank)


def withdrawn(bank: World, review: str) -> None:
    bank.decide("paul", review, "withdrawn", "not needed any more")


def over(bank: World, review: str) -> None:
    bank.now += 24 * HOUR


@pytest.mark.parametrize("happens", [rejected, withdrawn, over])
def test_what_closes_a_glass(bank: World, happens: Callable[[World, str], None]) -> None:
    before = bank.hash()
    draft(bank)
    review = broken(bank)
    assert under(bank) != before
    happens(bank, review)
    assert under(bank) == before
    with pytest.raises(Refused) as caught:
        broken(bank)
    assert codes(caught) == ["glass-broken-before"]


def test_it_is_open_from_its_instant_until_before_its_end_as_things_were_then(bank: World) -> None:
    draft(bank)
    review = broken(bank)
    opened, end = bank.now, bank.now + 24 * HOUR
    moment = timedelta(microseconds=1)
    rejected(bank, review)
    with bank.home.reading() as session:
        (glass,) = all_glasses(session, bank.home.organisation)
        then = {at: open_glasses(session, bank.home.organisation, at) for at in (opened - moment, opened, bank.now)}
    assert (glass.opened_at, glass.until) == (opened, end)
    assert then == {opened - moment: frozenset(), opened: {glass.bundle}, bank.now: frozenset()}


def test_the_last_moment(bank: World) -> None:
    draft(bank)
    broken(bank, hours=72)
    end = bank.now + 72 * HOUR
    assert under(bank, at=end - timedelta(microseconds=1)) == bank.draft_hash()
    assert under(bank, at=end) == bank.hash()


def test_a_template_that_nobody_ever_approved_can_be_let_out(bank: World) -> None:
    text = bank.text("template", "letter").decode().replace("template: letter", "template: fresh")
    bank.save("bob", "template", "fresh", text)
    review = broken(bank, template="fresh")
    assert under(bank, "fresh") == bank.draft_hash("fresh")
    rejected(bank, review)
    with pytest.raises(Refused) as caught:
        under(bank, "fresh")
    assert codes(caught) == ["item-not-approved"]


def test_what_was_approved_and_taken_back_goes_out_no_more(bank: World) -> None:
    """Neither in the language that the glass was over, nor in the other one, approved together with it."""
    before = {language: under(bank, language=language) for language in ("en", "de")}
    draft(bank)
    review = broken(bank)
    bank.approve(review, "carl")
    take_back(bank.home, bank.who("paul"), review, "wrong after all", bank.clock())
    assert {language: under(bank, language=language) for language in ("en", "de")} == before


def test_a_version_that_is_not_in_force_brings_no_other_language_with_it(bank: World) -> None:
    """A version whose day has not come is under glass in English; its German, though approved, waits for its day."""
    draft(bank)
    later = bank.submit("bob", ("template", "letter"), start=bank.today + timedelta(days=20))
    broken(bank)
    bank.approve(later, "carl")
    assert under(bank) != bank.hash()
    with pytest.raises(Refused) as caught:
        under(bank, language="de")
    assert codes(caught) == ["bundle-not-approved"]


def test_its_review_is_the_ordinary_one_and_makes_it_last(bank: World) -> None:
    """Approved, it is in force like anything else, in every language, and needs no glass."""
    bank.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    review = bank.review(broken(bank))
    assert [(it.kind, it.name, it.version) for it in review.items] == [("block", "notice", "1.1")]
    assert [step.id for step in review.facts.steps] == ["content", "compliance"]
    assert review.facts.authors == {bank.who("law").id, bank.who("paul").id}
    assert bank.hash() != bank.draft_hash()
    assert bank.approve(review.row.id).state == "approved"
    assert bank.hash() == bank.draft_hash()
    assert "three" in bank.says("reminder")
    assert verify(bank.home) == []


def test_what_is_in_review_already_gets_one_of_this_bundle_alone(bank: World) -> None:
    draft(bank)
    asked = bank.submit("bob", ("template", "letter"))
    review = bank.review(broken(bank))
    assert (review.row.kind, review.items) == ("bundles", ())
    assert {digest for _name, digest in review.facts.hashes} == {bank.draft_hash()}
    assert review.facts.authors == {bank.who("bob").id, bank.who("paul").id}
    rejected(bank, review.row.id)
    assert under(bank) == bank.hash() != bank.draft_hash()
    assert bank.approve(asked).state == "approved"  # the ordinary way is still open
    assert bank.hash() == bank.draft_hash()


def test_what_was_saved_beside_a_number_that_got_approved_is_not_let_out(bank: World) -> None:
    """It could never be published, for its number stands for something else by now."""
    draft(bank)
    asked = bank.submit("bob", ("template", "letter"))
    bank.edit("bob", "template", "letter", ("There are", "There remain"))
    bank.approve(asked, "carl")
    with pytest.raises(Refused) as caught:
        broken(bank)
    assert codes(caught) == ["version-taken"]


def test_a_language_does_not_wait_for_another(bank: World) -> None:
    """The German is not done, and the English cannot wait for it: the review is about the English."""
    text = bank.text("template", "letter").decode().replace("version: '1.0'", "version: '1.1'")
    bank.save("bob", "template", "letter", text.replace("en: You have {{ days", "en: There are {{ days"))
    review = bank.review(broken(bank))
    assert (review.row.kind, review.languages) == ("items", ("en",))
    assert bank.hash() != under(bank) == bank.draft_hash()
    bank.approve(review.row.id)
    assert bank.hash() == bank.draft_hash()


def test_a_combination_of_approved_versions_can_be_let_out(bank: World) -> None:
    """A reminder always follows; edited while its clause was in review it stops, and not everybody can wait."""
    bank.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    clause = bank.submit("law", ("block", "notice"))
    bank.edit("bob", "template", "reminder", ("You have", "There are"), version="1.1")
    bank.publish("bob", ("template", "reminder"))
    bank.approve(clause)
    with pytest.raises(Refused):
        bank.hash("reminder")
    bank.edit("bob", "template", "reminder", ("There are", "There remain"), version="1.2")  # nobody asked for this
    review = bank.review(broken(bank, template="reminder", draft=False))
    assert (review.row.kind, review.row.change) == ("bundles", "none")
    assert review.facts.authors == {bank.who(login).id for login in ("law", "bob", "paul")}
    assert under(bank, "reminder") != bank.draft_hash("reminder")


@pytest.mark.parametrize("login", ["paul", "bob"])
def test_neither_opener_nor_author_approves_it(bank: World, login: str) -> None:
    grant(bank.home, bank.who("ada"), login, Given("reviewer", step="content"), now=bank.clock())
    draft(bank)
    review = broken(bank)
    with pytest.raises(Refused) as caught:
        bank.decide(login, review)
    assert codes(caught) == ["own-work"]
    lend(bank.home, bank.who(login), "content", "nora", bank.now, bank.now + HOUR, bank.clock())
    with pytest.raises(Refused) as caught:
        bank.decide("nora", review)
    assert codes(caught) == ["lender-wrote-it"]
    assert bank.approve(review, "carl").state == "approved"


def test_a_review_of_a_bundle_alone_is_for_reviewers_of_its_template(bank: World) -> None:
    draft(bank)
    bank.submit("bob", ("template", "letter"))
    review = broken(bank)
    grant(bank.home, bank.who("ada"), "nora", Given("reviewer", "template/reminder", "content"), now=bank.clock())
    with pytest.raises(Refused) as caught:
        bank.decide("nora", review)
    assert codes(caught) == ["not-a-reviewer"]


def forged(bank: World, review: str, **other: str) -> str:
    """The rule that a glass breaks which comes into the database past the program; nothing if it comes in."""
    opener = bank.who("paul").id
    bundle = next(digest for name, digest in bank.review(review).facts.hashes if name.startswith("bundle letter en"))
    try:
        with bank.home.turn(bank.clock()) as turn:
            opened = instant(bank.review(review).facts.submitted_at)
            row = Glass(
                id="g-forged",
                organisation=bank.home.organisation,
                review=review,
                bundle=bundle,
                opened_by=opener,
                opened_at=opened,
                until=instant(bank.review(review).facts.submitted_at + 72 * HOUR),
                reason=REASON,
            )
            for name, value in other.items():
                setattr(row, name, value)
            turn.session.add(row)
    except Broken as error:
        return refused_by(error) or "another"
    return ""


def test_the_database_knows_the_rules_of_a_glass(bank: World) -> None:
    grant(bank.home, bank.who("ada"), "paul", Given("author"), now=bank.clock())
    draft(bank)
    others = bank.submit("bob", ("template", "letter"))
    assert forged(bank, others) == "glass-out-of-rule"  # who breaks it has asked for the review
    bank.decide("bob", others, "withdrawn", "again")
    review = bank.submit("paul", ("template", "letter"))
    assert forged(bank, review) == "glass-out-of-rule"  # and is behind it
    bank.decide("paul", review, "withdrawn", "again")
    bank.edit("paul", "template", "letter", ("There are", "There remain"), version="1.2")
    review = bank.submit("paul", ("template", "letter"))
    submitted = bank.review(review).facts.submitted_at
    late, never = instant(submitted + 72 * HOUR + timedelta(seconds=1)), instant(submitted)
    assert forged(bank, review, until=late) == "glass-out-of-rule"
    assert forged(bank, review, until=never) == "glass-out-of-rule"
    assert forged(bank, review, bundle="0" * 64) == "glass-out-of-rule"
    assert forged(bank, review, opened_by=bank.who("olga").id) == "glass-out-of-rule"
    number = next(it.given[0][0] for it in people(bank.home) if it.login == "paul")
    revoke(bank.home, bank.who("ada"), number, now=bank.clock())
    assert forged(bank, review) == "glass-out-of-rule"  # no publisher any more
    grant(bank.home, bank.who("ada"), "paul", Given("publisher"), now=bank.clock())
    assert forged(bank, review) == ""
