"""Break-glass: in an emergency one bundle goes out before its approval, for a stated time, and everybody sees it.

It opens a review by itself, with the ordinary steps, and closes when that is rejected or withdrawn, or the time is
over.  Whoever broke the glass counts as an author of that review.  A bundle's glass breaks once: who needs longer has
it approved.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from approvals.record import instant
from approvals.refusal import NotAllowed
from approvals.review import Review, State
from approvals.workflow import Step

LONGEST = timedelta(hours=72)
SHORTEST_REASON = 10
"""In letters: `asap!!!!!!` is no reason."""


@dataclass(frozen=True, slots=True)
class BreakGlass:
    """One bundle opened by its hash from `opened_at` until before `until`, and the id of the review that it opened."""

    id: str
    review: str
    bundle: str
    opened_by: str
    opened_at: datetime
    until: datetime
    reason: str

    def record(self) -> dict[str, Any]:
        """What is logged and signed, and shown on the certificate of every run under it."""
        return {
            "break_glass": self.id,
            "review": self.review,
            "bundle": self.bundle,
            "opened_by": self.opened_by,
            "opened_at": instant(self.opened_at),
            "until": instant(self.until),
            "reason": self.reason,
        }


def refuse_glass(
    glass: BreakGlass, earlier: Iterable[BreakGlass] = (), *, may: bool = False, by_key: bool = False
) -> None:
    """Raises NotAllowed for a glass that may not be broken.

    `may` tells that the person has the right to at that instant, `by_key` that a program acts with an API key;
    `earlier` are those broken before, however they ended.
    """
    if by_key:
        raise NotAllowed("key-never-breaks-glass")
    if not may:
        raise NotAllowed("glass-not-yours")
    if sum(letter.isalpha() for letter in glass.reason) < SHORTEST_REASON:
        raise NotAllowed("glass-without-reason", letters=SHORTEST_REASON)
    if glass.until <= glass.opened_at:
        raise NotAllowed("glass-without-time")
    if glass.until - glass.opened_at > LONGEST:
        raise NotAllowed("glass-too-long", hours=LONGEST // timedelta(hours=1))
    if any(other.bundle == glass.bundle for other in earlier):
        raise NotAllowed("glass-broken-before")


def review_of_glass(
    glass: BreakGlass,
    authors: Iterable[str],
    change: str,
    steps: tuple[Step, ...],
    hashes: tuple[tuple[str, str], ...],
) -> Review:
    """The review that a broken glass opens, with its opener among the authors; the steps are the ordinary ones.

    Raises ValueError if it would not be about the bundle that is opened.
    """
    if glass.bundle not in [digest for _name, digest in hashes]:
        raise ValueError("the review of a glass is about its bundle")
    behind = frozenset({*authors, glass.opened_by})
    return Review(glass.review, glass.opened_by, glass.opened_at, behind, change, steps, hashes)


def open_at(glass: BreakGlass, review_state: State, at: datetime) -> bool:
    """Whether the bundle goes out at an instant; `review_state` is that of its review as it was decided by then."""
    return review_state in ("in_review", "approved") and glass.opened_at <= at < glass.until


def open_for(bundle: str, glasses: Iterable[tuple[BreakGlass, State]], at: datetime) -> BreakGlass | None:
    """The glass under which a bundle goes out at an instant; none if none is open for exactly this bundle."""
    found = (glass for glass, state in glasses if glass.bundle == bundle and open_at(glass, state, at))
    return min(found, key=lambda glass: (glass.opened_at, glass.id), default=None)
