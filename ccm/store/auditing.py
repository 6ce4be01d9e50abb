"""The audit log as auditors use it: verified, exported, and its head as something to keep elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from approvals import log
from approvals.decision import Decision as DecisionFacts
from approvals.keys import Signature, key_id, verifies
from approvals.record import record_bytes
from ccm.store.auditing_rows import rows_differ
from ccm.store.home import Home
from ccm.store.reviews import Filed, read_back
from ccm.store.signers import Signers, signers
from ccm.store.turn import as_entry
from content_blocks.problem import Problem, refuse
from templates_store.database import Broken, Session, col, select
from templates_store.tables import Decision, Entry, Head, Log, Publication, PublishedBundle, Review
from templates_store.triggers import guards_lacking


@dataclass(frozen=True)
class SignedHead:
    """A head of the log with its signature and the public key that made it: what others keep."""

    head: log.Head
    public: str
    signature: str

    def data(self) -> dict[str, Any]:
        """As `ccm audit head` prints it, and as the verifier reads it."""
        return {**self.head.record(), "public_key": self.public, "signature": self.signature}

    def is_right(self) -> bool:
        """Whether the key made this signature over this head."""
        return verifies(self.head.record(), Signature(key_id(self.public), self.signature), self.public)


def head(home: Home) -> SignedHead:
    """The newest head."""
    with home.reading() as session:
        return newest_head(session, home.organisation)


def newest_head(session: Session, organisation: str) -> SignedHead:
    """The newest head of an organisation's log, which has had one since it was founded."""
    found = select(Head).where(Head.organisation == organisation).order_by(col(Head.size).desc())
    return _signed(session.exec(found.limit(1)).one())


def keys_of(session: Session, organisation: str) -> list[str]:
    """The public keys that an organisation has signed with, the first one first."""
    state = session.exec(select(Log).where(Log.organisation == organisation)).one()
    rotated = select(Entry).where(Entry.organisation == organisation, Entry.what == "key-rotated")
    found = signers(state.key, session.exec(rotated.order_by(col(Entry.place))))
    return [key for _, key in found.keys]


def read_head(content: bytes) -> SignedHead:
    """A head that was kept elsewhere; raises Refused if it is none."""
    try:
        data = json.loads(content)
        facts = log.Head(str(data["log"]), int(data["size"]), str(data["root"]), datetime.fromisoformat(data["at"]))
        return SignedHead(facts, str(data["public_key"]), str(data["signature"]))
    except (ValueError, KeyError, TypeError):
        raise refuse("", "head-damaged") from None


def export(home: Home) -> Iterator[str]:
    """The log's entries as JSON lines, the bytes that were hashed."""
    with home.reading() as session:
        for row in _entries(session, home.organisation):
            yield record_bytes(as_entry(row).record()).decode()


def verify(home: Home, kept: Iterable[SignedHead] = ()) -> list[Problem]:
    """Everything that is not as it was written: entries, heads, signatures, every row of the store against the log, and
    the rules that the database is to keep.

    `kept` are heads that lay elsewhere; they count for more than any in the database, which whoever restored an old
    backup has restored as well.
    """
    try:
        return _verified(home, list(kept))
    except (Broken, TypeError, ValueError):  # what is there can be no value of its column; SQLite takes any
        return [Problem("", "store-unreadable")]


def _verified(home: Home, kept: list[SignedHead]) -> list[Problem]:
    with home.reading() as session:
        state = session.exec(select(Log).where(Log.organisation == home.organisation)).one()
        rows = list(_entries(session, home.organisation))
        problems = [*_foreign(home, kept), *_unreadable(rows)]
        if not any(problem.code == "log-entry" for problem in problems):  # else there is nothing to go by
            problems += _log_differs(session, state, rows, kept)
            problems += _decisions_differ(session, home.organisation, rows, signers(state.key, rows))
            problems += _reviews_differ(session, home.organisation, rows)
            problems += rows_differ(session, home.organisation, rows)
        problems += [Problem(name, "guard-missing") for name in guards_lacking(session.connection())]
        return list({problem.identity(): problem for problem in problems}.values())


def _log_differs(session: Session, state: Log, rows: list[Entry], kept: list[SignedHead]) -> Iterator[Problem]:
    """What speaks against the log itself: its entries, its heads and those kept elsewhere, and what it goes on from."""
    heads, keys = [], signers(state.key, rows)
    for row in session.exec(select(Head).where(Head.organisation == state.organisation)):
        try:
            heads.append(_signed(row))
        except ValueError:
            yield Problem(str(row.size), "head-unsigned", {"place": row.size})
    yield from _unsigned([*heads, *kept], keys)
    yield from _founded_otherwise(state, rows)
    facts = [found.head for found in (*heads, *kept)]
    for code, place in log.faults((as_entry(row) for row in rows), [row.leaf for row in rows], facts):
        yield Problem(f"{place}", code, {"place": place})
    if len(rows) != state.size or (rows and max((it.head.size for it in heads), default=0) != len(rows)):
        yield Problem(str(len(rows)), "log-size", {"place": len(rows)})
    elif state.peaks != json.dumps(log.peaks_of(as_entry(row).leaf() for row in rows)):
        yield Problem(str(len(rows)), "log-peaks")


