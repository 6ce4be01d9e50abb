"""The library: templates and content blocks, searched and looked at."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from ccm.api.routes.items import list_items, list_uses, list_versions
from web_editor.shelves import KINDS, Shelf
from web_editor.showing import show
from web_editor.visit import Visit, visits

routes = APIRouter()


@routes.get("/{shelf}")
def show_shelf(
    shelf: Shelf,
    visit: Annotated[Visit, visits()],
    search: Annotated[str, Query(max_length=80)] = "",
    after: Annotated[str, Query(max_length=300)] = "",
) -> Response:
    """Every template or content block one may see, by name."""
    found = list_items(KINDS[shelf], visit.asking, after, 50, search)
    return show("shelf.html", visit, shelf=shelf, items=found.items, next=found.next, search=search)


@routes.get("/templates/{name}")
def show_template(name: str, visit: Annotated[Visit, visits()]) -> Response:
    """A template: its versions, and where it is."""
    versions = list_versions("template", name, visit.asking)
    return show("template.html", visit, name=name, versions=versions)


@routes.get("/blocks/{name}")
def show_block(name: str, visit: Annotated[Visit, visits()]) -> Response:
    """A content block: its versions, and what shows it."""
    versions = list_versions("block", name, visit.asking)
    uses = list_uses("block", name, visit.asking)
    return show("block.html", visit, name=name, versions=versions, uses=uses)
