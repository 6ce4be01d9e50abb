"""A review: what was submitted, which steps it has to pass, and where it stands, computed from its decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from approvals.decision import Decision
from approvals.record import record_hash
from approvals.workflow import Step

State = Literal["in_review", "approved", "rejected", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Review:
    """A submission; nothing in it changes afterwards.  Raises ValueError without steps, or with one of them twice.

    `authors` are all people behind any change in it since the last approved hash, importers included.  `hashes` are
    what an approval is a signature over: item hashes and bundle hashes by what they are of.
    """

    id: str
    submitted_by: str
    submitted_at: datetime
    authors: frozenset[str]
    change: str
    steps: tuple[Step, ...]
    hashes: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        """Without steps it would be approved by nobody, and one vote would answer both steps of one name."""
        names = [step.id for step in self.steps]
        if not names or len(set(names)) < len(names):
            raise ValueError("a review has steps, each once")

    @property
    def subject(self) -> str:
        """One hash over all hashes, steps included: who decides has decided about exactly this."""
        return record_hash(self.scope())

    def scope(self) -> dict[str, Any]:
        """What the subject is the hash of."""
        steps = [step.model_dump(mode="json") for step in self.steps]
        return {"hashes": [list(pair) for pair in self.hashes], "steps": steps, "change": self.change}


def state(review: Review, decisions: Sequence[Decision]) -> State:
    """Where a review stands; what ends it first counts."""
    for decision in decisions:
        if decision.kind in ("rejected", "withdrawn"):
            return "rejected" if decision.kind == "rejected" else "withdrawn"
    return "in_review" if open_step(review, decisions) else "approved"


def open_step(review: Review, decisions: Sequence[Decision]) -> Step | None:
    """The first step that has not been answered by enough people; none if all have."""
    return next((step for step in review.steps if len(votes(step, decisions)) < step.quorum), None)


def votes(step: Step, decisions: Sequence[Decision]) -> frozenset[str]:
    """Whose rights have been used to approve a step."""
    return frozenset(
        decision.voter for decision in decisions if decision.kind == "approved" and decision.step == step.id
    )


def due(review: Review, decisions: Sequence[Decision]) -> datetime | None:
    """Until when the open step should be answered: its days count from when the step before it was passed."""
    step = open_step(review, decisions)
    if step is None or step.days is None:
        return None
    begun = max((decision.at for decision in decisions if decision.kind == "approved"), default=review.submitted_at)
    return begun + timedelta(days=step.days)
