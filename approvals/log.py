"""The audit log: entries that are only ever added, under a Merkle tree (RFC 6962) whose heads are signed.

Whoever keeps a head elsewhere can later tell that every entry under it is still there, unchanged and in order: an
edit, a deletion, a swap, an insertion, a cut-off tail and an old backup all give another root.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from approvals.merkle import GrowingTree, leaf_hash
from approvals.record import instant, record_bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its place from 0, the instant, who did it (none: the system itself), what, and the details.

    Details never hold personal data of recipients.  `rows` are hashes of what was written to the store together with
    this entry and those before it since the last head, by table.
    """

    place: int
    at: datetime
    person: str | None
    what: str
    details: dict[str, Any]
    rows: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def record(self) -> dict[str, Any]:
        """What is hashed and exported."""
        return {
            "place": self.place,
            "at": instant(self.at),
            "person": self.person,
            "what": self.what,
            "details": self.details,
            **({"rows": self.rows} if self.rows else {}),
        }

    def leaf(self) -> str:
        """The entry's leaf hash in the tree, in hexadecimal."""
        return leaf_hash(record_bytes(self.record())).hex()


@dataclass(frozen=True, slots=True)
class Head:
    """The tree at a size: its root says everything about the entries before that."""

    log: str
    size: int
    root: str
    at: datetime

    def record(self) -> dict[str, Any]:
        """What is signed and exported; `log` names the organisation's log."""
        return {"log": self.log, "size": self.size, "root": self.root, "at": instant(self.at)}


def root_of(leaves: Iterable[str]) -> tuple[int, str]:
    """Size and root of the tree over leaf hashes in hexadecimal."""
    tree = GrowingTree()
    for leaf in leaves:
        tree.add_leaf(bytes.fromhex(leaf))
    return tree.size, tree.root().hex()


def peaks_of(leaves: Iterable[str]) -> list[str]:
    """The roots of the complete subtrees over leaf hashes, all in hexadecimal: what a log is continued from."""
    tree = GrowingTree()
    for leaf in leaves:
        tree.add_leaf(bytes.fromhex(leaf))
    return [digest.hex() for digest in tree.complete]


def faults(entries: Iterable[Entry], stored: Iterable[str], heads: Iterable[Head]) -> Iterator[tuple[str, int]]:
    """What is wrong with a log: a code and the place or size it is about.

    `stored` are the leaf hashes as they were written down with the entries; `heads` are signed ones, by size, whose
    signatures have been checked.  A head kept elsewhere is worth more than one that lies beside the log.
    """
    tree, waiting = GrowingTree(), sorted(heads, key=lambda head: head.size)
    for place, (entry, leaf) in enumerate(zip(entries, stored, strict=True)):
        while waiting and waiting[0].size == tree.size:
            yield from _against(waiting.pop(0), tree)
        if entry.place != place:
            yield "log-place", place
            return
        if entry.leaf() != leaf:
            yield "log-entry", place
        tree.add_leaf(bytes.fromhex(entry.leaf()))
    for head in waiting:
        if head.size > tree.size:
            yield "log-cut", head.size
        else:
            yield from _against(head, tree)


def _against(head: Head, tree: GrowingTree) -> Iterator[tuple[str, int]]:
    if head.root != tree.root().hex():
        yield "log-head", head.size
