"""Presence: who else has a template open right now, and where in it they are."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.presences import Item, Presence, Presences
from ccm.api.problems import responses
from ccm.api.sent import Sent
from ccm.store.access import refuse_program, refuse_unseen
from ccm.store.saving import newest
from content_blocks.problem import refuse

routes = APIRouter(route_class=Once, prefix="/items/template/{name:path}/presence", tags=["items"])

TAB = r"^[A-Za-z0-9-]{8,64}$"


class Here(Sent):
    """That somebody is there: in which tab of their browser, which language, and at which block, if at any."""

    tab: str = Field(pattern=TAB)
    language: str = Field(default="", max_length=20)
    block: str = Field(default="", max_length=80)


class SomebodyHere(BaseModel):
    """Somebody else who has it open; `block` is where they are, empty if nowhere in particular."""

    person: str
    name: str
    language: str
    block: str


@routes.put("", responses=responses(HTTPStatus.NOT_FOUND), summary="Say that I have a template open")
def say_present(name: str, here: Here, request: Request, asking: Annotated[Asking, asks("read")]) -> list[SomebodyHere]:
    """Everybody else who has it open: people only, and only those whose business it is.

    Whoever says nothing more for 45 seconds counts as gone.  It is kept in memory alone and never logged.
    """
    item = _item(asking, name)
    with asking.home.reading() as session:
        if newest(session, asking.home.organisation, "template", name) is None:
            raise refuse("", "item-not-known", kind="template", name=name)
    me = Presence(asking.actor.login, asking.actor.name, here.language, here.block)
    others = _presences(request).say(item, here.tab, me)
    return [SomebodyHere(person=it.person, name=it.name, language=it.language, block=it.block) for it in others]


@routes.delete(
    "",
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(HTTPStatus.NOT_FOUND),
    summary="Say that I have closed it",
)
def say_gone(
    name: str, tab: Annotated[str, Query(pattern=TAB)], request: Request, asking: Annotated[Asking, asks("read")]
) -> None:
    """A tab is closed: the others need not wait until it is forgotten."""
    _presences(request).leave(_item(asking, name), tab, asking.actor.login)


def _item(asking: Asking, name: str) -> Item:
    """What it is about; raises Refused for programs, which look at nothing, and for what is none of one's business."""
    refuse_program(asking.actor)
    refuse_unseen(asking.actor, "template", name)
    return asking.home.organisation, "template", name


def _presences(request: Request) -> Presences:
    found: Presences = request.app.state.presences
    return found
