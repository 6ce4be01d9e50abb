"""The shards of a finished run: read, checked byte for byte, and mended in place."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from ccm.batch import tar
from ccm.batch.folder import RunFolder
from ccm.batch.journal import write_all
from ccm.batch.outcome import Line
from ccm.batch.shards import end_of
from content_blocks.problem import Problem

_PLAIN_ONLY = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
_TO_MEND = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC


class Shards:
    """Shards as the lines of a manifest come to them: one is open for each channel.

    `ends` says of each shard that was come to where its last message ends.
    """

    def __init__(self, folder: RunFolder) -> None:
        self._folder = folder
        self._open: dict[str, _Shard] = {}
        self.ends: dict[str, int] = {}

    def fault(self, line: Line) -> Problem | None:
        """What is wrong with a message, with what stands around it, or with the whole shard."""
        self.ends[line["shard"]] = end_of(line)
        return self._shard(line).fault(line)

    def content(self, line: Line) -> bytes:
        """A message that has no fault."""
        return self._shard(line).read(line["offset"], line["bytes"])

    def badly_closed(self) -> Iterator[str]:
        """The shards that do not end where their last message does."""
        for name, end in self.ends.items():
            with closing(_Shard(self._folder.path, name)) as shard:
                if shard.problem is None and not (shard.size == end + len(tar.END) and shard.closes_at(end)):
                    yield name

    def close(self) -> None:
        """Close the files."""
        for shard in self._open.values():
            shard.close()

    def _shard(self, line: Line) -> _Shard:
        before = self._open.get(line["channel"])
        if before is not None and before.name == line["shard"]:
            return before
        if before is not None:
            before.close()
        self._open[line["channel"]] = _Shard(self._folder.path, line["shard"])
        return self._open[line["channel"]]


class _Shard:
    """One open shard; `problem` says why it cannot be read.  A link is never it: it leads out of the folder."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name, self.size = name, 0
        self.problem: Problem | None = None
        self._file: int | None = None
        try:
            self._file = os.open(folder / name, _PLAIN_ONLY)
        except OSError as error:
            self.problem = Problem("", "file-differs" if error.errno == errno.ELOOP else "file-missing")
            return
        state = os.fstat(self._file)
        self.size = state.st_size
        if not S_ISREG(state.st_mode):
            self.problem = Problem("", "file-differs")

    def fault(self, line: Line) -> Problem | None:
        if self.problem is not None:
            return self.problem
        head, after = tar.head(line["file"], line["bytes"]), tar.padding(line["bytes"])
        start, end = line["offset"] - len(head), end_of(line)
        there = self.read(start, end - start) if 0 <= start <= end <= self.size else b""
        content = there[len(head) : len(there) - len(after)]
        whole = len(content) == line["bytes"] and there.startswith(head) and there.endswith(after)
        return None if whole and sha256(content).hexdigest() == line["sha256"] else Problem("", "message-differs")

    def closes_at(self, end: int) -> bool:
        return self.read(end, len(tar.END)) == tar.END

    def read(self, start: int, length: int) -> bytes:
        assert self._file is not None, "what cannot be opened is not read"
        return os.pread(self._file, length, start)

    def close(self) -> None:
        if self._file is not None:
            os.close(self._file)


def shard_faults(folder: RunFolder, lines: Iterable[Line]) -> Iterator[Problem]:
    """Every message that is not as its line says, by row; what is wrong with a whole shard is told once."""
    told = set[str]()
    with closing(Shards(folder)) as shards:
        for line in lines:
            if line["outcome"] != "done" or "shard" not in line or (fault := shards.fault(line)) is None:
                continue
            if fault.code == "message-differs":
                yield fault.within(f"{line['shard']} row {line['row']}")
            elif line["shard"] not in told:
                told.add(line["shard"])
                yield fault.within(line["shard"])
        for name in shards.badly_closed():
            yield Problem(name, "file-differs")


def make_way(folder: RunFolder, shards: Iterable[str]) -> None:
    """Take away whatever lies in the place of a shard and is no file, such as a link or a pipe."""
    for name in shards:
        path = folder.path / name
        if path.is_symlink() or (path.exists() and not path.is_file()):
            path.unlink()


def put_back(folder: RunFolder, line: Line, content: bytes) -> None:
    """Write a message, and what stands around it, where it belongs.  All else in the shard stays."""
    head = tar.head(line["file"], len(content))
    file = os.open(folder.path / line["shard"], _TO_MEND, 0o666)
    try:
        write_all(file, line["offset"] - len(head), head + content + tar.padding(len(content)))
    finally:
        os.close(file)


def close_off(folder: RunFolder, shard: str, end: int) -> None:
    """Let a shard end where its last message does."""
    file = os.open(folder.path / shard, _TO_MEND, 0o666)
    try:
        write_all(file, end, tar.END)
        os.ftruncate(file, end + len(tar.END))
    finally:
        os.close(file)
