"""Whoever is spoken to is told, once, and only of what is their business."""

from __future__ import annotations

from ccm.store.actor import Given
from ccm.store.commenting import comment, reply
from ccm.store.looking import looked
from ccm.store.noticing import count_unseen, mark_seen, notices
from ccm.store.people import add_person, grant, revoke
from tests.ccm.store.world import World

LETTER = "template/letter"


def told(bank: World, login: str, *, unseen: bool = True) -> list[tuple[str, str, str]]:
    return [(it.why, it.person, it.words) for it in notices(bank.home, bank.who(login), unseen=unseen)]


def test_who_is_mentioned_is_told_until_they_have_seen_it(bank: World) -> None:
    comment(bank.home, bank.who("bob"), LETTER, "Is that right, @law (or @dora)? Not a@carl.", now=bank.clock())
    assert told(bank, "law") == told(bank, "dora")
    assert told(bank, "law") == [("mentioned", "bob", "Is that right, @law (or @dora)? Not a@carl.")]
    assert told(bank, "carl") == told(bank, "bob") == []
    assert mark_seen(bank.home, bank.who("law"), now=bank.clock()) == 1
    assert mark_seen(bank.home, bank.who("law"), now=bank.clock()) == 0
    assert (told(bank, "law"), count_unseen(bank.home, bank.who("law"))) == ([], 0)
    assert len(told(bank, "law", unseen=False)) == 1
    assert count_unseen(bank.home, bank.who("dora")) == 1


def test_who_spoke_in_a_thread_is_told_of_answers(small: World) -> None:
    thread = comment(small.home, small.who("bob"), LETTER, "Working days?", now=small.clock())
    reply(small.home, small.who("law"), thread, "Yes.", now=small.clock())
    reply(small.home, small.who("bob"), thread, "Thanks @law", now=small.clock())
    assert told(small, "bob") == []  # who goes on has seen what they answer
    assert told(small, "bob", unseen=False) == [("answered", "law", "Yes.")]
    assert told(small, "law") == [("mentioned", "bob", "Thanks @law")]


def test_seen_is_what_one_opened(small: World) -> None:
    comment(small.home, small.who("bob"), LETTER, "Look, @law", now=small.clock())
    comment(small.home, small.who("bob"), "template/reminder", "And here, @law", now=small.clock())
    law = small.who("law")
    assert mark_seen(small.home, law, thing=LETTER, now=small.clock()) == 1
    assert told(small, "law") == [("mentioned", "bob", "And here, @law")]
    others = [it.id for it in notices(small.home, law)]
    assert mark_seen(small.home, small.who("dora"), others, now=small.clock()) == 0


def test_nobody_is_told_of_what_is_none_of_their_business(small: World) -> None:
    ada = small.who("ada")
    add_person(small.home, ada, "eve", "Eve", now=small.clock())
    grant(small.home, ada, "eve", Given("author", "template/reminder"), now=small.clock())
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    review = small.submit("bob", ("template", "letter"))
    for thing in (LETTER, f"review/{review}"):
        comment(small.home, small.who("bob"), thing, "@eve @nora", now=small.clock())
    assert told(small, "eve") == []
    assert count_unseen(small.home, small.who("nora")) == 0


def test_whose_work_it_is_about_is_told_of_a_new_thread(small: World) -> None:
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    thread = comment(small.home, small.who("carl"), LETTER, "Why?", now=small.clock())
    reply(small.home, small.who("carl"), thread, "I mean the number.", now=small.clock())
    review = small.submit("law", ("template", "letter"))
    comment(small.home, small.who("carl"), f"review/{review}", "And this?", now=small.clock())
    comment(small.home, small.who("law"), f"review/{review}", "A note of my own", now=small.clock())
    assert told(small, "bob") == [("yours", "carl", "Why?")]
    assert told(small, "law") == [("yours", "carl", "And this?")]


def test_who_looked_at_a_review_has_seen_what_is_said_there(small: World) -> None:
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    review = small.submit("bob", ("template", "letter"))
    comment(small.home, small.who("bob"), f"review/{review}", "Please, @carl", now=small.clock())
    comment(small.home, small.who("bob"), LETTER, "And @carl", now=small.clock())
    looked(small.home, small.who("carl"), review, small.clock())
    assert told(small, "carl") == [("mentioned", "bob", "And @carl")]


def test_a_page_is_full_although_some_is_nobodys_business_any_more(small: World) -> None:
    ada = small.who("ada")
    add_person(small.home, ada, "eve", "Eve", now=small.clock())
    areas = ("template/reminder", LETTER)
    *_, number = [grant(small.home, ada, "eve", Given("author", area), now=small.clock()) for area in areas]
    for thing in ("template/reminder", LETTER, LETTER, LETTER):
        comment(small.home, small.who("bob"), thing, f"@eve, {thing}", now=small.clock())
    revoke(small.home, ada, number, now=small.clock())
    assert [it.thing for it in notices(small.home, small.who("eve"), limit=2)] == ["template/reminder"]
    assert count_unseen(small.home, small.who("eve")) == 1
