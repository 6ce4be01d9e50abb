"""Four eyes over the real store: who may decide, what counts, and what is signed."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from approvals.keys import Signature, verifies
from ccm.store.actor import Given
from ccm.store.auditing import export
from ccm.store.deciding import decide
from ccm.store.people import grant, people, revoke
from ccm.store.submitting import Wanted, submit
from content_blocks.change_class import ORDER
from content_blocks.problem import Refused
from templates_store.database import select
from templates_store.tables import Decision, Publication, PublishedBundle
from tests.ccm.store.world import World, world
from tests.scale import scaled


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def clause(bank: World) -> str:
    """A review of regulated wording, submitted by its owner."""
    bank.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    return bank.submit("law", ("block", "notice"))


def wording(bank: World) -> str:
    """A review of an author's own wording."""
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    return bank.submit("bob", ("template", "letter"))


def test_the_class_of_the_change_picks_the_steps(bank: World) -> None:
    assert [step.id for step in bank.review(clause(bank)).facts.steps] == ["content", "compliance"]
    assert [step.id for step in bank.review(wording(bank)).facts.steps] == ["content"]


REFUSED = {
    "the author": ("law", "own-work"),
    "a reviewer of another step": ("dora", "not-a-reviewer"),
    "an administrator": ("ada", "not-a-reviewer"),
    "a publisher": ("paul", "not-a-reviewer"),
    "an operator": ("olga", "not-a-reviewer"),
    "somebody without a role": ("nora", "not-a-reviewer"),
}


@pytest.mark.parametrize(("login", "code"), REFUSED.values(), ids=REFUSED)
def test_who_may_not_approve_is_told_why_and_noted(bank: World, login: str, code: str) -> None:
    review = clause(bank)
    with pytest.raises(Refused) as caught:
        bank.decide(login, review)
    assert codes(caught) == [code]
    assert bank.review(review).decisions == ()
    last = json.loads(list(export(bank.home))[-1])
    assert (last["what"], last["person"], last["details"]["code"]) == ("refused", bank.who(login).id, code)


def test_an_author_who_is_made_a_reviewer_still_does_not_approve(bank: World) -> None:
    grant(bank.home, bank.who("ada"), "law", Given("reviewer", step="content"), now=bank.clock())
    with pytest.raises(Refused) as caught:
        bank.decide("law", clause(bank))
    assert codes(caught) == ["own-work"]


def test_who_imported_a_change_is_an_author_of_it(bank: World) -> None:
    """The change came by a file, and somebody else submits it: both stay out of the decision."""
    grant(bank.home, bank.who("ada"), "carl", Given("author"), now=bank.clock())
    bank.edit("carl", "template", "letter", ("You have", "There are"), version="1.1")
    review = bank.submit("bob", ("template", "letter"))
    for login in ("carl", "bob"):
        with pytest.raises(Refused) as caught:
            bank.decide(login, review)
        assert codes(caught) == ["own-work"]
    assert bank.approve(review, "cora").state == "approved"


def test_one_person_counts_once(bank: World) -> None:
    review = clause(bank)
    bank.decide("cora", review)
    with pytest.raises(Refused) as caught:
        bank.decide("cora", review)
    assert codes(caught) == ["counts-once"]
    assert bank.decide("dora", review).state == "approved"


def test_the_role_counts_at_the_moment_of_the_decision(bank: World) -> None:
    review = clause(bank)
    number = next(it.given[0][0] for it in people(bank.home) if it.login == "carl")
    carl = bank.who("carl")
    revoke(bank.home, bank.who("ada"), number, now=bank.clock())
    subject = bank.review(review).row.subject
    with pytest.raises(Refused) as caught:
        decide(bank.home, carl, review, "approved", subject, bank.today, "", bank.clock())
    assert codes(caught) == ["not-a-reviewer"]


def test_an_area_has_to_hold_all_of_it(bank: World) -> None:
    grant(bank.home, bank.who("ada"), "nora", Given("reviewer", "template/*", "content"), now=bank.clock())
    assert bank.decide("nora", wording(bank)).state == "approved"
    with pytest.raises(Refused) as caught:
        bank.decide("nora", clause(bank))
    assert codes(caught) == ["not-a-reviewer"]


def test_a_decision_is_about_what_was_seen(bank: World) -> None:
    review = clause(bank)
    with pytest.raises(Refused) as caught:
        decide(bank.home, bank.who("carl"), review, "approved", "0" * 64, bank.today, "", bank.clock())
    assert codes(caught) == ["review-differs"]


@pytest.mark.parametrize("kind", ["rejected", "withdrawn"])
def test_no_needs_a_reason_and_ends_it(bank: World, kind: str) -> None:
    review, login = clause(bank), "law" if kind == "withdrawn" else "carl"
    with pytest.raises(Refused) as caught:
        bank.decide(login, review, kind, reason="  ")  # type: ignore[arg-type]
    assert codes(caught) == ["reason-missing"]
    assert bank.decide(login, review, kind, "not yet").state == kind  # type: ignore[arg-type]
    with pytest.raises(Refused) as caught:
        bank.decide("carl", review)
    assert codes(caught) == ["review-over"]
    assert bank.submit("law", ("block", "notice")) != review  # back to a draft, which can be submitted again


@pytest.mark.parametrize("reason", ["no\x1b[2J", "no\0", "no\ud800"])
def test_a_reason_is_text_that_can_be_kept_and_shown(small: World, reason: str) -> None:
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    review = small.submit("bob")
    with pytest.raises(Refused) as caught:
        small.decide("bob", review, "withdrawn", reason=reason)
    assert codes(caught) == ["words-unwritable"]


