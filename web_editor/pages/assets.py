"""Pictures: uploaded, checked before anybody uses them, and where they are used."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Query, UploadFile
from starlette.responses import Response

from ccm.api.routes.items import Saving, list_items, list_uses, list_versions, save_item
from web_editor.showing import show
from web_editor.visit import Visit, visits

routes = APIRouter(prefix="/administration/assets")


@routes.get("")
def show_assets(
    visit: Annotated[Visit, visits()],
    search: Annotated[str, Query(max_length=80)] = "",
    after: Annotated[str, Query(max_length=300)] = "",
) -> Response:
    """Every picture one may see."""
    found = list_items("asset", visit.asking, after, 48, search)
    may = visit.asking.actor.has("author")
    return show("assets.html", visit, items=found.items, next=found.next, search=search, may=may)


@routes.post("")
def upload(
    picture: Annotated[UploadFile, File()],
    visit: Annotated[Visit, visits("write", "author")],
    name: Annotated[str, Form(max_length=80)] = "",
    seen: Annotated[str, Form(max_length=64)] = "",
) -> Response:
    """Keep a picture as a draft, if its content is what its name says; SVG without anything that could act."""
    called = name.strip().lower() or (picture.filename or "").rpartition("/")[2].lower()
    saving = Saving.model_construct(picture=picture.file.read())
    told = {"if_match": f'"{seen}"'} if seen else {"if_none_match": "*"}
    save_item("asset", called, saving, visit.asking, Response(), **told)
    return Response(headers={"HX-Redirect": f"/administration/assets/{called}"})


@routes.get("/{name}")
def show_asset(name: str, visit: Annotated[Visit, visits()]) -> Response:
    """A picture with its versions and what shows it."""
    versions = list_versions("asset", name, visit.asking)
    may = bool(visit.asking.actor.may_change("asset", name))
    return show("asset.html", visit, name=name, versions=versions, uses=list_uses("asset", name, visit.asking), may=may)
