"""A turn: one use case that writes.  What it does stands in the log, and its end is a signed head over all of it.

One writer of an organisation at a time: SQLite has one writer anyway, on PostgreSQL the row of the log is held.  Time
in the log never goes back, whatever the clock does.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

from approvals import log
from approvals.keys import SigningKey
from approvals.merkle import GrowingTree
from approvals.record import instant, record_bytes
from templates_store.database import Session, select
from templates_store.tables import Entry, Head, Log


@dataclass
class Turn:
    """What a use case that writes works with.  `at` is its instant, the same for all that it does."""

    session: Session
    organisation: str
    at: datetime
    state: Log
    tree: GrowingTree = field(repr=False)

    @property
    def now(self) -> str:
        """The instant as tables hold it."""
        return instant(self.at)

    def log(self, what: str, person: str | None, /, **details: Any) -> None:
        """Add an entry: who did what, about which names and hashes; never a recipient's data."""
        entry = log.Entry(self.tree.size, self.at, person, what, details)
        self.session.add(
            Entry(
                organisation=self.organisation,
                place=entry.place,
                at=self.now,
                person=person,
                what=what,
                details=record_bytes(details).decode(),
                leaf=entry.leaf(),
            )
        )
        self.tree.add_leaf(bytes.fromhex(entry.leaf()))

    def seal(self, key: SigningKey) -> None:
        """Sign what the log has become, if anything was added to it."""
        if self.tree.size == self.state.size:
            return
        head = log.Head(self.organisation, self.tree.size, self.tree.root().hex(), self.at)
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
    return Turn(session, organisation, at, state, GrowingTree(state.size, peaks))


def parsed(at: str) -> datetime:
    """An instant as tables hold it, read back."""
    return datetime.fromisoformat(at)


def as_entry(row: Entry) -> log.Entry:
    """An entry as it is hashed."""
    return log.Entry(row.place, parsed(row.at), row.person, row.what, cast("dict[str, Any]", json.loads(row.details)))
