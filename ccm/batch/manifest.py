"""The manifest and the quarantine list, written from the journal in row order."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from approvals.merkle import GrowingTree
from ccm.batch.outcome import KINDS, Line, Outcome, json_line


@dataclass
class Tally:
    """What a list of outcomes adds up to: rows and messages by outcome, and the root over the manifest's lines."""

    rows: Counter[str] = field(default_factory=Counter)
    messages: dict[str, Counter[str]] = field(default_factory=dict)
    bytes: int = 0
    tree: GrowingTree = field(default_factory=GrowingTree)

    def add_row(self, outcome: str) -> None:
        """Count a row."""
        self.rows[outcome] += 1

    def add_line(self, line: Line, text: str) -> None:
        """Count one manifest line and take its text into the tree."""
        self.tree.add(text.encode())
        if line["channel"] is not None:
            self.messages.setdefault(line["channel"], Counter())[line["outcome"]] += 1
        self.bytes += line.get("bytes", 0)

    def as_json(self) -> dict[str, Any]:
        """The counts and the root as a certificate has them."""
        return {
            "rows": {"total": self.rows.total(), **{kind: self.rows[kind] for kind in KINDS}},
            "messages": {
                channel: {kind: counts[kind] for kind in KINDS} for channel, counts in sorted(self.messages.items())
            },
            "bytes": self.bytes,
            "manifest": {"lines": self.tree.size, "merkle_root": self.tree.root().hex()},
        }


def write_lists(outcomes: Iterable[Outcome], manifest: Path, quarantine: Path) -> tuple[Tally, str]:
    """Write both lists; returns what they add up to and the SHA-256 of the quarantine list.

    They are on the disk, and there as a whole or not at all.
    """
    tally, digest = Tally(), sha256()
    manifest_part, quarantine_part = manifest.with_name(".manifest.part"), quarantine.with_name(".quarantine.part")
    with manifest_part.open("wb") as lines, quarantine_part.open("wb") as faults:
        for outcome in outcomes:
            tally.add_row(outcome.kind)
            for line in outcome.manifest:
                text = json_line(line)
                tally.add_line(line, text)
                lines.write(text.encode() + b"\n")
            for line in outcome.quarantine:
                content = json_line(line).encode() + b"\n"
                digest.update(content)
                faults.write(content)
        for file in (lines, faults):
            file.flush()
            os.fsync(file.fileno())
    manifest_part.rename(manifest)
    quarantine_part.rename(quarantine)
    return tally, digest.hexdigest()
