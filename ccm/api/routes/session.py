"""Signing in and out, and who one is."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field, SecretStr

from ccm.api.access import Asking, asks
from ccm.api.cookies import begin_session, end_session
from ccm.api.homes import Homes
from ccm.api.once import Once
from ccm.api.problems import responses
from ccm.api.sent import Sent
from ccm.signing_in.tokens import csrf_token
from ccm.store.actor import Actor
from ccm.store.sessions import sign_out as end
from ccm.store.signing_in import sign_in as begin
from content_blocks.problem import refuse

routes = APIRouter(route_class=Once, tags=["session"])


class Credentials(Sent):
    """What somebody signs in with; the organisation only where a server has several."""

    login: str = Field(max_length=60, examples=["bruno"])
    password: SecretStr = Field(max_length=200)
    organisation: str | None = Field(default=None, max_length=60, examples=["ahorn"])


class Role(BaseModel):
    """A role as it was given."""

    role: str = Field(examples=["reviewer"])
    area: str = Field(examples=["template/*"])
    step: str = Field(default="", examples=["content"])
    changes: list[str] = Field(default_factory=list)


class Me(BaseModel):
    """Who is signed in; `form_token` goes into the header `X-CSRF-Token` of every request that changes something."""

    login: str
    name: str
    organisation: str
    roles: list[Role]
    form_token: str | None = None


@routes.post(
    "/session",
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.TOO_MANY_REQUESTS),
    summary="Sign in",
    openapi_extra={"security": []},
)
def sign_in(credentials: Credentials, request: Request, response: Response) -> Me:
    """Sign in with login and password; the session is a cookie that scripts cannot read."""
    homes: Homes = request.app.state.homes
    home = homes.called(credentials.organisation)
    address = request.client.host if request.client else ""
    password = credentials.password.get_secret_value()
    if home is None:  # takes as long and says the same as a wrong password
        begin(homes.usual, "", password, address)
        raise refuse("", "sign-in-wrong")
    opened = begin(home, credentials.login, password, address)
    begin_session(response, home.organisation, opened.token)
    return me(Asking(home, opened.actor, opened.token))


@routes.get("/session", responses=responses(), summary="Who am I")
def show_session(asking: Annotated[Asking, asks("read", anybody=True)]) -> Me:
    """Who is signed in, with which roles."""
    return me(asking)


@routes.delete("/session", status_code=HTTPStatus.NO_CONTENT, responses=responses(), summary="Sign out")
def sign_out(asking: Annotated[Asking, asks("read", anybody=True)], response: Response) -> None:
    """End the session; a program with a key has none."""
    if asking.session:
        end(asking.home, asking.session)
    end_session(response)


def me(asking: Asking) -> Me:
    """Somebody as they see themselves."""
    return Me(
        login=asking.actor.login,
        name=asking.actor.name,
        organisation=asking.home.organisation,
        roles=roles_of(asking.actor),
        form_token=csrf_token(asking.session) if asking.session else None,
    )


def roles_of(actor: Actor) -> list[Role]:
    """The roles that count."""
    return [
        Role(role=given.role, area=given.area, step=given.step, changes=list(given.changes)) for given in actor.held
    ]
