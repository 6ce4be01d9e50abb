"""The second half of a dry run: what the outcomes of a sample say about the whole run, by name and with a range.

Totals go by names from the outside in: `channels, pdf, pages` or `channels, pdf, postage, duplex, C6/5 Standardbrief`.
What no row of the sample shows has no name here; rows that are held back always have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeAlias

from ccm.batch.interval import Range, total
from ccm.batch.interval import known as counted
from ccm.batch.outcome import KINDS, Line, Outcome
from ccm.batch.postage import postage, sheets_of
from ccm.batch.reasons import Reason, reasons_of
from ccm.batch.survey import Survey

Name: TypeAlias = tuple[str, ...]
SHOWN_REASONS = 10
PRINTINGS = {"simplex": False, "duplex": True}


@dataclass(frozen=True)
class Forecast:
    """What a run will come to: totals by name, the most frequent reasons, and how long it takes, in seconds.

    `sampled` of `sound` rows were rendered; where that is all of them, every count is exact.
    """

    rows: int
    sound: int
    sampled: int
    totals: Mapping[Name, Range]
    reasons: Sequence[tuple[Reason, Range]]
    workers: int
    seconds: Range

    @property
    def held(self) -> Range:
        """Rows that will be held back."""
        return self.totals["rows", "quarantined"]


@dataclass(frozen=True)
class Weighed:
    """What one row of the sample counts for: names for which it counts once, and amounts by name."""

    once: set[Name] = field(default_factory=set)
    amounts: dict[Name, int] = field(default_factory=dict)
    reasons: set[Reason] = field(default_factory=set)


def forecast(survey: Survey, outcomes: Sequence[Outcome], workers: int, seconds: Range) -> Forecast:
    """Scale the outcomes of a sample up to all sound rows, and add those that were found without rendering."""
    weighed = [weigh(outcome) for outcome in outcomes]
    unseen = survey.sound - len(weighed)
    names = {("rows", kind) for kind in KINDS} | set(chain.from_iterable(it.once for it in weighed))
    totals = {name: total([name in it.once for it in weighed], unseen, ceiling=1) for name in names}
    for name in set(chain.from_iterable(it.amounts for it in weighed)):
        totals[name] = total([it.amounts.get(name, 0) for it in weighed], unseen)
    totals["rows", "quarantined"] = totals["rows", "quarantined"].plus(survey.held)
    reasons = _reasons(survey, weighed, unseen)
    return Forecast(survey.rows, survey.sound, len(weighed), totals, reasons, workers, seconds)


def weigh(outcome: Outcome) -> Weighed:
    """What a row that was rendered counts for."""
    found = Weighed({("rows", outcome.kind)}, defaultdict(int), reasons_of(outcome.quarantine))
    for line in outcome.manifest:
        if line["outcome"] == "done":
            _weigh_message(line, found)
    return found


def _weigh_message(line: Line, found: Weighed) -> None:
    channel: Name = ("channels", line["channel"])
    found.once.add((*channel, "messages"))
    found.amounts[*channel, "bytes"] += line["bytes"]
    for measure in ("segments", "pages"):
        if measure in line:
            found.amounts[*channel, measure] += line[measure]
    if "pages" in line:
        for printing, duplex in PRINTINGS.items():
            sheets = sheets_of(line["pages"], duplex=duplex)
            found.amounts[*channel, "sheets", printing] += sheets
            found.once.add((*channel, "postage", printing, postage(sheets)))


def _reasons(survey: Survey, weighed: Iterable[Weighed], unseen: int) -> list[tuple[Reason, Range]]:
    rows = list(weighed)
    found: dict[Reason, Range] = {}
    for reason in set(chain.from_iterable(it.reasons for it in rows)):
        found[reason] = total([reason in it.reasons for it in rows], unseen, ceiling=1)
    for reason, count in survey.reasons.rows.items():
        found[reason] = found[reason].plus(count) if reason in found else counted(count)
    return sorted(found.items(), key=lambda it: (-it[1].likely, it[0]))[:SHOWN_REASONS]
