"""What changed since somebody's own last look, also where the same was submitted once more."""

from __future__ import annotations

import json

import pytest

from ccm.store.auditing import export, verify
from ccm.store.commenting import comment
from ccm.store.inviting import give_opinion, invite
from ccm.store.looking import Since, looked, since_last_look
from content_blocks.problem import Refused
from content_blocks.redline import as_text
from tests.ccm.store.world import World


def code(caught: pytest.ExceptionInfo[Refused]) -> str:
    (problem,) = caught.value.problems
    return problem.code


def in_review(bank: World) -> str:
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    return bank.submit("bob", ("template", "letter"))


def look(bank: World, login: str, review: str) -> None:
    looked(bank.home, bank.who(login), review, bank.clock())


def since(bank: World, login: str, review: str) -> Since:
    return since_last_look(bank.home, bank.who(login), review)


def redline(found: Since) -> str:
    (item,) = found.items
    return as_text(item.redline, "en") if item.redline else ""


def resubmitted(bank: World, first: str) -> str:
    """Rejected, edited and submitted once more."""
    bank.decide("cora", first, "rejected", "Too curt.")
    bank.edit("bob", "template", "letter", ("number }} days", "number }} days left"))
    return bank.submit("bob", ("template", "letter"))


def test_a_first_look_shows_all_that_changes(bank: World) -> None:
    found = since(bank, "carl", in_review(bank))
    assert (found.at, found.items[0].against, found.decisions) == (None, "approved", ())
    assert "There are" in redline(found)


def test_a_second_look_shows_what_was_said_meanwhile(bank: World) -> None:
    review = in_review(bank)
    look(bank, "carl", review)
    found = since(bank, "carl", review)
    assert (found.comments, found.opinions, found.items[0].against, found.items[0].same) == ((), (), "seen", True)
    comment(bank.home, bank.who("bob"), f"review/{review}", "Mind the second line.", now=bank.clock())
    comment(bank.home, bank.who("cora"), "template/letter", "A draft of mine.", now=bank.clock())
    comment(bank.home, bank.who("carl"), f"review/{review}", "My own.", now=bank.clock())
    token = invite(bank.home, bank.who("carl"), review, "Zoë", 7, bank.clock())
    give_opinion(bank.home, token, "for", "", bank.clock())
    found = since(bank, "carl", review)
    assert [it.words for it in found.comments] == ["Mind the second line.", "A draft of mine."]
    assert [it.guest for it in found.opinions] == ["Zoë"]
    look(bank, "carl", review)
    assert since(bank, "carl", review).comments == ()
    assert len(since(bank, "cora", review).comments) == 2


def test_of_what_is_submitted_again_only_what_is_new_to_me(bank: World) -> None:
    first = in_review(bank)
    look(bank, "carl", first)
    comment(bank.home, bank.who("cora"), f"review/{first}", "Say what is left.", now=bank.clock())
    second = resubmitted(bank, first)
    carls, doras = since(bank, "carl", second), since(bank, "dora", second)
    assert (carls.items[0].against, doras.items[0].against) == ("seen", "approved")
    assert "left" in redline(carls)
    assert "There are" in redline(doras)
    assert "[-You" not in redline(carls)
    assert [it.words for it in carls.comments] == ["Say what is left."]
    assert [(it.kind, it.reason) for it in carls.decisions] == [("rejected", "Too curt.")]
    assert carls.at is not None
    look(bank, "carl", second)
    assert since(bank, "carl", second).items[0].same
    assert since(bank, "carl", second).decisions == ()


def test_another_letter_is_none_of_it(bank: World) -> None:
    first = in_review(bank)
    bank.edit("bob", "template", "reminder", ("You have", "There are"), version="1.1")
    comment(bank.home, bank.who("cora"), f"review/{first}", "Say what is left.", now=bank.clock())
    look(bank, "carl", first)
    other = since(bank, "carl", bank.submit("bob", ("template", "reminder")))
    assert (other.at, other.comments, other.items[0].against) == (None, (), "approved")


def test_what_is_new_has_nothing_to_be_compared_with(bank: World) -> None:
    text = bank.text("template", "letter").decode().replace("template: letter", "template: fresh")
    bank.save("bob", "template", "fresh", text)
    (item,) = since(bank, "carl", bank.submit("bob", ("template", "fresh"))).items
    assert (item.against, item.redline, item.same) == ("nothing", None, False)


def test_a_look_is_noted_once(bank: World) -> None:
    review = in_review(bank)
    look(bank, "carl", review)
    lines = list(export(bank.home))
    last = json.loads(lines[-1])
    assert (last["what"], last["person"]) == ("looked", bank.who("carl").id)
    assert last["details"] == {"review": review, "subject": bank.review(review).row.subject}
    look(bank, "carl", review)
    assert list(export(bank.home)) == lines
    assert verify(bank.home) == []


def test_who_has_no_role_does_not_look(bank: World) -> None:
    review = in_review(bank)
    for doing in (look, since):
        with pytest.raises(Refused) as caught:
            doing(bank, "nora", review)
        assert code(caught) == "role-missing-any"
        with pytest.raises(Refused) as caught:
            doing(bank, "carl", "r-none")
        assert code(caught) == "review-unknown"
