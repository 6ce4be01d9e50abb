"""A turn: one use case that writes.  What it does stands in the log, and its end is a signed head over all of it.

One writer of an organisation at a time: SQLite has one writer anyway, on PostgreSQL the row of the log is held.  Time
in the log never goes back, whatever the clock does.  The last entry of a turn holds marks of all rows that it wrote
(`templates_store.marks`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, cast

from approvals.keys import SigningKey
from approvals.log import Entry as EntryFacts
from approvals.log import Head as HeadFacts
from approvals.merkle import GrowingTree
from approvals.record import instant, record_bytes
from templates_store.database import Session, col, select
from templates_store.marks import Marks, watched
from templates_store.tables import Entry, Head, Log


@dataclass
class Turn:
    """What a use case that writes works with.  `at` is its instant, the same for all that it does.

    `key` is the public key that the log is signed with now.
    """

    session: Session
    organisation: str
    at: datetime
    state: Log
    key: str
    tree: GrowingTree = field(repr=False)
    written: Marks = field(repr=False)
    waiting: list[EntryFacts] = field(default_factory=list, repr=False)

    @property
    def now(self) -> str:
        """The instant as tables hold it."""
        return instant(self.at)

    def log(self, what: str, person: str | None, /, **details: Any) -> None:
        """Add an entry: who did what, about which names and hashes; never a recipient's data."""
        self.waiting.append(EntryFacts(self.state.size + len(self.waiting), self.at, person, what, details))

    def seal(self, key: SigningKey) -> None:
        """Write the entries and sign what the log has become; a turn that did nothing leaves it as it was."""
        self.session.flush()
        rows = self.written.record()
        if rows and not self.waiting:
            self.log("kept", None)
        if not self.waiting:
            return
        self.waiting[-1] = replace(self.waiting[-1], rows=rows)
        for entry in self.waiting:
            self._write(entry)
        self._sign(key)

    def _write(self, entry: EntryFacts) -> None:
        leaf = entry.leaf()
        self.session.add(
            Entry(
                organisation=self.organisation,
                place=entry.place,
                at=self.now,
                person=entry.person,
                what=entry.what,
                details=record_bytes(entry.details).decode(),
                rows=record_bytes(entry.rows).decode() if entry.rows else "",
                leaf=leaf,
            )
        )
        self.tree.add_leaf(bytes.fromhex(leaf))

    def _sign(self, key: SigningKey) -> None:
        head = HeadFacts(self.organisation, self.tree.size, self.tree.root().hex(), self.at)
        signature = key.sign(head.record())
        self.session.add(
            Head(
                organisation=self.organisation,
                size=head.size,
                root=head.root,
                at=self.now,
                key=key.public,
                signature=signature.value,
            )
        )
        self.state.size = self.tree.size
        self.state.peaks = json.dumps([digest.hex() for digest in self.tree.complete])
        self.session.add(self.state)


def begun(session: Session, organisation: str, now: datetime) -> Turn:
    """The turn of an organisation's writer, which waits for the one before it."""
    state = session.exec(select(Log).where(Log.organisation == organisation).with_for_update()).one()
    last = session.get(Entry, (organisation, state.size - 1))
    at = max(now.astimezone(UTC), parsed(last.at)) if last else now.astimezone(UTC)
    peaks = [bytes.fromhex(digest) for digest in json.loads(state.peaks)]
    key = key_now(session, state)
    return Turn(session, organisation, at, state, key, GrowingTree(state.size, peaks), watched(session))


def key_now(session: Session, state: Log) -> str:
    """The public key that a log is signed with: the one it was rotated to last, or that of its founding."""
    found = select(Entry.details).where(Entry.organisation == state.organisation, Entry.what == "key-rotated")
    last = session.exec(found.order_by(col(Entry.place).desc()).limit(1)).first()
    return str(json.loads(last)["key"]) if last else state.key


def parsed(at: str) -> datetime:
    """An instant as tables hold it, read back."""
    return datetime.fromisoformat(at)


def as_entry(row: Entry) -> EntryFacts:
    """An entry as it is hashed."""
    details = cast("dict[str, Any]", json.loads(row.details))
    return EntryFacts(row.place, parsed(row.at), row.person, row.what, details, json.loads(row.rows or "{}"))
