"""The run folder: what lies where, and how things get onto the disk for good.

- `run.json`, `pdf/ email/ sms/ push/`, `manifest.jsonl`, `quarantine.jsonl`, `seal.json`, `certificate.json`
- in a bundled run `pdf/ email/ sms/ push/` hold shards (`ccm.batch.shards`), not a file for each message
- `input.jsonl`: only where a query or a retry made the input
- `supplement-1/` …: what retries added, each a run folder of its own
- `.state/`: the journal, the lock, and messages that are not journalled yet; and how many bad rows stop it;
  in the end only the lock is left
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count, takewhile
from pathlib import Path
from typing import Any

from ccm.batch.journal import Journal
from ccm.batch.outcome import Outcome
from content_blocks.document import CHANNELS
from content_blocks.problem import refuse

_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class RunFolder:
    """Where a run's files are."""

    path: Path

    @property
    def run(self) -> Path:
        return self.path / "run.json"

    @property
    def manifest(self) -> Path:
        return self.path / "manifest.jsonl"

    @property
    def quarantine(self) -> Path:
        return self.path / "quarantine.jsonl"

    @property
    def certificate(self) -> Path:
        return self.path / "certificate.json"

    @property
    def seal(self) -> Path:
        return self.path / "seal.json"

    @property
    def input(self) -> Path:
        return self.path / "input.jsonl"

    @property
    def state(self) -> Path:
        return self.path / ".state"

    @property
    def journal(self) -> Path:
        return self.state / "journal.jsonl"

    @property
    def parts(self) -> Path:
        return self.state / "parts"

    @property
    def lock(self) -> Path:
        return self.state / "lock"

    @property
    def expected(self) -> Path:
        return self.state / "expected"

    @property
    def stop_at_bad(self) -> Path:
        return self.state / "stop-at-bad.json"

    @property
    def stopped(self) -> Path:
        return self.state / "stopped.json"

    def supplements(self) -> list[RunFolder]:
        """The folders that retries added, in the order they were made."""
        return list(takewhile(lambda added: added.run.exists(), map(self.supplement, count(1))))

    def supplement(self, number: int) -> RunFolder:
        """The folder of the n-th retry, whether there is one or not."""
        return RunFolder(self.path / f"supplement-{number}")

    def prepare(self) -> None:
        """Make the folders that workers write to."""
        for path in (self.parts, *(self.path / channel for channel in CHANNELS)):
            path.mkdir(parents=True, exist_ok=True)

    def clear(self) -> None:
        """Take away what only an unfinished run needs; the lock stays, it is held."""
        for path in self.state.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path != self.lock:
                path.unlink()
        for channel in CHANNELS:
            with suppress(OSError):  # only an empty folder can be removed
                (self.path / channel).rmdir()


def write_part(parts: Path, row: int, channel: str, content: bytes) -> None:
    """Lay a message down under its row and channel until the journal knows of it."""
    (parts / f"{row}.{channel}").write_bytes(content)


def place(folder: RunFolder, outcomes: Iterable[Outcome]) -> None:
    """Move the messages of journalled rows to where the manifest says they are."""
    parts, path = f"{folder.parts}/", f"{folder.path}/"
    for outcome in outcomes:
        for channel, file in outcome.files():
            os.rename(f"{parts}{outcome.row}.{channel}", path + file)  # noqa: PTH104 - Path costs more than the rename


def place_leftovers(folder: RunFolder, journal: Journal) -> None:
    """After a kill: messages of journalled rows go where they belong, those of all other rows are made again."""
    for part in folder.parts.iterdir():
        row, _, channel = part.name.partition(".")
        files = dict(journal.outcome(int(row)).files()) if int(row) in journal else {}
        if channel in files:
            part.rename(folder.path / files[channel])
        else:
            part.unlink()


def sync_all(folder: RunFolder) -> None:
    """Bring everything written so far onto the disk with one call; syncing file by file costs five times as much."""
    handle = os.open(folder.path, os.O_RDONLY)
    try:
        if _libc.syncfs(handle) != 0:
            raise OSError(ctypes.get_errno(), "syncfs")
    finally:
        os.close(handle)


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is either there whole, on the disk, or not at all."""
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.rename(path)
    handle = os.open(path.parent, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def write_json(path: Path, content: object) -> None:
    """Write readable JSON, whole or not at all."""
    write_whole(path, json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def _refuse_float(text: str) -> None:
    """We write none: it has no canonical form, so nothing could be said about the hash of what holds it."""
    raise ValueError(text)


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object of ours; refused where it is missing or damaged."""
    try:
        content = json.loads(path.read_bytes(), parse_float=_refuse_float)
        json.dumps(content, ensure_ascii=False).encode()
    except FileNotFoundError:
        raise refuse(path.name, "run-file-missing", file=path.name) from None
    except (ValueError, RecursionError):
        raise refuse(path.name, "run-file-damaged", file=path.name) from None
    if not isinstance(content, dict):
        raise refuse(path.name, "run-file-damaged", file=path.name)
    return content
