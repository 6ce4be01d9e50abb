"""Sessions of people who signed in: half an hour without a sign of them ends one, and twelve hours do in any case.

What a browser holds is a secret of 256 bits, of which only the digest is here.  It changes when somebody signs in and
when their roles do, so that nobody goes on with a secret from before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from approvals.record import instant
from ccm.signing_in.tokens import digest_of, new_session
from ccm.store.actor import Actor, actor_of
from ccm.store.home import Home
from ccm.store.turn import parsed
from content_blocks.canonical import canonical_hash
from content_blocks.problem import refuse
from templates_store.database import Session, col, delete, select
from templates_store.tables import Person, SessionOf

IDLE = timedelta(minutes=30)
"""A session without a sign of its person is over after this."""
LONGEST = timedelta(hours=12)
"""And after this however busy it is."""
NOTICED = timedelta(minutes=1)
"""How exactly it is kept when somebody was last here: not every look at a page has to write."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A session: the secret for the cookie, which is nowhere else, and who that is."""

    token: str = field(repr=False)
    actor: Actor


def open_session(
    session: Session, organisation: str, who: Actor, at: datetime, begun: datetime | None = None
) -> Opened:
    """A session of somebody who has proven who they are, at `begun` if not just now; sessions long over are cleared."""
    over = delete(SessionOf).where(
        col(SessionOf.organisation) == organisation, col(SessionOf.begun) <= instant(at - LONGEST)
    )
    session.exec(over)
    token = new_session()
    session.add(
        SessionOf(
            digest=token.digest,
            organisation=organisation,
            person=who.id,
            begun=instant(begun or at),
            seen=instant(at),
            rights=_rights(who),
        )
    )
    return Opened(token.shown, who)


def of_session(home: Home, token: str, now: datetime | None = None) -> Actor:
    """Who is signed in with a secret, with the roles they have now; raises Refused if the session is over."""
    at = now or datetime.now(UTC)
    with home.reading() as session:
        row, who = _live(session, home.organisation, token, at)
    _notice(home, row, at)
    return who


def continued(home: Home, token: str, now: datetime | None = None) -> Opened:
    """The same as `of_session`, with the secret to go on with: another one if the person's roles have changed."""
    at = now or datetime.now(UTC)
    with home.reading() as session:
        row, who = _live(session, home.organisation, token, at)
    if row.rights != _rights(who):
        return rotated(home, token, at)
    _notice(home, row, at)
    return Opened(token, who)


def rotated(home: Home, token: str, now: datetime | None = None) -> Opened:
    """The session under a new secret, the one before is over; raises Refused if it was over already."""
    at = now or datetime.now(UTC)
    with home.turn(at) as turn:  # the turn keeps it apart from whoever ends all sessions of this person
        row, who = _live(turn.session, home.organisation, token, at)
        turn.session.delete(row)
        return open_session(turn.session, home.organisation, who, at, parsed(row.begun))


def sign_out(home: Home, token: str, now: datetime | None = None) -> None:
    """End a session; one that is over already stays so."""
    with home.turn(now) as turn:
        row = _row(turn.session, home.organisation, token)
        if row is not None:
            turn.session.delete(row)
            turn.log("signed-out", row.person)


def end_sessions(session: Session, person: str) -> None:
    """End all sessions of somebody, wherever they are signed in."""
    session.exec(delete(SessionOf).where(col(SessionOf.person) == person))


def _live(session: Session, organisation: str, token: str, at: datetime) -> tuple[SessionOf, Actor]:
    row = _row(session, organisation, token)
    if row is None or at - parsed(row.seen) >= IDLE or at - parsed(row.begun) >= LONGEST:
        raise refuse("", "session-over")
    person = session.get(Person, row.person)
    if person is None or person.disabled:
        raise refuse("", "session-over")
    return row, actor_of(session, person)


def _row(session: Session, organisation: str, token: str) -> SessionOf | None:
    found = select(SessionOf).where(SessionOf.digest == digest_of(token), SessionOf.organisation == organisation)
    return session.exec(found).one_or_none()


def _notice(home: Home, row: SessionOf, at: datetime) -> None:
    if at - parsed(row.seen) < NOTICED:
        return
    with home.database.writing() as session:
        there = session.exec(select(SessionOf).where(SessionOf.digest == row.digest).with_for_update()).one_or_none()
        if there is not None:
            there.seen = max(there.seen, instant(at))
            session.add(there)


def _rights(who: Actor) -> str:
    return canonical_hash([[given.role, given.area, given.step, sorted(given.changes)] for given in who.given])
