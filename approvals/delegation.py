"""Delegation: somebody lends the right to answer one step to a colleague, from one instant until another.

A lent right stays the lender's: it counts once whoever uses it, it ends when the lender loses it, and nobody can lend
on what was lent to them.  `four_eyes` sees to it that a lender who is behind the work lends nothing for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from approvals.record import instant
from approvals.refusal import NotAllowed


@dataclass(frozen=True, slots=True)
class Delegation:
    """A right lent: `lender`'s for the step, used by `to` from `start` until before `until`, or until it was ended."""

    id: str
    step: str
    lender: str
    to: str
    start: datetime
    until: datetime
    ended_at: datetime | None = None

    def covers(self, at: datetime) -> bool:
        """Whether it is lent at an instant."""
        return self.start <= at < min(self.until, self.ended_at or self.until)

    def record(self) -> dict[str, Any]:
        """What is logged."""
        return {
            "delegation": self.id,
            "step": self.step,
            "lender": self.lender,
            "to": self.to,
            "start": instant(self.start),
            "until": instant(self.until),
            "ended_at": instant(self.ended_at) if self.ended_at else None,
        }


def lend(asked: Delegation, own: AbstractSet[str], at: datetime, *, by_key: bool = False) -> Delegation:
    """The delegation that comes of what the lender asks for at an instant; raises NotAllowed with the reason.

    `own` are the steps that the lender is a reviewer for now, lent ones left out.  It never reaches back: one that
    should have begun before begins now.
    """
    if by_key:
        raise NotAllowed("key-never-lends")
    if asked.to == asked.lender:
        raise NotAllowed("lends-to-oneself")
    if asked.step not in own:
        raise NotAllowed("not-yours-to-lend", step=asked.step)
    lent = replace(asked, start=max(asked.start, at), ended_at=None)
    if lent.until <= lent.start:
        raise NotAllowed("delegation-over")
    return lent


def take_back(lent: Delegation, person: str, at: datetime) -> Delegation:
    """The delegation ended by the lender, or given back by the colleague; raises NotAllowed for anybody else."""
    if person not in (lent.lender, lent.to):
        raise NotAllowed("delegation-of-others")
    if at >= min(lent.until, lent.ended_at or lent.until):
        raise NotAllowed("delegation-over")
    return replace(lent, ended_at=at)


def lent_to(
    delegations: Iterable[Delegation], person: str, at: datetime, held: Mapping[str, AbstractSet[str]]
) -> tuple[tuple[str, str], ...]:
    """The steps that a person may answer for colleagues at an instant, each with the colleague: `Voter.delegated`.

    `held` are, by person, the steps each is a reviewer for themselves, at that instant and for the review in question.
    A right that its lender has no more, or never had there, is lent to nobody; who is not in `held` has none.
    """
    found = (
        (lent.step, lent.lender)
        for lent in delegations
        if lent.to == person and lent.lender != person and lent.covers(at) and lent.step in held.get(lent.lender, ())
    )
    return tuple(sorted(set(found)))
