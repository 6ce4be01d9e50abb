"""Data dictionaries: the fields that records may hold; each changed, added, renamed, moved and removed as a draft."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query
from starlette.responses import Response

from ccm.api.routes.field_uses import list_field_uses
from ccm.api.routes.items import Item, list_items, list_uses, list_versions
from ccm.store.field_uses import without_field
from content_blocks.dictionary import FIELD_TYPES
from content_blocks.dictionary.field_types import ATTRIBUTES
from content_blocks.problem import Refused, refuse
from web_editor.dictionary_fields import Content, containers, field_at, form, move, put, rows, written
from web_editor.drafts import read_draft, save_draft
from web_editor.forms.acting import act as acted
from web_editor.posted import PostedForm
from web_editor.samples import Fault, faults
from web_editor.showing import show
from web_editor.titles import named
from web_editor.type_words import type_words
from web_editor.visit import Visit, speech, visits

routes = APIRouter(prefix="/administration/dictionaries")

AGAIN = {"HX-Refresh": "true"}
Path = Annotated[str, Query(max_length=300)]
Seen = Annotated[str, Form(max_length=64)]


@routes.get("")
def show_dictionaries(visit: Annotated[Visit, visits()]) -> Response:
    """Every data dictionary one may see."""
    return show("dictionaries.html", visit, items=list_items("dictionary", visit.asking, "", 200).items)


@routes.get("/{name}")
def show_dictionary(name: str, visit: Annotated[Visit, visits()]) -> Response:
    """The fields of one, with what uses it."""
    asking, found = visit.asking, read_draft(visit, "dictionary", name)
    return show(
        "dictionary.html",
        visit,
        item=found,
        rows=list(rows(found.content["fields"])),
        versions=list_versions("dictionary", name, asking),
        uses=list_uses("dictionary", name, asking),
        may=bool(asking.actor.may_change("dictionary", name)),
    )


@routes.get("/{name}/field")
def show_field(name: str, visit: Annotated[Visit, visits()], path: Path = "", inside: Path = "") -> Response:
    """A field as a form, or an empty one for a new field."""
    found = read_draft(visit, "dictionary", name)
    field = field_at(found.content, path) if path else {"type": "text"}
    return show("dictionary_field.html", visit, **_form(visit, found, path, inside, field, found.hash))


@routes.post("/{name}/field")
def change_field(
    name: str, posted: PostedForm, visit: Annotated[Visit, visits("write", "author")], path: Path = ""
) -> Response:
    """Do something to the form, or save what it says as a draft, to be submitted like any other."""
    found = read_draft(visit, "dictionary", name)
    before = field_at(found.content, path) if path else {}
    act, seen, inside = (posted.get(it, "") for it in ("act", "seen", "inside"))
    called, field = written(posted, found.content, path, before, type_words())
    told: list[Fault] = []
    if act == "save":
        try:
            save_draft(visit, found, put(found.content, path, inside, called, field), seen)
            return Response(headers={"HX-Redirect": f"/administration/dictionaries/{name}"})
        except Refused as refused:
            told = [it._replace(field=_within(it.field, called)) for it in faults(refused.problems, visit)]
    if " " in act:
        field = _acted(field, act)
    answer = _form(visit, found, path, inside, field, seen, told, called)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if told else HTTPStatus.OK
    return show("part/dictionary_field_form.html", visit, status, did=act, **answer)


@routes.post("/{name}/order")
def order(
    name: str,
    path: Annotated[str, Form(max_length=300)],
    by: Annotated[int, Form(ge=-1, le=1)],
    seen: Seen,
    visit: Annotated[Visit, visits("write", "author")],
) -> Response:
    """Move a field up or down among its own."""
    found = read_draft(visit, "dictionary", name)
    save_draft(visit, found, move(found.content, path, by), seen)
    return Response(headers=AGAIN)


@routes.get("/{name}/field/uses")
def show_field_uses(name: str, path: Path, visit: Annotated[Visit, visits()]) -> Response:
    """What uses a field, before it is removed or renamed."""
    found = list_field_uses(name, path, visit.request, visit.asking)
    return show("part/field_uses.html", visit, found=found, named=named(visit))


@routes.delete("/{name}/field")
def remove_field(
    name: str,
    path: Path,
    seen: Annotated[str, Query(max_length=64)],
    visit: Annotated[Visit, visits("write", "author")],
) -> Response:
    """Remove a field, as a draft."""
    found = read_draft(visit, "dictionary", name)
    save_draft(visit, found, without_field(found.content, path), seen)
    return Response(headers={"HX-Redirect": f"/administration/dictionaries/{name}"})


def _acted(field: Content, act: str) -> Content:
    """Rows of choices are the only ones that a field has."""
    if not act.partition(" ")[2].startswith("choices"):
        raise refuse("act", "request-form", kind="act")
    listed = [{"value": value, **words} for value, words in (field.get("choices") or {}).items()]
    changed = acted({"choices": listed}, act)["choices"]
    return {
        **field,
        "choices": {str(it.get("value", "")): {k: v for k, v in it.items() if k != "value"} for it in changed},
    }


def _within(place: str, name: str) -> str:
    """The field of the form that a place in the dictionary means: what stands behind the field's own name."""
    return place.rpartition(f"/{name}/")[2] if f"/{name}/" in place else "name" if place.endswith(name) else place


def _form(
    visit: Visit,
    found: Item,
    path: str,
    inside: str,
    field: Content,
    seen: str,
    told: list[Fault] | None = None,
    called: str = "",
) -> dict[str, Any]:
    return {
        "item": found,
        "path": path,
        "inside": inside,
        "seen": seen,
        "fields": form(found.content, called or path, field, type_words()),
        "containers": containers(found.content),
        "faults": told or [],
        "label": (field.get("label") or {}).get(speech(visit.request).language) or path,
        "unfit": {name: [kind for kind in FIELD_TYPES if kind in kinds] for name, kinds in ATTRIBUTES.items()},
        "may": bool(visit.asking.actor.may_change("dictionary", found.name)),
    }