def test_only_who_is_behind_it_withdraws_it(bank: World) -> None:
    with pytest.raises(Refused) as caught:
        bank.decide("carl", clause(bank), "withdrawn")
    assert codes(caught) == ["not-submitter"]


def test_a_version_is_in_one_open_review_only(bank: World) -> None:
    review = clause(bank)
    with pytest.raises(Refused) as caught:
        bank.submit("law", ("block", "notice"))
    assert codes(caught) == ["already-in-review"]
    assert caught.value.problems[0].params["review"] == review


def test_what_is_saved_after_submission_is_not_what_is_approved(bank: World) -> None:
    review = wording(bank)
    submitted = bank.draft("template", "letter")
    bank.edit("bob", "template", "letter", ("There are", "There remain"))
    bank.approve(review)
    with bank.home.reading() as session:
        found = session.exec(select(Publication.hash).where(Publication.review == review)).all()
    assert found == [submitted]
    assert bank.hash() != bank.draft_hash()


def test_a_decision_is_signed(bank: World) -> None:
    review = bank.approve(clause(bank))
    key = bank.home.signing_key().public
    with bank.home.reading() as session:
        rows = session.exec(select(Decision).where(Decision.review == review.row.id).order_by("id")).all()
    for row, facts in zip(rows, review.decisions, strict=True):
        assert verifies(facts.record(), Signature(row.key, row.signature), key)
        assert not verifies({**facts.record(), "person": "p-other"}, Signature(row.key, row.signature), key)


def test_approving_beside_saving_never_publishes_what_was_not_approved(tmp_path: Path) -> None:
    """On a real PostgreSQL, again and again: whoever is first, the approved hash is the only one that can go out."""
    bank = world("postgresql", tmp_path)
    with ThreadPoolExecutor(2) as threads:
        for number in range(1, scaled(12, 500) + 1):
            bank.edit("bob", "template", "letter", version=f"1.{number}", note=str(number))
            bank.edit("bob", "template", "letter", title={"en": f"Letter {number}", "de": f"Brief {number}"})
            review = bank.submit("bob", ("template", "letter"))
            submitted, subject = bank.draft("template", "letter"), bank.review(review).row.subject
            carl, now = bank.who("carl"), datetime.now(UTC)
            text = bank.text("template", "letter").replace(f"Letter {number}".encode(), b"Meanwhile")
            saved = threads.submit(attempt, lambda text=text: bank.save("bob", "template", "letter", text))
            decided = threads.submit(decide, bank.home, carl, review, "approved", subject, bank.today, "", now)
            assert decided.result().state == "approved"
            assert saved.result() in ("", "version-taken")
            with bank.home.reading() as session:
                found = session.exec(select(Publication.hash).where(Publication.review == review)).all()
                bundles = session.exec(select(PublishedBundle.hashes).where(PublishedBundle.review == review)).all()
            assert found == [submitted]
            assert {json.loads(it)["template letter"] for it in bundles} == {submitted}
    bank.home.database.engine.dispose()


def attempt(what: object) -> str:
    """The code of the first thing that is refused; nothing if all went well."""
    try:
        what()  # type: ignore[operator]
    except Refused as refused:
        return refused.problems[0].code
    return ""


def test_a_later_text_that_is_approved_first_takes_nobodys_part_away(bank: World) -> None:
    """Versions of a clause lie beside each other: cora's is older than law's, and submitted when that is approved."""
    grant(bank.home, bank.who("ada"), "cora", Given("author", changes=tuple(ORDER[1:])), now=bank.clock())
    bank.edit("cora", "block", "notice", ("two months", "four months"), version="1.2")
    bank.edit("law", "block", "notice", ("four months", "three months"), version="1.1")
    first = submit(bank.home, bank.who("law"), [Wanted("block", "notice", "1.1")], bank.today, now=bank.clock())
    assert bank.approve(first).state == "approved"
    review = submit(bank.home, bank.who("law"), [Wanted("block", "notice", "1.2")], bank.today, now=bank.clock())
    with pytest.raises(Refused) as caught:
        bank.decide("cora", review)
    assert codes(caught) == ["own-work"]


def test_a_text_that_comes_back_is_still_of_who_wrote_it(bank: World) -> None:
    grant(bank.home, bank.who("ada"), "carl", Given("author"), now=bank.clock())
    bank.edit("carl", "template", "letter", ("You have", "There are"), version="1.2")
    text = bank.text("template", "letter")
    bank.edit("bob", "template", "letter", ("There are", "There remain"))
    bank.edit("bob", "template", "letter", version="1.1")
    bank.approve(
        submit(bank.home, bank.who("bob"), [Wanted("template", "letter")], bank.today, now=bank.clock()), "cora"
    )
    bank.save("bob", "template", "letter", text)
    review = bank.submit("bob", ("template", "letter"))
    with pytest.raises(Refused) as caught:
        bank.decide("carl", review)
    assert codes(caught) == ["own-work"]


def test_whose_wordings_meet_for_the_first_time_stay_out_of_it(bank: World) -> None:
    """Each was approved by itself; their combination was looked at by nobody."""
    for login in ("bob", "law"):
        for step in ("content", "compliance"):
            grant(bank.home, bank.who("ada"), login, Given("reviewer", step=step), now=bank.clock())
    clause_ = clause(bank)
    bank.edit("bob", "template", "reminder", ("You have", "There are"), version="1.1")
    bank.publish("bob", ("template", "reminder"))
    bank.approve(clause_)
    review = next(it for it in bank.reviews() if it.state == "in_review")
    assert review.row.kind == "bundles"
    for login in ("bob", "law"):
        with pytest.raises(Refused) as caught:
            bank.decide(login, review.row.id)
        assert codes(caught) == ["own-work"]
