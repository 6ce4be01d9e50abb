"""Verify a finished run: is everything there, unchanged, and nothing else?

It trusts nothing but the certificate: the manifest must give its root and its counts, and the folder must hold exactly
the files of the manifest.  Every row of the input must be in one outcome, as far as the input is still there.  Every
deviation is reported, not just the first.
"""

from __future__ import annotations

import errno
import json
import operator
import os
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from hashlib import file_digest, sha256
from itertools import groupby
from pathlib import Path
from stat import S_ISREG
from typing import Any, TypeAlias

from ccm.batch.certificate import certificate_of
from ccm.batch.complete import Sent, incomplete, input_at_hand
from ccm.batch.folder import RunFolder, read_json
from ccm.batch.manifest import Tally
from ccm.batch.outcome import KINDS, Kind, Line
from ccm.batch.shard_files import shard_faults
from ccm.batch.shards import Layout, is_place
from ccm.batch.snapshot import Snapshot, differences, pinned
from content_blocks.canonical import canonical_hash
from content_blocks.document import CHANNELS
from content_blocks.problem import Problem, Refused, refuse

Tell: TypeAlias = Callable[[Problem], None]

_PLAIN_ONLY = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
"""Opens no link, and does not wait for somebody to write to a pipe."""


def say_nothing(_problem: Problem) -> None:
    """Tells nobody."""


def verify(out: Path, tell: Tell = say_nothing) -> list[Problem]:
    """Everything that is not as the certificate says, supplements included; none means all is well.

    `tell` is told what could not be looked at: an input that is no longer where the run read it is its owner's affair.
    """
    folder = RunFolder(out.resolve())
    if not folder.run.exists():
        raise refuse(str(out), "no-run-here")
    with closing(Sent()) as sent:
        problems = _differing(folder, sent, tell)
        for added in folder.supplements() if folder.certificate.exists() else ():
            problems += [problem.within(added.path.name) for problem in _check_supplement(folder, added, sent)]
    return problems


def _differing(folder: RunFolder, sent: Sent, tell: Tell) -> list[Problem]:
    """What is wrong with a run itself, its supplements left aside."""
    if not folder.certificate.exists():
        return [Problem(folder.path.name, "run-unfinished")]
    try:
        problems = list(check_lists(folder))
        if not any(problem.code == "manifest-row-missing" for problem in problems):
            problems += _incomplete(folder, sent, tell)
        return [*problems, *_check_input(folder), *_check_files(folder), *_strangers(folder)]
    except Refused as refused:
        return list(refused.problems)


def check_lists(folder: RunFolder) -> Iterator[Problem]:
    """Do manifest and quarantine list add up to the certificate, and is the seal for this certificate?"""
    snapshot, certificate = pinned(folder), read_json(folder.certificate)
    tally, held = Tally(), set[int]()
    layout = Layout(snapshot.options.bundle) if snapshot.options.bundle else None
    for row, (number, found) in enumerate(groupby(manifest_lines(folder), lambda line: line["row"]), start=1):
        lines = list(found)
        if number != row:
            yield Problem(folder.manifest.name, "manifest-row-missing", {"row": row})
            return
        if layout is not None and not layout.agrees(lines):
            yield Problem(f"{folder.manifest.name} row {row}", "run-file-damaged", {"file": folder.manifest.name})
        if _add_row(tally, lines) == "quarantined":
            held.add(row)
    yield from _check_quarantine(folder, held)
    yield from _check_certificate(snapshot, certificate, tally, folder)


def _incomplete(folder: RunFolder, sent: Sent, tell: Tell) -> Iterator[Problem]:
    """Rows left out, twice, or not the input's; nothing can be read by a `run.json` that is not the certified one."""
    snapshot, source = pinned(folder), None
    if read_json(folder.certificate).get("run") == snapshot.hash():
        source = input_at_hand(folder, snapshot)
        if source is None and Path(snapshot.input.path).is_absolute():
            tell(Problem(folder.manifest.name, "rows-uncompared", {"file": Path(snapshot.input.path).name}))
    rows = (list(lines) for _, lines in groupby(manifest_lines(folder), lambda line: line["row"]))
    yield from incomplete(rows, source, snapshot.options, sent)


def _add_row(tally: Tally, lines: list[Line]) -> Kind:
    outcomes = {line["outcome"] for line in lines}
    kind: Kind = "quarantined" if "quarantined" in outcomes else "done" if "done" in outcomes else "skipped"
    tally.add_row(kind)
    for line in lines:
        tally.add_line(line, line["text"])
    return kind


def manifest_lines(folder: RunFolder, saying: str = "") -> Iterator[Line]:
    """The manifest's lines as data, each with its own `text`; refused where the manifest is missing or damaged.

    Lines whose text does not hold `saying` are passed over.
    """
    try:
        with folder.manifest.open(encoding="utf-8", newline="\n") as file:
            for number, text in enumerate(file, start=1):
                if saying in text:
                    yield _line(text, number)
    except FileNotFoundError:
        raise refuse(folder.manifest.name, "run-file-missing", file=folder.manifest.name) from None
    except UnicodeDecodeError:
        raise refuse(folder.manifest.name, "run-file-damaged", file=folder.manifest.name) from None


