"""Personas: test records of a template as forms made from its data dictionary."""

from __future__ import annotations

from asyncio import AbstractEventLoop
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form
from starlette.responses import Response

from ccm.api.routes.items import Item, Saving, list_versions, save_item, show_item
from ccm.api.routes.previews import loop
from ccm.store.titles import titles
from content_blocks.dictionary import Dictionary
from content_blocks.item import read_item
from content_blocks.problem import Refused
from web_editor.drafts import read_draft, read_template
from web_editor.forms.acting import act as acted
from web_editor.personas import Content, as_text, form, name_for, of_text, problems, specimen, unknown_fields, written
from web_editor.posted import PostedForm
from web_editor.samples import Fault, beside, faults, sample
from web_editor.showing import show
from web_editor.shown_with import shown_with
from web_editor.titles import calling, in_language
from web_editor.visit import Visit, speech, visits

routes = APIRouter(prefix="/administration/personas")

RAW = "application/yaml"
"""The very bytes of a file are asked for by this name, JSON or not."""
Listening = Annotated[AbstractEventLoop, Depends(loop)]


@routes.get("")
def show_personas(visit: Annotated[Visit, visits()]) -> Response:
    """Every persona one may see, by template."""
    language = speech(visit.request).language
    named = titles(visit.asking.home, visit.asking.actor, "template")
    templates = sorted((in_language(title, language, name), name) for name, title in named.items())
    mine = [(title, name) for title, name in templates if visit.asking.actor.may_change("persona", f"{name}/x")]
    return show("personas.html", visit, found=shown_with(visit), templates=mine)


@routes.post("")
def make(
    template: Annotated[str, Form(max_length=80)],
    title: Annotated[str, Form(max_length=200)],
    visit: Annotated[Visit, visits("write", "author")],
    of: Annotated[str, Form(max_length=80)] = "",
    record: Annotated[str, Form(max_length=500_000)] = "",
) -> Response:
    """Make a persona: from a record that was pasted, as another one of the template, or from samples."""
    content: Content = {"record": {}}
    if record.strip():
        pasted = of_text(record.encode(), "record")
        content = pasted if "record" in pasted else {"record": pasted}
    elif of:
        content = _content(visit, f"{template}/{of}")
    else:
        content = {"record": specimen(_dictionary(visit, template))}
    content = {
        "title": {"en": title.strip(), "de": title.strip()},
        **{k: v for k, v in content.items() if k != "title"},
    }
    inside = titles(visit.asking.home, visit.asking.actor, "persona", f"{template}/")
    name = f"{template}/{name_for(title, [it.partition('/')[2] for it in inside])}"
    save_item("persona", name, Saving(text=as_text(content)), visit.asking, Response(), if_none_match="*")
    return Response(headers={"HX-Redirect": f"/administration/personas/{name}"})


@routes.get("/{template}/{name}")
def show_persona(template: str, name: str, visit: Annotated[Visit, visits()]) -> Response:
    """A persona as a form, and beside it what it would get."""
    found = read_draft(visit, "persona", f"{template}/{name}")
    content = _content(visit, found.name)
    told: dict[str, Any] = {
        "versions": list_versions("persona", found.name, visit.asking),
        "of": calling(visit)("template", template),
        "json": as_text(content["record"]),
        "languages": read_template(visit, template)["languages"],
        "brands": read_template(visit, template)["brands"],
    }
    return show("persona.html", visit, **told, **_form(visit, found, template, content, found.hash))


@routes.post("/{template}/{name}")
def change(
    template: str, name: str, posted: PostedForm, visit: Annotated[Visit, visits("write", "author")]
) -> Response:
    """Do something to the form, or save what it says."""
    found, act, seen = read_draft(visit, "persona", f"{template}/{name}"), posted.get("act", ""), posted.get("seen", "")
    content = written(posted, _content(visit, found.name), _dictionary(visit, template))
    if act == "save":
        return _save(visit, found, template, content, seen)
    content = acted(content, act) if " " in act else content
    return show("part/persona_form.html", visit, did=act, **_form(visit, found, template, content, seen))


@routes.post("/{template}/{name}/record")
def paste(
    template: str,
    name: str,
    record: Annotated[str, Form(max_length=500_000)],
    seen: Annotated[str, Form(max_length=64)],
    visit: Annotated[Visit, visits("write", "author")],
) -> Response:
    """Save another record in the place of the one there is."""
    found = read_draft(visit, "persona", f"{template}/{name}")
    content = {**_content(visit, found.name), "record": of_text(record.encode(), "record")}
    save_item("persona", found.name, Saving(text=as_text(content)), visit.asking, Response(), if_match=f'"{seen}"')
    return Response(headers={"HX-Refresh": "true"})


@routes.post("/{template}/{name}/sample")
def show_sample(
    template: str, name: str, posted: PostedForm, visit: Annotated[Visit, visits()], listening: Listening
) -> Response:
    """What somebody with the record of the form would get; nothing of it is kept."""
    dictionary = _dictionary(visit, template)
    content = _content(visit, f"{template}/{name}")
    if visit.asking.actor.may_change("persona", f"{template}/{name}"):  # whoever may not sends nothing
        content = written(posted, content, dictionary)
    wish: dict[str, Any] = {"template": template, "record": content["record"]}
    wish |= {key: posted[key] for key in ("language", "brand") if posted.get(key)}
    made = sample(visit, listening, _faults(visit, content, dictionary), **wish)
    return beside(show("part/persona_sampled.html", visit, sample=made), made)


def _save(visit: Visit, found: Item, template: str, content: Content, seen: str) -> Response:
    saving = Saving(text=as_text(content))
    try:
        save_item("persona", found.name, saving, visit.asking, Response(), if_match=f'"{seen}"')
    except Refused as refused:
        answer = _form(visit, found, template, content, seen, faults(refused.problems, visit))
        return show("part/persona_form.html", visit, HTTPStatus.UNPROCESSABLE_ENTITY, did="save", **answer)
    return Response(headers={"HX-Refresh": "true"})


def _form(
    visit: Visit, found: Item, template: str, content: Content, seen: str, told: list[Fault] | None = None
) -> dict[str, Any]:
    dictionary = _dictionary(visit, template)
    language = speech(visit.request).language
    title = content.get("title", {})
    return {
        "item": found,
        "template": template,
        "seen": seen,
        "fields": form(content, dictionary),
        "faults": told or [],
        "faulty": bool(problems(content, dictionary)),
        "left": unknown_fields(problems(content, dictionary)),
        "expected": content.get("expect", {}),
        "called": title if isinstance(title, str) else in_language(title, language, found.name),
        "may": bool(visit.asking.actor.may_change("persona", found.name)),
    }


def _faults(visit: Visit, content: Content, dictionary: Dictionary) -> list[Fault]:
    found = problems(content, dictionary)
    return [it._replace(field=f"record/{it.field}") for it in faults(found, visit)]


def _content(visit: Visit, name: str) -> Content:
    raw = bytes(show_item("persona", name, visit.asking, visit.request, RAW).body)
    return of_text(raw, f"personas/{name}.json")


def _dictionary(visit: Visit, template: str) -> Dictionary:
    """The data dictionary that a template goes by, as it was saved last."""
    found = read_draft(visit, "dictionary", read_template(visit, template)["dictionary"])
    return read_item(Dictionary, found.content)
