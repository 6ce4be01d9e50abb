"""The library as a whole: every item as a file in one archive, out of the store and into it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Body, Request, Response
from pydantic import BaseModel

from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.problems import responses
from ccm.api.tags import UNCHANGED, tagged
from ccm.store.exporting import archive, exported_library
from ccm.store.importing import import_archive

routes = APIRouter(route_class=Once, prefix="/library", tags=["items"])

ZIP = "application/zip"
ARCHIVE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The files", "content": {ZIP: {"schema": {"type": "string", "format": "binary"}}}}
}
"""For the document: an answer that is an archive."""


class Imported(BaseModel):
    """An item of an archive; `new` unless the store had the very same already."""

    kind: str
    name: str
    version: str
    hash: str
    new: bool


@routes.get(
    "", response_class=Response, responses={**responses(), **UNCHANGED, **ARCHIVE}, summary="Export the library"
)
def export_library(request: Request, asking: Annotated[Asking, asks("read")]) -> Response:
    """What was saved last of every item that is your business, as a library's folder in a ZIP, byte for byte."""
    return tagged(request, archive(exported_library(asking.home, asking.actor)), ZIP)


@routes.post("", status_code=HTTPStatus.CREATED, responses=responses(HTTPStatus.CONFLICT), summary="Import a library")
def import_library(
    content: Annotated[bytes, Body(media_type=ZIP)], asking: Annotated[Asking, asks("write")]
) -> list[Imported]:
    """Save every item of a library's folder in a ZIP as a draft: all of them, or none.

    No approval comes in with a file, and what the store has already stays as it is.
    """
    saved = import_archive(asking.home, asking.actor, content)
    return [Imported(kind=it.kind, name=it.name, version=it.version, hash=it.hash, new=it.new) for it in saved]
