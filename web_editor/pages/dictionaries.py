"""Data dictionaries: the fields that records may hold, and what is said about each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Query
from starlette.responses import Response

from ccm.api.routes.items import list_items, list_uses, list_versions
from content_blocks.problem import refuse
from web_editor.drafts import read_draft, save_draft
from web_editor.showing import show
from web_editor.visit import Visit, visits

routes = APIRouter(prefix="/administration/dictionaries")

AGAIN = {"HX-Refresh": "true"}
Privacy = Literal["public", "personal", "sensitive"]
Path = Annotated[str, Query(max_length=300)]


@dataclass(frozen=True)
class Row:
    """A field as a row of the table, at a depth."""

    path: str
    depth: int
    field: Mapping[str, Any]


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
def show_field(name: str, path: Path, visit: Annotated[Visit, visits()]) -> Response:
    """A field as a form."""
    found = read_draft(visit, "dictionary", name)
    row = next((it for it in rows(found.content["fields"]) if it.path == path), None)
    if row is None:
        raise refuse(path, "field-unknown")
    languages = sorted({"de", "en", *row.field.get("label", {}), *found.content.get("title", {})})
    return show("part/dictionary_field.html", visit, item=found, row=row, languages=languages)


@routes.post("/{name}/field")
def change_field(
    name: str,
    path: Annotated[str, Form(max_length=300)],
    seen: Annotated[str, Form(max_length=64)],
    privacy: Annotated[Privacy, Form()],
    visit: Annotated[Visit, visits("write", "author")],
    languages: Annotated[list[str] | None, Form(max_length=40)] = None,
    labels: Annotated[list[str] | None, Form(max_length=40)] = None,
    sample: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Change what is said about a field: a draft, to be submitted like any other."""
    found = read_draft(visit, "dictionary", name)
    content = deepcopy(found.content)
    field = _field(content["fields"], path)
    said = {language: label.strip() for language, label in zip(languages or [], labels or [], strict=False)}
    _set(field, "label", {language: label for language, label in said.items() if label})
    _set(field, "sample", _sample(str(field["type"]), sample.strip()))
    if privacy != field.get("privacy", "personal"):
        field["privacy"] = privacy
    save_draft(visit, found, content, seen)
    return Response(headers=AGAIN)


def rows(fields: Mapping[str, Any], above: str = "", depth: int = 0) -> Iterator[Row]:
    """Fields with those inside of groups and lists, in the order written."""
    for name, field in fields.items():
        path = f"{above}{name}"
        yield Row(path, depth, field)
        inside = f"{path}[]." if field["type"] == "list" else f"{path}."
        yield from rows(field.get("fields") or {}, inside, depth + 1)


def _field(fields: dict[str, Any], path: str) -> dict[str, Any]:
    found: dict[str, Any] = {"fields": fields}
    for name in path.replace("[]", "").split("."):
        inside: dict[str, Any] = found.get("fields") or {}
        if name not in inside:
            raise refuse(path, "field-unknown")
        found = inside[name]
    return found


def _set(field: dict[str, Any], name: str, value: Any) -> None:
    if value in ("", {}, None):
        field.pop(name, None)
    else:
        field[name] = value


def _sample(kind: str, text: str) -> str | int | bool:
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    return int(text) if kind == "integer" and text.lstrip("-").isdecimal() else text
