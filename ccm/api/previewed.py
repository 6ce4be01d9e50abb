"""A preview as it is answered: messages, and what can be seen of each, in a form that a page shows as it is."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

from pydantic import BaseModel, Field

from ccm.api.problems import Fault, fault
from ccm.api.routes.letters import Made, MadeMessage, message
from ccm.api.spots import block_of, spot
from ccm.api.viewing import View, Viewed
from content_blocks.problem import Problem
from renderers.pdf import PagePicture
from renderers.rendition import Mark
from renderers.shown import ShownMail, ShownPicture, ShownPush, ShownSms

Regions = Mapping[str, str]


class Found(Fault):
    """A fault with where an editor finds it: a region and a block of the template, and a field of that block.

    Without a block, `field` is the template's own (`messages.subject.de`) or the record's.
    """

    region: str = Field(examples=["body"])
    block: str = Field(examples=["notice"])
    field: str = Field(examples=["text.de"])


class PlacedPiece(BaseModel):
    """Where a piece, or a row of a table in it (from 0), ended up.

    On paper `page` counts from 1 and `box` is left, top, width and height in tenths of a millimetre.  Elsewhere `span`
    is start and end, counted in characters (code points) of the channel's text: `text` of a mail's or a text
    message's own part, `body` of a push message.  Pieces of the renderer itself have no block.
    """

    piece: str
    block: str
    row: int | None = None
    page: int | None = None
    box: tuple[int, int, int, int] | None = None
    span: tuple[int, int] | None = None


class NotShown(BaseModel):
    """A piece that a channel leaves out on purpose, or shows in part, and why: `absent`, `short`, `rows`, `paper`,
    `pages`, `message-line`, `outside-body`, `no-short-form`, `shortened` or `no-room`."""

    piece: str
    block: str
    reason: str


class SeenPage(BaseModel):
    """A page of a letter: its size in tenths of a millimetre and, where pictures were asked for, as a PNG in Base64.

    `sha256` is over the pixels; the picture of one that the caller knows is left out.
    """

    width: int
    height: int
    pixels: tuple[int, int] | None = Field(default=None, description="Width and height of the picture.")
    sha256: str = ""
    picture: str | None = None


class SeenPicture(BaseModel):
    """A picture inside a mail, in Base64; the page calls it `cid:` and its `content_id`."""

    content_id: str
    media_type: str
    sha256: str
    picture: str | None = None


class SeenMail(BaseModel):
    """A mail in its two forms.  The outermost elements of each piece have its id as `data-piece` in `html`; what is
    sent has not."""

    subject: str
    preheader: str
    from_name: str
    from_address: str
    to_name: str
    to_address: str
    html: str
    text: str
    html_bytes: int = Field(description="Of the page as it is sent.")
    pictures: list[SeenPicture]


class SeenSegment(BaseModel):
    """A segment of a text message: its text, where it stands in the whole, and its units of the encoding."""

    span: tuple[int, int]
    text: str
    units: int


class CostlyCharacter(BaseModel):
    """A character that takes two units, or that forces UCS-2, and how many characters stand before it."""

    at: int
    character: str
    units: int
    reason: str = Field(examples=["two-septets", "ucs-2"])


class SeenSms(BaseModel):
    """A text message: `room` is how many units a segment of so many holds, `limit` how many segments are allowed."""

    to: str
    text: str
    encoding: str = Field(examples=["GSM-7", "UCS-2"])
    units: int
    room: int
    limit: int
    segments: list[SeenSegment]
    costly: list[CostlyCharacter]


class SeenPush(BaseModel):
    """A push message as a lock screen shows it, with the bytes of each service's payload and how many it takes.

    `cut` names the pieces and message lines that are shortened or for which there was no room.
    """

    title: str
    body: str
    sizes: dict[str, int]
    limits: dict[str, int]
    cut: list[str]


class SeenMessage(MadeMessage):
    """One channel's message.  With `marks` also what it shows and where.

    `faulty` says that something is wrong with what is shown: it could not be sent, and so `content` is empty.
    """

    problems: list[Found]  # type: ignore[assignment]  # a fault with more to it
    faulty: bool = False
    marks: list[PlacedPiece] = Field(default_factory=list)
    left_out: list[NotShown] = Field(default_factory=list)
    pages: list[SeenPage] = Field(default_factory=list)
    email: SeenMail | None = None
    sms: SeenSms | None = None
    push: SeenPush | None = None


class Preview(Made):
    """What came of a record, marked as a proof; `checks` is what the checks find, none where they were not asked."""

    language: str
    messages: list[SeenMessage]  # type: ignore[assignment]  # messages with more to them
    checks: list[Found] | None = None


def previewed(viewed: Viewed, template: str, language: str, files: bool) -> Preview:
    """A preview in words of a language; without `files` the messages' own bytes stay behind."""
    checks = viewed.checks
    return Preview(
        template=template,
        version=viewed.version,
        bundle=viewed.bundle,
        proof=True,
        language=viewed.language,
        messages=[_message(view, viewed.regions, language, files) for view in viewed.views],
        checks=None if checks is None else [_found(problem, viewed.regions, language) for problem in checks],
    )


