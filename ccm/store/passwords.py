"""Setting passwords: one's own with the one before, others' by an administrator.  It ends all sessions of the person.

API keys go on: they are not made of the password, and can be ended by themselves.
"""

from __future__ import annotations

from datetime import datetime

from ccm.signing_in.passwords import hashed, password_problems
from ccm.store.access import refuse_program
from ccm.store.actor import Actor, person_called
from ccm.store.home import Home
from ccm.store.people import refuse_unless_admin, somebody
from ccm.store.proving import proved
from ccm.store.sessions import end_sessions
from ccm.store.turn import Turn
from content_blocks.problem import Refused, refuse
from templates_store.database import col, select
from templates_store.tables import Granted, GrantEnd, Identity, IdentityEnd, Person


def set_password(
    home: Home,
    by: Actor | None,
    login: str,
    password: str,
    now: datetime | None = None,
    *,
    old: str = "",
    address: str = "",
) -> None:
    """Give somebody a password; `old` is the one before, where it is one's own.

    `by` is none only while no administrator has a way to sign in.  Raises Refused with everything that is wrong with
    the password, for whom it is not to set, and as signing in does where the one before is wrong.
    """
    if by is not None:
        refuse_program(by)
    new = _hashed(home, login, password)
    if by is not None and by.login == login:
        with proved(home, login, old, address, "password", now) as (turn, person):
            if person.id != by.id:
                raise refuse("", "person-unknown", login=login)
            enter_password(turn, by, person, new)
        return
    with home.turn(now) as turn:
        _refuse_others(turn, by)
        enter_password(turn, by, somebody(turn, login), new)


def _hashed(home: Home, login: str, password: str) -> str:
    """The hash of a password that is good enough for somebody; made outside of any turn, since it takes its time."""
    with home.reading() as session:
        person = person_called(session, home.organisation, login)
        name = person.name if person else ""
    if problems := password_problems(password, login, name):
        raise Refused(problems)
    return hashed(password)


def enter_password(turn: Turn, by: Actor | None, person: Person, new: str) -> None:
    """Write the hash of a password down, in the turn of who has made sure that they may."""
    person.password = new
    turn.session.add(person)
    end_sessions(turn.session, person.id)
    turn.log("password-set", by.id if by else None, person=person.id)


def _refuse_others(turn: Turn, by: Actor | None) -> None:
    if by is not None:
        refuse_unless_admin(turn, by)
    elif _an_admin_can_sign_in(turn):
        raise refuse("", "role-missing-for", role="admin")


def _an_admin_can_sign_in(turn: Turn) -> bool:
    ended, unlinked = select(GrantEnd.granted), select(IdentityEnd.identity)
    linked = select(Identity.person).where(
        Identity.organisation == turn.organisation, col(Identity.id).not_in(unlinked)
    )
    admins = (
        select(Granted.id)
        .join(Person, col(Person.id) == col(Granted.person))
        .where(Granted.organisation == turn.organisation, Granted.role == "admin", Person.disabled == "")
        .where(col(Granted.id).not_in(ended), (col(Person.password) != "") | col(Person.id).in_(linked))
    )
    return turn.session.exec(admins).first() is not None
