"""Letting people in: persons of an organisation, their roles, and taking either away again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from ccm.store.access import refuse_administering
from ccm.store.actor import LOGIN, ROLES, Actor, Given, Role, person_called, renewed
from ccm.store.home import Home
from ccm.store.sessions import end_sessions
from ccm.store.turn import Turn
from content_blocks.problem import refuse
from content_blocks.strictness import ORDER
from templates_store.database import col, select
from templates_store.tables import Granted, GrantEnd, Person

LONGEST_NAME = 200
"""Characters of a person's name, and of their email address."""


@dataclass(frozen=True)
class Known:
    """A person as lists show them."""

    login: str
    name: str
    disabled: bool
    given: tuple[tuple[int, Given], ...]


def add_person(
    home: Home, by: Actor | None, login: str, name: str, email: str = "", now: datetime | None = None
) -> str:
    """A new person, who can do nothing yet; returns their id.

    `by` is none only while the organisation has nobody who could let others in.  Raises Refused where the login is no
    login or is taken, or where nobody is called that.
    """
    refuse_nobody(login, name, email)
    with home.turn(now) as turn:
        refuse_unless_admin(turn, by)
        if person_called(turn.session, home.organisation, login):
            raise refuse("", "login-taken", login=login)
        return enter_person(turn, by, login, name, email).id


def refuse_nobody(login: str, name: str, email: str = "") -> None:
    """Raises Refused for what can be no login, no name or no address."""
    if not LOGIN.fullmatch(login):
        raise refuse("", "login-form", login=login)
    if not (0 < len(name) <= LONGEST_NAME and len(email) <= LONGEST_NAME and f"{name}{email}".isprintable()):
        raise refuse("", "person-name", most=LONGEST_NAME)


def enter_person(turn: Turn, by: Actor | None, login: str, name: str, email: str = "") -> Person:
    """Write a new person down, in the turn of who has made sure that they may."""
    person = Person(
        id=f"p-{token_hex(6)}",
        organisation=turn.organisation,
        login=login,
        name=name,
        email=email,
        created=turn.now,
    )
    turn.session.add(person)
    turn.log("person-added", by.id if by else None, person=person.id, login=login)
    return person


def grant(home: Home, by: Actor | None, login: str, given: Given, now: datetime | None = None) -> int:
    """Give somebody a role; returns the number under which it can be taken away.

    Raises Refused for a role, area, step or class of change that there is not, and for somebody who is not there.
    """
    _refuse_unknown(given)
    with home.turn(now) as turn:
        refuse_unless_admin(turn, by)
        return enter_grant(turn, by, somebody(turn, login), given)


def enter_grant(turn: Turn, by: Actor | None, person: Person, given: Given) -> int:
    """Write a role down, in the turn of who has made sure that they may; returns its number."""
    row = Granted(
        organisation=turn.organisation,
        person=person.id,
        role=given.role,
        area=given.area,
        step=given.step,
        changes=",".join(given.changes),
        granted_by=by.id if by else None,
        granted_at=turn.now,
    )
    turn.session.add(row)
    turn.session.flush()
    assert row.id is not None
    turn.log(
        "role-granted",
        by.id if by else None,
        number=row.id,
        person=person.id,
        role=given.role,
        area=given.area,
        step=given.step,
        changes=list(given.changes),
    )
    return row.id


def revoke(home: Home, by: Actor, number: int, now: datetime | None = None) -> None:
    """Take a role away; raises Refused where there is none of that number, and for the last administrator's."""
    with home.turn(now) as turn:
        refuse_unless_admin(turn, by)
        row = turn.session.get(Granted, number)
        if row is None or row.organisation != home.organisation or _ended(turn, number):
            raise refuse("", "grant-unknown", number=number)
        turn.session.add(GrantEnd(granted=number, organisation=home.organisation, ended_by=by.id, ended_at=turn.now))
        turn.session.flush()
        _refuse_without_admin(turn)
        turn.log("role-revoked", by.id, number=number, person=row.person, role=row.role)


def disable(home: Home, by: Actor, login: str, now: datetime | None = None) -> None:
    """Shut somebody out; what they did stays theirs."""
    with home.turn(now) as turn:
        refuse_unless_admin(turn, by)
        person = somebody(turn, login)
        person.disabled = turn.now
        turn.session.add(person)
        end_sessions(turn.session, person.id)
        turn.session.flush()
        _refuse_without_admin(turn)
        turn.log("person-disabled", by.id, person=person.id)


def people(home: Home) -> list[Known]:
    """Everybody of the organisation by login."""
    with home.reading() as session:
        ended = select(GrantEnd.granted)
        rows = session.exec(select(Person).where(Person.organisation == home.organisation).order_by(Person.login)).all()
        found = []
        for row in rows:
            held = session.exec(
                select(Granted).where(Granted.person == row.id, col(Granted.id).not_in(ended)).order_by(col(Granted.id))
            )
            given = tuple((it.id or 0, Given(_role(it.role), it.area, it.step, _changes(it.changes))) for it in held)
            found.append(Known(row.login, row.name, bool(row.disabled), given))
        return found


def has_admin(turn: Turn) -> bool:
    """Whether there is anybody who can let others in."""
    ended = select(GrantEnd.granted)
    rows = turn.session.exec(
        select(Granted.id)
        .join(Person, col(Person.id) == col(Granted.person))
        .where(
            Granted.organisation == turn.organisation,
            Granted.role == "admin",
            Person.disabled == "",
            col(Granted.id).not_in(ended),
        )
    )
    return rows.first() is not None


def refuse_unless_admin(turn: Turn, by: Actor | None) -> None:
    """Raises Refused for who may not let others in; nobody at all may, until there is somebody who can."""
    if by is not None:
        refuse_administering(renewed(turn.session, turn.organisation, by))
    elif has_admin(turn):
        raise refuse("", "role-missing-for", role="admin")


def _refuse_without_admin(turn: Turn) -> None:
    if not has_admin(turn):
        raise refuse("", "last-admin")


def _refuse_unknown(given: Given) -> None:
    if given.role not in ROLES:
        raise refuse("", "role-unknown", role=given.role, expected=", ".join(ROLES))
    if (given.role == "reviewer") != bool(given.step):
        raise refuse("", "role-step", role=given.role)
    if not (given.area and f"{given.area}{given.step}".isprintable()):
        raise refuse("", "role-area")
    if given.changes and given.role != "author":
        raise refuse("", "role-changes", role=given.role)
    if unknown := [change for change in given.changes if change not in ORDER[1:]]:
        raise refuse("", "change-unknown", change=unknown[0], expected=", ".join(ORDER[1:]))


def _ended(turn: Turn, number: int) -> bool:
    return turn.session.exec(select(GrantEnd).where(GrantEnd.granted == number)).first() is not None


def somebody(turn: Turn, login: str) -> Person:
    """A person who is not shut out; raises Refused if there is none of that login."""
    person = person_called(turn.session, turn.organisation, login)
    if person is None or person.disabled:
        raise refuse("", "person-unknown", login=login)
    return person


def _role(name: str) -> Role:
    return name  # type: ignore[return-value]


def _changes(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(",")))
