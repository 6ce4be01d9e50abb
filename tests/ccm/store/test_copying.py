"""A copy is a new item with the locks of the old one: copying is no way around them."""

from __future__ import annotations

import pytest

from ccm.store.actor import Given
from ccm.store.copying import Copy, copy_item
from ccm.store.people import add_person, grant
from content_blocks.stamp import stamp
from content_blocks.yaml_source import read_yaml, write_yaml
from templates_store.choose import Kind
from tests.ccm.store.entering import refusal, refusals
from tests.ccm.store.world import World

LETTER: tuple[Kind, str] = ("template", "letter")


def copied(bank: World, login: str, to: str = "copy", of: str = "letter", **wanted: object) -> None:
    copy_item(bank.home, bank.who(login), "template", of, Copy(to, **wanted), bank.clock())  # type: ignore[arg-type]


def content(bank: World, name: str = "copy") -> dict[str, object]:
    return dict(read_yaml(bank.text("template", name).decode()).content)


@pytest.fixture
def locked(small: World) -> World:
    """The letter with a headline that compliance has locked, approved."""
    small.edit("law", *LETTER, ("level: 1", "level: 1\n    lock: locked"), version="1.1")
    small.publish("law", LETTER)
    return small


def test_a_copy_says_the_same_under_its_own_name_and_title(small: World) -> None:
    copied(small, "bob", title="Another letter")
    made, letter = content(small), content(small, "letter")
    assert made == {**letter, "template": "copy", "version": "1.0", "title": "Another letter"}


def test_a_copy_speaks_some_of_the_languages(small: World) -> None:
    copied(small, "bob", languages=("de",))
    made = content(small)
    assert made["languages"] == ["de"]
    assert made["title"] == {"de": "Ein Schreiben"}
    assert "You have" not in small.text("template", "copy").decode()
    small.publish("law", ("template", "copy"))
    assert refusal(copied, small, "bob", "second", languages=("fr",)) == "language-not-listed"


def test_locked_wording_stays_locked_in_a_copy(locked: World) -> None:
    copied(locked, "bob")
    edit = ("Your letter", "Any letter")
    assert "locked" in refusals(locked.edit, "bob", "template", "copy", edit)
    assert "locked" in refusals(locked.edit, "bob", "template", "copy", ("lock: locked", "lock: open"))
    without = {**content(locked), "body": [it for it in content(locked)["body"] if it["id"] != "headline"]}  # type: ignore[attr-defined]
    assert "locked" in refusals(locked.save, "bob", "template", "copy", write_yaml(without))  # type: ignore[arg-type]
    locked.edit("bob", "template", "copy", ("You have", "There are"))
    locked.edit("law", "template", "copy", ("lock: locked", "lock: open"))


def test_locks_that_were_opened_in_a_draft_are_not_open_in_a_copy(locked: World) -> None:
    """A draft that compliance has opened says nothing yet, and a copy of it is measured against what was approved."""
    locked.edit("law", *LETTER, ("lock: locked", "lock: open"), version="1.2")
    assert "locked" in refusals(copied, locked, "bob", "copy", "letter", drafted=True)
    copied(locked, "bob")
    assert "lock: locked" in locked.text("template", "copy").decode()


def test_a_copy_of_a_copy_is_bound_as_the_first_one_is(locked: World) -> None:
    copied(locked, "bob")
    locked.edit("law", "template", "copy", ("lock: locked", "lock: open"))
    assert "locked" in refusals(copied, locked, "bob", "second", "copy", drafted=True)
    copied(locked, "law", "second", "copy", drafted=True)
    assert "locked" in refusals(locked.edit, "bob", "template", "second", ("Your letter", "Any letter"))


def test_authors_go_on_in_a_copy_in_which_compliance_opened_a_lock(locked: World) -> None:
    """What the copy began as keeps what it locks all the same, and taking the lock out is compliance's alone."""
    copied(locked, "bob")
    locked.edit("law", "template", "copy", ("lock: locked", "lock: open"))
    locked.edit("bob", "template", "copy", ("You have", "There are"))
    assert "locked" in refusals(locked.edit, "bob", "template", "copy", ("Your letter", "Any letter"))
    locked.edit("law", "template", "copy", ("Your letter", "This letter"))
    assert "locked" in refusals(locked.edit, "bob", "template", "copy", ("This letter", "Your letter"))
    locked.edit("bob", "template", "copy", ("There are", "You have"))


