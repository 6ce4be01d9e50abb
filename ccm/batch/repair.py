"""Repair a finished run: make files that are missing or changed again, byte for byte, from the pinned input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
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
from ccm.batch.shard_files import Shards, close_off, make_way, put_back
from ccm.batch.shards import first_row, shard_name, unplaced
from ccm.batch.snapshot import Snapshot, pinned
from ccm.batch.spool import contents
from ccm.batch.supervisor import Supervisor
from ccm.batch.verify import check_lists, fault_of, manifest_lines
from content_blocks.problem import Problem, Refused, refuse


@dataclass(frozen=True)
class Broken:
    """The rows with missing or changed messages, each with a hash of its manifest lines.

    It holds, as a container, the rows that are *not* to be rendered again.  Of a bundled run it also knows where the
    messages of those rows begin, and which shards are not as they should be, each with its end.
    """

    rows: dict[int, bytes] = field(default_factory=dict)
    offsets: dict[int, tuple[int, ...]] = field(default_factory=dict)
    shards: dict[str, int] = field(default_factory=dict)

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
        broken = _broken_in_shards(folder) if pinned(folder).options.bundle else _broken(folder)
        if broken.rows or broken.shards:
            _mend(folder, prepared(folder, prepare), broken, workers or processors())
        return len(broken.rows)


def _broken(folder: RunFolder) -> Broken:
    broken = Broken()
    for row, lines in _rows(folder):
        if any(line["outcome"] == "done" and fault_of(folder.path / line["file"], line["sha256"]) for line in lines):
            broken.rows[row] = _digest(lines)
    return broken


def _broken_in_shards(folder: RunFolder) -> Broken:
    broken = Broken()
    with closing(Shards(folder)) as shards:
        for row, lines in _rows(folder):
            made = [line for line in lines if line["outcome"] == "done"]
            wrong = [line["shard"] for line in made if shards.fault(line)]
            if wrong:
                broken.rows[row] = _digest(lines)
                broken.offsets[row] = tuple(line["offset"] for line in made)
                broken.shards.update(dict.fromkeys(wrong, 0))
        broken.shards.update(dict.fromkeys(shards.badly_closed(), 0))
        broken.shards.update({name: shards.ends[name] for name in broken.shards})
    return broken


def _rows(folder: RunFolder) -> Iterator[tuple[int, list[Line]]]:
    for row, lines in groupby(manifest_lines(folder), lambda line: line["row"]):
        yield row, [{name: value for name, value in line.items() if name != "text"} for line in lines]


def _digest(lines: Iterable[Line]) -> bytes:
    """A hash of what the messages of a row are, wherever they lie."""
    return sha256("\n".join(json_line(unplaced(line)) for line in lines).encode()).digest()


def _mend(folder: RunFolder, snapshot: Snapshot, broken: Broken, workers: int) -> None:
    folder.prepare()
    make_way(folder, broken.shards)
    different = _render(folder, snapshot, broken, workers)
    for shard, end in broken.shards.items():
        close_off(folder, shard, end)
    sync_all(folder)
    folder.clear()
    if different:
        raise Refused(sorted(different))


def _render(folder: RunFolder, snapshot: Snapshot, broken: Broken, workers: int) -> list[Problem]:
    """Render the broken rows and put them back; returns those that do not come out as they were."""
    source, options = reopen(snapshot.input, folder.path), snapshot.options
    different: list[Problem] = []
    with (
        closing(intake.rows(source, options.id_field, options.limit, broken)) as rows,
        closing(Supervisor(snapshot, folder, workers)) as supervisor,
    ):
        for outcomes in supervisor.outcomes(rows):
            same = [outcome for outcome in outcomes if _digest(outcome.manifest) == broken.rows[outcome.row]]
            different += [Problem(f"row {o.row}", "repair-differs") for o in outcomes if o not in same]
            if options.bundle:
                _put_back(folder, same, broken, options.bundle)
                _forget(folder, outcomes)
            else:
                place(folder, same)
    return different


def _put_back(folder: RunFolder, outcomes: list[Outcome], broken: Broken, rows: int) -> None:
    """Write messages from their spools to where they belong in shards."""
    for outcome in outcomes:
        first = first_row(outcome.row, rows)
        made = zip(outcome.messages(), broken.offsets[outcome.row], contents(folder.parts, outcome), strict=True)
        for line, offset, content in made:
            put_back(folder, {**line, "shard": shard_name(line["channel"], first), "offset": offset}, content)


def _forget(folder: RunFolder, outcomes: list[Outcome]) -> None:
    """Take the spools of these rows away; what is in one comes about together."""
    for name in {outcome.spool["file"] for outcome in outcomes if outcome.spool is not None}:
        (folder.parts / name).unlink()
