"""The archive: out of force with all versions, nothing deleted, and back again by the way of every change."""

from __future__ import annotations

import pytest

from ccm.store.archiving import archive, bring_back
from ccm.store.listing import versions_of
from content_blocks.problem import Refused
from templates_store.choose import Kind
from tests.ccm.store.entering import entries, refusal
from tests.ccm.store.world import World

LETTER: tuple[Kind, str] = ("template", "letter")


def put_away(bank: World, login: str, name: str = "letter", reason: str = "Nobody sends it.") -> int:
    return archive(bank.home, bank.who(login), "template", name, reason, bank.clock())


def states(bank: World, name: str = "letter") -> list[tuple[str, str]]:
    return [(it.version, it.state) for it in versions_of(bank.home, "template", name)]


def test_all_versions_go_out_of_force_together(bank: World) -> None:
    bank.edit("bob", *LETTER, ("You have", "There are"), version="1.1")
    bank.publish("bob", LETTER)
    assert put_away(bank, "paul") == 2
    assert states(bank) == [("1.1", "retired"), ("1.0", "retired")]
    with pytest.raises(Refused):
        bank.hash()
    assert refusal(put_away, bank, "paul") == "archived-already"
    assert [it["what"] for it in entries(bank)][-3:] == ["retired", "retired", "archived"]


def test_it_comes_back_as_a_draft_that_somebody_has_to_approve(bank: World) -> None:
    put_away(bank, "paul")
    saved = bring_back(bank.home, bank.who("bob"), *LETTER, bank.clock())
    assert saved
    assert saved.version == "1.1"
    assert states(bank) == [("1.1", "draft"), ("1.0", "retired")]
    with pytest.raises(Refused):
        bank.hash()
    bank.publish("bob", LETTER)
    assert bank.hash()


def test_what_was_approved_takes_a_publisher_and_a_reason(small: World) -> None:
    assert refusal(put_away, small, "bob") == "role-missing-for"
    assert refusal(put_away, small, "paul", reason=" ") == "reason-missing"
    assert states(small) == [("1.0", "in force")]


def test_what_never_was_approved_takes_whoever_may_write_it(small: World) -> None:
    draft = small.text("template", "letter").decode().replace("template: letter", "template: new-one")
    small.save("bob", "template", "new-one", draft)
    assert refusal(put_away, small, "paul", "new-one") == "area-not-yours"
    assert put_away(small, "bob", "new-one") == 0
    assert refusal(bring_back, small.home, small.who("paul"), "template", "new-one", small.clock()) == "area-not-yours"
    assert bring_back(small.home, small.who("bob"), "template", "new-one", small.clock()) is None
    assert refusal(bring_back, small.home, small.who("bob"), "template", "new-one", small.clock()) == "not-archived"
    put_away(small, "bob", "new-one")
    small.edit("bob", "template", "new-one", ("You have", "There are"))  # whoever goes on writing takes it out
    assert refusal(bring_back, small.home, small.who("bob"), "template", "new-one", small.clock()) == "not-archived"


def test_nothing_goes_while_somebody_decides_about_it(small: World) -> None:
    small.edit("bob", *LETTER, ("You have", "There are"), version="1.1")
    small.submit("bob", LETTER)
    assert refusal(put_away, small, "paul") == "already-in-review"
