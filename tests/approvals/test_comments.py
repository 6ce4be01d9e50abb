"""Threads are what their entries make of them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from approvals.comments import LONGEST, CommentEntry, EntryKind, Thread, refuse_entry, threads
from approvals.pin import Pin
from approvals.refusal import NotAllowed
from tests.approvals.histories import START

PIN = Pin("template letter", "demand", "text", "en", "14 days", "within ", ".")


def entry(number: int, thread: str, kind: EntryKind = "said", words: str = "", thing: str = "review/r") -> CommentEntry:
    said = words or ("Why?" if kind == "said" else "")
    pin = PIN if str(number) == thread else None
    return CommentEntry(str(number), thing, thread, "carl", START + timedelta(minutes=number), kind, said, pin)


def test_threads_are_put_together_in_order() -> None:
    said = [entry(1, "1"), entry(2, "2"), entry(3, "1"), entry(4, "2", "resolved"), entry(5, "9")]
    found = threads(reversed(said))
    assert [(thread.id, [one.id for one in thread.entries], thread.open) for thread in found] == [
        ("1", ["1", "3"], True),
        ("2", ["2", "4"], False),
    ]
    assert all(thread.pin == PIN for thread in found)


@pytest.mark.parametrize(
    ("kinds", "is_open"),
    [
        ([], True),
        (["said"], True),
        (["resolved"], False),
        (["resolved", "said"], False),
        (["resolved", "reopened"], True),
        (["resolved", "reopened", "resolved"], False),
    ],
)
def test_when_a_thread_waits_for_an_answer(kinds: list[EntryKind], is_open: bool) -> None:
    (thread,) = threads([entry(1, "1"), *(entry(n, "1", kind) for n, kind in enumerate(kinds, start=2))])
    assert thread.open is is_open


OPEN = Thread((entry(1, "1"),))
DONE = Thread((entry(1, "1"), entry(2, "1", "resolved")))

REFUSED: dict[str, tuple[CommentEntry, Thread | None, str]] = {
    "resolving what nobody said": (entry(3, "3", "resolved"), None, "thread-unknown"),
    "a reply to nothing": (entry(3, "1"), None, "thread-unknown"),
    "a reply to another thread": (entry(3, "2"), OPEN, "thread-unknown"),
    "a reply from another review": (entry(3, "1", thing="review/s"), OPEN, "thread-unknown"),
    "no words": (entry(3, "1", words=" \n"), OPEN, "comment-without-words"),
    "too many": (entry(3, "1", words="x" * (LONGEST + 1)), OPEN, "comment-too-long"),
    "half a character": (entry(3, "1", words="no\ud83d"), OPEN, "words-unwritable"),
    "a control character": (entry(3, "1", words="no\x00"), OPEN, "words-unwritable"),
    "reopening what is open": (entry(3, "1", "reopened"), OPEN, "thread-open"),
    "resolving what is resolved": (entry(3, "1", "resolved"), DONE, "thread-resolved"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_which_entries_are_refused(what: str) -> None:
    added, thread, code = REFUSED[what]
    with pytest.raises(NotAllowed) as refused:
        refuse_entry(added, thread)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("added", "thread"),
    [
        (entry(3, "3"), None),
        (entry(3, "1"), OPEN),
        (entry(3, "1"), DONE),
        (entry(3, "1", words="Zoë: \u200ewhy?\r\n\t👩‍⚖️ thinks so."), OPEN),
        (entry(3, "1", "resolved"), OPEN),
        (entry(3, "1", "reopened"), DONE),
    ],
)
def test_which_are_taken(added: CommentEntry, thread: Thread | None) -> None:
    refuse_entry(added, thread)
    before = list(thread.entries) if thread else []
    assert threads([*before, added])[0].entries[-1] == added
