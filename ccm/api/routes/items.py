"""Items of every kind, and their versions: read, saved, checked, and where they are used."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query, Request, Response
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.paging import After, Limit, cursor, place_of
from ccm.api.problems import Fault, fault, language_of, responses
from ccm.checking import check_template
from ccm.libraries import drafted_items
from ccm.store.listing import Version, latest_items, versions_of
from ccm.store.saving import Delivered, newest, save
from ccm.store.where_used import where_used
from content_blocks.dictionary import json_schema
from content_blocks.problem import refuse
from templates_store import loading
from templates_store.choose import Kind

routes = APIRouter(prefix="/items/{kind}", tags=["items"])

Name = Annotated[str, Path(pattern=r"^[a-z0-9][a-z0-9_.-]{0,79}(/[a-z0-9][a-z0-9_.-]{0,79})?$")]
YAML = "application/yaml"


class ItemVersion(BaseModel):
    """One version of an item; `state` says whether it was approved, and where in time that puts it."""

    kind: str
    name: str
    version: str
    hash: str
    state: str = Field(examples=["in force"])
    saved_at: str
    start: str | None = None
    until: str | None = None


class ItemPage(BaseModel):
    """Some items, and the cursor of the next ones."""

    items: list[ItemVersion]
    next: str | None = None


class Item(ItemVersion):
    """An item with its content as plain data."""

    content: dict[str, Any]


class Saving(BaseModel):
    """An item to be saved: its text as a file holds it."""

    text: str = Field(max_length=4 << 20, examples=["template: letter\nversion: '1.0'\n…"])


class Use(BaseModel):
    """Something that refers to an item."""

    kind: str
    name: str
    version: str
    pinned: str
    reached: int | None


class Uses(BaseModel):
    """Where an item is used."""

    uses: list[Use]
    total: int
    next: str | None = None


@routes.get("", responses=responses(), summary="List items")
def list_items(
    kind: Kind,
    asking: Annotated[Asking, asks("read")],
    after: After = "",
    limit: Limit = 50,
    search: Annotated[str, Query(max_length=80)] = "",
) -> ItemPage:
    """The newest version of each item of a kind, by name."""
    found = latest_items(asking.home, kind, place_of(after), limit + 1, search)
    page = [shown(it) for it in found[:limit]]
    return ItemPage(items=page, next=cursor(page[-1].name) if len(found) > limit else None)


@routes.get("/{name:path}/versions", responses=responses(HTTPStatus.NOT_FOUND), summary="List versions")
def list_versions(kind: Kind, name: Name, asking: Annotated[Asking, asks("read")]) -> list[ItemVersion]:
    """Every version of an item, the newest first."""
    found = [shown(it) for it in versions_of(asking.home, kind, name)]
    if not found:
        raise refuse("", "item-not-known", kind=kind, name=name)
    return found


@routes.get("/{name:path}/uses", responses=responses(HTTPStatus.NOT_FOUND), summary="Where an item is used")
def list_uses(
    kind: Kind, name: Name, asking: Annotated[Asking, asks("read")], after: After = "", limit: Limit = 50
) -> Uses:
    """The approved items that refer to it, and how many recipients the last run of each template reached."""
    found = where_used(asking.home, kind, name, place_of(after), limit)
    uses = [Use(**{slot: getattr(use, slot) for slot in Use.model_fields}) for use in found.uses]
    return Uses(uses=uses, total=found.total, next=cursor(found.next_after) if found.next_after else None)


@routes.get("/{name:path}/schema", responses=responses(HTTPStatus.NOT_FOUND), summary="Schema of the records")
def show_schema(kind: Kind, name: Name, asking: Annotated[Asking, asks("read")]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the records that a template takes."""
    if kind != "template":
        raise refuse("", "not-there")
    with asking.home.reading() as session:
        library = drafted_items(asking.home, session, datetime.now(UTC).date())
        return json_schema(library.dictionary(library.template(name).item.dictionary).item)


@routes.get("/{name:path}/check", responses=responses(HTTPStatus.NOT_FOUND), summary="Check a template")
def show_check(kind: Kind, name: Name, request: Request, asking: Annotated[Asking, asks("read")]) -> list[Fault]:
    """Everything that makes the newest draft of a template unfit to be submitted."""
    if kind != "template":
        raise refuse("", "not-there")
    today = datetime.now(UTC).date()
    with asking.home.reading() as session:
        library = drafted_items(asking.home, session, today)
        library.template(name)
        return [fault(problem, language_of(request)) for problem in check_template(library, name, today)]


@routes.get(
    "/{name:path}",
    responses={
        **responses(HTTPStatus.NOT_FOUND),
        200: {"description": "The item", "content": {YAML: {"schema": {"type": "string"}}}},
    },
    response_model=Item,
    summary="Read an item",
)
def show_item(
    kind: Kind,
    name: Name,
    asking: Annotated[Asking, asks("read")],
    response: Response,
    accept: Annotated[str, Header()] = "application/json",
) -> Item | Response:
    """What was saved last; as `application/yaml` it is the very text that was delivered."""
    with asking.home.reading() as session:
        found = newest(session, asking.home.organisation, kind, name)
        if found is None:
            raise refuse("", "item-not-known", kind=kind, name=name)
        headers = {"ETag": f'"{found.hash}"'}
        if accept.startswith(YAML):
            return Response(loading.source_of(session, found), media_type=YAML, headers=headers)
        response.headers.update(headers)
        version = next(it for it in versions_of(asking.home, kind, name) if it.version == found.version)
        return Item(**shown(version).model_dump(), content=json.loads(found.content))


@routes.put(
    "/{name:path}",
    responses=responses(
        HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED, HTTPStatus.PRECONDITION_REQUIRED
    ),
    summary="Save an item",
)
def save_item(
    kind: Kind,
    name: Name,
    saving: Saving,
    asking: Annotated[Asking, asks("write", "author")],
    response: Response,
    if_match: Annotated[str | None, Header(description="The ETag of what was changed.")] = None,
    if_none_match: Annotated[str | None, Header(description="`*` for an item that is new.")] = None,
) -> ItemVersion:
    """Save a draft.  `If-Match` says what it was made from, so that nobody overwrites what they have not seen."""
    if if_match is None and if_none_match != "*":
        raise refuse("", "if-match-missing")
    expected = "" if if_match is None else if_match.strip().removeprefix("W/").strip('"')
    saved = save(asking.home, asking.actor, Delivered(kind, name, saving.text.encode()), expected)
    response.headers["ETag"] = f'"{saved.hash}"'
    return shown(next(it for it in versions_of(asking.home, kind, name) if it.version == saved.version))


def shown(version: Version) -> ItemVersion:
    """A version as it is answered."""
    return ItemVersion(
        kind=version.kind,
        name=version.name,
        version=version.version,
        hash=version.hash,
        state=version.state,
        saved_at=version.saved_at,
        start=version.start.isoformat() if version.start else None,
        until=version.until.isoformat() if version.until else None,
    )
