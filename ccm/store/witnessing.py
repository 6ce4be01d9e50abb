"""Runs held against the audit log: the entry that tells of a certificate, and its way up to a signed head."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from approvals.merkle import Proof, inclusion_proofs
from ccm.batch.folder import RunFolder, read_json
from ccm.batch.proof import ProvenRun, proven
from ccm.batch.snapshot import pinned
from ccm.store.auditing import SignedHead, newest_head
from ccm.store.home import Home, home_at, open_home
from ccm.store.turn import as_entry
from content_blocks.canonical import canonical_hash
from content_blocks.problem import Problem, Refused, refuse
from templates_store.database import Session, col, select
from templates_store.tables import Entry

FORMAT = 1


@dataclass(frozen=True)
class RunProof:
    """The proof of what became of one record: from its lines to certificates, and where a log tells of those, from the
    entries that do to a signed head.
    """

    record: str
    runs: tuple[ProvenRun, ...]
    entries: tuple[dict[str, Any], ...] = ()
    head: SignedHead | None = None

    def data(self) -> dict[str, Any]:
        """As `approvals/verifier.py` reads it."""
        entries = self.entries or (None,) * len(self.runs)
        return {
            "format": FORMAT,
            "id": self.record,
            "runs": [{**run.data(), "entry": entry} for run, entry in zip(self.runs, entries, strict=True)],
            "head": self.head.data() if self.head else None,
        }


def prove(out: Path, record: str, home: Home | None, kept: SignedHead | None = None) -> RunProof:
    """Prove what became of a record, to the newest head of a store's log or to one that somebody kept.

    Without a store (`witness_of`) the proof ends at the certificate.  Raises Refused where the record is not in the
    run, and where run, log and head do not go together.
    """
    runs = tuple(proven(out, record))
    if home is None and kept is None:
        return RunProof(record, runs)
    if home is None:
        raise refuse(str(out), "run-unlogged")
    with home.reading() as session:
        head = kept or newest_head(session, home.organisation)
        _refuse_foreign(head, home)
        entries = [_certified(session, home, run) for run in runs]
        return RunProof(record, runs, tuple(_led(session, home, entries, head)), head)


def witness_of(folder: RunFolder) -> Home | None:
    """The store whose log tells of a run; none for a run of templates in files, or of drafts.

    A store that the environment names counts for more than the one that the folder says.  Raises Refused where there
    is no run, or no store.
    """
    if not folder.run.exists():
        raise refuse(str(folder.path), "no-run-here")
    job = pinned(folder).job
    if "witness" not in job.places and job.approval is None:
        return None
    if (
        os.environ.get("CCM_HOME")
        or os.environ.get("CCM_DATABASE_URL")
        or not {"store", "organisation"} <= {*job.places}
    ):
        named = {"CCM_ORGANISATION": job.places["organisation"]} if "organisation" in job.places else {}
        return open_home({**named, **os.environ})
    return home_at(job.places)


def unlogged(home: Home, out: Path) -> list[Problem]:
    """The certificates of a run and its supplements that a log does not tell of."""
    first = RunFolder(out)
    found = []
    with home.reading() as session:
        for folder in (first, *first.supplements()):
            if folder.certificate.exists() and _entry(session, home, _hash(folder)) is None:
                problem = Problem(folder.certificate.name, "run-unlogged")
                found.append(problem if folder == first else problem.within(folder.path.name))
    return found


def _hash(folder: RunFolder) -> str:
    try:
        return canonical_hash(read_json(folder.certificate))
    except Refused:  # what cannot be read is told by who verifies the folder
        return ""


def _certified(session: Session, home: Home, run: ProvenRun) -> Entry:
    found = _entry(session, home, run.hash)
    if found is None:
        raise refuse(run.name, "run-unlogged")
    return found


def _entry(session: Session, home: Home, certificate: str) -> Entry | None:
    """The first entry that tells of a certificate; a run of the very same thing once more has the same one."""
    told = select(Entry).where(Entry.organisation == home.organisation, Entry.what == "run-certified")
    told = told.where(col(Entry.details).contains(f'"certificate":"{certificate}"'))
    return session.exec(told.order_by(col(Entry.place)).limit(1)).first()


def _refuse_foreign(head: SignedHead, home: Home) -> None:
    if head.head.log != home.organisation:
        raise refuse("", "head-elsewhere", log=head.head.log)
    if not head.is_right():
        raise refuse("", "head-unsigned", place=head.head.size)


def _led(session: Session, home: Home, entries: Collection[Entry], head: SignedHead) -> Iterable[dict[str, Any]]:
    """Entries with their ways up to a head; refused where it is over fewer of them, or over others."""
    size, paths = head.head.size, _paths(session, home, {entry.place for entry in entries}, head)
    for entry in entries:
        if entry.place >= size:
            raise refuse("", "head-too-early", size=size, place=entry.place)
        yield {"record": _record(entry), "path": [step.hex() for step in paths[entry.place]]}


def _paths(session: Session, home: Home, places: Collection[int], head: SignedHead) -> Mapping[int, Proof]:
    size = head.head.size
    leaves = select(Entry.leaf).where(Entry.organisation == home.organisation, Entry.place < size)
    found = enumerate(session.exec(leaves.order_by(col(Entry.place))))
    try:
        root, there, paths = inclusion_proofs((bytes.fromhex(leaf), place in places) for place, leaf in found)
    except ValueError:
        raise refuse("", "log-head", place=size) from None
    if there != size or root.hex() != head.head.root:
        raise refuse("", "log-cut" if there < size else "log-head", place=size)
    return paths


def _record(row: Entry) -> dict[str, Any]:
    """An entry as it was hashed; refused if it is not what it was then."""
    try:
        entry = as_entry(row)
        if entry.leaf() == row.leaf:
            return entry.record()
    except (ValueError, TypeError, AttributeError):
        pass
    raise refuse("", "log-entry", place=row.place)
