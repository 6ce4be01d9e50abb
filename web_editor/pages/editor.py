"""The editor's page, and what its script asks for: the document of a template, to save one, to see what comes of it."""

from __future__ import annotations

from asyncio import AbstractEventLoop
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import Field as PydanticField

from ccm.api.routes.items import Saving, save_item
from ccm.api.routes.previews import Look, loop, preview
from ccm.api.routes.side_by_side import Both, Other, preview_side_by_side
from ccm.api.sent import Sent
from ccm.store.editing import Earlier, Editable, Surrounded, earlier, editable, people, surrounded
from content_blocks.document import CHANNELS, ChannelName
from content_blocks.problem import refuse
from content_blocks.yaml_source import write_yaml
from web_editor.bound import Bound
from web_editor.conditions.place import of_text
from web_editor.document.guard import Document
from web_editor.document.putting import put
from web_editor.document.reading import get
from web_editor.merging import Merge, Side
from web_editor.opening import told
from web_editor.showing import show, static
from web_editor.visit import Visit, speech, visits

routes = APIRouter()

Language = Annotated[str, Query(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
FRAME_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "frame-ancestors 'self'",
        "sandbox allow-scripts",
    )
)
"""A mail is styled in its own lines, may show the pictures that came with it, and asks the network for nothing."""


class Written(Sent):
    """A document as the editor has it."""

    document: dict[str, Any]


class Recipient(Sent):
    """For whom something is to be looked at, and how."""

    persona: str = ""
    record: dict[str, Any] | None = None
    brand: str = ""
    day: date | None = None
    language: str = ""

    def other(self) -> Other:
        """What is another on the second side."""
        said = {name: value for name, value in self.model_dump().items() if value}
        return Other(**{**said, "persona": None} if self.record else said)


class Wish(Recipient, Written):
    """A document that is to be looked at; with a `second` for two at once."""

    second: Recipient | None = None
    channels: list[ChannelName] = list(CHANNELS)
    files: bool = False
    known: list[str] = []
    turn: str = ""
    step: int = 0


@routes.get("/templates/{name}/edit")
def show_editor(name: str, visit: Annotated[Visit, visits()], language: Language = "") -> Response:
    """The page; its script opens the document."""
    found = looked_around(visit, name)
    chosen = language if language in found.template.languages else found.template.languages[0]
    _ = speech(visit.request)
    return show(
        "editor.html",
        visit,
        name=name,
        title=of_text(found.template.title, _.language),
        version=found.template.version,
        state="approved" if found.template.version == found.approved_version else "draft",
        languages=found.template.languages,
        chosen=chosen,
        personas=people(visit.asking.home, found, datetime.now(UTC).date()),
        brands=found.template.brands,
    )


@routes.get("/templates/{name}/document")
def open_document(name: str, language: Language, visit: Annotated[Visit, visits()]) -> JSONResponse:
    """The document in a language, with everything that has to be known around it."""
    found = looked_around(visit, name)
    _refuse_other_language(found, language)
    return JSONResponse(told(found, language, speech(visit.request).language))


@routes.put("/templates/{name}/document")
def save_document(
    name: str,
    language: Language,
    written: Written,
    visit: Annotated[Visit, visits("write", "author")],
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> dict[str, str]:
    """Save a document: the template it is becomes a draft, by the same use case and rules as any other save."""
    found = opened(visit, name)
    content = _written(found, written.document, language)
    if content == found.content:
        return {"hash": found.hash, "version": found.template.version}
    content["version"] = found.next_version
    text = write_yaml(content)
    saved = save_item("template", name, Saving(text=text), visit.asking, response, if_match)
    return {"hash": saved.hash, "version": saved.version}


class Chosen(Sent):
    """Which side somebody has chosen at a place that both changed."""

    block: str
    field: str
    side: Side


class Meeting(Written):
    """A document that cannot be saved because somebody else has saved, made from what `base` names."""

    base: str = PydanticField(pattern="^[0-9a-f]{64}$")
    chosen: list[Chosen] = []

    def merge(self) -> Merge:
        """How both people's changes are put together."""
        return Merge({(it.block, it.field): it.side for it in self.chosen})


def met(merge: Merge, document: dict[str, Any], theirs: str, before: Earlier) -> dict[str, Any]:
    """Both people's changes in one document: what it goes on from, what clashes, and with whom since when."""
    clashes = [asdict(clash) for clash in merge.clashes]
    return {"document": document, "hash": theirs, "clashes": clashes, "by": before.saved_by, "at": before.saved_at}


@routes.post("/templates/{name}/merge")
def merge_document(
    name: str, language: Language, meeting: Meeting, visit: Annotated[Visit, visits()]
) -> dict[str, Any]:
    """Both people's changes together, and every place at which one of them has to be chosen; nothing is saved."""
    found = opened(visit, name)
    _refuse_other_language(found, language)
    before = earlier(visit.asking.home, visit.asking.actor, name, meeting.base)
    mine = put(meeting.document, before.content, language, found.rights)
    merge = meeting.merge()
    content = merge.templates(before.content, mine, found.content)
    return met(merge, Bound.of(found).within(get(content, language, found.rights)), found.hash, before)


@routes.post("/templates/{name}/preview")
def preview_document(
    name: str,
    language: Language,
    wish: Wish,
    request: Request,
    visit: Annotated[Visit, visits()],
    listening: Annotated[AbstractEventLoop, Depends(loop)],
) -> Any:
    """What recipients would get, in all channels, one of them or two side by side; nothing of it is kept."""
    look = _look(name, _written(opened(visit, name), wish.document, language), wish, language)
    if wish.second is None:
        return preview(look, request, visit.asking, listening)
    both = Both(**look.model_dump(exclude_unset=True), second=wish.second.other())
    return preview_side_by_side(both, request, visit.asking, listening)


@routes.get("/mail-frame")
def show_mail_frame() -> HTMLResponse:
    """An empty page of no rights at all, into which the editor puts a mail."""
    script = f'<script src="{static("mail.js")}" defer></script>'
    page = f'<!doctype html><meta charset="utf-8"><title>.</title>{script}'
    return HTMLResponse(page, headers={"Content-Security-Policy": FRAME_POLICY, "X-Frame-Options": "SAMEORIGIN"})


def opened(visit: Visit, name: str) -> Editable:
    """A template as whoever visits may open it."""
    return editable(visit.asking.home, visit.asking.actor, name)


def looked_around(visit: Visit, name: str) -> Surrounded:
    """The same, with everything that it refers to."""
    return surrounded(visit.asking.home, opened(visit, name), datetime.now(UTC).date())


def _look(name: str, content: dict[str, Any], wish: Wish, language: str) -> Look:
    """What the API is asked for."""
    return Look(
        template=name,
        content=content,
        record=wish.record,
        persona=None if wish.record else wish.persona,
        channels=wish.channels,
        brand=wish.brand or None,
        language=language,
        day=wish.day,
        marks=True,
        pictures=True,
        check=True,
        known=wish.known,
        turn=wish.turn or None,
        step=wish.step,
        files=wish.files,
    )


def _written(found: Editable, document: Document, language: str) -> dict[str, Any]:
    _refuse_other_language(found, language)
    return put(document, found.content, language, found.rights)


def _refuse_other_language(found: Editable, language: str) -> None:
    if language not in found.template.languages:
        raise refuse("languages", "language-not-listed", language=language)
