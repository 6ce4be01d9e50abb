"""The library: templates and content blocks, looked through by shelves and looked at one by one."""

from __future__ import annotations

from asyncio import AbstractEventLoop
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from ccm.api.paging import cursor
from ccm.api.previewed import Preview, SeenPage
from ccm.api.routes.beginnings import bring_back_from_archive, put_into_archive
from ccm.api.routes.change_sets import Reason
from ccm.api.routes.comments import NewComment, NewReply, answer_on_item, comment_on_item, list_item_comments
from ccm.api.routes.items import Name, list_items, list_uses, list_versions
from ccm.api.routes.previews import Look, loop, preview
from ccm.api.routes.shelves import ShelfFilter, ShelfItem, browse_shelf, show_on_shelf
from ccm.store.editing_blocks import around_block, editable_block
from ccm.store.reviews import full_names
from content_blocks.problem import Refused
from web_editor.block_opening import said
from web_editor.shelves import KINDS, Shelf
from web_editor.showing import show
from web_editor.visit import Visit, asked_by_page, speech, visits

routes = APIRouter()

PAGE = 50
SMALL = 60
"""Dots an inch of a picture that only shows which letter it is."""
AGAIN = {"HX-Refresh": "true"}


class Looked(ShelfFilter):
    """What somebody looks for, as the address of the page says it; fields of the form that are empty say nothing."""

    start: int = Field(default=0, ge=0, le=1_000_000)

    def query(self, **changes: Any) -> str:
        """The address of the same with something changed; what is as usual is left out, and one begins anew."""
        usual = Looked().model_dump(by_alias=True)
        said = {**self.model_dump(by_alias=True), "start": 0, **changes}
        named = {name: value for name, value in said.items() if value != usual[name] and name != "language"}
        return "?" + urlencode({name: str(value).lower() if value is True else value for name, value in named.items()})

    @property
    def filtered(self) -> bool:
        """Whether only a part is looked for."""
        return bool(self.search or self.document_class or self.owner or self.missing or self.channel or self.by)


@routes.get("/{shelf}")
def show_shelf(shelf: Shelf, visit: Annotated[Visit, visits()], looked: Annotated[Looked, Query()]) -> Response:
    """Every template or content block one may see, by folder, state and every word in it."""
    language = speech(visit.request).language
    wanted = looked.model_copy(update={"language": language})
    found = browse_shelf(KINDS[shelf], visit.asking, wanted, cursor(str(looked.start)) if looked.start else "", PAGE)
    view = "part/shelf.html" if asked_by_page(visit.request) else "shelf.html"
    return show(view, visit, shelf=shelf, found=found, looked=looked, page=PAGE, names=_names(visit))


@routes.get("/{shelf}/{name}")
def show_one(shelf: Shelf, name: str, visit: Annotated[Visit, visits()]) -> Response:
    """A template or content block: what it says, where it stands, its versions, where it is used, what was said."""
    kind = KINDS[shelf]
    found = show_on_shelf(kind, name, visit.asking)
    actor, language = visit.asking.actor, speech(visit.request).language
    told: dict[str, Any] = {
        "name": name,
        "it": found,
        "versions": list_versions(kind, name, visit.asking),
        "uses": list_uses(kind, name, visit.asking),
        "threads": list_item_comments(kind, name, visit.asking),
        "names": _names(visit),
        "may_write": bool(actor.may_change(kind, name)) and not found.archived,
        "may_copy": actor.has("author"),
        "may_archive": _may_archive(visit, found),
        "may_return": found.archived and bool(actor.may_change(kind, name)),
    }
    if shelf == "templates":
        return show("template.html", visit, shelf=shelf, personas=_personas(visit, name), **told)
    opened = editable_block(visit.asking.home, actor, name)
    around = around_block(visit.asking.home, opened, datetime.now(UTC).date())
    return show("block.html", visit, shelf=shelf, item=opened.content, says=said(opened, around, language), **told)


@routes.get("/templates/{name}/picture")
def show_picture(
    name: str, visit: Annotated[Visit, visits()], listening: Annotated[AbstractEventLoop, Depends(loop)]
) -> Response:
    """The first page of a letter as its first persona would get it, small; nothing where it is no letter."""
    page = _first_page(visit, name, listening)
    answer = show("part/picture.html", visit, page=page)
    answer.headers["Cache-Control"] = "private, max-age=120"
    return answer


class Why(BaseModel):
    """What the form of the archive sends."""

    reason: str = Field(min_length=1, max_length=2000)


@routes.post("/{shelf}/{name}/archive")
def put_away(
    shelf: Shelf,
    name: Name,
    why: Annotated[Why, Form()],
    visit: Annotated[Visit, visits("write", "author", "publisher")],
) -> Response:
    """Put it into the archive."""
    put_into_archive(KINDS[shelf], name, Reason(reason=why.reason), visit.asking)
    return Response(headers=AGAIN)


@routes.post("/{shelf}/{name}/return")
def bring_back(shelf: Shelf, name: Name, visit: Annotated[Visit, visits("write", "author")]) -> Response:
    """Take it out of the archive."""
    bring_back_from_archive(KINDS[shelf], name, visit.asking)
    return Response(headers=AGAIN)


@routes.post("/{shelf}/{name}/comments")
def say(
    shelf: Shelf,
    name: Name,
    words: Annotated[str, Form(min_length=1, max_length=5000)],
    visit: Annotated[Visit, visits("write", "author", "reviewer")],
) -> Response:
    """Begin a thread about the whole."""
    comment_on_item(KINDS[shelf], name, NewComment(words=words), visit.asking)
    return Response(headers=AGAIN)


@routes.post("/{shelf}/{name}/comments/{thread}")
def go_on(
    shelf: Shelf,
    name: Name,
    thread: str,
    reply: Annotated[NewReply, Form()],
    visit: Annotated[Visit, visits("write", "author", "reviewer")],
) -> Response:
    """Answer, say that it is dealt with, or that it is not after all."""
    answer_on_item(KINDS[shelf], name, thread, reply, visit.asking)
    return Response(headers=AGAIN)


def _names(visit: Visit) -> Mapping[str, str]:
    with visit.asking.home.reading() as session:
        return full_names(session, visit.asking.home.organisation)


def _may_archive(visit: Visit, found: ShelfItem) -> bool:
    """Whoever publishes it takes it out of force; what was never approved is its author's to put away."""
    if found.archived:
        return False
    actor = visit.asking.actor
    if found.in_force or found.coming:
        return actor.publishes(found.kind, found.name)
    return bool(actor.may_change(found.kind, found.name)) or actor.publishes(found.kind, found.name)


def _personas(visit: Visit, name: str) -> list[str]:
    """The personas of a template, by name."""
    found = list_items("persona", visit.asking, "", PAGE, f"{name}/").items
    return [it.name.partition("/")[2] for it in found if it.name.startswith(f"{name}/")]


def _first_page(visit: Visit, name: str, listening: AbstractEventLoop) -> SeenPage | None:
    personas, found = _personas(visit, name), show_on_shelf("template", name, visit.asking)
    if not personas or "pdf" not in found.channels:
        return None
    language = speech(visit.request).language
    look = Look(
        template=name,
        persona=personas[0],
        channels=["pdf"],
        language=language if language in found.languages else found.languages[0],
        pictures=True,
        resolution=SMALL,
        files=False,
    )
    with suppress(Refused):
        made = preview(look, visit.request, visit.asking, listening)
        pages = made.messages[0].pages if isinstance(made, Preview) and made.messages else []
        return pages[0] if pages else None
    return None
