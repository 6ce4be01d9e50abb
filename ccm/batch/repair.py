"""Repair a finished run: make files that are missing or changed again, byte for byte, from the pinned input."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from ccm.batch import intake
from ccm.batch.folder import RunFolder, place, sync_all
from ccm.batch.job import Prepare
from ccm.batch.lock import locked
from ccm.batch.outcome import Line, Outcome, json_line
from ccm.batch.records.opening import reopen
from ccm.batch.run import prepared, processors
from ccm.batch.snapshot import Snapshot
from ccm.batch.supervisor import Supervisor
from ccm.batch.verify import check_lists, fault_of, manifest_lines
from content_blocks.problem import Problem, Refused, refuse


@dataclass(frozen=True)
class Broken:
    """The rows with missing or changed files, each with a hash of its manifest lines.

    It holds, as a container, the rows that are *not* to be rendered again.
    """

    rows: dict[int, bytes]

    def __contains__(self, row: object) -> bool:
        return row not in self.rows


def repair(out: Path, prepare: Prepare, *, workers: int | None = None) -> int:
    """Repair the files that can be; returns how many rows were rendered again.

    Refused where the manifest itself is damaged, where input or job are not what they were, and for rows whose
    messages do not come out as the manifest says: those files stay as they are.
    """
    if not RunFolder(out).certificate.exists():
        raise refuse(str(out), "run-unfinished" if RunFolder(out).run.exists() else "no-run-here")
    with locked(out) as folder:
        problems = list(check_lists(folder))
        if problems:
            raise Refused(problems)
        broken = _broken(folder)
        if broken.rows:
            _render(folder, prepared(folder, prepare), broken, workers or processors())
        return len(broken.rows)


def _broken(folder: RunFolder) -> Broken:
    rows: dict[int, bytes] = {}
    for row, lines in groupby(manifest_lines(folder), lambda line: line["row"]):
        texts = list(lines)
        if any(_is_broken(folder, line) for line in texts):
            rows[row] = _digest(line["text"] for line in texts)
    return Broken(rows)


def _is_broken(folder: RunFolder, line: Line) -> bool:
    return line["outcome"] == "done" and fault_of(folder.path / line["file"], line["sha256"]) is not None


def _digest(texts: Iterator[str]) -> bytes:
    return sha256("\n".join(texts).encode()).digest()


def _render(folder: RunFolder, snapshot: Snapshot, broken: Broken, workers: int) -> None:
    source, options = reopen(snapshot.input, folder.path), snapshot.options
    different: list[Problem] = []
    folder.prepare()
    with (
        closing(intake.rows(source, options.id_field, options.limit, broken)) as rows,
        closing(Supervisor(snapshot, folder, workers)) as supervisor,
    ):
        for outcomes in supervisor.outcomes(rows):
            same = [outcome for outcome in outcomes if _is_same(outcome, broken)]
            different += [Problem(f"row {o.row}", "repair-differs") for o in outcomes if o not in same]
            place(folder, same)
    sync_all(folder)
    folder.clear()
    if different:
        raise Refused(sorted(different))


def _is_same(outcome: Outcome, broken: Broken) -> bool:
    return _digest(json_line(line) for line in outcome.manifest) == broken.rows[outcome.row]
