"""Runs forged from end to end: whoever owns the folder writes manifest, certificate and seal anew, to agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from ccm.batch.certificate import certificate_of, seal_of
from ccm.batch.folder import RunFolder, write_json
from ccm.batch.manifest import Tally
from ccm.batch.outcome import Line, json_line
from ccm.batch.snapshot import pinned
from tests.ccm.batch.samples import lines

Rows = list[list[Line]]


def rewrite(out: Path, change: Callable[[Rows], Rows]) -> None:
    """Write other rows into the manifest, numbered from 1, and seal them anew."""
    before = [list(row) for _, row in groupby(lines(out / "manifest.jsonl"), lambda line: line["row"])]
    after = [[{**line, "row": number} for line in row] for number, row in enumerate(change(before), start=1)]
    (out / "manifest.jsonl").write_text("".join(f"{json_line(line)}\n" for row in after for line in row))
    seal_anew(out, after)


def seal_anew(out: Path, rows: Iterable[list[Line]]) -> None:
    """Count the rows, and write certificate and seal to match."""
    folder, tally = RunFolder(out), Tally()
    for row in rows:
        outcomes = {line["outcome"] for line in row}
        tally.add_row(next(kind for kind in ("quarantined", "done", "skipped") if kind in outcomes))
        for line in row:
            tally.add_line(line, json_line(line))
    certificate = certificate_of(pinned(folder), tally, sha256(folder.quarantine.read_bytes()).hexdigest())
    write_json(folder.certificate, certificate)
    write_json(folder.seal, seal_of(certificate, datetime.now(UTC)))
