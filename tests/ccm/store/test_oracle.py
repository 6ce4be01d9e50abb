"""The oracle can find fault: with any one rule out of order, in the program and the database, it says which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from approvals.review import open_step
from ccm.store.actor import Given
from ccm.store.breaking_glass import break_glass
from ccm.store.lending import end_lending, lend
from ccm.store.people import grant
from ccm.store.publishing import publish
from ccm.store.retiring import retire
from ccm.store.reviews import filed
from templates_store.resolve import resolve
from tests.ccm.store.looking import look
from tests.ccm.store.oracle import Fault, Oracle
from tests.ccm.store.world import World
from tests.raw_program import Raw

Patched = pytest.MonkeyPatch


def anybody(review: Any, decisions: Any, _voter: Any, _subject: str) -> tuple[str, None]:
    """A rule of four eyes that lets everybody vote."""
    step = open_step(review, decisions)
    assert step is not None
    return step.id, None


def clause(bank: World) -> str:
    """A review of regulated wording."""
    bank.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    return bank.submit("law", ("block", "notice"))


def own_work(bank: World, patch: Patched) -> None:
    patch.setattr("ccm.store.voting.vote", anybody)
    grant(bank.home, bank.who("ada"), "law", Given("reviewer", step="content"), now=bank.clock())
    bank.decide("law", clause(bank))


def no_reviewer(bank: World, patch: Patched) -> None:
    patch.setattr("ccm.store.voting.vote", anybody)
    bank.decide("nora", clause(bank))


def too_few(bank: World, _patch: Patched) -> None:
    review = clause(bank)
    bank.decide("carl", review)
    with bank.home.turn(bank.clock()) as turn:
        publish(turn, filed(turn.session, bank.home.organisation, review))


def not_lent_any_more(bank: World, patch: Patched) -> None:
    patch.setattr("approvals.delegation.Delegation.covers", lambda _lent, _at: True)
    review = clause(bank)
    number = lend(bank.home, bank.who("carl"), "content", "nora", bank.now, bank.now + timedelta(days=1), bank.clock())
    end_lending(bank.home, bank.who("carl"), number, bank.clock())
    bank.decide("nora", review)


def author_forgotten(bank: World, patch: Patched) -> None:
    patch.setattr("ccm.store.proposal.authors_of", lambda *_item: set())
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    bank.submit("law", ("template", "letter"))


def lock_open(bank: World, patch: Patched) -> None:
    patch.setattr("ccm.store.saving._refuse_forbidden", lambda _session, _by, _revision: None)
    bank.edit("bob", "template", "letter", ("mandatory: true", "mandatory: false"), version="1.1")


def wording_of_others(bank: World, patch: Patched) -> None:
    patch.setattr("ccm.store.saving._refuse_forbidden", lambda _session, _by, _revision: None)
    bank.edit("bob", "block", "notice", ("two months", "one month"), version="1.1")


def never_approved_together(bank: World, patch: Patched) -> None:
    def newest(shelf: Any, library: Any, template: Any, language: str, brand: str, day: Any) -> Any:
        return resolve(library(shelf), template, language, brand, day)

    patch.setattr("templates_store.store_library.bundle_in_force", newest)
    review = clause(bank)
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    bank.publish("bob", ("template", "letter"))
    bank.approve(review)


def retired_all_the_same(bank: World, patch: Patched) -> None:
    patch.setattr("templates_store.choose._has_begun", lambda entry, day, _at: not entry.start or entry.start <= day)
    retire(bank.home, bank.who("paul"), "block", "notice", "1.0", "a mistake", bank.clock())


def before_its_day(bank: World, patch: Patched) -> None:
    patch.setattr("templates_store.choose._has_begun", lambda _entry, _day, _at: True)
    patch.setattr("templates_store.choose.Listed.covers", lambda _entry, _day: True)
    bank.edit("law", "block", "notice", ("two months", "three months"), version="1.1", effective={"from": "2027-01-01"})
    bank.publish("law", ("block", "notice"))


def glass_for_ever(bank: World, patch: Patched) -> None:
    patch.setattr("ccm.store.glasses.open_at", lambda _glass, _state, _at: True)
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    why = "It cannot wait for anybody"
    break_glass(bank.home, bank.who("paul"), "letter", "en", "ahorn", 1, why, bank.today, bank.clock())
    bank.now += timedelta(hours=2)


def glass_for_anybody(bank: World, patch: Patched) -> None:
    patch.setattr("ccm.store.breaking_glass.refuse_glass", lambda *_glass, **_may: None)
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    break_glass(bank.home, bank.who("nora"), "letter", "en", "ahorn", 1, "why not", bank.today, bank.clock())


BROKEN: dict[Callable[[World, Patched], None], str] = {
    own_work: "somebody decided about their own work",
    no_reviewer: "somebody decided who does not review that",
    too_few: "something was published that not enough people agreed to",
    not_lent_any_more: "a right was used that was not lent",
    author_forgotten: "somebody behind a change is not among its authors",
    lock_open: "somebody changed the use of a clause that others own",
    wording_of_others: "somebody changed wording that others own",
    never_approved_together: "a bundle goes out that no finished review is about",
    retired_all_the_same: "block notice goes out although it was retired",
    before_its_day: "block notice goes out before its day",
    glass_for_ever: "a glass is open that is closed",
    glass_for_anybody: "somebody broke a glass who may not",
}


@pytest.mark.parametrize("happens", BROKEN, ids=lambda it: it.__name__)
def test_a_rule_that_is_not_kept_is_found(
    small: World, monkeypatch: Patched, happens: Callable[[World, Patched], None]
) -> None:
    oracle = Oracle(small.home.organisation)
    look(small, oracle, Counter())
    Raw(small.home).unguarded()
    happens(small, monkeypatch)
    with pytest.raises(Fault, match=BROKEN[happens]):
        look(small, oracle, Counter())
