"""API keys: programs that act for a person, within some scopes and for a time."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.problems import responses
from ccm.api.sent import Sent
from ccm.store.actor import Scope
from ccm.store.api_keys import end_key, keys, make_key

routes = APIRouter(route_class=Once, prefix="/keys", tags=["keys"])


class NewKey(Sent):
    """A key to be made: what it is for, what it may do, and for how many days."""

    name: str = Field(max_length=100, examples=["core banking, statements"])
    scopes: list[Scope] = Field(min_length=1, max_length=5)
    days: int = Field(ge=1, le=365)
    login: str = Field(default="", max_length=60, description="For whom it acts, if not for who makes it.")


class MadeKey(BaseModel):
    """A new key; nobody can read it again."""

    key: str


class Key(BaseModel):
    """A key as lists show it."""

    prefix: str
    name: str
    login: str
    scopes: list[str]
    made_by: str
    made_at: datetime
    expires: datetime
    ended: datetime | None


@routes.get("", responses=responses(), summary="List API keys")
def list_keys(asking: Annotated[Asking, asks("read")]) -> list[Key]:
    """One's own keys; for an administrator those of everybody."""
    found = keys(asking.home)
    mine = found if asking.actor.has("admin") else [it for it in found if it.login == asking.actor.login]
    return [
        Key(**{slot: getattr(it, slot) for slot in Key.model_fields if slot != "scopes"}, scopes=sorted(it.scopes))
        for it in mine
    ]


@routes.post(
    "",
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.NOT_FOUND),
    summary="Make an API key",
)
def make_api_key(new: NewKey, request: Request, asking: Annotated[Asking, asks("write")]) -> MadeKey:
    """Make a key of one's own, or as an administrator for somebody, such as a program; programs do not make keys."""
    request.state.shown_once = True
    return MadeKey(key=make_key(asking.home, asking.actor, new.name, new.scopes, new.days, login=new.login))


@routes.delete(
    "/{prefix}", status_code=HTTPStatus.NO_CONTENT, responses=responses(HTTPStatus.NOT_FOUND), summary="End an API key"
)
def end_api_key(prefix: str, asking: Annotated[Asking, asks("write")]) -> None:
    """Call a key back; it works no more from this moment on."""
    end_key(asking.home, asking.actor, prefix)
