"""A guest by link says what they think, and it never counts as a vote."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from approvals.guest_link import GuestLink
from approvals.opinion import LONGEST, Opinion, Stance, give, standing
from approvals.refusal import NotAllowed
from approvals.review import State, state
from tests.approvals.histories import START, review, step

LINK = GuestLink("opinion", "r", "Zoë", START + timedelta(days=7), "n")
REVIEW = review(step("legal"))

REFUSED: dict[str, tuple[GuestLink, State, Stance, str, datetime, str]] = {
    "by a link to another review": (replace(LINK, review="s"), "in_review", "for", "", START, "link-not-valid"),
    "by a link for something else": (replace(LINK, kind="look"), "in_review", "for", "", START, "link-not-valid"),
    "too late": (LINK, "in_review", "for", "", LINK.expires, "link-expired"),
    "after the decision": (LINK, "approved", "for", "", START, "review-over"),
    "against it, without a word": (LINK, "in_review", "against", " \n", START, "opinion-without-words"),
    "a comment without a word": (LINK, "in_review", "comment", "", START, "opinion-without-words"),
    "in what is no text": (LINK, "in_review", "comment", "\x1b[2J", START, "words-unwritable"),
    "at too great length": (LINK, "in_review", "comment", "x" * (LONGEST + 1), START, "opinion-too-long"),
}


@pytest.mark.parametrize("how", REFUSED)
def test_which_opinions_are_refused(how: str) -> None:
    link, reached, stance, words, at, code = REFUSED[how]
    with pytest.raises(NotAllowed) as refused:
        give(link, REVIEW, reached, stance, words, at)
    assert refused.value.code == code


def test_an_opinion_is_about_exactly_what_was_submitted_and_decides_nothing() -> None:
    given = give(LINK, REVIEW, "in_review", "for", "", START)
    assert (given.guest, given.subject, given.link) == ("Zoë", REVIEW.subject, "n")
    assert state(REVIEW, []) == "in_review"
    assert "decision" not in given.record()


def test_the_last_word_of_each_guest_stands_and_every_comment() -> None:
    def said(guest: str, stance: Stance, minute: int) -> Opinion:
        return Opinion("r", guest, stance, f"{minute}", START + timedelta(minutes=minute), REVIEW.subject, "n")

    given = [
        said("Zoë", "for", 1),
        said("Yan", "against", 2),
        said("Zoë", "comment", 3),
        said("Zoë", "against", 4),
        said("Yan", "comment", 5),
    ]
    assert [opinion.words for opinion in standing(reversed(given))] == ["2", "3", "4", "5"]
