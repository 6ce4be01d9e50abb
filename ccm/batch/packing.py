"""Packing: when all rows of a shard have their outcome, their messages go from spools into it, in row order.

It can be killed anywhere and done again: spools go only after their shards are on the disk under their names.  Until
then, a shard that is written again comes out the same.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from ccm.batch import tar
from ccm.batch.folder import RunFolder, sync_all
from ccm.batch.journal import Journal
from ccm.batch.outcome import Line, Outcome
from ccm.batch.shards import first_row, shard_name
from ccm.batch.spool import contents, folder_of

PACKED = "packed-"
"""What the name of a folder begins with whose spools are not needed any more."""


def pack(folder: RunFolder, journal: Journal, rows: int, outcomes: Iterable[Outcome]) -> None:
    """Pack the shards that these outcomes, which are journalled, have made complete."""
    for first in sorted({first_row(outcome.row, rows) for outcome in outcomes}):
        if journal.covers(first, first + rows - 1):
            _pack(folder, journal, first, first + rows - 1)


def pack_leftovers(folder: RunFolder, journal: Journal, rows: int) -> None:
    """After a kill: pack what was complete, and take away what was packed, or is of rows that are all made anew."""
    if not journal.last:
        for shard in folder.path.glob("*/*.tar"):
            shard.unlink()
    for place in sorted(folder.parts.iterdir()):
        if place.name.startswith(PACKED):
            shutil.rmtree(place)
        elif journal.covers(int(place.name), int(place.name) + rows - 1):
            _pack(folder, journal, int(place.name), int(place.name) + rows - 1)


def pack_rest(folder: RunFolder, journal: Journal) -> None:
    """Pack the last shard, once all rows have their outcome: there are fewer rows in it."""
    for place in sorted(folder.parts.iterdir()):
        _pack(folder, journal, int(place.name), journal.last)


def _pack(folder: RunFolder, journal: Journal, first: int, last: int) -> None:
    spools = folder_of(folder.parts, first)
    if not spools.exists():  # no row had a message
        return
    written = _write(folder, spools, (journal.outcome(row) for row in range(first, last + 1)))
    sync_all(folder)
    for channel in written:
        put_in_place(spools / f"{channel}.tar", folder.path / shard_name(channel, first))
    sync_all(folder)
    packed = spools.rename(spools.with_name(f"{PACKED}{spools.name}"))
    sync_all(folder)
    shutil.rmtree(packed)


def _write(folder: RunFolder, spools: Path, outcomes: Iterator[Outcome]) -> list[str]:
    """Write the shards beside their spools; returns the channels that there are."""
    files: dict[str, BinaryIO] = {}
    with ExitStack() as opened:
        for outcome in outcomes:
            for line, content in zip(outcome.messages(), contents(folder.parts, outcome), strict=True):
                if line["channel"] not in files:
                    files[line["channel"]] = opened.enter_context((spools / f"{line['channel']}.tar").open("wb"))
                write_member(files[line["channel"]], line, content)
        for file in files.values():
            file.write(tar.END)
    return list(files)


def write_member(file: BinaryIO, line: Line, content: bytes) -> None:
    """Write one message into its shard."""
    file.write(tar.head(line["file"], len(content)))
    file.write(content)
    file.write(tar.padding(len(content)))


def put_in_place(path: Path, shard: Path) -> None:
    """Give a shard that is on the disk its name."""
    os.rename(path, shard)  # noqa: PTH104 - the same call as for messages
