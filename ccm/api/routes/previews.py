"""Previews: proofs of what is stored or still being written, for looking at while somebody writes."""

from __future__ import annotations

import asyncio
from asyncio import AbstractEventLoop
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, wait
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Request, Response
from pydantic import Base64Bytes, Field

from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.press import Press, Turn, result
from ccm.api.previewed import Preview, previewed
from ccm.api.problems import answer, language_of, responses, status_of
from ccm.api.routes.letters import MESSAGE, Wish, alone
from ccm.api.viewing import Looking, Viewed, Viewing, view_one
from ccm.libraries import places_of
from ccm.store.access import refuse_unseen
from ccm.telemetry.metrics import note_preview
from content_blocks.problem import Refused, refuse
from content_blocks.yaml_source import DEEPEST

routes = APIRouter(route_class=Once, tags=["rendering"])

PATIENCE = 0.1
"""How often it is looked whether whoever asked is still there, in seconds."""

MOST_PICTURES = 20
"""Pages that come as pictures in one answer."""


class Look(Wish):
    """What is to be looked at: a draft unless it says otherwise, for a persona or a record; nothing of it is kept.

    `content`, `block` and `theme` are what somebody is writing: a template, a content block, and the theme of a brand,
    as their parsed content.  They stand in for what is stored, and may say anything that could be saved.
    """

    deepest = DEEPEST + 2

    template: str = Field(
        default="",
        max_length=80,
        examples=["account-statement"],
        description="None for a content block by itself: in a letter of its own, with samples for what it wants to"
        " know, in a language and a brand that are named.",
    )
    persona: str | None = Field(default=None, max_length=80)
    draft: bool = Field(default=True, description="What was saved last rather than what is approved.")
    content: dict[str, Any] | None = Field(
        default=None, description="The template as it would be, instead of the stored one; never stored or logged."
    )
    block: dict[str, Any] | None = Field(
        default=None,
        description="A content block as it would be, in the place of the version that it names, or as a new one.",
    )
    insist: bool = Field(
        default=False,
        description="Every use of `block` in the template shows what is being written, whatever it pins or follows.",
    )
    theme: dict[str, Any] | None = Field(
        default=None, description="The theme of a brand as it would be, in the place of the stored one of that name."
    )
    theme_files: dict[Annotated[str, Field(max_length=80)], Base64Bytes] = Field(
        default_factory=dict,
        max_length=40,
        description="Files of that theme, in Base64, that are to be others than the stored ones.",
    )
    marks: bool = Field(
        default=False, description="Also what each channel shows, where every piece is, and what is left out."
    )
    pictures: bool = Field(default=False, description="Also the pages of a letter as pictures.")
    resolution: int = Field(default=96, ge=24, le=200, description="Dots an inch of the pictures.")
    first_page: int = Field(
        default=1, ge=1, le=10_000, description=f"The first page to come as a picture, up to {MOST_PICTURES} in all."
    )
    known: list[Annotated[str, Field(pattern="^[0-9a-f]{64}$")]] = Field(
        default_factory=list,
        max_length=500,
        description="Hashes of pictures that the caller has already: they come as hash only.",
    )
    check: bool = Field(default=False, description="Also what the checks of the template find.")
    files: bool = Field(default=True, description="The messages themselves too; otherwise `content` stays empty.")
    turn: str | None = Field(
        default=None,
        max_length=80,
        description="What the caller calls a place where previews follow each other: a newer one replaces an older one"
        " that still waits, which is answered with 409.",
    )
    step: int = Field(
        default=0,
        ge=0,
        description="Counts up within a turn, so that a preview which a newer one overtakes on its way does not replace"
        " it: it is the one that is answered with 409.",
    )

    def viewing(self, asking: Asking, *, said: bool = False) -> Viewing:
        """What a child of the press is asked for."""
        places = places_of(asking.home, self.on(), drafts=self.draft)
        pages = range(self.first_page, self.first_page + MOST_PICTURES) if self.pictures else range(0)
        looking = Looking(
            self.marks, self.resolution if self.pictures else 0, pages, frozenset(self.known), self.check, said
        )
        order = self.order(proof=True)
        written = (self.content, self.block, looking, self.insist, self.theme, self.theme_files)
        return Viewing(places, order, self.record, self.persona or "", *written)


async def loop() -> AbstractEventLoop:
    """Where requests are listened to, for a route that runs in a thread."""
    return asyncio.get_running_loop()


@routes.post(
    "/preview",
    responses={**responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT), 200: MESSAGE},
    response_model=Preview,
    summary="Make a proof",
)
def preview(
    look: Look,
    request: Request,
    asking: Annotated[Asking, asks("read")],
    listening: Annotated[AbstractEventLoop, Depends(loop)],
    accept: Annotated[str, Header(include_in_schema=False)] = "",
) -> Preview | Response:
    """A proof of a draft, of what is approved, or of what is being written, for a persona or a record that is posted.

    Neither is kept nor logged.  What is wrong with one channel stands in its message, beside the others; what keeps
    all of them from being made is the answer itself (422), with the place of each fault.
    """
    refuse_look(asking, look)
    press: Press = request.app.state.press
    try:
        waiting = press.begin(view_one, look.viewing(asking), turn_of(asking, look))
        viewed = awaited(waiting, lambda: is_gone(request, listening))
    except Refused as refused:
        if not _lacks(look, refused):
            raise
        return answer(request, refused.problems, HTTPStatus.UNPROCESSABLE_ENTITY)  # what it refers to is not there
    sheets = [view.sheet for view in viewed.views]
    return alone(sheets, look.template, accept) or previewed(viewed, look.template, language_of(request), look.files)


def refuse_look(asking: Asking, look: Look) -> None:
    """Raises Refused for what is none of somebody's business, and for a wish that names nobody or two."""
    if look.template or look.block is None:
        if (look.record is None) == (look.persona is None):
            raise refuse("", "record-or-persona")
        refuse_unseen(asking.actor, "template", look.template)
    elif not look.brand:
        raise refuse("brand", "field-missing")
    if look.block is not None:
        refuse_unseen(asking.actor, "block", str(look.block.get("block", "")))
    if look.theme is not None:
        refuse_unseen(asking.actor, "theme", str(look.theme.get("theme", "")))


def turn_of(asking: Asking, look: Look, *more: str) -> Turn | None:
    """Where previews of somebody follow each other, none where they do not."""
    return Turn((asking.home.organisation, asking.actor.id, look.turn, *more), look.step) if look.turn else None


def _lacks(look: Look, refused: Refused) -> bool:
    """Whether what is being written names something that there is not."""
    return look.content is not None and status_of(refused.problems[0].code) == HTTPStatus.NOT_FOUND


def awaited(waiting: Future[Any], gone: Callable[[], bool]) -> Viewed:
    """What a child makes of it; work that waits is given up once nobody waits for it any more.

    Raises Refused, also with `preview-replaced` where a newer one has taken its place.
    """
    while not waiting.done():
        wait((waiting,), PATIENCE)
        if not waiting.done() and gone():
            waiting.cancel()
    try:
        viewed: Viewed = result(waiting)
    except CancelledError:
        note_preview("replaced")
        raise refuse("", "preview-replaced") from None
    except Refused:
        note_preview("refused")
        raise
    note_preview("faulty" if any(view.sheet.problems for view in viewed.views) else "made")
    return viewed


def is_gone(request: Request, listening: AbstractEventLoop) -> bool:
    """Whether whoever asked has gone away."""
    return asyncio.run_coroutine_threadsafe(request.is_disconnected(), listening).result()
