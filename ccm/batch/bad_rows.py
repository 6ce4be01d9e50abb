"""So many bad rows and no more: a run with more of them than was said stops before it has a certificate.

A file that is wrong as a whole is noticed when its first rows are, not when a million have been rendered.  What was
said stays with the unfinished run, so that carrying it on does not forget it; another threshold may be said then.  It
decides nothing about any row: two runs with different ones that both finish are the same to the byte.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ccm.batch.folder import RunFolder, read_json, write_json
from ccm.batch.journal import Journal
from ccm.batch.reasons import Reasons
from content_blocks.problem import Problem, Refused, refuse

JUDGED_FROM = 200
"""In rows: a share says nothing of fewer, except at the end."""

TOLD_REASONS = 3

_FORM = re.compile(r"(\d{1,9})(?:[.,](\d{1,4}))?(\s*%)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Threshold:
    """The most rows that may be quarantined: a number of them, or a share in per cent."""

    most: Decimal
    share: bool

    def __str__(self) -> str:
        """As it is written on a command line."""
        return f"{self.most:f}%" if self.share else f"{self.most:f}"

    def passed(self, quarantined: int, rows: int) -> bool:
        """Whether of all rows too many are quarantined."""
        return quarantined * 100 > self.most * rows if self.share else quarantined > self.most

    def passed_early(self, quarantined: int, rows: int) -> bool:
        """Whether too many of the first rows are; a share waits until there are enough to judge by."""
        return (not self.share or rows >= JUDGED_FROM) and self.passed(quarantined, rows)


def threshold(text: str) -> Threshold | None:
    """A threshold as it is written, `2%` or `100`; none for what is no such thing."""
    found = _FORM.fullmatch(text.strip())
    if found is None:
        return None
    whole, decimals, share = found.groups()
    most = Decimal(f"{whole}.{decimals or 0}").normalize()
    fits = most <= 100 if share else decimals is None
    return Threshold(most, bool(share)) if fits else None


def begin(folder: RunFolder, asked: Threshold | None) -> None:
    """Note the threshold of a run before there is one: killed from here on, it is not carried on without."""
    if asked is None:
        folder.stop_at_bad.unlink(missing_ok=True)
    else:
        write_json(folder.stop_at_bad, {"threshold": str(asked)})


def keep(folder: RunFolder, asked: Threshold | None) -> Threshold | None:
    """The threshold of a run that is carried on: the one asked for now, or the one before.

    What an earlier one stopped is no longer stopped.
    """
    folder.stopped.unlink(missing_ok=True)
    if asked is not None:
        begin(folder, asked)
        return asked
    if not folder.stop_at_bad.exists():
        return None
    before = threshold(str(read_json(folder.stop_at_bad).get("threshold")))
    if before is None:  # nobody knows what was said: not to be carried on as if nothing had been
        raise refuse(folder.stop_at_bad.name, "run-file-damaged", file=folder.stop_at_bad.name)
    return before


@dataclass(frozen=True)
class BadRows:
    """Watches over the journal of a run; without a threshold it lets everything go on."""

    folder: RunFolder
    threshold: Threshold | None

    def judge(self, journal: Journal, *, early: bool = True) -> None:
        """Raises `Refused` if too many rows are quarantined, and notes in the run's state that this is why it ended."""
        quarantined, rows = journal.counts["quarantined"], len(journal)
        if self.threshold is None:
            return
        passed = self.threshold.passed_early if early else self.threshold.passed
        if passed(quarantined, rows):
            problem = Problem("", "rows-too-many-bad", _told(self.threshold, journal))
            write_json(self.folder.stopped, {"params": dict(problem.params)})
            raise Refused([problem])


def stopped_by(folder: RunFolder) -> Problem | None:
    """Why bad rows stopped a run, if they did and nobody has carried it on since."""
    if not folder.stopped.exists():
        return None
    params = read_json(folder.stopped).get("params")
    if not isinstance(params, Mapping) or set(params) != {"quarantined", "rows", "share", "threshold", "reasons"}:
        raise refuse(folder.stopped.name, "run-file-damaged", file=folder.stopped.name)
    return Problem("", "rows-too-many-bad", params)


def _told(threshold: Threshold, journal: Journal) -> dict[str, Any]:
    quarantined, rows = journal.counts["quarantined"], len(journal)
    reasons = Reasons()
    for outcome in journal:
        if outcome.kind == "quarantined":
            reasons.add(outcome.quarantine)
    told = (f"{' '.join(filter(None, reason))} ({count})" for reason, count in reasons.most_frequent(TOLD_REASONS))
    return {
        "quarantined": quarantined,
        "rows": rows,
        "share": f"{quarantined * 100 / rows:.3g}%",
        "threshold": str(threshold),
        "reasons": ", ".join(told),
    }
