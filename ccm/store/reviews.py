"""Reviews read back: what was submitted, what was decided, and where that leaves them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from approvals.decision import Decision as DecisionFacts
from approvals.review import Review as ReviewFacts
from approvals.review import State, due, open_step, state
from approvals.workflow import Step
from content_blocks.problem import refuse
from templates_store.database import Session, col, select
from templates_store.filed_reviews import some_reviews
from templates_store.tables import Decision, Person, Review, ReviewAuthor, ReviewBundle, ReviewItem, ReviewStep

ALONE = "alone"
"""The kind of a review that leaves templates that follow to proposals of their own."""
FOLLOWERS = ("followers", "proposals")
"""What such a review says besides, so that whoever decides signs that, too."""


@dataclass(frozen=True)
class Filed:
    """A review with its decisions, as rules and people see it."""

    row: Review
    facts: ReviewFacts
    decisions: tuple[DecisionFacts, ...]
    items: tuple[ReviewItem, ...]
    templates: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """Where it stands."""
        return state(self.facts, self.decisions)

    @property
    def step(self) -> Step | None:
        """The step that has to be answered next; none when it is over."""
        return open_step(self.facts, self.decisions) if self.state == "in_review" else None

    @property
    def due(self) -> datetime | None:
        """Until when that step should be answered."""
        return due(self.facts, self.decisions) if self.state == "in_review" else None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is restricted to; empty for all."""
        return tuple(filter(None, self.row.languages.split(",")))

    @property
    def area(self) -> list[tuple[str, str]]:
        """Kind and name of what it is about; where only a combination is new, those are the templates."""
        return [(it.kind, it.name) for it in self.items] or [("template", name) for name in self.templates]


def filed(session: Session, organisation: str, review: str) -> Filed:
    """A review by its id; raises Refused if the organisation has none of that id."""
    row = session.get(Review, review)
    if row is None or row.organisation != organisation:
        raise refuse("", "review-unknown", review=review)
    return read_back(session, row)


def read_back(session: Session, row: Review) -> Filed:
    """A review with all that belongs to it."""
    items = tuple(session.exec(select(ReviewItem).where(ReviewItem.review == row.id)))
    bundles = bundles_of(session, row.id)
    steps = session.exec(select(ReviewStep).where(ReviewStep.review == row.id).order_by(col(ReviewStep.place)))
    authors = session.exec(select(ReviewAuthor.person).where(ReviewAuthor.review == row.id))
    made = session.exec(select(Decision).where(Decision.review == row.id).order_by(col(Decision.id)))
    hashes = [(f"{it.kind} {it.name} {it.version}", it.hash) for it in items]
    hashes += [(f"bundle {it.template} {it.language} {it.brand} {it.day}", it.bundle) for it in bundles]
    hashes += [(name, said) for name, said in (("start", row.start), ("languages", row.languages)) if said]
    hashes += [FOLLOWERS] if row.kind == ALONE else []
    facts = ReviewFacts(
        row.id,
        row.submitted_by,
        datetime.fromisoformat(row.submitted_at),
        frozenset(authors),
        row.change,
        tuple(_step(it) for it in steps),
        tuple(sorted(hashes)),
    )
    templates = tuple(dict.fromkeys(it.template for it in bundles))
    return Filed(row, facts, tuple(_decision(it) for it in made), items, templates)


def bundles_of(session: Session, review: str) -> list[ReviewBundle]:
    """The bundles a review is about, by template, day, language and brand."""
    found = select(ReviewBundle).where(ReviewBundle.review == review)
    order = (ReviewBundle.template, ReviewBundle.day, ReviewBundle.language, ReviewBundle.brand)
    return list(session.exec(found.order_by(*(col(column) for column in order))))


def all_reviews(session: Session, organisation: str) -> list[Filed]:
    """Every review of an organisation, the newest first."""
    found = select(Review).where(Review.organisation == organisation)
    rows = session.exec(found.order_by(col(Review.submitted_at).desc(), col(Review.id))).all()
    return [read_back(session, row) for row in rows]


def open_reviews(session: Session, organisation: str) -> list[Filed]:
    """The reviews that wait for a decision, the newest first; what is over is not even read."""
    return [read_back(session, row) for row in some_reviews(session, organisation, None, state="in_review")]


def names_of(session: Session, organisation: str) -> dict[str, str]:
    """The logins of people by id."""
    rows = session.exec(select(Person.id, Person.login).where(Person.organisation == organisation))
    return dict(rows.all())


def full_names(session: Session, organisation: str) -> dict[str, str]:
    """The names of people by login."""
    rows = session.exec(select(Person.login, Person.name).where(Person.organisation == organisation))
    return dict(rows.all())


def _step(row: ReviewStep) -> Step:
    words = json.loads(row.words)
    return Step(id=row.step, title=words["title"], question=words["question"], quorum=row.quorum, days=row.days)


def _decision(row: Decision) -> DecisionFacts:
    return DecisionFacts(
        row.review,
        row.kind,  # type: ignore[arg-type]
        row.person,
        datetime.fromisoformat(row.at),
        row.subject,
        row.step or None,
        row.voter if row.voter != row.person else None,
        row.reason,
    )
