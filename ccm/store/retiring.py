"""What a publisher may do with what was approved: take it out of force, or let it begin later, never earlier."""

from __future__ import annotations

from datetime import date, datetime

from ccm.store.access import refuse_publishing
from ccm.store.actor import Actor, renewed
from ccm.store.home import Home
from ccm.store.refusals import refuse_unkeepable_words
from ccm.store.turn import Turn
from content_blocks.problem import Problem, Refused, refuse
from templates_store.choose import Kind
from templates_store.database import Session, select
from templates_store.shelf import listed
from templates_store.tables import Postponement, Publication, Retirement


def retire(
    home: Home, by: Actor, kind: Kind, name: str, version: str, reason: str, now: datetime | None = None
) -> None:
    """Take a version out of force from now on; what was in force before it is so again.

    Raises Refused for what is not approved, what is retired already, and whom it is not for.
    """
    with home.turn(now) as turn:
        retire_published(turn, by, _published(turn, kind, name, version), reason)


def take_back(home: Home, by: Actor, review: str, reason: str, now: datetime | None = None) -> int:
    """Retire all that one review published, together, as it went live together; returns how many versions."""
    with home.turn(now) as turn:
        publications = still_published(turn.session, home.organisation, review)
        for publication in publications:
            retire_published(turn, by, publication, reason)
        return len(publications)


def postpone(
    home: Home,
    by: Actor,
    review: str,
    start: date,
    reason: str,
    today: date,
    now: datetime | None = None,
) -> int:
    """Let all that one review published begin on a later day; returns how many versions.

    Raises Refused if any of it has begun already, or would begin earlier than approved.
    """
    with home.turn(now) as turn:
        found = select(Publication).where(Publication.organisation == home.organisation, Publication.review == review)
        publications = list(turn.session.exec(found))
        if not publications:
            raise refuse("", "nothing-to-take-back", review=review)
        _refuse_begun(turn, publications, start, today)
        for publication in publications:
            refuse_publishing(renewed(turn.session, home.organisation, by), publication.kind, publication.name)
            _refuse_without(reason)
            turn.session.add(
                Postponement(
                    organisation=home.organisation,
                    publication=publication.id or 0,
                    start=start.isoformat(),
                    at=turn.now,
                    person=by.id,
                    reason=reason,
                )
            )
            turn.log(
                "postponed",
                by.id,
                kind=publication.kind,
                name=publication.name,
                version=publication.version,
                start=start.isoformat(),
                reason=reason,
            )
        return len(publications)


def still_published(session: Session, organisation: str, review: str) -> list[Publication]:
    """What one review published and nobody retired since; raises Refused if that is nothing."""
    found = select(Publication).where(Publication.organisation == organisation, Publication.review == review)
    publications = [it for it in session.exec(found) if session.get(Retirement, it.id) is None]
    if not publications:
        raise refuse("", "nothing-to-take-back", review=review)
    return publications


def refuse_retiring(session: Session, by: Actor, publication: Publication) -> None:
    """Raises Refused for whom a publication is not to retire, and for one that is retired."""
    refuse_publishing(by, publication.kind, publication.name)
    if session.get(Retirement, publication.id):
        raise refuse(f"{publication.kind} {publication.name}", "retired-already", version=publication.version)


def retire_published(turn: Turn, by: Actor, publication: Publication, reason: str) -> None:
    """Take one version out of force within a turn; raises Refused as `retire` does."""
    refuse_retiring(turn.session, renewed(turn.session, turn.organisation, by), publication)
    _refuse_without(reason)
    turn.session.add(
        Retirement(
            publication=publication.id or 0,
            organisation=turn.organisation,
            at=turn.now,
            person=by.id,
            reason=reason,
        )
    )
    turn.log("retired", by.id, kind=publication.kind, name=publication.name, version=publication.version, reason=reason)


def _published(turn: Turn, kind: Kind, name: str, version: str) -> Publication:
    found = select(Publication).where(
        Publication.organisation == turn.organisation,
        Publication.kind == kind,
        Publication.name == name,
        Publication.version == version,
    )
    row = turn.session.exec(found).one_or_none()
    if row is None:
        raise refuse(f"{kind} {name}", "item-not-approved", kind=kind, name=name)
    return row


def _refuse_without(reason: str) -> None:
    if not reason.strip():
        raise refuse("", "reason-missing")
    refuse_unkeepable_words(reason)


def _refuse_begun(turn: Turn, publications: list[Publication], start: date, today: date) -> None:
    """What has begun was sent already; and what begins earlier than approved was approved by nobody."""
    problems = []
    for publication in publications:
        begins = listed(turn.session, publication).start
        place = f"{publication.kind} {publication.name}"
        if begins is None or begins <= today:
            problems.append(Problem(place, "begun-already", {"version": publication.version}))
        elif start <= begins:
            problems.append(Problem(place, "begins-earlier"))
    if problems:
        raise Refused(problems)
