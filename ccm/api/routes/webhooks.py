"""Webhooks: who is told of what happens, and what became of telling them."""

from __future__ import annotations

import re
from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.paging import After, Limit, cursor, place_of
from ccm.api.problems import Fault, fault, language_of, responses
from ccm.api.sent import Sent
from ccm.hooks.events import NAMES
from ccm.store import hooks as store
from ccm.store.delivering import try_now
from ccm.store.hooks import Hook, Told, add_hook, end_hook, rotate_secret, told
from content_blocks.problem import refuse

routes = APIRouter(route_class=Once, prefix="/webhooks", tags=["webhooks"])

PLACE = re.compile(r"[0-9]{1,15}")


class NewWebhook(Sent):
    """An address to be told of some kinds of events: https, or http on the server itself."""

    address: str = Field(max_length=2000, examples=["https://hooks.example.com/ccm"])
    events: list[str] = Field(min_length=1, max_length=len(NAMES), examples=[["review.published", "batch.ended"]])


class MadeWebhook(BaseModel):
    """A new webhook and its secret, which nobody can read again."""

    id: str
    secret: str


class NewSecret(BaseModel):
    """A new secret of a webhook; for a day messages are signed with the one before as well."""

    secret: str


class Webhook(BaseModel):
    """A webhook and how it fares; `waiting` is how many entries of the log it has not been told of, at most."""

    id: str
    address: str
    events: list[str]
    state: Literal["live", "failing", "given up", "ended"]
    made_by: str
    made_at: datetime
    ended: datetime | None
    waiting: int
    failing: datetime | None = Field(description="Since when nothing got through.")
    tries: int
    wait: datetime | None = Field(description="When it is tried again.")


class Delivery(BaseModel):
    """What became of telling a webhook of an entry of the log: the last status, or what went wrong."""

    entry: int
    id: str
    event: str
    at: datetime
    tries: int
    status: int | None
    problem: Fault | None


class DeliveryPage(BaseModel):
    """Some deliveries, and the cursor of the ones before."""

    deliveries: list[Delivery]
    next: str | None = None


@routes.get("", responses=responses(), summary="List webhooks")
def list_webhooks(asking: Annotated[Asking, asks("read", "admin")]) -> list[Webhook]:
    """All of them in the order they were made, those that ended too."""
    return [_shown(it) for it in store.hooks(asking.home)]


@routes.post("", status_code=HTTPStatus.CREATED, responses=responses(), summary="Add a webhook")
def add_webhook(new: NewWebhook, request: Request, asking: Annotated[Asking, asks("write", "admin")]) -> MadeWebhook:
    """It is told of what happens from now on, signed after Standard Webhooks with the secret in the answer."""
    request.state.shown_once = True
    made, secret = add_hook(asking.home, asking.actor, new.address, new.events)
    return MadeWebhook(id=made, secret=secret)


@routes.delete(
    "/{webhook}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(HTTPStatus.NOT_FOUND),
    summary="End a webhook",
)
def end_webhook(webhook: str, asking: Annotated[Asking, asks("write", "admin")]) -> None:
    """It is told nothing more; what it has not been told of by now it never is."""
    end_hook(asking.home, asking.actor, webhook)


@routes.post(
    "/{webhook}/secret",
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.NOT_FOUND),
    summary="Make a new secret",
)
def rotate_webhook_secret(
    webhook: str, request: Request, asking: Annotated[Asking, asks("write", "admin")]
) -> NewSecret:
    """The one before is good for another day, in which messages carry two signatures."""
    request.state.shown_once = True
    return NewSecret(secret=rotate_secret(asking.home, asking.actor, webhook))


@routes.post("/{webhook}/try", responses=responses(HTTPStatus.NOT_FOUND), summary="Try a webhook now")
def try_webhook(webhook: str, asking: Annotated[Asking, asks("write", "admin")]) -> Webhook:
    """Send the next message that waits, however long it has been failing or has been given up."""
    try_now(asking.home, asking.actor, webhook)
    return next(_shown(it) for it in store.hooks(asking.home) if it.id == webhook)


@routes.get("/{webhook}/deliveries", responses=responses(HTTPStatus.NOT_FOUND), summary="List deliveries")
def list_deliveries(
    webhook: str,
    request: Request,
    asking: Annotated[Asking, asks("read", "admin")],
    after: After = "",
    limit: Limit = 50,
) -> DeliveryPage:
    """What it was told of within the last month, the newest first."""
    place = place_of(after)
    if place and not PLACE.fullmatch(place):
        raise refuse("after", "cursor-unknown")
    found = told(asking.home, webhook, int(place) if place else None, limit + 1)
    page = [_delivery(it, language_of(request)) for it in found[:limit]]
    return DeliveryPage(deliveries=page, next=cursor(str(page[-1].entry)) if len(found) > limit else None)


def _shown(found: Hook) -> Webhook:
    return Webhook(
        **{slot: getattr(found, slot) for slot in Webhook.model_fields if slot != "events"}, events=list(found.events)
    )


def _delivery(found: Told, language: str) -> Delivery:
    return Delivery(
        entry=found.entry,
        id=found.message,
        event=found.event,
        at=found.at,
        tries=found.tries,
        status=found.status or None,
        problem=fault(found.problem, language) if found.problem else None,
    )
