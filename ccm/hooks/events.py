"""Events: entries of the audit log as they are told to others.  What is not in the log is not told.

An event says which versions, hashes and ids it is about.  People, and what they wrote in their own words, stay inside:
whoever may read that can ask for it by the id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from approvals.log import Entry
from approvals.record import instant, record_bytes

Facts = Mapping[str, Any]


class Kind(NamedTuple):
    """A kind of event: its name, the entries it comes from, and the facts of those that are told."""

    name: str
    what: str
    tells: tuple[str, ...]
    about: Callable[[Facts], Facts] = dict
    decision: str = ""


def _decided(details: Facts) -> Facts:
    return dict(details["record"])


KINDS = (
    Kind("review.submitted", "submitted", ("review", "subject", "change", "items", "bundles", "languages")),
    Kind("review.approved", "decided", ("review", "subject", "step"), _decided, "approved"),
    Kind("review.rejected", "decided", ("review", "subject", "step"), _decided, "rejected"),
    Kind("review.withdrawn", "decided", ("review", "subject"), _decided, "withdrawn"),
    Kind("review.published", "published", ("review", "subject")),
    Kind("glass.broken", "glass-broken", ("break_glass", "review", "bundle", "until"), _decided),
    Kind("item.postponed", "postponed", ("kind", "name", "version", "start")),
    Kind("item.retired", "retired", ("kind", "name", "version")),
    Kind("batch.ordered", "batch-ordered", ("batch", "template", "day")),
    Kind("batch.begun", "run-begun", ("run", "template", "bundles", "input", "as_of", "under_glass")),
    Kind(
        "batch.ended",
        "run-certified",
        ("run", "template", "bundles", "as_of", "certificate", "rows", "manifest", "under_glass"),
    ),
    Kind("batch.failed", "batch-failed", ("batch", "template", "exit_code")),
)
"""All kinds of events.  `review.approved` is one person's yes to one step, `review.published` that the last came."""

NAMES = tuple(kind.name for kind in KINDS)
TOLD_OF = frozenset(kind.what for kind in KINDS)
"""The entries that any event comes from."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event: what receivers know it by, which stays the same however often it is sent, its kind, and its body."""

    id: str
    kind: str
    body: bytes


def event_of(organisation: str, entry: Entry) -> Event | None:
    """The event that an entry is told as; None for an entry that is nobody's business outside."""
    for kind in KINDS:
        if kind.what == entry.what:
            facts = kind.about(entry.details)
            if kind.decision in ("", facts.get("decision")):
                return _event(organisation, entry, kind, facts)
    return None


def _event(organisation: str, entry: Entry, kind: Kind, facts: Facts) -> Event:
    """`leaf` is the entry's hash in the log's tree, so that a receiver can hold an event against an exported log."""
    told = {name: facts[name] for name in kind.tells if name in facts}
    about = {"organisation": organisation, "entry": entry.place, "leaf": entry.leaf(), **told}
    body = record_bytes({"type": kind.name, "timestamp": instant(entry.at), "data": about})
    return Event(f"{organisation}-{entry.place}-{entry.leaf()[:16]}", kind.name, body)
