"""What runs in a supervised child: it renders rows one by one and lays their messages down.

It says which row it begins before it begins it, so that the parent knows whom to blame when the child dies.  A letter
is made from a customer's data by large native libraries; whatever those print on their way down is not shown.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import struct
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, NoReturn, TypeAlias

from ccm.batch.folder import write_part
from ccm.batch.job import Job, Made, Render, RowResult
from ccm.batch.outcome import Outcome, Row, finished, quarantined
from ccm.batch.spool import Spools
from ccm.confiding import receive
from ccm.telemetry.steps import Step, taken
from content_blocks.problem import Problem, Refused

TOO_BIG = 77
"""The exit code of a child that ran out of memory."""

OPENING = 0
"""In place of a row number: the child is opening the job."""

IDLE = -1
"""In place of a row number: the child waits for work."""

_NOTE = struct.Struct("=qqd")
_PR_SET_PDEATHSIG = 1

_opened: Render | None = None


class Begun(NamedTuple):
    """What a child says it is doing: its process id, the row, and since when on the monotonic clock, in seconds."""

    process: int
    row: int
    since: float


class Failure(NamedTuple):
    """Why the run cannot go on; it comes back as a value, since not every exception survives the way."""

    problems: tuple[Problem, ...]


class Task(NamedTuple):
    """What all chunks of a run have in common; `parts` is the folder for messages that are not journalled yet.

    Without one, as in a dry run, messages are weighed and forgotten.
    `bundle`: so many rows share a shard, if the run is bundled.
    `told` is what the opener needs to know and `run.json` must not say (`ccm.confiding`).
    """

    job: Job
    text: bool
    parts: Path | None
    told: Mapping[str, str]
    bundle: int | None


def protect(parent: int, megabytes: int) -> None:
    """First thing in a child: die with the parent, keep to the memory limit, print nothing."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    _limit(resource.RLIMIT_DATA, megabytes << 20)
    _limit(resource.RLIMIT_CORE, 0)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)


def _limit(kind: int, most: int) -> None:
    """Set a limit that the process cannot lift again, or keep a lower one that the system set."""
    _, hard = resource.getrlimit(kind)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(kind, (most, most))


class Worked(NamedTuple):
    """What came of a chunk, and what the child has noted about its work, if it was asked to."""

    outcomes: list[Outcome]
    steps: tuple[Step, ...]


def work(task: Task, note: Path, rows: tuple[Row, ...]) -> Worked | Failure:
    """Render a chunk of rows.  Faults of a row end in its outcome; a fault of disk or job fails the run."""
    file = os.open(note, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        warm = _opened is not None
        render = _open(task, file)
        if isinstance(render, Failure):
            return render
        with closing(_kept(task)) as kept:
            outcomes = [_timed(file, render, kept, row) for row in rows]
        return Worked(outcomes if warm else [replace(outcomes[0], seconds=None), *outcomes[1:]], taken())
    except OSError as error:
        return Failure((Problem(str(task.parts or ""), "folder-not-writable", {"reason": error.strerror or ""}),))
    finally:
        _begin(file, IDLE)
        os.close(file)


def begun(note: Path) -> Begun:
    """What the child that writes this note is doing."""
    try:
        return Begun(*_NOTE.unpack(note.read_bytes()))
    except (FileNotFoundError, struct.error):
        return Begun(0, IDLE, time.monotonic())


def _begin(file: int, row: int) -> None:
    os.pwrite(file, _NOTE.pack(os.getpid(), row, time.monotonic()), 0)


def _open(task: Task, file: int) -> Render | Failure:
    """The job, opened once a process."""
    global _opened
    if _opened is None:
        _begin(file, OPENING)
        receive(task.told)
        try:
            _opened = task.job.open(text=task.text)
        except Refused as refused:
            return Failure(refused.problems)
        except Exception as error:  # noqa: BLE001 - whatever it is, it would come again with every row
            return Failure((Problem(task.job.opener, "job-not-opened", {"error": f"{type(error).__name__}: {error}"}),))
    return _opened


def _timed(file: int, render: Render, kept: Kept, row: Row) -> Outcome:
    began = time.monotonic()
    outcome = _render(file, render, kept, row)
    return replace(outcome, seconds=time.monotonic() - began)


class Parts:
    """A file for each message of a run that is not bundled."""

    def __init__(self, parts: Path) -> None:
        self._parts = parts

    def lay(self, outcome: Outcome, contents: Sequence[bytes]) -> Outcome:
        """Lay a row's messages down under its number."""
        for line, content in zip(outcome.messages(), contents, strict=True):
            write_part(self._parts, outcome.row, line["channel"], content)
        return outcome

    def close(self) -> None:
        """Nothing is open."""


class Nowhere:
    """No file at all: a dry run has looked at its messages when they are made."""

    def lay(self, outcome: Outcome, contents: Sequence[bytes]) -> Outcome:  # noqa: ARG002 - as the others
        """Forget a row's messages."""
        return outcome

    def close(self) -> None:
        """Nothing is open."""


Kept: TypeAlias = Parts | Spools | Nowhere


def _kept(task: Task) -> Kept:
    """Where the messages of a chunk go."""
    if task.parts is None:
        return Nowhere()
    return Spools(task.parts, task.bundle) if task.bundle else Parts(task.parts)


def _render(file: int, render: Render, kept: Kept, row: Row) -> Outcome:
    _begin(file, row.number)
    result = _result(render, row)
    if isinstance(result, Refused):
        return quarantined(row.number, row.id, result.problems)
    outcome = finished(row, result)
    if outcome.kind != "done":
        return outcome
    return kept.lay(outcome, [made.content for made in result if isinstance(made, Made)])


def _result(render: Render, row: Row) -> RowResult | Refused:
    try:
        return render(row.record)
    except Refused as refused:
        return refused
    except MemoryError:
        _out_of_memory()
    except BaseException as error:  # noqa: BLE001 - native libraries panic with exceptions that are no Exception
        # Only the kind of error: its text may quote the recipient's data.
        return Refused([Problem("", "document-failed", {"error": type(error).__name__})])


def _out_of_memory() -> NoReturn:
    """Leave the row to a fresh process: this one may only be full of what earlier rows left behind."""
    os._exit(TOO_BIG)
