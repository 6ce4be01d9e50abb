"""Brands: their tokens as a form, with a sample beside it that is made anew while somebody types."""

from __future__ import annotations

from asyncio import AbstractEventLoop
from base64 import b64encode
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form
from starlette.responses import Response

from ccm.api.routes.items import Item, Saving, list_items, list_uses, list_versions, save_item
from ccm.api.routes.previews import loop
from ccm.api.routes.theme_files import files as files_of
from ccm.store.brand_check import brand_problems
from content_blocks.formats.told import told_ratio
from content_blocks.problem import Problem, Refused
from content_blocks.theme import Palette
from content_blocks.yaml_source import write_yaml
from web_editor.brands import Content, Written, class_of, contrasts, form, written
from web_editor.drafts import next_version, read_draft
from web_editor.forms.acting import act as acted
from web_editor.forms.of_model import entries
from web_editor.offered import offered, stored_template, taken
from web_editor.posted import PostedForm
from web_editor.samples import beside, faults, sample
from web_editor.showing import show
from web_editor.shown_with import shown_with, wanted
from web_editor.visit import Visit, speech, visits

routes = APIRouter(prefix="/administration/brands")

MOST = 200
Listening = Annotated[AbstractEventLoop, Depends(loop)]


@routes.get("")
def show_brands(visit: Annotated[Visit, visits()]) -> Response:
    """Every brand one may see."""
    found = [read_draft(visit, "theme", it.name) for it in list_items("theme", visit.asking, "", MOST).items]
    return show("brands.html", visit, brands=found, may=visit.asking.actor.has("author"))


@routes.post("")
def make(
    name: Annotated[str, Form(max_length=60)],
    title: Annotated[str, Form(max_length=120)],
    of: Annotated[str, Form(max_length=80)],
    visit: Annotated[Visit, visits("write", "author")],
) -> Response:
    """Make a new brand of one that there is, as a draft."""
    found = read_draft(visit, "theme", of)
    content = {**found.content, "theme": name.strip(), "title": title.strip(), "version": "1.0"}
    saving = Saving.model_construct(text=write_yaml(content), picture=None, files=files_of(visit.asking, of))
    save_item("theme", name.strip(), saving, visit.asking, Response(), if_none_match="*")
    return Response(headers={"HX-Redirect": f"/administration/brands/{name.strip()}"})


@routes.get("/{name}")
def show_brand(name: str, visit: Annotated[Visit, visits()]) -> Response:
    """A brand with its tokens, and a sample of what appears under it."""
    found = read_draft(visit, "theme", name)
    told: dict[str, Any] = {
        "versions": list_versions("theme", name, visit.asking),
        "uses": list_uses("theme", name, visit.asking),
        "shown_with": shown_with(visit),
    }
    return show("brand.html", visit, **told, **_form(visit, found, Written(found.content), found.hash))


@routes.post("/{name}")
def change(
    name: str,
    posted: PostedForm,
    visit: Annotated[Visit, visits("write", "author")],
) -> Response:
    """Do something to the form, or save what it says as a draft, to be submitted like any other."""
    found, act, seen = read_draft(visit, "theme", name), posted.get("act", ""), posted.get("seen", "")
    new = written(posted, found.content, offered(visit, name))
    if act == "save":
        return _save(visit, found, new, seen)
    content = acted(new.content, act) if " " in act else new.content
    return show("part/brand_form.html", visit, did=act, **_form(visit, found, Written(content, new.files), seen))


@routes.post("/{name}/sample")
def show_sample(name: str, posted: PostedForm, visit: Annotated[Visit, visits()], listening: Listening) -> Response:
    """What somebody would get under the brand as the form says it; nothing of it is kept."""
    found = read_draft(visit, "theme", name)
    may = visit.asking.actor.may_change("theme", name)  # whoever may not sends nothing
    new = written(posted, found.content, offered(visit, name)) if may else Written(found.content)
    files = taken(visit, new.files)
    problems = _problems(visit, found, new, files)
    chosen = wanted(posted.get("with", ""), shown_with(visit))
    wish: dict[str, Any] = {"theme": {**new.content, "version": found.version}, "brand": name}
    wish["theme_files"] = {file: b64encode(content) for file, content in files.items()}
    if chosen:
        wish |= {"template": chosen[0], "persona": chosen[1]}
        wish |= stored_template(visit, chosen[0], name, posted.get("in", ""))
    made = sample(visit, listening, faults(problems, visit), **wish) if chosen else None
    return beside(show("part/brand_sampled.html", visit, sample=made, **_contrasts(visit, new.content)), made)


def _save(visit: Visit, found: Item, new: Written, seen: str) -> Response:
    content = {**new.content, "version": next_version(found)}
    files = {**files_of(visit.asking, found.name), **taken(visit, new.files)}
    saving = Saving.model_construct(text=write_yaml(content), picture=None, files=files)
    try:
        save_item("theme", found.name, saving, visit.asking, Response(), if_match=f'"{seen}"')
    except Refused as refused:
        told = faults(refused.problems, visit)
        answer = _form(visit, found, new, seen, told)
        return show("part/brand_form.html", visit, HTTPStatus.UNPROCESSABLE_ENTITY, did="save", **answer)
    return Response(headers={"HX-Refresh": "true"})


def _problems(visit: Visit, found: Item, new: Written, files: dict[str, bytes]) -> tuple[Problem, ...]:
    """What is wrong with the brand as a form says it."""
    content = {**new.content, "version": found.version}
    return brand_problems(content, found.name, files_of(visit.asking, found.name), files)


def _form(visit: Visit, found: Item, new: Written, seen: str, told: Any = ()) -> dict[str, Any]:
    return {
        "item": found,
        "seen": seen,
        "fields": form(new.content, offered(visit, found.name), new.files),
        "faults": list(told),
        "class_of": class_of,
        "may": bool(visit.asking.actor.may_change("theme", found.name)),
        **_contrasts(visit, new.content),
    }


def _contrasts(visit: Visit, content: Content) -> dict[str, Any]:
    language = speech(visit.request).language
    palettes = {"palette": content.get("palette", {}), "dark": content.get("mail", {}).get("dark", {})}
    return {
        "contrasts": {name: list(contrasts(palette, name)) for name, palette in palettes.items()},
        "tokens": {it.name: it.label[language] for it in entries(Palette)},
        "ratio": lambda figure: told_ratio(figure, language),
    }
