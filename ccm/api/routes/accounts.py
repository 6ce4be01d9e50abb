"""How somebody signs in, and what they may do: passwords, accounts at providers, and why something is refused."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field, SecretStr

from ccm.api.access import Asking, asks
from ccm.api.cookies import end_session
from ccm.api.once import Once
from ccm.api.problems import Fault, fault, language_of, responses
from ccm.api.sent import Sent
from ccm.store.explaining import explain
from ccm.store.identities import Linked, identities, link_identity, unlink_identity
from ccm.store.passwords import set_password
from content_blocks.problem import refuse

routes = APIRouter(route_class=Once, prefix="/people/{login}", tags=["people"])


class NewPassword(Sent):
    """A password; for one's own, with the one before."""

    password: SecretStr = Field(max_length=200)
    old: SecretStr = Field(default=SecretStr(""), max_length=200)


class NewAccount(Sent):
    """An account at a provider of OpenID Connect, as the provider shows it."""

    issuer: str = Field(max_length=255, examples=["https://id.example"])
    subject: str = Field(max_length=255, examples=["248289761001"])


class Account(NewAccount):
    """An account that signs somebody in, under the number by which it can be unlinked."""

    number: int


class Explained(BaseModel):
    """Whether somebody may do something now, and what speaks against it; for saving, the classes of change allowed."""

    allowed: bool
    because: list[Fault]
    changes: list[str]


@routes.put(
    "/password",
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS),
    summary="Set a password",
)
def set_new_password(
    login: str,
    new: NewPassword,
    request: Request,
    response: Response,
    asking: Annotated[Asking, asks("write", anybody=True)],
) -> None:
    """One's own, or as an administrator anybody's.  It ends all sessions of the person."""
    if login != asking.actor.login and not asking.actor.has("admin"):
        raise refuse("", "role-missing-for", role="admin")
    address = request.client.host if request.client else ""
    password, old = new.password.get_secret_value(), new.old.get_secret_value()
    set_password(asking.home, asking.actor, login, password, old=old, address=address)
    if login == asking.actor.login:
        end_session(response)


@routes.get("/accounts", responses=responses(HTTPStatus.NOT_FOUND), summary="List accounts at providers")
def list_accounts(login: str, asking: Annotated[Asking, asks("read", "admin", "auditor")]) -> list[Account]:
    """The accounts elsewhere that sign somebody in."""
    return [_shown(it) for it in identities(asking.home) if it.login == login]


@routes.post(
    "/accounts",
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    summary="Link an account at a provider",
)
def link_account(login: str, new: NewAccount, asking: Annotated[Asking, asks("write", "admin")]) -> Account:
    """Let an account elsewhere sign somebody in.  Nobody is matched by email address."""
    number = link_identity(asking.home, asking.actor, login, new.issuer, new.subject)
    return Account(issuer=new.issuer, subject=new.subject, number=number)


@routes.delete(
    "/accounts/{number}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(HTTPStatus.NOT_FOUND),
    summary="Unlink an account at a provider",
)
def unlink_account(login: str, number: int, asking: Annotated[Asking, asks("write", "admin")]) -> None:
    """Let it sign in nobody any more; sessions of the person end."""
    if number not in [it.number for it in identities(asking.home) if it.login == login]:
        raise refuse("", "identity-unknown", number=number)
    unlink_identity(asking.home, asking.actor, number)


@routes.get("/access", responses=responses(HTTPStatus.NOT_FOUND), summary="Explain what somebody may do")
def explain_access(
    login: str,
    action: Annotated[str, Query(max_length=20, examples=["save"])],
    thing: Annotated[str, Query(max_length=170, examples=["template/letter"])],
    request: Request,
    asking: Annotated[Asking, asks("read")],
) -> Explained:
    """The answer of the very functions that would refuse it.  Of others, administrators and auditors may ask."""
    found = explain(asking.home, asking.actor, login, action, thing)
    because = [fault(problem, language_of(request)) for problem in found.because]
    return Explained(allowed=found.allowed, because=because, changes=sorted(found.changes))


def _shown(linked: Linked) -> Account:
    return Account(issuer=linked.issuer, subject=linked.subject, number=linked.number)
