"""Comments: threads about a place in what is reviewed or drafted, computed from entries that are only ever added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

from approvals.pin import Pin
from approvals.plain_words import refuse_unwritable
from approvals.record import instant, record_hash
from approvals.refusal import NotAllowed

LONGEST = 5_000
"""In characters."""

EntryKind = Literal["said", "resolved", "reopened"]


@dataclass(frozen=True, slots=True)
class CommentEntry:
    """One entry of a thread; the first one says something and may have a pin.  `thread` is the first entry's id.

    `thing` is what is talked about: `review/ID`, or for a draft `KIND/NAME`.
    """

    id: str
    thing: str
    thread: str
    person: str
    at: datetime
    kind: EntryKind
    words: str = ""
    pin: Pin | None = None

    def record(self) -> dict[str, Any]:
        """What is logged: of what it says, and about which words, only a hash."""
        said = {"comment": self.id, "words": self.words, "pin": asdict(self.pin) if self.pin else None}
        return {
            "comment": self.id,
            "thing": self.thing,
            "thread": self.thread,
            "person": self.person,
            "at": instant(self.at),
            "kind": self.kind,
            "said": record_hash(said),
        }


@dataclass(frozen=True, slots=True)
class Thread:
    """What was said about one place, in order."""

    entries: tuple[CommentEntry, ...]

    @property
    def id(self) -> str:
        """The id of its first entry."""
        return self.entries[0].id

    @property
    def pin(self) -> Pin | None:
        """What it is about; none for the whole thing."""
        return self.entries[0].pin

    @property
    def open(self) -> bool:
        """Whether it waits for an answer: until it is resolved, and again once it is reopened."""
        ends = [entry.kind for entry in self.entries if entry.kind != "said"]
        return not ends or ends[-1] == "reopened"


def threads(entries: Iterable[CommentEntry]) -> tuple[Thread, ...]:
    """The threads by the time they began; entries to a thread that never began are left out."""
    found: dict[str, list[CommentEntry]] = {}
    for entry in sorted(entries, key=lambda entry: (entry.at, entry.id != entry.thread)):
        if entry.id == entry.thread or entry.thread in found:
            found.setdefault(entry.thread, []).append(entry)
    return tuple(Thread(tuple(said)) for said in found.values())


def refuse_entry(entry: CommentEntry, thread: Thread | None) -> None:
    """Raises NotAllowed for an entry that cannot be added to a thread, or begin one where there is none."""
    if thread is None and (entry.kind != "said" or entry.id != entry.thread):
        raise NotAllowed("thread-unknown")
    if thread is not None and (thread.id != entry.thread or thread.entries[0].thing != entry.thing):
        raise NotAllowed("thread-unknown")
    if entry.kind == "said" and not entry.words.strip():
        raise NotAllowed("comment-without-words")
    if len(entry.words) > LONGEST:
        raise NotAllowed("comment-too-long", limit=LONGEST)
    refuse_unwritable(entry.words)
    if thread is not None and entry.kind == ("reopened" if thread.open else "resolved"):
        raise NotAllowed("thread-open" if thread.open else "thread-resolved")
