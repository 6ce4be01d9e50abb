"""The files that lie beside a theme: its logos and fonts."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel

from ccm.api.access import Asking, asks
from ccm.api.problems import responses
from ccm.api.routes.items import PICTURES
from ccm.api.tags import UNCHANGED, tagged
from ccm.store.access import refuse_unseen
from ccm.store.saving import newest
from content_blocks.canonical import sha256
from content_blocks.problem import refuse
from templates_store import loading

routes = APIRouter(prefix="/items/theme/{name}/files", tags=["items"])

Name = Annotated[str, Path(pattern=r"^[a-z][a-z0-9-]{0,79}$")]
FilePath = Annotated[str, Path(pattern=r"^(fonts/)?[A-Za-z0-9][A-Za-z0-9_-]*\.[a-z0-9]+$")]
BYTES = "application/octet-stream"


class ThemeFile(BaseModel):
    """A file by its path beside the theme."""

    file: str
    sha256: str
    size: int


@routes.get("", responses=responses(HTTPStatus.NOT_FOUND), summary="Files of a theme")
def list_theme_files(name: Name, asking: Annotated[Asking, asks("read")]) -> list[ThemeFile]:
    """What lies beside a theme as it was saved last."""
    return [
        ThemeFile(file=file, sha256=sha256(content), size=len(content)) for file, content in files(asking, name).items()
    ]


@routes.get(
    "/{file:path}",
    response_class=Response,
    responses={
        **responses(HTTPStatus.NOT_FOUND),
        **UNCHANGED,
        200: {"description": "The file", "content": {BYTES: {"schema": {"type": "string", "format": "binary"}}}},
    },
    summary="Read a file of a theme",
)
def show_theme_file(name: Name, file: FilePath, request: Request, asking: Annotated[Asking, asks("read")]) -> Response:
    """The very bytes."""
    found = files(asking, name)
    if file not in found:
        raise refuse("", "not-there")
    return tagged(request, found[file], PICTURES.get(file.rpartition(".")[2], BYTES))


def files(asking: Asking, name: str) -> dict[str, bytes]:
    """The files beside a theme as it was saved last; raises Refused where there is none of that name to be seen."""
    refuse_unseen(asking.actor, "theme", name)
    with asking.home.reading() as session:
        found = newest(session, asking.home.organisation, "theme", name)
        if found is None:
            raise refuse("", "item-not-known", kind="theme", name=name)
        return loading.files_of(session, found)