def _message(view: View, regions: Regions, language: str, files: bool) -> SeenMessage:
    made = message(view.sheet, language).model_dump(exclude={"problems"} if files else {"problems", "content"})
    shown = view.shown
    return SeenMessage(
        **{"content": "", **made},
        problems=[_found(problem, regions, language) for problem in view.sheet.problems],
        faulty=view.faulty,
        marks=[_placed(mark, regions) for mark in view.marks],
        left_out=[NotShown(piece=it.piece, block=_block(it.piece, regions), reason=it.reason) for it in view.left_out],
        pages=list(map(_page, view.pages)),
        email=_mail(shown) if isinstance(shown, ShownMail) else None,
        sms=_sms(shown) if isinstance(shown, ShownSms) else None,
        push=_push(shown) if isinstance(shown, ShownPush) else None,
    )


def _found(problem: Problem, regions: Regions, language: str) -> Found:
    return Found(**fault(problem, language).model_dump(), **spot(problem, regions)._asdict())


def _placed(mark: Mark, regions: Regions) -> PlacedPiece:
    block = _block(mark.piece, regions)
    return PlacedPiece(piece=mark.piece, block=block, row=mark.row, page=mark.page, box=mark.box, span=mark.span)


def _block(piece: str, regions: Regions) -> str:
    block = block_of(piece)
    return block if block in regions else ""


def _page(page: PagePicture) -> SeenPage:
    picture = b64encode(page.content).decode() if page.content else None
    return SeenPage(width=page.width, height=page.height, pixels=page.pixels, sha256=page.sha256, picture=picture)


def _mail(mail: ShownMail) -> SeenMail:
    return SeenMail(
        subject=mail.subject,
        preheader=mail.preheader,
        from_name=mail.sender[0],
        from_address=mail.sender[1],
        to_name=mail.to[0],
        to_address=mail.to[1],
        html=mail.html,
        text=mail.text,
        html_bytes=mail.html_bytes,
        pictures=list(map(_picture, mail.pictures)),
    )


def _picture(picture: ShownPicture) -> SeenPicture:
    content = b64encode(picture.content).decode() if picture.content else None
    return SeenPicture(
        content_id=picture.content_id, media_type=picture.media_type, sha256=picture.sha256, picture=content
    )


def _sms(sms: ShownSms) -> SeenSms:
    return SeenSms(
        to=sms.to,
        text=sms.text,
        encoding=sms.encoding,
        units=sms.units,
        room=sms.room,
        limit=sms.limit,
        segments=[SeenSegment(span=it.span, text=it.text, units=it.units) for it in sms.segments],
        costly=[CostlyCharacter(at=it.at, character=it.character, units=it.units, reason=it.reason) for it in sms.dear],
    )


def _push(push: ShownPush) -> SeenPush:
    return SeenPush(
        title=push.title, body=push.body, sizes=dict(push.sizes), limits=dict(push.limits), cut=list(push.cut)
    )
