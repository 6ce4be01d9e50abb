"""People and their roles, for administrators."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.problems import responses
from ccm.api.sent import Sent
from ccm.store.actor import Given
from ccm.store.actor import Role as RoleName
from ccm.store.people import Known, add_person, disable, grant, people, revoke
from content_blocks.problem import refuse

routes = APIRouter(route_class=Once, prefix="/people", tags=["people"])


class NewRole(Sent):
    """A role to be given: a reviewer's for a step, an author's for some classes of change."""

    role: RoleName
    area: str = Field(default="*", max_length=120, examples=["template/*"])
    step: str = Field(default="", max_length=60)
    changes: list[str] = Field(default_factory=list, max_length=10)


class HeldRole(NewRole):
    """A role that somebody holds, under the number by which it can be taken away."""

    number: int


class NewPerson(Sent):
    """Somebody to be let in."""

    login: str = Field(max_length=60)
    name: str = Field(min_length=1, max_length=120)
    email: str = Field(default="", max_length=254)


class Person(BaseModel):
    """Somebody of the organisation."""

    login: str
    name: str
    disabled: bool
    roles: list[HeldRole]


@routes.get("", responses=responses(), summary="List people")
def list_people(asking: Annotated[Asking, asks("read", "admin", "auditor")]) -> list[Person]:
    """Everybody of the organisation with their roles."""
    return [_person(known) for known in people(asking.home)]


@routes.post("", status_code=HTTPStatus.CREATED, responses=responses(HTTPStatus.CONFLICT), summary="Let somebody in")
def add_somebody(new: NewPerson, asking: Annotated[Asking, asks("write", "admin")]) -> Person:
    """Let somebody in, who can do nothing yet."""
    add_person(asking.home, asking.actor, new.login, new.name, new.email)
    return _called(asking, new.login)


@routes.delete(
    "/{login}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    summary="Shut somebody out",
)
def shut_out(login: str, asking: Annotated[Asking, asks("write", "admin")]) -> None:
    """What they did stays theirs."""
    disable(asking.home, asking.actor, login)


@routes.post(
    "/{login}/roles", status_code=HTTPStatus.CREATED, responses=responses(HTTPStatus.NOT_FOUND), summary="Give a role"
)
def give_role(login: str, new: NewRole, asking: Annotated[Asking, asks("write", "admin")]) -> Person:
    """Give somebody a role in an area."""
    grant(asking.home, asking.actor, login, Given(new.role, new.area, new.step, tuple(new.changes)))
    return _called(asking, login)


@routes.delete(
    "/{login}/roles/{number}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    summary="Take a role away",
)
def take_role(login: str, number: int, asking: Annotated[Asking, asks("write", "admin")]) -> None:
    """Take a role away from somebody."""
    if number not in [role.number for role in _called(asking, login).roles]:
        raise refuse("", "grant-unknown", number=number)
    revoke(asking.home, asking.actor, number)


def _called(asking: Asking, login: str) -> Person:
    found = next((known for known in people(asking.home) if known.login == login), None)
    if found is None:
        raise refuse("", "person-unknown", login=login)
    return _person(found)


def _person(known: Known) -> Person:
    roles = [
        HeldRole(number=number, role=given.role, area=given.area, step=given.step, changes=list(given.changes))
        for number, given in known.given
    ]
    return Person(login=known.login, name=known.name, disabled=known.disabled, roles=roles)