def _unreadable(rows: Iterable[Entry]) -> Iterator[Problem]:
    """Entries that the program cannot have written."""
    for row in rows:
        try:
            entry = as_entry(row)
            entry.leaf()
            readable = isinstance(entry.details, dict) and all(isinstance(marks, list) for marks in entry.rows.values())
        except (ValueError, TypeError, AttributeError):
            readable = False
        if not readable:
            yield Problem(f"{row.place}", "log-entry", {"place": row.place})


def _entries(session: Session, organisation: str) -> Iterable[Entry]:
    return session.exec(select(Entry).where(Entry.organisation == organisation).order_by(col(Entry.place)))


def _signed(row: Head) -> SignedHead:
    facts = log.Head(row.organisation, row.size, row.root, datetime.fromisoformat(row.at))
    return SignedHead(facts, row.key, row.signature)


def _foreign(home: Home, kept: Iterable[SignedHead]) -> Iterator[Problem]:
    for found in kept:
        if found.head.log != home.organisation:
            yield Problem(found.head.log, "head-elsewhere", {"log": found.head.log})


def _unsigned(heads: Iterable[SignedHead], keys: Signers) -> Iterator[Problem]:
    for found in heads:
        if found.public != keys.of_head(found.head.size) or not found.is_right():
            yield Problem(str(found.head.size), "head-unsigned", {"place": found.head.size})


def _founded_otherwise(state: Log, rows: list[Entry]) -> Iterator[Problem]:
    """A log begins with the entry that names its first key."""
    first = json.loads(rows[0].details) if rows and rows[0].what == "founded" else {}
    if first.get("key") != state.key or first.get("organisation") != state.organisation:
        yield Problem("0", "log-founded-otherwise")


def _decisions_differ(session: Session, organisation: str, rows: Iterable[Entry], keys: Signers) -> Iterator[Problem]:
    """Decisions that the log does not know or knows otherwise, and signatures that are not ours."""
    logged = {_mark(json.loads(row.details)): row.place for row in rows if row.what == "decided"}
    stored = {}
    for row in session.exec(select(Decision).where(Decision.organisation == organisation)):
        try:
            record = _facts(row).record()
        except (ValueError, KeyError, TypeError):
            record = {}
        details = {"record": record, "key": row.key, "signature": row.signature}
        stored[_mark(details)] = row.review
        signer = keys.of_entry(logged.get(_mark(details), 0))
        if not verifies(record, Signature(row.key, row.signature), signer):
            yield Problem(f"review {row.review}", "decision-unsigned", {"review": row.review})
    for mark, review in stored.items():
        if mark not in logged:
            yield Problem(f"review {review}", "decision-unlogged", {"review": review})
    for mark, place in logged.items():
        if mark not in stored:
            yield Problem(str(place), "decision-gone", {"place": place})


def _mark(details: Mapping[str, Any]) -> str:
    return record_bytes(details).decode()


def _reviews_differ(session: Session, organisation: str, rows: Iterable[Entry]) -> Iterator[Problem]:
    """Reviews whose rows no longer give the subject that was logged, and publications that lack their approvals."""
    submitted = [json.loads(row.details) for row in rows if row.what == "submitted"]
    logged = {str(details.get("review")): details.get("subject") for details in submitted}
    states = {}
    for review in session.exec(select(Review).where(Review.organisation == organisation)).all():
        found = _readable(session, review)
        states[review.id] = found.state if found else None
        if found is None or not found.facts.subject == review.subject == logged.get(review.id):
            yield Problem(f"review {review.id}", "review-altered", {"review": review.id})
    for name in logged.keys() - states.keys():
        yield Problem(f"review {name}", "review-gone", {"review": name})
    for name in _published(session, organisation):
        if states.get(name) != "approved":
            yield Problem(f"review {name}", "published-unapproved", {"review": name})


def _readable(session: Session, review: Review) -> Filed | None:
    try:
        return read_back(session, review)
    except (ValueError, KeyError, TypeError):
        return None


def _published(session: Session, organisation: str) -> list[str]:
    """The reviews that something was published of."""
    found: set[str] = set()
    for table in (Publication, PublishedBundle):
        found |= set(session.exec(select(table.review).where(table.organisation == organisation).distinct()))
    return sorted(found)


def _facts(row: Decision) -> DecisionFacts:
    return DecisionFacts(
        row.review,
        row.kind,  # type: ignore[arg-type]
        row.person,
        datetime.fromisoformat(row.at),
        row.subject,
        row.step or None,
        row.voter if row.voter != row.person else None,
        row.reason,
    )


def write_lines(lines: Iterable[str], path: Path) -> int:
    """Write lines to a file; returns how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(f"{line}\n")
            count += 1
    return count