def test_a_copy_with_locked_wording_takes_the_way_of_regulated_wording(locked: World) -> None:
    """Also where the workflow lets new templates pass without compliance."""
    workflow = "workflow: standard\nversion: '2.0'\ntitle: {en: Short, de: Kurz}\nsteps:\n" + "".join(
        f"  - id: {step}\n    title: {{en: S, de: S}}\n    question: {{en: Q, de: F}}\n    quorum: 1\n    days: 5\n"
        for step in ("content", "compliance")
    )
    routes = "routes: {rule: [content], regulated wording: [content, compliance]}\n"
    locked.save("law", "workflow", "standard", workflow + routes)
    locked.publish("law", ("workflow", "standard"))
    copied(locked, "bob")
    found = locked.review(locked.submit("bob", ("template", "copy")))
    assert found.row.change == "regulated wording"
    assert [it.id for it in found.facts.steps] == ["content", "compliance"]


def test_wording_that_was_typed_off_is_for_compliance_to_decide(locked: World) -> None:
    """Nobody can keep an author from typing; but something new is a rule, and rules pass compliance."""
    typed = locked.text("template", "letter").decode().replace("lock: locked", "lock: open")
    typed = typed.replace("template: letter", "template: typed").replace("Your letter", "Any letter")
    locked.save("bob", "template", "typed", write_yaml(stamp(read_yaml(typed).content, "en")))
    found = locked.review(locked.submit("bob", ("template", "typed")))
    assert found.row.change == "rule"
    assert [it.id for it in found.facts.steps] == ["content", "compliance"]


def test_who_wrote_the_draft_that_was_copied_is_an_author_of_the_copy(small: World) -> None:
    small.edit("law", *LETTER, ("You have", "There are"), version="1.1")
    grant(small.home, small.who("ada"), "law", Given("reviewer", step="content"), now=small.clock())
    copied(small, "bob", drafted=True)
    review = small.submit("bob", ("template", "copy"))
    assert refusal(small.decide, "law", review) == "own-work"


def test_a_copy_of_a_copy_forgets_nobody_who_wrote_it(small: World) -> None:
    small.edit("law", *LETTER, ("You have", "There are"), version="1.1")
    grant(small.home, small.who("ada"), "law", Given("reviewer", step="content"), now=small.clock())
    copied(small, "bob", drafted=True)
    copied(small, "bob", "second", "copy", drafted=True)
    review = small.submit("bob", ("template", "second"))
    assert refusal(small.decide, "law", review) == "own-work"


def test_who_wrote_what_was_approved_may_approve_a_copy(small: World) -> None:
    grant(small.home, small.who("ada"), "law", Given("reviewer", step="content"), now=small.clock())
    copied(small, "bob")
    assert small.decide("law", small.submit("bob", ("template", "copy"))).state == "in_review"


def test_a_content_block_is_copied_by_who_may_write_regulated_wording(small: World) -> None:
    wanted = Copy("notice-two")
    assert (
        refusal(copy_item, small.home, small.who("bob"), "block", "notice", wanted, small.clock()) == "change-not-yours"
    )
    copy_item(small.home, small.who("law"), "block", "notice", wanted, small.clock())
    assert read_yaml(small.text("block", "notice-two").decode()).content["lock"] == "locked"
    assert refusal(small.edit, "bob", "block", "notice-two", ("lock: locked", "lock: open"), citation="") == (
        "change-not-yours"
    )


def test_copies_stay_where_one_may_write(small: World) -> None:
    ada = small.who("ada")
    add_person(small.home, ada, "eve", "Eve", now=small.clock())
    grant(small.home, ada, "eve", Given("author", "template/eve-*"), now=small.clock())
    assert refusal(copied, small, "eve", "eve-letter", "letter") == "item-not-known"
    grant(small.home, ada, "eve", Given("auditor"), now=small.clock())
    assert refusal(copied, small, "eve", "letter-two", "letter") == "area-not-yours"
    copied(small, "eve", "eve-letter", "letter")
    assert refusal(copied, small, "eve", "eve-letter", "letter") == "item-name-taken"


def test_personas_come_along(small: World) -> None:
    copied(small, "bob")
    assert small.draft("persona", "copy/plain")
