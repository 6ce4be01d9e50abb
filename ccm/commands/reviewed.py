"""What commands say of a review: to people as facts and tables, to programs as data with the API's names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import click

from approvals.decision import Decision
from approvals.record import instant
from approvals.review import votes
from approvals.workflow import Step
from ccm.dossier.names import change_name, decision_name, kind_name, spoken
from ccm.store.home import Home
from ccm.store.reviews import Filed, bundles_of, filed, names_of
from ccm.store.waiting import Waiting, waits_for
from ccm.terminal import print_facts, print_json, print_table
from ccm.words import Speech, _, ngettext, user_language
from templates_store.database import Session
from templates_store.tables import ReviewBundle, ReviewItem

SUBJECT_SHOWN = 12
"""Digits of the hash of what a review is about that are shown, and that are enough to name it."""


@dataclass(frozen=True)
class Looked:
    """A review with all that is said of it; `names` are the logins by the ids of people."""

    review: Filed
    bundles: tuple[ReviewBundle, ...]
    waiting: Waiting | None
    names: Mapping[str, str]

    def data(self) -> dict[str, Any]:
        """For programs."""
        found = self.review
        return {
            **summary(found, self.names, self.waiting),
            "start": found.row.start,
            "languages": list(found.languages),
            "authors": [self.names[person] for person in sorted(found.facts.authors)],
            "steps": [step.model_dump() for step in found.facts.steps],
            "items": [_slots(it, "kind", "name", "version", "hash", "before") for it in found.items],
            "bundles": [
                _slots(it, "template", "version", "language", "brand", "day", "bundle", "before") for it in self.bundles
            ],
            "decisions": [
                {
                    "kind": it.kind,
                    "person": self.names[it.person],
                    "behalf": self.names[it.behalf] if it.behalf else None,
                    "step": it.step,
                    "at": instant(it.at),
                    "reason": it.reason,
                }
                for it in found.decisions
            ],
        }


def look(home: Home, review: str) -> Looked:
    """A review as it stands; raises Refused if there is none of that id."""
    with home.reading() as session:
        return looked_at(session, filed(session, home.organisation, review))


def looked_at(session: Session, review: Filed) -> Looked:
    """A review with what belongs to it."""
    bundles = tuple(bundles_of(session, review.row.id))
    return Looked(review, bundles, waits_for(session, review), names_of(session, review.row.organisation))


def summary(review: Filed, names: Mapping[str, str], waiting: Waiting | None) -> dict[str, Any]:
    """What lists tell programs of a review."""
    return {
        "id": review.row.id,
        "title": review.row.title,
        "kind": review.row.kind,
        "state": review.state,
        "change": review.row.change,
        "subject": review.row.subject,
        "submitted_by": names[review.row.submitted_by],
        "submitted_at": instant(review.facts.submitted_at),
        "step": waiting.step.id if waiting else None,
        "due": instant(waiting.due) if waiting and waiting.due else None,
        "people": list(waiting.people) if waiting else [],
    }


def tell(looked: Looked, as_json: bool) -> None:
    """A review after something was done with it: where it stands now, and whose turn it is."""
    if as_json:
        print_json(looked.data())
        return
    print_facts(facts(looked))


def facts(looked: Looked) -> dict[str, str]:
    """A review in a few lines."""
    review, waiting = looked.review, looked.waiting
    told = {
        _("Review"): review.row.id,
        _("Title"): review.row.title,
        _("State"): state_name(review.state),
        _("Class of change"): change_name(review.row.change, Speech(user_language())),
        _("About"): ", ".join(about(looked)),
        _("Begins on"): review.row.start,
        _("Only in"): ", ".join(review.languages),
        _("Submitted"): f"{looked.names[review.row.submitted_by]}, {moment(review.facts.submitted_at)}",
        _("Waits for"): waits(waiting) if waiting else "",
        _("Due"): moment(waiting.due) if waiting and waiting.due else "",
        _("Subject"): review.row.subject[:SUBJECT_SHOWN],
    }
    return {label: value for label, value in told.items() if value}


def about(looked: Looked) -> Iterator[str]:
    """How many versions and combinations a review is about."""
    items, bundles = len(looked.review.items), len(looked.bundles)
    templates = len({it.template for it in looked.bundles})
    if items:
        yield ngettext("{count} item", "{count} items", items).format(count=items)
    if bundles:
        of = ngettext("{count} bundle", "{count} bundles", bundles).format(count=bundles)
        among = ngettext("of {count} template", "of {count} templates", templates).format(count=templates)
        yield f"{of} {among}"


def waits(waiting: Waiting) -> str:
    """The open step, and whoever may answer it."""
    people = ", ".join(waiting.people) or _("nobody may answer this")
    return f"{step_name(waiting.step)}: {people}"


def step_name(step: Step) -> str:
    """What a step is called."""
    return spoken(step.title, Speech(user_language())) or step.id


def state_name(state: str) -> str:
    """Where a review stands, in words."""
    return _("in review") if state == "in_review" else decision_name(state, Speech(user_language()))  # type: ignore[arg-type]


def moment(at: datetime) -> str:
    """An instant to the minute, in universal time."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def item_name(item: ReviewItem) -> str:
    """What an item is called."""
    return f"{kind_name(item.kind, Speech(user_language()))} {item.name} {item.version}"


def print_items(looked: Looked) -> None:
    """The versions that a review is about, and whether they are new or take over."""
    rows = [(it.kind, it.name, it.version, _("changed") if it.before else _("new")) for it in looked.review.items]
    print_table([_("Kind"), _("Name"), _("Version"), _("Change")], rows)


def print_bundles(looked: Looked) -> None:
    """The combinations that would go out, each from the first day it would."""
    rows = [(it.template, it.language, it.brand, it.day, it.bundle[:SUBJECT_SHOWN]) for it in looked.bundles]
    print_table([_("Template"), _("Language"), _("Brand"), _("From"), _("Bundle")], rows)


def print_steps(looked: Looked) -> None:
    """The questions, and by how many of those who have to they are answered."""
    given = looked.review.decisions
    rows = [(step_name(it), _asked(it), f"{len(votes(it, given))}/{it.quorum}") for it in looked.review.facts.steps]
    print_table([_("Step"), _("Question"), _("Yes")], rows)


def print_decisions(looked: Looked) -> None:
    """Who decided what, and why."""
    speech = Speech(user_language())
    titles = {step.id: step_name(step) for step in looked.review.facts.steps}
    rows = [
        (
            moment(it.at),
            _who(looked, it),
            decision_name(it.kind, speech),
            titles.get(it.step or "", ""),
            it.reason,
        )
        for it in looked.review.decisions
    ]
    print_table([_("At"), _("Person"), _("Decision"), _("Step"), _("Reason")], rows)


def _who(looked: Looked, decision: Decision) -> str:
    """Who decided; with a right that was lent, also whose it is."""
    person = looked.names[decision.person]
    if not decision.behalf:
        return person
    return _("{person} for {lender}").format(person=person, lender=looked.names[decision.behalf])


def print_change(looked: Looked) -> None:
    """What a decision would be about, before it is asked for."""
    print_facts(facts(looked))
    for template, count in sorted(Counter(it.template for it in looked.bundles).items()):
        bundles = ngettext("{count} bundle", "{count} bundles", count).format(count=count)
        click.echo(f"  {template}: {bundles}")


def _asked(step: Step) -> str:
    return spoken(step.question, Speech(user_language()))


def _slots(row: object, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
