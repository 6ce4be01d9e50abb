"""What people say about reviews and drafts stays at the words it is about, and in nobody's mouth but theirs."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from ccm.store.auditing import export, verify
from ccm.store.commenting import Pinned, comment, reopen, reply, resolve, threads_of
from ccm.store.spoken_of import Spot
from content_blocks.problem import Refused
from templates_store.database import Broken, select
from templates_store.tables import Comment
from tests.ccm.store.world import World

DAYS = Spot("template", "letter", "opening", "text", "en", "{{ days | number }} days")


def code(caught: pytest.ExceptionInfo[Refused]) -> str:
    (problem,) = caught.value.problems
    return problem.code


def in_review(bank: World) -> str:
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    return bank.submit("bob", ("template", "letter"))


def say(bank: World, login: str, thing: str, words: str, spot: Spot | None = None) -> str:
    return comment(bank.home, bank.who(login), thing, words, spot, bank.clock())


def shown(found: Pinned) -> str:
    """Where a thread is now: `=` the very words, `~` what took their place."""
    if found.place is None or found.text is None:
        return "gone"
    return ("=" if found.place.found == "same" else "~") + found.text[found.place.start : found.place.end]


def test_a_thread_from_its_beginning_to_its_end(bank: World) -> None:
    thing = f"review/{in_review(bank)}"
    thread = say(bank, "carl", thing, "Are these working days?", DAYS)
    reply(bank.home, bank.who("bob"), thread, "Calendar days.", bank.clock())
    say(bank, "cora", thing, "Why now?")
    resolve(bank.home, bank.who("carl"), thread, now=bank.clock())
    first, second = threads_of(bank.home, bank.who("bob"), thing)
    assert [(it.kind, it.words, it.person) for it in first.thread.entries] == [
        ("said", "Are these working days?", bank.who("carl").id),
        ("said", "Calendar days.", bank.who("bob").id),
        ("resolved", "", bank.who("carl").id),
    ]
    assert (first.thread.open, second.thread.open) == (False, True)
    assert shown(first) == "={{ days | number }} days"
    assert (second.thread.pin, second.place) == (None, None)
    reopen(bank.home, bank.who("bob"), thread, "Not quite.", bank.clock())
    assert threads_of(bank.home, bank.who("bob"), thing)[0].thread.open


EDITS = {
    "elsewhere in the sentence": (("There are", "Only there are"), "={{ days | number }} days"),
    "of the words": (("number }} days", "number }} working days"), "~{{ days | number }} working days"),
    "that deletes the block": (("id: opening", "id: beginning"), "gone"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_words_are_found_again_after_an_edit(bank: World, edit: str) -> None:
    swap, expected = EDITS[edit]
    thing = f"review/{in_review(bank)}"
    say(bank, "carl", thing, "Are these working days?", DAYS)
    bank.edit("bob", "template", "letter", swap)
    (found,) = threads_of(bank.home, bank.who("carl"), thing)
    assert shown(found) == expected
    assert found.gone is (expected == "gone")


def test_each_language_has_places_of_its_own(bank: World) -> None:
    thing = "template/letter"
    say(bank, "carl", thing, "Sie or du?", Spot("template", "letter", "opening", "text", "de", "Sie haben"))
    say(bank, "carl", thing, "Who?", Spot("template", "letter", "opening", "text", "en", "You have"))
    say(bank, "carl", thing, "Shorter.", Spot("template", "letter", "", "messages.subject", "en"))
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    german, english, subject = threads_of(bank.home, bank.who("bob"), thing)
    assert (shown(german), shown(english), shown(subject)) == ("=Sie haben", "~There are", "=Your letter")


def test_a_comment_on_a_review_is_about_what_was_submitted(bank: World) -> None:
    thing = f"review/{in_review(bank)}"
    bank.edit("bob", "template", "letter", ("There are", "There remain"))
    spot = Spot("template", "letter", "opening", "text", "en", "There are")
    say(bank, "carl", thing, "Odd.", spot)
    assert shown(threads_of(bank.home, bank.who("bob"), thing)[0]) == "~There remain"
    with pytest.raises(Refused) as caught:
        say(bank, "carl", "template/letter", "Odd.", spot)
    assert code(caught) == "spot-other-words"


def test_the_second_of_two_same_words(bank: World) -> None:
    text = "Sie haben {{ days | number }} Tage."
    at = text.rindex("a")
    say(bank, "carl", "template/letter", "This a.", Spot("template", "letter", "opening", "text", "de", "a", at))
    (found,) = threads_of(bank.home, bank.who("carl"), "template/letter")
    assert found.place is not None
    assert found.place.start == at


Doing = Callable[[World, str], object]
REFUSED: dict[str, tuple[Doing, str]] = {
    "by a publisher": (lambda bank, thing: say(bank, "paul", thing, "Well."), "role-missing-for"),
    "by somebody without a role": (lambda bank, thing: say(bank, "nora", thing, "Well."), "role-missing-for"),
    "without words": (lambda bank, thing: say(bank, "carl", thing, " \n"), "comment-without-words"),
    "at too great length": (lambda bank, thing: say(bank, "carl", thing, "x" * 5001), "comment-too-long"),
    "in no characters": (lambda bank, thing: say(bank, "carl", thing, "a\x00b\ud800"), "words-unwritable"),
    "about no review": (lambda bank, _: say(bank, "carl", "review/r-none", "Well."), "review-unknown"),
    "about no draft": (lambda bank, _: say(bank, "carl", "template/none", "Well."), "item-not-known"),
    "about no kind": (lambda bank, _: say(bank, "carl", "letters/letter", "Well."), "item-not-known"),
    "about no name": (lambda bank, _: say(bank, "carl", "template/\x00", "Well."), "item-not-known"),
    "in no block": (
        lambda bank, thing: say(bank, "carl", thing, "Well.", Spot("template", "letter", "end", "text", "en")),
        "spot-unknown",
    ),
    "in no language": (
        lambda bank, thing: say(bank, "carl", thing, "Well.", Spot("template", "letter", "opening", "text", "fr")),
        "spot-unknown",
    ),
    "about other words": (
        lambda bank, thing: say(bank, "carl", thing, "Well.", Spot("template", "letter", "opening", "text", "en", "x")),
        "spot-other-words",
    ),
    "to no thread": (
        lambda bank, _: reply(bank.home, bank.who("carl"), "c-none", "Well.", bank.clock()),
        "thread-unknown",
    ),
    "resolving no thread": (
        lambda bank, _: resolve(bank.home, bank.who("carl"), "c-\x00", now=bank.clock()),
        "thread-unknown",
    ),
    "looking without a role": (lambda bank, thing: threads_of(bank.home, bank.who("nora"), thing), "role-missing-any"),
    "looking at no review": (lambda bank, _: threads_of(bank.home, bank.who("carl"), "review/r-0"), "review-unknown"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_refused(bank: World, what: str) -> None:
    doing, expected = REFUSED[what]
    thing = f"review/{in_review(bank)}"
    before = list(export(bank.home))
    with pytest.raises(Refused) as caught:
        doing(bank, thing)
    assert code(caught) == expected
    assert list(export(bank.home)) == before


def test_anybody_with_a_role_may_read(bank: World) -> None:
    thing = f"review/{in_review(bank)}"
    say(bank, "carl", thing, "Well.")
    for login in ("bob", "udo", "olga", "paul", "ada"):
        assert len(threads_of(bank.home, bank.who(login), thing)) == 1


def test_the_log_knows_who_spoke_and_not_what(bank: World) -> None:
    thing = f"review/{in_review(bank)}"
    say(bank, "carl", thing, "Unmistakable words.", DAYS)
    lines = list(export(bank.home))
    last = json.loads(lines[-1])
    assert (last["what"], last["person"], last["details"]["thing"]) == ("commented", bank.who("carl").id, thing)
    assert len(last["details"]["said"]) == 64
    assert "Unmistakable" not in "".join(lines)
    assert "number }} days" not in lines[-1]
    assert verify(bank.home) == []


def test_no_comment_is_changed_and_none_comes_past_the_log(bank: World) -> None:
    thing = f"review/{in_review(bank)}"
    thread = say(bank, "carl", thing, "No.")
    with bank.home.reading() as session:
        row = session.exec(select(Comment)).one()
        row.words = "Yes."
        with pytest.raises(Broken):
            session.flush()
    carl = bank.who("carl").id
    with bank.home.database.writing() as session:
        session.add(
            Comment(
                id="c-x",
                organisation="ahorn",
                thing=thing,
                thread=thread,
                kind="said",
                person=carl,
                at=bank.review(thing.removeprefix("review/")).row.submitted_at,
                words="Yes.",
            )
        )
    assert [(it.where, it.code) for it in verify(bank.home)] == [("comment 2", "row-unlogged")]
