"""What is told or shown to others: webhooks, and share links to proofs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from ccm.api.routes.shares import end_share_link, list_shares
from ccm.api.routes.webhooks import (
    NewWebhook,
    add_webhook,
    end_webhook,
    list_deliveries,
    list_webhooks,
    rotate_webhook_secret,
    try_webhook,
)
from ccm.hooks.events import NAMES
from web_editor.showing import show
from web_editor.titles import named
from web_editor.visit import Visit, visits

routes = APIRouter(prefix="/administration")

AGAIN = {"HX-Refresh": "true"}
LAST = 50


@routes.get("/webhooks")
def show_webhooks(visit: Annotated[Visit, visits("read", "admin")]) -> Response:
    """Every webhook with how it fares."""
    return show("webhooks.html", visit, hooks=list_webhooks(visit.asking), events=NAMES)


@routes.post("/webhooks")
def add(
    address: Annotated[str, Form(max_length=2000)],
    visit: Annotated[Visit, visits("write", "admin")],
    events: Annotated[list[str] | None, Form(max_length=100)] = None,
) -> Response:
    """Add one, and show its secret, this once."""
    new = NewWebhook.model_construct(address=address.strip(), events=events or list(NAMES))
    made = add_webhook(new, visit.request, visit.asking)
    return _once(visit, made.secret, address)


@routes.post("/webhooks/{webhook}/secret")
def rotate(webhook: str, visit: Annotated[Visit, visits("write", "admin")]) -> Response:
    """Make a new secret, and show it, this once."""
    return _once(visit, rotate_webhook_secret(webhook, visit.request, visit.asking).secret, webhook)


@routes.post("/webhooks/{webhook}/try")
def try_again(webhook: str, visit: Annotated[Visit, visits("write", "admin")]) -> Response:
    """Send what waits now."""
    try_webhook(webhook, visit.asking)
    return Response(headers=AGAIN)


@routes.delete("/webhooks/{webhook}")
def end(webhook: str, visit: Annotated[Visit, visits("write", "admin")]) -> Response:
    """Tell it nothing more."""
    end_webhook(webhook, visit.asking)
    return Response(headers=AGAIN)


@routes.get("/webhooks/{webhook}/deliveries")
def show_deliveries(webhook: str, visit: Annotated[Visit, visits("read", "admin")]) -> Response:
    """What it was told last."""
    found = list_deliveries(webhook, visit.request, visit.asking, "", LAST)
    return show("part/deliveries.html", visit, deliveries=found.deliveries)


@routes.get("/links")
def show_links(visit: Annotated[Visit, visits()]) -> Response:
    """Share links to what one may read."""
    return show("links.html", visit, links=list_shares(visit.asking), now=datetime.now(UTC), named=named(visit))


@routes.delete("/links/{share}")
def end_link(share: str, visit: Annotated[Visit, visits()]) -> Response:
    """Take a link back."""
    end_share_link(share, visit.asking)
    return Response(headers=AGAIN)


def _once(visit: Visit, secret: str, name: str) -> Response:
    answer = show("part/made_secret.html", visit, key=secret, name=name)
    answer.headers["Cache-Control"] = "no-store"
    return answer
