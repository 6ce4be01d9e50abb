"""Rendering: messages of what was approved, for sending."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from datetime import UTC, date, datetime
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.negotiating import preferred
from ccm.api.once import Once
from ccm.api.press import Press
from ccm.api.printing import Sheet, Wanted
from ccm.api.problems import Fault, fault, language_of, responses
from ccm.api.sent import Sent
from ccm.libraries import approved_items
from ccm.pipeline import Order, bundles_in
from ccm.store.access import refuse_rendering, refuse_unseen
from ccm.store.engines import refuse_unchecked_engine
from content_blocks.document import CHANNELS, ChannelName
from content_blocks.problem import refuse
from content_blocks.version_range import parse_range
from renderers.channels import ending
from templates_store.store_library import StoreLibrary

routes = APIRouter(route_class=Once, tags=["rendering"])


JSON = "application/json"
"""Also what an SMS and a push message are: those come inside of the answer only."""

MESSAGE: dict[str, Any] = {
    "description": "The messages; a message alone as it is, where its media type is accepted rather than JSON",
    "content": {
        "application/pdf": {"schema": {"type": "string", "format": "binary"}},
        "message/rfc822": {"schema": {"type": "string", "format": "binary"}},
    },
}


class Wish(Sent):
    """What is wanted of a template: for a record, on a day, in some channels; nothing of it is kept."""

    template: str = Field(max_length=80, examples=["account-statement"])
    record: dict[str, Any] | None = Field(default=None, description="The recipient's record; amounts as strings.")
    channels: list[ChannelName] = Field(default_factory=lambda: list(CHANNELS), min_length=1, max_length=4)
    day: date | None = None
    brand: str | None = Field(default=None, max_length=80)
    language: str | None = Field(default=None, max_length=20)

    def order(self, *, proof: bool) -> Order:
        """What the pipeline is asked for."""
        channels = tuple(dict.fromkeys(self.channels))
        return Order(self.template, self.on(), self.brand, self.language, channels, proof=proof)

    def on(self) -> date:
        """The day asked for, or today."""
        return self.day or datetime.now(UTC).date()


class Letter(Wish):
    """What is to be sent: approved, by name and version or range of versions."""

    version: str | None = Field(default=None, max_length=80, examples=["3", ">=3.2,<5"])


class MadeMessage(BaseModel):
    """One channel's message in Base64, with what it says as text and what it measures; or what is wrong with it."""

    channel: ChannelName
    media_type: str
    content: str
    text: str
    measures: dict[str, int]
    problems: list[Fault]


class Made(BaseModel):
    """What came of a record: a proof is marked as one on every page and in every message."""

    template: str
    version: str
    bundle: str
    proof: bool
    messages: list[MadeMessage]


@routes.post(
    "/render",
    responses={**responses(HTTPStatus.NOT_FOUND), 200: MESSAGE},
    response_model=Made,
    summary="Render a message",
)
def render(
    letter: Letter,
    request: Request,
    asking: Annotated[Asking, asks("render", "operator")],
    accept: Annotated[str, Header(include_in_schema=False)] = "",
) -> Made | Response:
    """A message to be sent: of approved bundles only."""
    if letter.record is None:
        raise refuse("record", "field-missing")
    refuse_unseen(asking.actor, "template", letter.template)
    refuse_rendering(asking.actor, letter.template)
    refuse_unchecked_engine(asking.home)
    with asking.home.reading() as session:
        versions = parse_range(letter.version) if letter.version else None
        library = approved_items(asking.home, session, letter.on(), datetime.now(UTC), versions)
        wanted = _wanted(library, letter, letter.record)
    return _answered(request, letter, wanted, accept)


def alone(sheets: Sequence[Sheet], template: str, accept: str) -> Response | None:
    """The very bytes of one channel where just those are accepted; None otherwise."""
    sheet = sheets[0] if len(sheets) == 1 else None
    if sheet is None or not sheet.content or preferred(accept, (JSON, sheet.media_type)) == JSON:
        return None
    name = f'attachment; filename="{template}{ending(sheet.channel)}"'
    return Response(sheet.content, media_type=sheet.media_type, headers={"Content-Disposition": name})


def message(sheet: Sheet, language: str) -> MadeMessage:
    """A message as the answer has it."""
    return MadeMessage(
        channel=sheet.channel,
        media_type=sheet.media_type,
        content=b64encode(sheet.content).decode(),
        text=sheet.text,
        measures=dict(sheet.measures),
        problems=[fault(problem, language) for problem in sheet.problems],
    )


def _wanted(library: StoreLibrary, wish: Letter, record: Any) -> Wanted:
    """The wish as the press takes it, with the hashes of the bundles that it comes to."""
    template = library.template(wish.template)
    brand = wish.brand or template.item.brands[0]
    languages = [wish.language] if wish.language else template.item.languages
    found, _ = bundles_in(languages, lambda language: library.bundle(template, language, brand, wish.on()))
    hashes = tuple(bundle.hash for bundle in found.values())
    return Wanted(dict(library.places()), wish.order(proof=False), record, wish.version or "", hashes)


def _answered(request: Request, letter: Letter, wanted: Wanted, accept: str) -> Made | Response:
    """One channel's very bytes where just those are accepted, everything as JSON otherwise."""
    press: Press = request.app.state.press
    printed = press.print(wanted)
    return alone(printed.sheets, letter.template, accept) or Made(
        template=letter.template,
        version=printed.version,
        bundle=printed.bundle,
        proof=False,
        messages=[message(sheet, language_of(request)) for sheet in printed.sheets],
    )
