"""Somebody from outside sees a review by a link, says what they think, and decides nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from approvals.guest_link import GuestLink as LinkFacts
from approvals.guest_link import link_token
from approvals.opinion import Stance
from ccm.store.actor import Actor
from ccm.store.api_keys import make_key, of_key
from ccm.store.auditing import export, verify
from ccm.store.founding import found
from ccm.store.home import Home
from ccm.store.inviting import MOST, end_invitation, give_opinion, guest, invitations, invite
from ccm.store.opinions import opinions
from ccm.store.people import disable
from content_blocks.problem import Refused
from content_blocks.redline import as_text
from templates_store.database import select
from templates_store.tables import Decision, Opinion
from tests.ccm.store.world import World, settle


def code(caught: pytest.ExceptionInfo[Refused]) -> str:
    (problem,) = caught.value.problems
    return problem.code


def in_review(bank: World) -> str:
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    return bank.submit("bob", ("template", "letter"))


def link(bank: World, review: str, name: str = "Zoë Ångström, auditors") -> str:
    return invite(bank.home, bank.who("carl"), review, name, 7, bank.clock())


def say(bank: World, token: str, stance: Stance, words: str = "") -> None:
    give_opinion(bank.home, token, stance, words, bank.clock())


def test_a_guest_sees_the_change_and_says_what_they_think(bank: World) -> None:
    review = in_review(bank)
    token = link(bank, review)
    say(bank, token, "against", "It is colder now.")
    seen = guest(bank.home, token, bank.now)
    assert (seen.organisation, seen.guest, seen.state) == ("Ahorn Bank", "Zoë Ångström, auditors", "in_review")
    assert seen.subject == bank.review(review).row.subject
    (item,) = seen.items
    assert item.redline is not None
    assert "There are" in as_text(item.redline, "en")
    assert [(it.stance, it.words) for it in seen.said] == [("against", "It is colder now.")]
    (opinion,) = opinions(bank.home, bank.who("bob"), review)
    assert (opinion.guest, opinion.stance, opinion.subject) == (seen.guest, "against", seen.subject)


def test_no_number_of_opinions_moves_a_review(bank: World) -> None:
    review = in_review(bank)
    for number in range(5):
        token = link(bank, review, f"Guest {number}")
        for _ in range(3):
            say(bank, token, "for")
            say(bank, token, "against", "No.")
    with bank.home.reading() as session:
        assert len(session.exec(select(Opinion)).all()) == 30
        assert session.exec(select(Decision).where(Decision.review == review)).all() == []
    stands = bank.review(review)
    assert (stands.state, stands.decisions) == ("in_review", ())
    assert stands.step is not None
    assert bank.decide("carl", review).state == "approved"


def test_a_guest_by_the_login_of_a_reviewer_is_none(bank: World) -> None:
    review = in_review(bank)
    say(bank, link(bank, review, "carl"), "for")
    assert bank.review(review).decisions == ()
    assert bank.decide("carl", review).state == "approved"


def elsewhere(bank: World) -> World:
    """Another organisation in the same database."""
    database = {"CCM_DATABASE_URL": bank.home.database.engine.url.render_as_string(hide_password=False)}
    found("birke", "Birke", {"CCM_HOME": str(bank.home.place), **database}, bank.now).database.engine.dispose()
    other = World(Home(bank.home.place, bank.home.database, "birke"), bank.now)
    settle(other.home, ("ada", "bob", "carl"))
    return other


def ended(bank: World, review: str) -> str:
    token = link(bank, review)
    (invitation,) = invitations(bank.home, bank.who("carl"), review)
    end_invitation(bank.home, bank.who("carl"), invitation.id, bank.clock())
    return token


def over(bank: World, review: str) -> str:
    token = link(bank, review)
    bank.now += timedelta(days=7)
    return token


def touched(bank: World, review: str) -> str:
    token = link(bank, review)
    return token[:10] + ("A" if token[10] != "A" else "B") + token[11:]


def foreign(bank: World, review: str) -> str:
    """Signed by another organisation of the same database, for a review of ours."""
    facts = LinkFacts("opinion", review, "Zoë", bank.now + timedelta(days=7), "n")
    return link_token(facts, elsewhere(bank).home.signing_key())


def unwritten(bank: World, review: str) -> str:
    """Signed with our key, but never made by anybody who may invite."""
    return link_token(LinkFacts("opinion", review, "Zoë", bank.now + timedelta(days=7), "n"), bank.home.signing_key())


def inviter_shut_out(bank: World, review: str) -> str:
    token = link(bank, review)
    disable(bank.home, bank.who("ada"), "carl", bank.clock())
    return token


Making = Callable[[World, str], str]
NOT_VALID: dict[str, Making] = {
    "one that is over": over,
    "one that was taken back": ended,
    "one that was touched": touched,
    "one by somebody who was shut out": inviter_shut_out,
    "another organisation's": foreign,
    "one that nobody was sent": unwritten,
    "none at all": lambda _bank, _review: "",
    "no token": lambda _bank, _review: "\x00\ud800",
}


@pytest.mark.parametrize("which", NOT_VALID)
def test_links_that_lead_nowhere_are_refused_alike(bank: World, which: str) -> None:
    review = in_review(bank)
    token = NOT_VALID[which](bank, review)
    before = list(export(bank.home))
    for use in (guest, lambda home, it, now: give_opinion(home, it, "for", "", now)):
        with pytest.raises(Refused) as caught:
            use(bank.home, token, bank.now)
        assert [(it.where, it.code, dict(it.params)) for it in caught.value.problems] == [("", "link-not-valid", {})]
    assert list(export(bank.home)) == before


def test_our_own_link_is_none_in_another_organisation(bank: World) -> None:
    token = link(bank, in_review(bank))
    with pytest.raises(Refused) as caught:
        guest(elsewhere(bank).home, token, bank.now)
    assert code(caught) == "link-not-valid"


def test_after_the_decision_a_guest_can_look_and_says_no_more(bank: World) -> None:
    review = in_review(bank)
    token = link(bank, review)
    bank.approve(review)
    assert guest(bank.home, token, bank.now).state == "approved"
    with pytest.raises(Refused) as caught:
        say(bank, token, "for")
    assert code(caught) == "review-over"
    with pytest.raises(Refused) as caught:
        link(bank, review)
    assert code(caught) == "review-over"


Doing = Callable[[World, str], object]
OPINIONS: dict[str, tuple[Doing, str]] = {
    "against, without a word": (lambda bank, token: say(bank, token, "against"), "opinion-without-words"),
    "at too great length": (lambda bank, token: say(bank, token, "comment", "x" * 5001), "opinion-too-long"),
    "in no characters": (lambda bank, token: say(bank, token, "comment", "\x00"), "words-unwritable"),
    "as a vote": (lambda bank, token: say(bank, token, "approved"), "opinion-stance"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("what", OPINIONS)
def test_which_opinions_are_refused(bank: World, what: str) -> None:
    doing, expected = OPINIONS[what]
    with pytest.raises(Refused) as caught:
        doing(bank, link(bank, in_review(bank)))
    assert code(caught) == expected


def test_one_link_is_good_for_so_many_opinions(small: World) -> None:
    token = link(small, in_review(small))
    for _ in range(MOST):
        say(small, token, "for")
    with pytest.raises(Refused) as caught:
        say(small, token, "for")
    assert code(caught) == "opinions-enough"


def by_key(bank: World) -> Actor:
    return of_key(bank.home, make_key(bank.home, bank.who("bob"), "mail", ["write"], 9, bank.clock()), bank.now)


INVITATIONS: dict[str, tuple[Callable[[World], Actor], str, int, list[str]]] = {
    "by a publisher": (lambda bank: bank.who("paul"), "Zoë", 7, ["role-missing-for"]),
    "by a program": (by_key, "Zoë", 7, ["person-needed"]),
    "of nobody, for ever": (lambda bank: bank.who("carl"), " ", 31, ["guest-name", "invitation-days"]),
    "of two lines, for no day": (lambda bank: bank.who("carl"), "Zoë\nY", 0, ["guest-name", "invitation-days"]),
}


@pytest.mark.parametrize("what", INVITATIONS)
def test_which_invitations_are_refused(bank: World, what: str) -> None:
    who, name, days, expected = INVITATIONS[what]
    review, by = in_review(bank), who(bank)
    with pytest.raises(Refused) as caught:
        invite(bank.home, by, review, name, days, bank.clock())
    assert [it.code for it in caught.value.problems] == expected


def test_an_invitation_is_taken_back_by_who_made_it_or_an_administrator(bank: World) -> None:
    review = in_review(bank)
    link(bank, review), link(bank, review, "Yan")
    first, second = invitations(bank.home, bank.who("bob"), review)
    assert {first.guest, second.guest} == {"Zoë Ångström, auditors", "Yan"}
    with pytest.raises(Refused) as caught:
        end_invitation(bank.home, bank.who("bob"), first.id, bank.clock())
    assert code(caught) == "invitation-of-others"
    end_invitation(bank.home, bank.who("carl"), first.id, bank.clock())
    end_invitation(bank.home, bank.who("ada"), second.id, bank.clock())
    assert all(it.ended for it in invitations(bank.home, bank.who("bob"), review))
    for unknown in (first.id, "none", "\x00"):
        with pytest.raises(Refused) as caught:
            end_invitation(bank.home, bank.who("carl"), unknown, bank.clock())
        assert code(caught) == "invitation-unknown"


def test_all_of_it_is_in_the_log_but_what_was_said(bank: World) -> None:
    review = in_review(bank)
    token = link(bank, review)
    say(bank, token, "comment", "Unmistakable words.")
    lines = list(export(bank.home))
    invited, said = (json.loads(line) for line in lines[-2:])
    assert (invited["what"], invited["person"], invited["details"]["review"]) == (
        "guest-invited",
        bank.who("carl").id,
        review,
    )
    assert (said["what"], said["person"], said["details"]["link"]) == (
        "opinion-given",
        None,
        invited["details"]["link"],
    )
    assert "Unmistakable" not in "".join(lines)
    assert token.partition(".")[0] not in "".join(lines)
    assert verify(bank.home) == []
