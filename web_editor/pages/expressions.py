"""Conditions and placeholders as people see and change them: written, as a form, as a sentence, as a chip."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter

from ccm.api.sent import Sent
from web_editor.conditions.fields import fields
from web_editor.conditions.form import condition_form, source_of
from web_editor.conditions.place import Place
from web_editor.conditions.placeholders import chip, placeholder_source
from web_editor.conditions.sentence import sentence
from web_editor.conditions.showing import formats_for
from web_editor.pages.editor import looked_around
from web_editor.places import place_of
from web_editor.visit import Visit, speech, visits

routes = APIRouter()


class Asked(Sent):
    """An expression: as it is written, or as a form that somebody has filled in; and where it stands."""

    source: str | None = None
    form: dict[str, Any] | None = None
    block: str = ""
    field: str = ""


@routes.post("/templates/{name}/conditions")
def show_condition(name: str, asked: Asked, visit: Annotated[Visit, visits()]) -> dict[str, Any]:
    """A condition in every way it can be shown: written, as a form, and as a sentence."""
    return condition_at(place_of(looked_around(visit, name), asked.block, asked.field), asked, visit)


@routes.post("/templates/{name}/placeholders")
def show_placeholder(name: str, asked: Asked, visit: Annotated[Visit, visits()]) -> dict[str, Any]:
    """A placeholder as a chip, with the formats that fit it."""
    return placeholder_at(place_of(looked_around(visit, name), asked.block, asked.field), asked, visit)


def condition_at(place: Place, asked: Asked, visit: Visit) -> dict[str, Any]:
    """A condition that stands at a place, in every way."""
    language = speech(visit.request).language
    picked = [it.data() for it in fields(place, language)]
    source = asked.source if asked.form is None else source_of(asked.form, asked.source or "")
    if not source:
        return {"source": "", "form": None, "sentence": {"text": "", "runs": []}, "fields": picked}
    said = sentence(source, place, language).data()
    return {"source": source, "form": condition_form(source), "sentence": said, "fields": picked}


def placeholder_at(place: Place, asked: Asked, visit: Visit) -> dict[str, Any]:
    """A placeholder that stands at a place, as a chip."""
    language = speech(visit.request).language
    source = asked.source or "" if asked.form is None else placeholder_source(asked.form, asked.source or "")
    found = chip(source, place, language)
    return {"chip": found.data(), "formats": formats_for(found.type, language)}
