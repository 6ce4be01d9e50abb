"""Where a run stands, whether it is running, was stopped, or is finished."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from ccm.batch.bad_rows import stopped_by
from ccm.batch.folder import RunFolder, read_json
from ccm.batch.journal import counted
from ccm.batch.lock import in_use
from ccm.batch.outcome import KINDS, Kind
from content_blocks.problem import Problem, refuse

State: TypeAlias = Literal["running", "unfinished", "stopped", "finished"]


@dataclass(frozen=True, slots=True)
class Status:
    """Rows by outcome so far, and about how many there will be.  A finished run has its `certificate`.

    A run that bad rows have stopped is `stopped`, for the reason that `problem` tells; it can be carried on like any
    other that is unfinished.
    """

    state: State
    rows: Mapping[Kind, int]
    expected: int | None
    certificate: Mapping[str, Any] | None
    supplements: Mapping[str, Status]
    problem: Problem | None = None


def status(out: Path) -> Status:
    """Look at a run without disturbing it; refused where there is none."""
    folder = RunFolder(out)
    if not folder.run.exists():
        raise refuse(str(out), "no-run-here")
    supplements = {added.path.name: status(added.path) for added in folder.supplements()}
    if folder.certificate.exists():
        certificate = read_json(folder.certificate)
        rows = certified_rows(certificate, folder)
        return Status("finished", rows, sum(rows.values()), certificate, supplements)
    rows, expected = counted(folder.journal), _expected(folder)
    if in_use(folder):
        return Status("running", rows, expected, None, supplements)
    problem = stopped_by(folder)
    return Status("stopped" if problem else "unfinished", rows, expected, None, supplements, problem)


def certified_rows(certificate: Mapping[str, Any], folder: RunFolder) -> dict[Kind, int]:
    """The certificate's rows by outcome; refused where it has none."""
    try:
        return {kind: int(certificate["rows"][kind]) for kind in KINDS}
    except (KeyError, TypeError, ValueError):
        raise refuse(folder.certificate.name, "run-file-damaged", file=folder.certificate.name) from None


def _expected(folder: RunFolder) -> int | None:
    try:
        text = folder.expected.read_text().strip()
    except FileNotFoundError:  # not begun, or just finished
        return None
    return int(text) if text else None
