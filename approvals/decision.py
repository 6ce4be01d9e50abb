"""Decisions: what somebody decided, when, about which hashes.  They are stored; every state is computed from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from approvals.record import instant

DecisionKind = Literal["approved", "rejected", "withdrawn"]
MEANING: Mapping[DecisionKind, str] = {
    "approved": "I have seen what these hashes stand for, and agree that it is sent.",
    "rejected": "This must not be sent as it is.",
    "withdrawn": "This is no longer asked for.",
}
"""What somebody says by a decision; it is part of what is signed."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision about a review.

    `step` is the step it answers, none for what ends a review as a whole.  `behalf` is whose right was used, if a
    colleague's.  `subject` is the hash over everything the review is about.
    """

    review: str
    kind: DecisionKind
    person: str
    at: datetime
    subject: str
    step: str | None = None
    behalf: str | None = None
    reason: str = ""

    @property
    def voter(self) -> str:
        """Whose right was used: a right counts once, whoever used it."""
        return self.behalf or self.person

    def record(self) -> dict[str, Any]:
        """What is hashed, logged and signed."""
        return {
            "decision": self.kind,
            "meaning": MEANING[self.kind],
            "review": self.review,
            "step": self.step,
            "person": self.person,
            "behalf": self.behalf,
            "at": instant(self.at),
            "subject": self.subject,
            "reason": self.reason,
        }
