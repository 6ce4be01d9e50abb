"""Four eyes: who may decide about a review.  This is the one place that says so; the store's constraints repeat it.

Nobody approves what they authored or submitted.  One person counts once, and so does one person's right.  The role is
checked at the moment of the decision, and a decision is about the very hashes that were submitted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from approvals.decision import Decision
from approvals.refusal import NotAllowed
from approvals.review import Review, open_step, state


@dataclass(frozen=True, slots=True)
class Voter:
    """A person about to decide: the steps they are a reviewer for now, and those they were handed by colleagues.

    `by_key` tells that a program acts with an API key; `delegated` are steps with the colleagues whose right they are,
    as `delegation.lent_to` gives them.
    """

    person: str
    steps: frozenset[str]
    delegated: tuple[tuple[str, str], ...] = field(default=())
    by_key: bool = False


def vote(review: Review, decisions: Sequence[Decision], voter: Voter, subject: str) -> tuple[str, str | None]:
    """The step that an approval or rejection answers, and on whose behalf; raises NotAllowed with the reason."""
    if voter.by_key:
        raise NotAllowed("key-never-decides")
    if state(review, decisions) != "in_review":
        raise NotAllowed("review-over", state=state(review, decisions))
    if subject != review.subject:
        raise NotAllowed("review-differs")
    if voter.person in review.authors or voter.person == review.submitted_by:
        raise NotAllowed("own-work")
    step = open_step(review, decisions)
    assert step is not None
    return step.id, _right(review, decisions, voter, step.id)


def _right(review: Review, decisions: Sequence[Decision], voter: Voter, step: str) -> str | None:
    """None for one's own right, else the colleague's whose right it is."""
    approvals = [decision for decision in decisions if decision.kind == "approved"]
    if any(voter.person in (decision.person, decision.behalf) for decision in approvals):
        raise NotAllowed("counts-once")
    if step in voter.steps:
        return None
    lent = [colleague for name, colleague in voter.delegated if name == step and colleague != voter.person]
    if not lent:
        raise NotAllowed("not-a-reviewer", step=step)
    free = [colleague for colleague in lent if colleague not in {*review.authors, review.submitted_by}]
    if not free:
        raise NotAllowed("lender-wrote-it")
    used = {person for decision in approvals for person in (decision.person, decision.behalf)}
    unused = [colleague for colleague in free if colleague not in used]
    if not unused:
        raise NotAllowed("counts-once")
    return unused[0]