def _line(text: str, number: int) -> Line:
    try:
        line = json.loads(text)
        whole = text.endswith("\n") and _is_whole(line)
    except (ValueError, RecursionError, AttributeError, TypeError, KeyError):
        whole = False
    if not whole:
        raise refuse(f"manifest.jsonl line {number}", "run-file-damaged", file="manifest.jsonl")
    return {**line, "text": text.removesuffix("\n")}


def _is_whole(line: Line) -> bool:
    """Whether a line says what a run makes it say."""
    known = type(line["row"]) is int and line["outcome"] in KINDS and line["channel"] in (None, *CHANNELS)
    return known and "id" in line and (line["outcome"] != "done" or _is_ours(line))


def _is_ours(line: Line) -> bool:
    """Whether the file is one that a run writes: in its channel's folder, and nowhere else."""
    folder, _, name = line["file"].partition("/")
    inside = folder == line["channel"] in CHANNELS and "/" not in name and name not in ("", ".", "..")
    whole = inside and isinstance(line["sha256"], str) and type(line["bytes"]) is int
    return whole and ("shard" not in line or is_place(line))


def _check_certificate(
    snapshot: Snapshot, certificate: dict[str, Any], tally: Tally, folder: RunFolder
) -> Iterator[Problem]:
    quarantine = sha256(folder.quarantine.read_bytes()).hexdigest() if folder.quarantine.exists() else ""
    for what in differences(certificate, certificate_of(snapshot, tally, quarantine)):
        yield Problem(folder.certificate.name, "certificate-differs", {"what": what})
    if read_json(folder.seal).get("certificate") != canonical_hash(certificate):
        yield Problem(folder.seal.name, "seal-differs")


def _check_quarantine(folder: RunFolder, held: set[int]) -> Iterator[Problem]:
    """Every quarantined row has its reasons in the list, and no other row is in it."""
    try:
        listed = {operator.index(json.loads(line)["row"]) for line in folder.quarantine.read_bytes().splitlines()}
    except FileNotFoundError:
        yield Problem(folder.quarantine.name, "run-file-missing", {"file": folder.quarantine.name})
    except (ValueError, RecursionError, KeyError, TypeError):
        yield Problem(folder.quarantine.name, "run-file-damaged", {"file": folder.quarantine.name})
    else:
        for row in sorted(held ^ listed):
            yield Problem(folder.quarantine.name, "quarantine-differs", {"row": row})


def _check_input(folder: RunFolder) -> Iterator[Problem]:
    """An input that the run made itself is part of it; one that lies elsewhere is its owner's affair."""
    source = pinned(folder).input
    if Path(source.path).is_absolute():
        return
    fault = fault_of(folder.path / source.path, source.sha256)
    if fault is not None:
        yield fault.within(source.path)


def _check_files(folder: RunFolder) -> Iterator[Problem]:
    if pinned(folder).options.bundle:
        yield from shard_faults(folder, manifest_lines(folder))
        return
    for line in manifest_lines(folder):
        if line["outcome"] == "done" and (fault := fault_of(folder.path / line["file"], line["sha256"])) is not None:
            yield fault.within(line["file"])


def fault_of(path: Path, expected: str) -> Problem | None:
    """What is wrong with a file that should have a certain SHA-256; a link is never it, it leads out of the folder."""
    try:
        with os.fdopen(os.open(path, _PLAIN_ONLY), "rb") as file:
            same = S_ISREG(os.fstat(file.fileno()).st_mode) and file_digest(file, "sha256").hexdigest() == expected
    except OSError as error:
        return Problem("", "file-differs" if error.errno == errno.ELOOP else "file-missing")
    return None if same else Problem("", "file-differs")


def _strangers(folder: RunFolder) -> Iterator[Problem]:
    """What the manifest does not know.  Names are only compared in folders whose number of files is not right."""
    ours = {folder.run, folder.manifest, folder.quarantine, folder.certificate, folder.seal, folder.state}
    ours |= {folder.path / channel for channel in CHANNELS} | {added.path for added in folder.supplements()}
    if not Path(pinned(folder).input.path).is_absolute():
        ours.add(folder.input)
    for path in sorted(folder.path.iterdir()):
        if path not in ours or path.is_symlink():
            yield Problem(path.name, "file-extra")
    for channel in CHANNELS:
        yield from _strange_messages(folder, channel)


def _strange_messages(folder: RunFolder, channel: str) -> Iterator[Problem]:
    place = folder.path / channel
    if not place.is_dir():
        return
    there = sum(1 for file in _files(folder, channel) if (folder.path / file).exists())
    if there != sum(1 for _ in place.iterdir()):
        known = set(_files(folder, channel))
        for path in sorted(place.iterdir()):
            if f"{channel}/{path.name}" not in known:
                yield Problem(f"{channel}/{path.name}", "file-extra")


def _files(folder: RunFolder, channel: str) -> Iterator[str]:
    """The files that the manifest has for a channel, a shard once."""
    before = None
    for line in manifest_lines(folder):
        if line["outcome"] == "done" and line["channel"] == channel:
            name = str(line.get("shard", line["file"]))
            if name != before:
                yield name
            before = name


def _check_supplement(folder: RunFolder, added: RunFolder, sent: Sent) -> Iterator[Problem]:
    yield from _differing(added, sent, say_nothing)
    with suppress(Refused):  # what cannot be read has been told
        if pinned(added).supplement_to != canonical_hash(read_json(folder.certificate)):
            yield Problem(added.run.name, "supplement-elsewhere")
