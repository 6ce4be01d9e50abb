"""A content block in the same editor as a template: its page, its document, and how it looks where it is shown."""

from __future__ import annotations

from asyncio import AbstractEventLoop
from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Request, Response
from fastapi.responses import JSONResponse

from ccm.api.previewed import Preview
from ccm.api.routes.items import Name, Saving, save_item
from ccm.api.routes.previews import Look, loop, preview
from ccm.api.routes.side_by_side import Both, preview_side_by_side
from ccm.store.editing import earlier, people
from ccm.store.editing_blocks import BlockSurroundings, EditableBlock, around_block, editable_block, uses_of_block
from content_blocks.yaml_source import write_yaml
from web_editor.block_opening import ALONE, both_spotted, place_in, spotted, told, uses_in
from web_editor.conditions.place import Place, in_language, of_text
from web_editor.document.content_block import get_content_block, languages_of, put_content_block
from web_editor.pages.editor import Language, Meeting, Wish, Written, looked_around, met, opened
from web_editor.pages.expressions import Asked, condition_at, placeholder_at
from web_editor.showing import show
from web_editor.titles import calling
from web_editor.visit import Visit, speech, visits

routes = APIRouter(prefix="/blocks/{name}")


class WishForBlock(Wish):
    """A content block that is to be looked at: in a template that shows it, or in none, which is by itself."""

    template: str = ""


@routes.get("/edit")
def show_block_editor(name: Name, visit: Annotated[Visit, visits()], language: Language | None = None) -> Response:
    """The page; its script opens the document."""
    found, around = _looked_around(visit, name)
    _ = speech(visit.request)
    languages = languages_of(found.content)
    uses = uses_of_block(visit.asking.home, visit.asking.actor, name, _today())
    chosen = language or (_.language if _.language in languages else languages[0])
    return show(
        "editor.html",
        visit,
        shelf="blocks",
        name=name,
        title=of_text(found.item.title, _.language),
        version=found.item.version,
        state="approved" if found.approved else "draft",
        languages=languages if chosen in languages else (*languages, chosen),
        chosen=chosen,
        personas=(),
        brands=around.brands,
        uses=[(use.name, in_language(use.title, _.language), use.pinned) for use in uses],
        closed="" if found.may_edit else "regulated" if found.regulated else "elsewhere",
        owner=found.item.owner,
    )


@routes.get("/document")
def open_block(name: Name, language: Language, visit: Annotated[Visit, visits()]) -> JSONResponse:
    """The document in a language, be it written in that already or not, with what has to be known around it."""
    found, around = _looked_around(visit, name)
    return JSONResponse(told(found, around, language, speech(visit.request).language))


@routes.put("/document")
def save_block(
    name: Name,
    language: Language,
    written: Written,
    visit: Annotated[Visit, visits("write", "author")],
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> dict[str, str]:
    """Save a document: the content block it is becomes a draft, by the same use case and rules as any other save."""
    found = _opened(visit, name)
    content = put_content_block(written.document, found.content, language)
    if content == found.content:
        return {"hash": found.hash, "version": found.item.version}
    content["version"] = found.next_version
    saved = save_item("block", name, Saving(text=write_yaml(content)), visit.asking, response, if_match)
    return {"hash": saved.hash, "version": saved.version}


@routes.post("/merge")
def merge_block(name: Name, language: Language, meeting: Meeting, visit: Annotated[Visit, visits()]) -> dict[str, Any]:
    """Both people's changes together, and every place at which one of them has to be chosen; nothing is saved."""
    found = _opened(visit, name)
    before = earlier(visit.asking.home, visit.asking.actor, name, meeting.base, "block")
    mine = put_content_block(meeting.document, before.content, language)
    merge = meeting.merge()
    content = merge.templates(before.content, mine, found.content)
    return met(merge, get_content_block(content, language), found.hash, before)


@routes.post("/preview")
def preview_block(
    name: Name,
    language: Language,
    wish: WishForBlock,
    request: Request,
    visit: Annotated[Visit, visits()],
    listening: Annotated[AbstractEventLoop, Depends(loop)],
) -> Any:
    """What recipients would get of it in all channels on a day on which it is valid, one or two side by side."""
    found = _opened(visit, name)
    content = put_content_block(wish.document, found.content, language)
    look = _look(wish, content, language)
    uses = uses_in(opened(visit, wish.template).template, name) if wish.template else ALONE
    if wish.second is not None:
        both = Both(**look.model_dump(exclude_unset=True), second=wish.second.other())
        return both_spotted(preview_side_by_side(both, request, visit.asking, listening).model_dump(mode="json"), uses)
    made = preview(look, request, visit.asking, listening)
    return spotted(made.model_dump(mode="json"), uses) if isinstance(made, Preview) else made


@routes.get("/shown-in/{template}")
def show_template_to_look_in(name: Name, template: str, visit: Annotated[Visit, visits()]) -> dict[str, Any]:
    """What can be chosen of a template in which a content block is looked at."""
    del name
    found = looked_around(visit, template)
    someone = people(visit.asking.home, found, _today())
    spoken, title_of = speech(visit.request).language, calling(visit)
    personas = [{"name": it.name, "title": in_language(it.title, spoken)} for it in someone]
    brands = [{"name": it, "title": title_of("theme", it)} for it in found.template.brands]
    return {"personas": personas, "brands": brands, "languages": found.template.languages}


@routes.post("/conditions")
def show_condition_of_block(name: Name, asked: Asked, visit: Annotated[Visit, visits()]) -> dict[str, Any]:
    """A condition in every way it can be shown: written, as a form, and as a sentence."""
    return condition_at(_place(visit, name), asked, visit)


@routes.post("/placeholders")
def show_placeholder_of_block(name: Name, asked: Asked, visit: Annotated[Visit, visits()]) -> dict[str, Any]:
    """A placeholder as a chip, with the formats that fit it."""
    return placeholder_at(_place(visit, name), asked, visit)


def _look(wish: WishForBlock, content: dict[str, Any], language: str) -> Look:
    recipient: dict[str, Any] = {"record": wish.record} if wish.record else {"persona": wish.persona}
    return Look(
        template=wish.template,
        block=content,
        channels=wish.channels,
        brand=wish.brand or None,
        language=language,
        day=wish.day or _valid(content),
        marks=True,
        pictures=True,
        check=True,
        known=wish.known,
        turn=wish.turn or None,
        step=wish.step,
        files=wish.files,
        **({**recipient, "insist": True} if wish.template else {}),
    )


def _valid(content: dict[str, Any]) -> date:
    """Today, or the next day on which it may be shown: who writes next year's wording looks at next year's letter."""
    today = _today()
    try:
        start = date.fromisoformat(str((content.get("effective") or {}).get("from")))
    except ValueError:
        return today
    return max(start, today)


def _opened(visit: Visit, name: str) -> EditableBlock:
    return editable_block(visit.asking.home, visit.asking.actor, name)


def _looked_around(visit: Visit, name: str) -> tuple[EditableBlock, BlockSurroundings]:
    found = _opened(visit, name)
    return found, around_block(visit.asking.home, found, _today())


def _today() -> date:
    return datetime.now(UTC).date()


def _place(visit: Visit, name: str) -> Place:
    return place_in(*_looked_around(visit, name))
