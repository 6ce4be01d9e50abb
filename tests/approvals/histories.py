"""Reviews and random histories of what people try about them, for properties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from approvals.decision import Decision, DecisionKind
from approvals.four_eyes import Voter, vote
from approvals.refusal import NotAllowed
from approvals.review import Review, state
from approvals.workflow import Step

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
PEOPLE = ("anna", "bert", "carl", "dora", "emma", "finn")
STEPS = ("business", "compliance", "legal")


def step(name: str, quorum: int = 1, days: int | None = None) -> Step:
    """A step with words that do not matter here."""
    return Step(id=name, title={"en": name}, question={"en": f"Is it right for {name}?"}, quorum=quorum, days=days)


def review(*steps: Step, authors: frozenset[str] = frozenset({"anna"}), submitted_by: str = "anna") -> Review:
    """A review of one hash."""
    return Review("r", submitted_by, START, authors, "rule", steps, (("template letter", "ab" * 32),))


@dataclass(frozen=True)
class Attempt:
    """Somebody tries to decide, holding some steps of their own and some rights lent by colleagues."""

    voter: Voter
    kind: DecisionKind
    stale: bool


def voters() -> st.SearchStrategy[Voter]:
    """Anybody, with any roles and any delegations."""
    lent = st.lists(st.tuples(st.sampled_from(STEPS), st.sampled_from(PEOPLE)), max_size=2).map(tuple)
    held = st.frozensets(st.sampled_from(STEPS))
    return st.builds(Voter, st.sampled_from(PEOPLE), held, lent, st.sampled_from([False, False, False, True]))


def attempts() -> st.SearchStrategy[Attempt]:
    """Mostly approvals, some rejections, some about another hash."""
    kinds = st.sampled_from(["approved"] * 8 + ["rejected"])
    return st.builds(Attempt, voters(), kinds, st.sampled_from([False] * 5 + [True]))


def reviews() -> st.SearchStrategy[Review]:
    """One to three steps with a quorum of one to three, one to two authors, anybody as submitter."""
    steps = st.lists(st.sampled_from(STEPS), min_size=1, max_size=3, unique=True)
    counted = steps.flatmap(lambda names: st.tuples(*(st.builds(step, st.just(n), st.integers(1, 3)) for n in names)))
    authors = st.frozensets(st.sampled_from(PEOPLE), min_size=1, max_size=2)
    return st.builds(
        lambda steps, authors, by: review(*steps, authors=authors, submitted_by=by),
        counted,
        authors,
        st.sampled_from(PEOPLE),
    )


def played(of: Review, tried: list[Attempt]) -> list[Decision]:
    """The decisions that come of the attempts which are allowed."""
    made: list[Decision] = []
    for number, attempt in enumerate(tried):
        subject = "00" * 32 if attempt.stale else of.subject
        try:
            answered, behalf = vote(of, made, attempt.voter, subject)
        except NotAllowed:
            continue
        at = START + timedelta(minutes=number)
        made.append(Decision(of.id, attempt.kind, attempt.voter.person, at, subject, answered, behalf, "because"))
        assert state(of, made) in ("in_review", "approved", "rejected")
    return made
