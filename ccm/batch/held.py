"""Rows that a run and its supplements still hold back, with the records they were made from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ccm.batch.folder import RunFolder
from ccm.batch.outcome import Line
from ccm.batch.records import Record
from ccm.batch.records.opening import reopen
from ccm.batch.snapshot import pinned
from ccm.batch.verify import manifest_lines
from content_blocks.problem import Problem


@dataclass(frozen=True, slots=True)
class Held:
    """A row of the run (`supplement` 0) or of one of its supplements, and every fault of it as the list tells it."""

    supplement: int
    row: int
    id: str | None
    faults: tuple[Line, ...]


def held(first: RunFolder) -> Iterator[Held]:
    """What is held back still, in the order of supplements and rows.

    A row that a supplement took up counts there and nowhere else.  Rows that have no id of their own are taken up under
    new ones: as many of them, the first ones, are done with as there are new ids in supplements.
    """
    folders = [first, *first.supplements()]
    last = {name: number for number, folder in enumerate(folders[1:], 1) for name in _ids(folder)}
    known = {entry.id for entry in _listed(first, 0) if not _is_nameless(entry)}
    done_with = len(last.keys() - known)
    for number, folder in enumerate(folders):
        for entry in _listed(folder, number):
            if number == 0 and _is_nameless(entry):
                if done_with:
                    done_with -= 1
                    continue
            elif last.get(entry.id or "", number) > number:
                continue
            yield entry


def record_of(first: RunFolder, entry: Held) -> tuple[Record | None, bool]:
    """The record of a row under the names of fields, none where it could not be read; and whether values are text."""
    folder = first.supplement(entry.supplement) if entry.supplement else first
    source = reopen(pinned(folder).input, folder.path)
    found = next((record for number, record in source if number == entry.row), None)
    return (None if isinstance(found, Problem) else found), source.text


def _is_nameless(entry: Held) -> bool:
    return entry.id is None or any(fault["code"] == "id-repeated" for fault in entry.faults)


def _ids(folder: RunFolder) -> Iterator[str]:
    if folder.certificate.exists():
        yield from (line["id"] for line in manifest_lines(folder) if line["id"] is not None)


def _listed(folder: RunFolder, number: int) -> Iterator[Held]:
    if not folder.certificate.exists():
        return
    for row, faults in groupby(_faults(folder), lambda fault: int(fault["row"])):
        found = tuple(faults)
        yield Held(number, row, found[0]["id"], found)


def _faults(folder: RunFolder) -> Iterator[Line]:
    with folder.quarantine.open(encoding="utf-8", newline="\n") as file:
        for text in file:
            yield json.loads(text)
