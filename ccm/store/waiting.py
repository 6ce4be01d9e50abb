"""What waits for a decision, for whom, and until when: computed whenever somebody looks, and never forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from approvals.workflow import Step
from ccm.store.actor import actor_of
from ccm.store.home import Home
from ccm.store.review_pages import may_approve
from ccm.store.reviews import Filed, open_reviews
from templates_store.database import Session, select
from templates_store.tables import Person

NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Waiting:
    """An open review: the step to be answered, until when, and the logins of all who may answer it now."""

    review: Filed
    step: Step
    due: datetime | None
    people: tuple[str, ...]

    def is_overdue(self, now: datetime) -> bool:
        """Whether it should have been answered by now."""
        return self.due is not None and self.due < now


def waiting(home: Home) -> list[Waiting]:
    """Every open review: those with the earliest deadline first, those without one last."""
    with home.reading() as session:
        found = [waits_for(session, it) for it in open_reviews(session, home.organisation)]
    return sorted(filter(None, found), key=lambda it: (it.due or NEVER, it.review.row.id))


def waits_for(session: Session, review: Filed) -> Waiting | None:
    """What one review waits for; nothing, if it is over."""
    if review.step is None:
        return None
    found = select(Person).where(Person.organisation == review.row.organisation, Person.disabled == "")
    people = [actor_of(session, person) for person in session.exec(found.order_by(Person.login))]
    logins = tuple(it.login for it in people if may_approve(session, review, it))
    return Waiting(review, review.step, review.due, logins)
