"""Share links: a proof for somebody without an account, made and taken back by who may read it, and opened."""

from __future__ import annotations

from datetime import UTC, date, datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.frame import CLOSED
from ccm.api.homes import Homes
from ccm.api.once import Once
from ccm.api.press import Press
from ccm.api.problems import language_of, responses
from ccm.api.seen import html_of, page_about
from ccm.api.sent import Sent
from ccm.shared_proofs import Ask, share_proof
from ccm.store.home import Home
from ccm.store.sharing import LONGEST, USUAL, Link, end_share, opened
from ccm.store.sharing import shares as all_shares
from content_blocks.document import CHANNELS, ChannelName
from content_blocks.problem import refuse

routes = APIRouter(route_class=Once, tags=["shares"])

Token = Annotated[str, Path(max_length=200, description="What a link ends with.")]
INSIDE = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'"
BINARY = {"schema": {"type": "string", "format": "binary"}}
POLICIES = {"application/pdf": f"{INSIDE}; object-src 'self'", "text/html": f"{INSIDE}; sandbox"}
"""What may be done with what is shown.  Browsers do not show PDF in a sandbox; their viewer has one of its own."""


class NewShare(Sent):
    """What is to be shown: what is approved for a day, or a draft, for a persona; never for a posted record."""

    template: str = Field(max_length=80, examples=["account-statement"])
    persona: str = Field(max_length=80, examples=["typical"])
    draft: bool = False
    version: str | None = Field(default=None, max_length=80, examples=["3", ">=3.2,<5"])
    day: date | None = None
    language: str | None = Field(default=None, max_length=20)
    brand: str | None = Field(default=None, max_length=80)
    channels: list[ChannelName] = Field(default_factory=lambda: list(CHANNELS), min_length=1, max_length=4)
    days: int = Field(default=USUAL, ge=1, le=LONGEST)


class MadeShare(BaseModel):
    """A new link; nobody can read its token again."""

    path: str = Field(examples=["/api/v1/shared/TOKEN"])
    token: str


class ShareLink(BaseModel):
    """A link as lists show it."""

    id: str
    template: str
    version: str
    draft: bool
    language: str
    brand: str
    persona: str
    day: str
    bundle: str
    made_by: str
    made_at: datetime
    expires: datetime
    ended: datetime | None


@routes.post(
    "/shares",
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.SERVICE_UNAVAILABLE),
    summary="Share a proof",
)
def share_a_proof(new: NewShare, request: Request, asking: Annotated[Asking, asks("read")]) -> MadeShare:
    """Make a link that shows one proof, as it is now, to whoever has it."""
    request.state.shown_once = True
    press: Press = request.app.state.press
    channels = tuple(dict.fromkeys(new.channels))
    day = new.day or datetime.now(UTC).date()
    ask = Ask(new.template, new.persona, day, new.draft, new.version or "", new.language, new.brand, channels)
    token = share_proof(asking.home, asking.actor, ask, press.print, new.days)
    return MadeShare(path=request.app.url_path_for("open_share", token=token), token=token)


@routes.get("/shares", responses=responses(), summary="List share links")
def list_shares(asking: Annotated[Asking, asks("read")]) -> list[ShareLink]:
    """Links to what one may read, those that are over too, the newest first."""
    return [_shown(it) for it in all_shares(asking.home, asking.actor)]


@routes.delete(
    "/shares/{share}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(HTTPStatus.NOT_FOUND),
    summary="Take a share link back",
)
def end_share_link(share: str, asking: Annotated[Asking, asks("read")]) -> None:
    """One's own, or as an administrator anybody's; it leads nowhere from this moment on."""
    end_share(asking.home, asking.actor, share)


@routes.get(
    "/shared/{token}",
    response_class=HTMLResponse,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS),
    summary="Open a share link",
    openapi_extra={"security": []},
)
def open_share(token: Token, request: Request) -> Response:
    """A page about the proof, with a way to each channel; for whoever has the link."""
    found = opened(_home(request), token)
    return _page(page_about(found, language_of(request), request.url.path))


@routes.get(
    "/shared/{token}/{channel}",
    response_class=Response,
    responses={
        **responses(HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS),
        200: {
            "description": "The letter as PDF, the mail as a page, SMS and push as data",
            "content": {
                "application/pdf": BINARY,
                "text/html": {"schema": {"type": "string"}},
                "application/json": {"schema": {}},
            },
        },
    },
    summary="See a channel of a shared proof",
    openapi_extra={"security": []},
)
def open_shared_channel(token: Token, channel: ChannelName, request: Request) -> Response:
    """One channel of the proof, marked as one like every proof."""
    found = next((it for it in opened(_home(request), token).proof.pages if it.channel == channel), None)
    if found is None:
        raise refuse("", "share-unknown")
    if channel == "email":
        return _page(html_of(found.content))
    policy = {"Content-Security-Policy": POLICIES.get(found.media_type, CLOSED["Content-Security-Policy"])}
    return Response(found.content, media_type=found.media_type, headers=policy)


def _home(request: Request) -> Home:
    homes: Homes = request.app.state.homes
    return homes.usual


def _page(text: str) -> Response:
    return HTMLResponse(text, headers={"Content-Security-Policy": POLICIES["text/html"]})


def _shown(found: Link) -> ShareLink:
    proof = {slot: getattr(found.proof, slot) for slot in ShareLink.model_fields if hasattr(found.proof, slot)}
    own = {slot: getattr(found, slot) for slot in ("id", "made_by", "made_at", "expires", "ended")}
    return ShareLink(**proof, **own)
