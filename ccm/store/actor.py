"""Who acts, and what they may do at this moment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Literal, get_args

from content_blocks.problem import refuse
from content_blocks.strictness import ORDER, ChangeClass
from templates_store.database import Session, col, select
from templates_store.tables import Granted, GrantEnd, Person

LOGIN = re.compile(r"[a-z][a-z0-9._-]{1,59}")
"""What a login looks like."""

Role = Literal["author", "reviewer", "publisher", "operator", "auditor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)

Scope = Literal["read", "write", "render", "batch", "audit"]
SCOPES = frozenset[str](get_args(Scope))
"""What an API key may be good for.  Whoever is there in person is not narrowed by them."""
OPENED: Mapping[Role, frozenset[str]] = {
    "author": frozenset({"write"}),
    "operator": frozenset({"render", "batch"}),
    "auditor": frozenset({"audit"}),
}
"""The roles that a key makes use of, each under one of these scopes; all others take a person."""

OF_COMPLIANCE: ChangeClass = "regulated wording"
"""The class of change that only those may make who answer for it: for them nothing is locked."""
EVERYDAY = tuple(name for name in ORDER if name not in ("none", OF_COMPLIANCE))
"""The classes of change that an author may make of whom nothing else is said."""


@dataclass(frozen=True, slots=True)
class Given:
    """A role in an area of items (a glob over `kind/name`); a reviewer's for a step, an author's for some changes."""

    role: Role
    area: str = "*"
    step: str = ""
    changes: tuple[str, ...] = ()

    def covers(self, kind: str, name: str) -> bool:
        """Whether an item lies in the area."""
        return fnmatchcase(f"{kind}/{name}", self.area)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with the rights they have now; `by_key` where a program acts with an API key of theirs.

    `given` are all their roles; what a key makes of them is `held`, and only that counts.
    """

    id: str
    login: str
    name: str
    given: tuple[Given, ...] = ()
    by_key: bool = False
    scopes: frozenset[str] = SCOPES

    @property
    def held(self) -> tuple[Given, ...]:
        """The roles that count: all of a person's, and of a key's owner those that its scopes open."""
        if not self.by_key:
            return self.given
        return tuple(given for given in self.given if OPENED.get(given.role, frozenset()) & self.scopes)

    def has(self, *roles: Role) -> bool:
        """Whether they have one of some roles, anywhere."""
        return any(given.role in roles for given in self.held)

    def may_change(self, kind: str, name: str) -> frozenset[str]:
        """The classes of change they may make of an item."""
        mine = [given for given in self.held if given.role == "author" and given.covers(kind, name)]
        return frozenset(change for given in mine for change in given.changes or EVERYDAY)

    def steps(self, items: Iterable[tuple[str, str]]) -> frozenset[str]:
        """The steps they may answer for some items: the area has to hold all of them."""
        held = list(items)
        mine = (given for given in self.held if given.role == "reviewer")
        return frozenset(given.step for given in mine if all(given.covers(*item) for item in held))

    def publishes(self, kind: str, name: str) -> bool:
        """Whether they may retire, postpone or take back an item."""
        return any(given.role == "publisher" and given.covers(kind, name) for given in self.held)

    def operates(self, kind: str, name: str) -> bool:
        """Whether they may send what an item says: letters by the piece, and batches."""
        return any(given.role == "operator" and given.covers(kind, name) for given in self.held)


def actor(session: Session, organisation: str, login: str) -> Actor:
    """Somebody of an organisation as they are now; raises Refused for nobody and for who was disabled."""
    person = person_called(session, organisation, login)
    if person is None or person.disabled:
        raise refuse("", "person-unknown", login=login)
    return actor_of(session, person)


def actor_of(session: Session, person: Person) -> Actor:
    """A person with the roles they hold now."""
    return Actor(person.id, person.login, person.name, given_to(session, person.id))


def person_called(session: Session, organisation: str, login: str) -> Person | None:
    """The person of an organisation with a login, if there is one."""
    if not LOGIN.fullmatch(login):  # also keeps what no database can hold from being asked for
        return None
    return session.exec(select(Person).where(Person.organisation == organisation, Person.login == login)).one_or_none()


def is_shut_out(session: Session, person: str) -> bool:
    """Whether somebody may not come in any more: neither may whom they let look."""
    row = session.get(Person, person)
    return row is None or bool(row.disabled)


def renewed(session: Session, organisation: str, by: Actor) -> Actor:
    """Somebody as they are at this moment: roles may have been taken away since they were looked up.

    Raises Refused if they were shut out meanwhile, or belong to another organisation.
    """
    now = actor(session, organisation, by.login)
    if now.id != by.id:
        raise refuse("", "person-unknown", login=by.login)
    return replace(by, given=now.given)


def given_to(session: Session, person: str) -> tuple[Given, ...]:
    """The roles a person holds now."""
    ended = select(GrantEnd.granted)
    rows = session.exec(
        select(Granted).where(Granted.person == person, col(Granted.id).not_in(ended)).order_by(col(Granted.id))
    )
    return tuple(_given(row) for row in rows)


def _given(row: Granted) -> Given:
    role: Role = row.role  # type: ignore[assignment]
    return Given(role, row.area, row.step, tuple(filter(None, row.changes.split(","))))
