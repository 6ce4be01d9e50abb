"""Two previews side by side: one template for two recipients, languages, brands or days, and all that differs."""

from __future__ import annotations

from asyncio import AbstractEventLoop
from collections.abc import Sequence
from concurrent.futures import Future
from datetime import date
from http import HTTPStatus
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.differences import Difference, differences
from ccm.api.once import Once
from ccm.api.press import Press
from ccm.api.previewed import Preview, previewed
from ccm.api.problems import Fault, fault, language_of, responses
from ccm.api.routes.previews import Look, awaited, is_gone, loop, refuse_look, turn_of
from ccm.api.sent import Sent
from ccm.api.spots import block_of
from ccm.api.viewing import Viewed, view_one
from content_blocks.document import ChannelName
from content_blocks.problem import Problem, Refused

routes = APIRouter(route_class=Once, tags=["rendering"])


class Other(Sent):
    """What is another on the second side; what is left out is as on the first."""

    persona: str | None = Field(default=None, max_length=80)
    record: dict[str, Any] | None = Field(default=None, description="Instead of a persona.")
    day: date | None = None
    brand: str | None = Field(default=None, max_length=80)
    language: str | None = Field(default=None, max_length=20)


class Both(Look):
    """What is to be looked at on the first side, and what is another on the second."""

    second: Other

    def looks(self) -> tuple[Look, Look]:
        """What each side is asked for; the checks are of the template, so that one side is enough."""
        first = Look(**self.model_dump(exclude={"second"}, exclude_unset=True))
        said = self.second.model_dump(exclude_none=True)
        someone = {"persona": None, "record": None} if {"persona", "record"} & said.keys() else {}
        return first, first.model_copy(update={**someone, **said, "check": False})


class Words(BaseModel):
    """Words that both sides say (`both`), or only the `first` or the `second`."""

    side: Literal["both", "first", "second"]
    text: str


class Differing(BaseModel):
    """A piece that one side does not have, that says something else there (`words`), or only looks different (`look`).

    Where it is a line of the message rather than a piece, `line` names it: `from`, `subject`, `preheader`,
    `push_title`, or `message` for the message line of a short message.  Spans count in the text of a mail's text part
    or of a short message; on paper the marks of each side say where the piece is.
    """

    channel: ChannelName
    kind: Literal["only-first", "only-second", "words", "look"]
    piece: str
    block: str
    line: str
    words: list[Words]
    first_span: tuple[int, int] | None = None
    second_span: tuple[int, int] | None = None


class OneOfTwo(BaseModel):
    """One side: its preview, or what keeps it from being made."""

    preview: Preview | None
    problems: list[Fault]


class SideBySide(BaseModel):
    """Both sides, and everything that differs in the channels that both have, in the order in which it stands there."""

    first: OneOfTwo
    second: OneOfTwo
    differences: list[Differing]


@routes.post(
    "/preview/side-by-side",
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    summary="Make two proofs and compare them",
)
def preview_side_by_side(
    both: Both,
    request: Request,
    asking: Annotated[Asking, asks("read")],
    listening: Annotated[AbstractEventLoop, Depends(loop)],
) -> SideBySide:
    """Two proofs as by `/preview`, of the same content, with what differs between them for each piece and channel.

    What keeps one side from being made is told beside the other; what keeps both is the answer itself (422).
    """
    looks = both.looks()
    for look in looks:
        refuse_look(asking, look)
    press: Press = request.app.state.press
    turns = [turn_of(asking, both, side) for side in ("first", "second")]
    pairs = zip(looks, turns, strict=True)
    waiting = [press.begin(view_one, look.viewing(asking, said=True), turn) for look, turn in pairs]
    found = [_made(it, request, listening) for it in waiting]
    if isinstance(found[0], Refused) and isinstance(found[1], Refused):
        raise found[0]
    return _side_by_side(found, both, language_of(request))


def _made(waiting: Future[Any], request: Request, listening: AbstractEventLoop) -> Viewed | Refused:
    """What comes of one side; raises Refused where a newer wish has taken its place."""
    try:
        return awaited(waiting, lambda: is_gone(request, listening))
    except Refused as refused:
        if any(it.code == "preview-replaced" for it in refused.problems):
            raise
        return refused


def _side_by_side(found: Sequence[Viewed | Refused], both: Both, language: str) -> SideBySide:
    first, second = (None if isinstance(it, Refused) else it for it in found)
    sides = [_side(it, both, language) for it in found]
    return SideBySide(first=sides[0], second=sides[1], differences=[differing(it) for it in differences(first, second)])


def _side(found: Viewed | Refused, both: Both, language: str) -> OneOfTwo:
    if isinstance(found, Refused):
        return OneOfTwo(preview=None, problems=_faults(found.problems, language))
    return OneOfTwo(preview=previewed(found, both.template, language, both.files), problems=[])


def _faults(problems: Sequence[Problem], language: str) -> list[Fault]:
    return [fault(problem, language) for problem in problems]


def differing(found: Difference) -> Differing:
    """A difference as it is answered."""
    return Differing(
        channel=found.channel,
        kind=found.kind,
        piece=found.piece,
        block=block_of(found.piece),
        line=found.line,
        words=[Words(side=it.side, text=it.text) for it in found.stretches],
        first_span=found.first_span,
        second_span=found.second_span,
    )
