"""What comes after approval: retiring, postponing, taking back, and where something is used."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ccm.libraries import approved_items
from ccm.personas import persona
from ccm.pipeline import Order, open_pipeline
from ccm.store.breaking_glass import break_glass
from ccm.store.retiring import postpone, retire, take_back
from ccm.store.submitting import Wanted, submit
from ccm.store.where_used import where_used
from content_blocks.problem import Refused
from tests.ccm.store.world import World

DECEMBER = date(2026, 12, 1)


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def clause(bank: World, start: date = DECEMBER) -> str:
    """The clause changed from a day on, and approved."""
    bank.edit(
        "law", "block", "notice", ("two months", "three months"), version="1.1", effective={"from": start.isoformat()}
    )
    return bank.publish("law", ("block", "notice")).row.id


def test_a_retired_version_makes_room_for_the_one_before(bank: World) -> None:
    clause(bank)
    assert "three" in bank.says(day=DECEMBER)
    before = bank.clock()
    retire(bank.home, bank.who("paul"), "block", "notice", "1.1", "a mistake in it", bank.clock())
    assert "two" in bank.says(day=DECEMBER)
    assert "three" in bank.says(day=DECEMBER, at=before)  # as far as was known then


def test_a_regulated_block_without_successor_stops_new_letters_with_a_reason(bank: World) -> None:
    retire(bank.home, bank.who("paul"), "block", "notice", "1.0", "the law is gone", bank.clock())
    with pytest.raises(Refused) as caught:
        bank.says()
    assert codes(caught) == ["block-not-in-force"]
    assert caught.value.problems[0].params["block"] == "notice"


def test_items_that_went_live_together_are_taken_back_together(bank: World) -> None:
    before = bank.hash()
    bank.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    bank.edit("law", "template", "letter", ("You have", "There are"), version="1.1")
    review = bank.publish("law", ("block", "notice"), ("template", "letter"))
    assert bank.hash() != before
    assert take_back(bank.home, bank.who("paul"), review.row.id, "too early", bank.clock()) == 2
    assert bank.hash() == before


def test_a_publisher_postpones_and_nothing_else(bank: World) -> None:
    review, later = clause(bank), DECEMBER + timedelta(days=31)
    with pytest.raises(Refused) as caught:
        postpone(bank.home, bank.who("paul"), review, DECEMBER - timedelta(days=1), "x", bank.today, bank.clock())
    assert codes(caught) == ["begins-earlier"]
    known = bank.clock()
    assert postpone(bank.home, bank.who("paul"), review, later, "the printer", bank.today, bank.clock()) == 1
    assert "two" in bank.says(day=later - timedelta(days=1))
    assert "three" in bank.says(day=later)
    assert "three" in bank.says(day=DECEMBER, at=known)


def test_what_has_begun_is_not_postponed(bank: World) -> None:
    review = clause(bank)
    with pytest.raises(Refused) as caught:
        postpone(bank.home, bank.who("paul"), review, date(2027, 1, 1), "x", DECEMBER, bank.clock())
    assert codes(caught) == ["begun-already"]


def test_words_in_the_log_are_text_that_can_be_shown(small: World) -> None:
    """What a terminal would act upon stands neither in a reason nor in a title."""
    words = "wrong number in the letter\x1b[2J"
    today, items = small.today, [Wanted("template", "letter")]
    for attempt in (
        lambda: retire(small.home, small.who("paul"), "block", "notice", "1.0", words, small.clock()),
        lambda: submit(small.home, small.who("bob"), items, today, title=words, now=small.clock()),
        lambda: break_glass(small.home, small.who("paul"), "letter", "en", "ahorn", 1, words, today, small.clock()),
    ):
        with pytest.raises(Refused) as caught:
            attempt()
        assert [it.code for it in caught.value.problems] == ["words-unwritable"]


@pytest.mark.parametrize("login", ["law", "bob", "carl", "ada", "olga", "udo", "nora"])
def test_only_a_publisher_does(bank: World, login: str) -> None:
    review = clause(bank)
    for act in (
        lambda: retire(bank.home, bank.who(login), "block", "notice", "1.1", "x", bank.clock()),
        lambda: take_back(bank.home, bank.who(login), review, "x", bank.clock()),
        lambda: postpone(bank.home, bank.who(login), review, date(2027, 1, 1), "x", bank.today, bank.clock()),
    ):
        with pytest.raises(Refused) as caught:
            act()
        assert codes(caught) == ["role-missing-for"]
    assert "three" in bank.says(day=DECEMBER)


def test_what_was_sent_once_is_the_same_bytes_years_later(bank: World, tmp_path: Path) -> None:
    """One clause changed once: all channels say so from its day on, and the old letter is the old letter."""
    sent = messages(bank, date(2026, 11, 15))
    known = bank.clock()
    clause(bank)
    retire(bank.home, bank.who("paul"), "block", "notice", "1.0", "superseded", bank.clock())
    new = messages(bank, DECEMBER)
    assert all(b"three months" in new[channel] for channel in ("sms",))
    assert b"three months" in new["email"].replace(b"=\r\n", b"")
    with bank.home.reading() as session:
        library = approved_items(bank.home, session, date(2026, 11, 15), known)
        again = open_pipeline(library, Order("letter", date(2026, 11, 15))).messages(record(bank))
    assert {message.channel: message.rendition and message.rendition.content for message in again} == sent


def messages(bank: World, day: date) -> dict[str, bytes]:
    """What goes out on a day, by channel."""
    with bank.home.reading() as session:
        found = open_pipeline(approved_items(bank.home, session, day), Order("letter", day)).messages(record(bank))
    assert [message.problems for message in found if message.problems] == []
    return {message.channel: message.rendition.content for message in found if message.rendition}


def record(bank: World) -> dict[str, object]:
    """Somebody's."""
    with bank.home.reading() as session:
        return persona(approved_items(bank.home, session, bank.today), "letter", "plain").record


def test_where_a_clause_is_used(bank: World) -> None:
    clause(bank)
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")  # a draft uses nothing yet
    found = where_used(bank.home, "block", "notice")
    assert [(use.kind, use.name, use.version) for use in found.uses if use.kind == "template"] == [
        ("template", "letter", "1.0"),
        ("template", "reminder", "1.0"),
    ]
    assert found.total == len(found.uses)


def test_where_used_goes_by_pages(bank: World) -> None:
    first = where_used(bank.home, "block", "notice", limit=1)
    assert first.next_after is not None
    second = where_used(bank.home, "block", "notice", after=first.next_after, limit=5)
    assert {*first.uses} & {*second.uses} == set()
    assert len(first.uses) + len(second.uses) == first.total == second.total
