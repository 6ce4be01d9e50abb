"""The certificate: what a finished run adds up to.  It is written last; without it a run is not finished.

It depends on input, job and as-of day alone, so that two runs of the same thing have the same certificate.  What
depends on this very run, its clock, host and operator, is in the seal.
"""

from __future__ import annotations

import getpass
import platform
from datetime import datetime
from typing import Any

from ccm.batch.folder import RunFolder, sync_all, write_json
from ccm.batch.journal import Journal
from ccm.batch.manifest import Tally, write_lists
from ccm.batch.shards import located
from ccm.batch.snapshot import Snapshot
from content_blocks.canonical import canonical_hash

FORMAT = 1


def certify(folder: RunFolder, snapshot: Snapshot, journal: Journal, now: datetime) -> dict[str, Any]:
    """Write manifest, quarantine list, seal and certificate, in this order; returns the certificate."""
    rows = snapshot.options.bundle
    outcomes = located(journal, rows) if rows else journal
    tally, quarantine = write_lists(outcomes, folder.manifest, folder.quarantine)
    sync_all(folder)
    certificate = certificate_of(snapshot, tally, quarantine)
    snapshot.job.tell("run-certified", {**snapshot.facts(), **facts_of(certificate)})
    write_json(folder.seal, seal_of(certificate, now))
    write_json(folder.certificate, certificate)
    return certificate


def certificate_of(snapshot: Snapshot, tally: Tally, quarantine: str) -> dict[str, Any]:
    """What the certificate says."""
    return {
        "format": FORMAT,
        "run": snapshot.hash(),
        "input": snapshot.input.sha256,
        "bundles": dict(snapshot.job.bundles),
        "fingerprint": dict(snapshot.job.fingerprint),
        "as_of": snapshot.job.as_of,
        "supplement_to": snapshot.supplement_to,
        "approval": snapshot.job.approval,
        **tally.as_json(),
        "quarantine": quarantine,
    }


def facts_of(certificate: dict[str, Any]) -> dict[str, Any]:
    """What a witness is told of a certificate: its hash and its counts."""
    return {"certificate": canonical_hash(certificate), **{name: certificate[name] for name in ("rows", "manifest")}}


def seal_of(certificate: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Who finished the run, when and where; `signature` is none as long as nobody signs."""
    return {
        "certificate": canonical_hash(certificate),
        "finished": now.isoformat(timespec="seconds"),
        "host": platform.node(),
        "operator": _operator(),
        "signature": None,
    }


def _operator() -> str | None:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return None
