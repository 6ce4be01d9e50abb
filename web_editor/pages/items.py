"""The library: templates and content blocks, searched and looked at."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from ccm.api.routes.items import list_items, list_uses, list_versions
from web_editor.showing import show
from web_editor.visit import Visit, visits

routes = APIRouter()


@routes.get("/templates")
def show_templates(
    visit: Annotated[Visit, visits()],
    search: Annotated[str, Query(max_length=80)] = "",
    after: Annotated[str, Query(max_length=300)] = "",
) -> Response:
    """Every template one may see, by name."""
    found = list_items("template", visit.asking, after, 50, search)
    return show("templates.html", visit, items=found.items, next=found.next, search=search)


@routes.get("/blocks")
def show_blocks(
    visit: Annotated[Visit, visits()],
    search: Annotated[str, Query(max_length=80)] = "",
    after: Annotated[str, Query(max_length=300)] = "",
) -> Response:
    """Every content block one may see, by name."""
    found = list_items("block", visit.asking, after, 50, search)
    return show("blocks.html", visit, items=found.items, next=found.next, search=search)


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
