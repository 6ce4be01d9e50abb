"""Which version is in force: one rule over a listing, wherever the versions are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal, get_args

Kind = Literal["template", "block", "dictionary", "class", "theme", "asset", "workflow", "persona"]
KINDS: tuple[Kind, ...] = get_args(Kind)

LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Listed:
    """One version of an item and what decides whether it is in force.

    Days are calendar days of the organisation, both ends included; `decided` is the instant (UTC) at which it was
    approved, or the earliest one for files, which carry no decision.  `place` is where its content is found.
    """

    kind: Kind
    name: str
    version: str
    start: date | None = None
    until: date | None = None
    decided: datetime = LONG_AGO
    retired: datetime | None = None
    place: str = ""

    @property
    def order(self) -> tuple[date, datetime, tuple[int, ...]]:
        """The later start wins, then the later decision, then the higher version."""
        return (self.start or date.min, self.decided, tuple(int(part) for part in self.version.split(".")))

    def turning_points(self) -> Iterator[date]:
        """The days from which something else may be in force because of it."""
        if self.start:
            yield self.start
        if self.until:
            yield self.until + timedelta(days=1)

    def covers(self, day: date) -> bool:
        """Whether a day lies within its dates."""
        return (self.start is None or self.start <= day) and (self.until is None or day <= self.until)


def choose(versions: Iterable[Listed], day: date, known_at: datetime | None = None) -> Listed | None:
    """The version in force on `day` as far as was known at the instant `known_at` (now, if not given).

    It is computed, never a stored flag: nothing has to run at midnight.
    """
    begun = (entry for entry in versions if _has_begun(entry, day, known_at))
    latest = max(begun, key=lambda entry: entry.order, default=None)
    return latest if latest and latest.covers(day) else None  # what an expired one superseded does not come back


def _has_begun(entry: Listed, day: date, known_at: datetime | None) -> bool:
    known = known_at is None or entry.decided <= known_at
    retired = entry.retired is not None and (known_at is None or entry.retired <= known_at)
    return known and not retired and (entry.start is None or entry.start <= day)
