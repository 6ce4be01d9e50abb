"""Random stories around one review: roles given and taken, rights lent and taken back, and people trying to decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from hypothesis import strategies as st

from approvals.decision import Decision, DecisionKind
from approvals.delegation import Delegation, lend, lent_to, take_back
from approvals.four_eyes import Voter, vote
from approvals.refusal import NotAllowed
from approvals.review import Review
from tests.approvals.histories import PEOPLE, START, STEPS, reviews

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Role:
    """Somebody becomes a reviewer for a step, or is one no more."""

    person: str
    step: str
    given: bool


@dataclass(frozen=True)
class Lends:
    """Somebody tries to lend a step to somebody, from some minutes ahead (or back) for some minutes."""

    lender: str
    step: str
    to: str
    ahead: int
    minutes: int
    by_key: bool


@dataclass(frozen=True)
class TakesBack:
    """Somebody tries to end one of the delegations there are."""

    person: str
    number: int


@dataclass(frozen=True)
class Decides:
    """Somebody tries to decide."""

    person: str
    kind: DecisionKind
    stale: bool
    by_key: bool


Happening = Role | Lends | TakesBack | Decides


@dataclass(frozen=True)
class Told:
    """A decision that came about, and who held which step themselves at that moment."""

    decision: Decision
    held: Mapping[str, frozenset[str]]


class Story:
    """What comes of some happenings, one a minute; `lent` keeps every delegation with who held what as it was made."""

    def __init__(self, review: Review, held: Mapping[str, frozenset[str]]) -> None:
        self.review = review
        self.held = dict(held)
        self.lent: list[tuple[Delegation, Mapping[str, frozenset[str]]]] = []
        self.told: list[Told] = []

    @property
    def decisions(self) -> list[Decision]:
        return [told.decision for told in self.told]

    def play(self, happenings: list[Happening]) -> Story:
        for number, happening in enumerate(happenings):
            try:
                self._happens(happening, START + number * MINUTE)
            except NotAllowed:
                continue
        return self

    def _happens(self, happening: Happening, at: datetime) -> None:
        match happening:
            case Role(person, step, given):
                own = self.held[person]
                self.held[person] = own | {step} if given else own - {step}
            case Lends(lender, step, to, ahead, minutes, by_key):
                start = at + ahead * MINUTE
                asked = Delegation(str(len(self.lent)), step, lender, to, start, start + minutes * MINUTE)
                self.lent.append((lend(asked, self.held[lender], at, by_key=by_key), dict(self.held)))
            case TakesBack(person, number) if self.lent:
                number %= len(self.lent)
                lent, then = self.lent[number]
                self.lent[number] = take_back(lent, person, at), then
            case Decides():
                self._decides(happening, at)

    def _decides(self, tried: Decides, at: datetime) -> None:
        lent = lent_to([lent for lent, _then in self.lent], tried.person, at, self.held)
        voter = Voter(tried.person, self.held[tried.person], lent, tried.by_key)
        subject = "00" * 32 if tried.stale else self.review.subject
        step, behalf = vote(self.review, self.decisions, voter, subject)
        made = Decision(self.review.id, tried.kind, tried.person, at, subject, step, behalf, "because")
        self.told.append(Told(made, dict(self.held)))


def roles() -> st.SearchStrategy[dict[str, frozenset[str]]]:
    """Who holds which steps as it begins."""
    return st.fixed_dictionaries(dict.fromkeys(PEOPLE, st.frozensets(st.sampled_from(STEPS))))


PEOPLES, STEPPED = st.sampled_from(PEOPLE), st.sampled_from(STEPS)
RARELY = st.sampled_from([False] * 9 + [True])
DECIDES = st.builds(Decides, PEOPLES, st.sampled_from([*["approved"] * 9, "rejected"]), RARELY, RARELY)
LENDS = st.builds(Lends, PEOPLES, STEPPED, PEOPLES, st.integers(-3, 5), st.integers(0, 20), RARELY)
TAKES_BACK = st.builds(TakesBack, PEOPLES, st.integers(0, 9))
CHANGES_ROLE = st.builds(Role, PEOPLES, STEPPED, st.booleans())


def scenes(step: str, of: Review, held: Mapping[str, frozenset[str]]) -> st.SearchStrategy[list[Happening]]:
    """Somebody decides about a step; or a holder lends it to a colleague, who tries it, and perhaps the holder too.

    Mostly by people who are not behind the work, for those are refused before anything else is looked at.
    """
    others = [person for person in PEOPLE if person not in {*of.authors, of.submitted_by}]
    holders = [person for person in others if step in held[person]] or list(PEOPLE)
    between = st.lists(st.one_of(TAKES_BACK, CHANGES_ROLE, LENDS), max_size=1)

    def lending(lender: str, to: str, minutes: int, gap: list[Happening], own: bool) -> list[Happening]:
        uses = [Decides(person, "approved", False, False) for person in ((to, lender) if own else (to,))]
        return [Lends(lender, step, to, 0, minutes, by_key=False), *gap, *uses]

    lent = st.builds(
        lending, st.sampled_from(holders), st.sampled_from(others), st.integers(1, 9), between, st.booleans()
    )
    return st.one_of(lent, st.sampled_from(holders).map(lambda person: [Decides(person, "approved", False, False)]))


@st.composite
def stories(draw: st.DrawFn) -> tuple[Review, dict[str, frozenset[str]], list[Happening]]:
    """A review, who holds what, and what happens: some scenes about each of its steps, and anything else."""
    of, held = draw(reviews()), draw(roles())
    anything = st.one_of(DECIDES, DECIDES, DECIDES, LENDS, TAKES_BACK, CHANGES_ROLE).map(lambda one: [one])
    parts: list[list[Happening]] = []
    for step in of.steps:
        parts += draw(st.lists(scenes(step.id, of, held), max_size=4))
        parts += draw(st.lists(anything, max_size=2))
    return of, held, [happening for part in parts for happening in part]
