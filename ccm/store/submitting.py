"""Submitting: a proposal becomes a review, and nothing in it changes afterwards."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from secrets import token_hex

from approvals.review import Review as ReviewFacts
from approvals.workflow import Step
from ccm.store.access import refuse_beyond_scope, sees
from ccm.store.actor import Actor, renewed
from ccm.store.home import Home
from ccm.store.key_makers import makers_now
from ccm.store.proposal import Proposal, propose
from ccm.store.refusals import refuse_unkeepable_words
from ccm.store.reviews import ALONE, FOLLOWERS
from ccm.store.saving import beyond_rights, newest
from ccm.store.turn import Turn
from ccm.store.workflows import steps_for
from content_blocks.problem import Problem, Refused, refuse
from templates_store.choose import Kind, Listed
from templates_store.database import Session, col, func, select
from templates_store.shelf import listed
from templates_store.tables import (
    Decision,
    Publication,
    Review,
    ReviewAuthor,
    ReviewBundle,
    ReviewItem,
    ReviewStep,
    Revision,
)


@dataclass(frozen=True)
class Wanted:
    """An item to be submitted: all of its drafts, or those of one version."""

    kind: Kind
    name: str
    version: str = ""


def submit(
    home: Home,
    by: Actor,
    items: Sequence[Wanted],
    today: date,
    start: date | None = None,
    title: str = "",
    now: datetime | None = None,
    languages: Collection[str] = (),
    *,
    alone: bool = False,
) -> str:
    """Ask for the approval of some drafts, to go live together; returns the id of the review.

    `start` is the day they are to go live, if they do not name one themselves.  With `languages` nothing is asked in
    any other, and what was approved so before can be asked for in those left out.  With `alone` templates that could go
    on as they are get a proposal each once it is approved.  Raises Refused with everything that speaks against it:
    nothing to submit, a change that is not theirs to make, whoever made it, an open review of the same version, or any
    problem of a touched template.
    """
    refuse_unkeepable_words(title, "title")
    with home.turn(now) as turn:
        proposal = proposed(turn.session, home.organisation, by, items, today, start, languages, alone=alone)
        if by.by_key:
            makers = makers_now(turn.session, home.organisation, by.id, turn.now)
            proposal = replace(proposal, authors=proposal.authors | makers)
        return open_review(turn, by.id, proposal, start, title, today)


def proposed(
    session: Session,
    organisation: str,
    by: Actor,
    items: Sequence[Wanted],
    today: date,
    start: date | None = None,
    languages: Collection[str] = (),
    *,
    alone: bool = False,
) -> Proposal:
    """What a submission of some drafts would be about; raises Refused as `submit` does, and writes nothing."""
    found = {wanted: drafts_wanted(session, organisation, wanted) for wanted in items}
    revisions = [it for drafted in found.values() for it in drafted]
    again = [wanted for wanted, drafted in found.items() if not drafted and languages]
    asked = [it for wanted in again for it in _approved(session, organisation, wanted)]
    if not revisions and not asked:
        raise refuse("", "nothing-to-submit")
    now_by = renewed(session, organisation, by)
    _refuse_foreign(now_by, [*map(_called, revisions), *map(_called, asked)])
    _refuse_beyond_rights(session, now_by, revisions)
    if open_already := already_in_review(session, revisions):
        raise Refused(open_already)
    proposal = propose(session, organisation, revisions, today, start, languages, asked, alone=alone)
    if proposal.problems:
        raise Refused(proposal.problems)
    if not proposal.items and not proposal.bundles:
        raise refuse("", "nothing-to-submit")
    return proposal


def submit_drafts(
    home: Home,
    by: Actor,
    today: date,
    start: date | None = None,
    title: str = "",
    now: datetime | None = None,
    languages: Collection[str] = (),
) -> str:
    """Ask for the approval of every draft that somebody may see and nobody approved yet, in all or some languages."""
    with home.reading() as session:
        now_by = renewed(session, home.organisation, by)
        seen = [it for it in drafts(session, home.organisation) if sees(now_by, it.kind, it.name)]
        waiting = [Wanted(_kind(it), it.name, it.version) for it in seen]
    return submit(home, by, waiting, today, start, title, now, languages)


def drafts(session: Session, organisation: str, of: tuple[Kind, str] | None = None) -> list[Revision]:
    """What was saved last of every version that was not approved, of one item or all; personas need no approval."""
    saved = select(func.max(Revision.id)).where(Revision.organisation == organisation, Revision.kind != "persona")
    approved = select(Publication.kind, Publication.name, Publication.version).where(
        Publication.organisation == organisation
    )
    if of:
        saved = saved.where(Revision.kind == of[0], Revision.name == of[1])
        approved = approved.where(Publication.kind == of[0], Publication.name == of[1])
    last = saved.group_by(col(Revision.kind), col(Revision.name), col(Revision.version))
    found = session.exec(select(Revision).where(col(Revision.id).in_(last)).order_by(col(Revision.id))).all()
    taken = set(session.exec(approved).all())
    current = {(it.kind, it.name): it.version for it in found}  # of all but content blocks only the newest counts
    return [
        it
        for it in found
        if (it.kind, it.name, it.version) not in taken
        and (it.kind == "block" or current[it.kind, it.name] == it.version)
    ]


def open_review(turn: Turn, by: str, proposal: Proposal, start: date | None, title: str, today: date) -> str:
    """Freeze a proposal as a review, with the steps that its class of change has to pass."""
    steps = steps_for(turn.session, turn.organisation, proposal.workflows, proposal.change, today)
    facts = ReviewFacts(
        f"r-{token_hex(5)}",
        by,
        turn.at,
        proposal.authors,
        proposal.change,
        steps,
        tuple(sorted(_hashes(proposal, start))),
    )
    _store(turn, facts, proposal, start, title)
    turn.log(
        "submitted",
        by,
        review=facts.id,
        subject=facts.subject,
        change=proposal.change,
        authors=sorted(proposal.authors),
        steps=[[step.id, step.quorum] for step in steps],
        items=[f"{it.revision.kind} {it.revision.name} {it.revision.version}" for it in proposal.items],
        bundles=len(proposal.bundles),
        languages=list(proposal.languages),
    )
    return facts.id


def _hashes(proposal: Proposal, start: date | None) -> Iterable[tuple[str, str]]:
    for item in proposal.items:
        yield f"{item.revision.kind} {item.revision.name} {item.revision.version}", item.revision.hash
    for found in proposal.bundles:
        yield f"bundle {found.template} {found.bundle.language} {found.brand} {found.day}", found.bundle.hash
    if start:
        yield "start", start.isoformat()
    if proposal.languages:
        yield "languages", ",".join(proposal.languages)
    if proposal.alone:
        yield FOLLOWERS


def _store(turn: Turn, facts: ReviewFacts, proposal: Proposal, start: date | None, title: str) -> None:
    session, organisation = turn.session, turn.organisation
    session.add(
        Review(
            id=facts.id,
            organisation=organisation,
            kind=ALONE if proposal.alone else "items" if proposal.items else "bundles",
            title=title,
            change=facts.change,
            subject=facts.subject,
            start=start.isoformat() if start else "",
            languages=",".join(proposal.languages),
            submitted_by=facts.submitted_by,
            submitted_at=turn.now,
        )
    )
    session.flush()
    session.add_all(_step_row(facts, organisation, place, step) for place, step in enumerate(facts.steps))
    session.add_all(
        ReviewAuthor(review=facts.id, person=person, organisation=organisation) for person in sorted(facts.authors)
    )
    session.flush()  # an item comes after whoever saved it
    session.add_all(_item_rows(facts, organisation, proposal))
    session.add_all(_bundle_rows(facts, organisation, proposal))
    session.flush()


def _step_row(facts: ReviewFacts, organisation: str, place: int, step: Step) -> ReviewStep:
    return ReviewStep(
        review=facts.id,
        place=place,
        organisation=organisation,
        step=step.id,
        quorum=step.quorum,
        days=step.days,
        words=json.dumps({"title": step.title, "question": step.question}, ensure_ascii=False),
    )


def _item_rows(facts: ReviewFacts, organisation: str, proposal: Proposal) -> Iterable[ReviewItem]:
    return [
        ReviewItem(
            review=facts.id,
            kind=item.revision.kind,
            name=item.revision.name,
            version=item.revision.version,
            organisation=organisation,
            revision=item.revision.id or 0,
            hash=item.revision.hash,
            before=item.before.hash if item.before else "",
        )
        for item in proposal.items
    ]


def _bundle_rows(facts: ReviewFacts, organisation: str, proposal: Proposal) -> Iterable[ReviewBundle]:
    return [
        ReviewBundle(
            review=facts.id,
            bundle=found.bundle.hash,
            organisation=organisation,
            template=found.template,
            version=found.version,
            language=found.bundle.language,
            brand=found.brand,
            day=found.day.isoformat(),
            hashes=json.dumps(dict(sorted(found.bundle.hashes.items()))),
            before=found.before.hash if found.before else "",
        )
        for found in proposal.bundles
    ]


def drafts_wanted(session: Session, organisation: str, wanted: Wanted) -> list[Revision]:
    """The unapproved drafts of an item; raises Refused if nobody ever saved one."""
    if newest(session, organisation, wanted.kind, wanted.name, wanted.version) is None:
        raise refuse(f"{wanted.kind} {wanted.name}", "item-not-known", kind=wanted.kind, name=wanted.name)
    mine = drafts(session, organisation, (wanted.kind, wanted.name))
    return [it for it in mine if wanted.version in ("", it.version)]


def _approved(session: Session, organisation: str, wanted: Wanted) -> list[Listed]:
    """The version of an item that was approved last, or the one that is wanted if it was approved."""
    found = select(Publication).where(
        Publication.organisation == organisation, Publication.kind == wanted.kind, Publication.name == wanted.name
    )
    if wanted.version:
        found = found.where(Publication.version == wanted.version)
    last = session.exec(found.order_by(col(Publication.id).desc()).limit(1)).first()
    return [listed(session, last)] if last else []


def _refuse_foreign(by: Actor, items: Iterable[tuple[str, str]]) -> None:
    refuse_beyond_scope(by, "write")
    foreign = [(kind, name) for kind, name in items if not by.may_change(kind, name)]
    if foreign:
        raise Refused(
            Problem(f"{kind} {name}", "area-not-yours", {"kind": kind, "name": name}) for kind, name in foreign
        )


def _refuse_beyond_rights(session: Session, by: Actor, revisions: Iterable[Revision]) -> None:
    """Nobody asks for what they might not have written themselves, whoever wrote it."""
    if problems := [problem for it in revisions for problem in beyond_rights(session, by, it)]:
        raise Refused(problems)


def already_in_review(session: Session, revisions: Iterable[Revision]) -> list[Problem]:
    """The versions of which a review is open: a second one would ask for two different things under one number."""
    over = select(Decision.review).where(Decision.kind != "approved")
    problems = []
    for it in revisions:
        rows = session.exec(
            select(ReviewItem.review).where(
                ReviewItem.organisation == it.organisation,
                ReviewItem.kind == it.kind,
                ReviewItem.name == it.name,
                ReviewItem.version == it.version,
                col(ReviewItem.review).not_in(over),
                col(ReviewItem.review).not_in(select(Publication.review)),
            )
        )
        if review := rows.first():
            problems.append(Problem(f"{it.kind} {it.name}", "already-in-review", {"review": review}))
    return problems


def _called(it: Revision | Listed) -> tuple[str, str]:
    return it.kind, it.name


def _kind(revision: Revision) -> Kind:
    return revision.kind  # type: ignore[return-value]
