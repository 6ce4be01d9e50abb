"""Take one message out of a run, whether it is a file of its own or lies in a shard."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ccm.batch.folder import RunFolder
from ccm.batch.outcome import Line
from ccm.batch.shard_files import Shards
from ccm.batch.verify import fault_of, manifest_lines
from content_blocks.characters import escaped_in_json
from content_blocks.problem import Problem, Refused, refuse


@dataclass(frozen=True)
class Message:
    """What one recipient was sent in one channel."""

    channel: str
    content: bytes


def take_out(out: Path, record_id: str, channel: str | None = None) -> Message:
    """A record's message, byte for byte as it was sealed, from the run or from the supplement that made it.

    Refused where there is none, where there are several and no channel was named, and where it was changed.
    """
    folder = RunFolder(out.resolve())
    if not folder.certificate.exists():
        raise refuse(str(out), "run-unfinished" if folder.run.exists() else "no-run-here")
    found = list(_lines(folder, record_id))
    made = [(where, line) for where, line in found if line["outcome"] == "done" and channel in (None, line["channel"])]
    if not made:
        raise refuse(str(out), _why_none([line["outcome"] for _, line in found]))
    if len(made) > 1:
        raise refuse(str(out), "message-of-several", channels=", ".join(line["channel"] for _, line in made))
    where, line = made[0]
    return Message(line["channel"], _content(where, line))


def _lines(first: RunFolder, record_id: str) -> Iterator[tuple[RunFolder, Line]]:
    """The manifest lines of a record, in the run and in its finished supplements."""
    saying = escaped_in_json(json.dumps(record_id, ensure_ascii=False))
    for folder in (first, *first.supplements()):
        if folder.certificate.exists():
            yield from ((folder, line) for line in manifest_lines(folder, saying) if line["id"] == record_id)


def _why_none(outcomes: list[str]) -> str:
    if not outcomes:
        return "message-unknown"
    return "message-held-back" if "done" not in outcomes and "quarantined" in outcomes else "message-not-made"


def _content(folder: RunFolder, line: Line) -> bytes:
    if "shard" not in line:
        path: Path = folder.path / line["file"]
        _refuse(fault_of(path, line["sha256"]), line["file"])
        return path.read_bytes()
    with closing(Shards(folder)) as shards:
        _refuse(shards.fault(line), f"{line['shard']} row {line['row']}")
        return shards.content(line)


def _refuse(fault: Problem | None, where: str) -> None:
    if fault is not None:
        raise Refused([fault.within(where)])
