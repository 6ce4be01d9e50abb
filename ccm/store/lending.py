"""Lending: a reviewer who is away lets a colleague answer a step in their place, for a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from approvals import delegation as rules
from approvals.delegation import Delegation as DelegationFacts
from approvals.delegation import lent_to
from approvals.record import instant
from approvals.refusal import NotAllowed
from ccm.store.actor import Actor, actor, actor_of, renewed
from ccm.store.home import Home
from ccm.store.refusals import refusals_noted
from ccm.store.reviews import names_of
from ccm.store.turn import Turn, parsed
from content_blocks.problem import refuse
from templates_store.database import Session, col, select
from templates_store.tables import Delegation, DelegationEnd, Person


@dataclass(frozen=True)
class Lent:
    """A delegation as lists show it, with the logins of both; `ended_at` if one of them ended it early."""

    number: int
    step: str
    lender: str
    to: str
    start: datetime
    until: datetime
    ended_at: datetime | None = None


def lend(
    home: Home, by: Actor, step: str, to: str, start: datetime, until: datetime, now: datetime | None = None
) -> int:
    """Lend one's right to answer a step to a colleague, by their login; returns the number to end it with.

    Raises Refused for a step that is not the lender's own, for oneself, and for a time that is over.
    """
    with refusals_noted(home, by, now, lending=step, to=to), home.turn(now) as turn:
        lender = renewed(turn.session, home.organisation, by)
        borrower = actor(turn.session, home.organisation, to)
        own = {given.step for given in lender.held if given.role == "reviewer"}
        asked = DelegationFacts("", step, lender.id, borrower.id, start, until)
        return _store(turn, rules.lend(asked, own, turn.at, by_key=lender.by_key))


def end_lending(home: Home, by: Actor, number: int, now: datetime | None = None) -> None:
    """Take a right back, or give it back; raises Refused for anybody but the two, and for one that is over."""
    with refusals_noted(home, by, now, ending=str(number)), home.turn(now) as turn:
        row = turn.session.get(Delegation, number)
        if row is None or row.organisation != home.organisation:
            raise refuse("", "delegation-unknown", number=number)
        who = renewed(turn.session, home.organisation, by)
        if who.by_key:
            raise NotAllowed("key-never-lends")
        rules.take_back(facts_of(turn.session, row), who.id, turn.at)
        turn.session.add(
            DelegationEnd(delegation=number, organisation=home.organisation, ended_by=who.id, ended_at=turn.now)
        )
        turn.session.flush()
        turn.log("lending-ended", who.id, number=number)


def lendings(home: Home) -> list[Lent]:
    """All that was ever lent, the newest first."""
    with home.reading() as session:
        names = names_of(session, home.organisation)
        found = select(Delegation).where(Delegation.organisation == home.organisation)
        rows = session.exec(found.order_by(col(Delegation.id).desc())).all()
        return [_shown(facts_of(session, row), names) for row in rows]


def rights_lent(
    session: Session, organisation: str, person: str, at: datetime, area: Iterable[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """The steps somebody may answer for colleagues at an instant, each with whose right it is (`Voter.delegated`).

    Only what the colleague could answer themselves, at this moment and for this area, is lent.
    """
    held = list(area)
    found = select(Delegation).where(Delegation.organisation == organisation, Delegation.borrower == person)
    lent = [facts_of(session, row) for row in session.exec(found.order_by(col(Delegation.id)))]
    lenders = (session.get(Person, name) for name in {it.lender for it in lent})
    own = {it.id: actor_of(session, it).steps(held) for it in lenders if it and not it.disabled}
    return lent_to(lent, person, at, own)


def facts_of(session: Session, row: Delegation) -> DelegationFacts:
    """A delegation as the rules see it."""
    end = session.get(DelegationEnd, row.id)
    ended = parsed(end.ended_at) if end else None
    return DelegationFacts(str(row.id), row.step, row.lender, row.borrower, parsed(row.start), parsed(row.until), ended)


def _store(turn: Turn, lent: DelegationFacts) -> int:
    row = Delegation(
        organisation=turn.organisation,
        step=lent.step,
        lender=lent.lender,
        borrower=lent.to,
        start=instant(lent.start),
        until=instant(lent.until),
        lent_at=turn.now,
    )
    turn.session.add(row)
    turn.session.flush()
    assert row.id is not None
    turn.log("right-lent", lent.lender, record=facts_of(turn.session, row).record())
    return row.id


def _shown(lent: DelegationFacts, names: dict[str, str]) -> Lent:
    return Lent(int(lent.id), lent.step, names[lent.lender], names[lent.to], lent.start, lent.until, lent.ended_at)
