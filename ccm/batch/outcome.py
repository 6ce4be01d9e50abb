"""One row's outcome, as the lines it contributes to the journal, the manifest and the quarantine list.

A row has exactly one outcome.  Where one channel must not go out, none does: a row that is corrected and retried is
rendered whole, and nobody gets half of it twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Literal, TypeAlias

from ccm.batch.job import Made, Quarantined, RowResult
from content_blocks.characters import escaped_in_json
from content_blocks.problem import Problem
from content_blocks.problem_words import wording

Kind: TypeAlias = Literal["done", "quarantined", "skipped"]
KINDS: tuple[Kind, ...] = ("done", "quarantined", "skipped")
Line: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A record on its way to a child process: row number from 1, id, and the file name made from the id."""

    number: int
    id: str
    stem: str
    record: Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a row ended: its manifest lines, one a channel, and its quarantine lines, one a problem.

    `seconds` is how long a child took for it.  It is none where that tells nothing: the first row of a child takes the
    time of warming up, others never got to one.  No file of a run holds it.

    In a bundled run `spool` says where its messages lie until they are in their shards: a file, and from where on.
    """

    row: int
    kind: Kind
    manifest: list[Line]
    quarantine: list[Line] = field(default_factory=list)
    spool: Line | None = None
    seconds: float | None = field(default=None, compare=False)

    def messages(self) -> list[Line]:
        """The manifest lines of messages that were made."""
        return [line for line in self.manifest if line["outcome"] == "done"]

    def files(self) -> list[tuple[str, str]]:
        """The channel and the run folder's file name of each message that was made."""
        return [(line["channel"], line["file"]) for line in self.messages()]


def finished(row: Row, result: RowResult) -> Outcome:
    """The outcome of a row that was rendered, whatever came of it."""
    held = [part for part in result if isinstance(part, Quarantined)]
    if held:
        lines = [_line(row.number, row.id, part.channel, "quarantined") for part in result]
        return Outcome(row.number, "quarantined", lines, _faults(row.number, row.id, held))
    if not result:
        return Outcome(row.number, "skipped", [_line(row.number, row.id, None, "skipped")])
    kind: Kind = "done" if any(isinstance(part, Made) for part in result) else "skipped"
    return Outcome(row.number, kind, [_message(row, part) for part in result])


def quarantined(number: int, record_id: str | None, problems: Iterable[Problem]) -> Outcome:
    """The outcome of a row that could not be rendered at all; its channels are not known then."""
    lines = [_fault(number, record_id, None, problem) for problem in problems]
    return Outcome(number, "quarantined", [_line(number, record_id, None, "quarantined")], lines)


def _message(row: Row, part: Made | Any) -> Line:
    if not isinstance(part, Made):
        return _line(row.number, row.id, part.channel, "skipped")
    return _line(row.number, row.id, part.channel, "done") | {
        "file": f"{part.channel}/{row.stem}{part.ending}",
        "sha256": sha256(part.content).hexdigest(),
        "bytes": len(part.content),
        **part.measures,
    }


def _line(number: int, record_id: str | None, channel: str | None, outcome: Kind) -> Line:
    return {"row": number, "id": record_id, "channel": channel, "outcome": outcome}


def _faults(number: int, record_id: str, held: Sequence[Quarantined]) -> list[Line]:
    return [_fault(number, record_id, part.channel, problem) for part in held for problem in part.problems]


def _fault(number: int, record_id: str | None, channel: str | None, problem: Problem) -> Line:
    return {
        "row": number,
        "id": record_id,
        "channel": channel,
        "field": problem.where,
        "code": problem.code,
        "params": dict(problem.params),
        "message": wording(problem.code, dict(problem.params)).message,
    }


def json_line(line: Line) -> str:
    """A line as files hold it: the same text for the same content, keys in the order they were given.

    An id can be anything, so characters that cannot be seen are escaped.
    """
    return escaped_in_json(json.dumps(line, ensure_ascii=False, separators=(",", ":")))
