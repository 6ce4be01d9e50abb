"""Items of every kind, and their versions: read, saved, checked, and where they are used."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from http import HTTPStatus
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query, Request, Response
from pydantic import Base64Bytes, BaseModel, ConfigDict, Field, model_validator

from ccm.api.access import Asking, asks
from ccm.api.instants import Instant
from ccm.api.negotiating import preferred
from ccm.api.once import Once
from ccm.api.paging import After, Limit, cursor, place_of
from ccm.api.problems import Fault, fault, language_of, responses
from ccm.api.routes.library import ARCHIVE, ZIP
from ccm.api.sent import Sent
from ccm.api.tags import JSON, UNCHANGED, hash_in, tagged
from ccm.checking import check_template
from ccm.libraries import drafted_items
from ccm.store.access import refuse_unseen, sees
from ccm.store.card_index import cards
from ccm.store.exporting import archive, exported
from ccm.store.listing import State, Version, latest_items, versions_of
from ccm.store.saving import Delivered, newest, save
from ccm.store.where_used import where_used
from content_blocks.dictionary import json_schema
from content_blocks.problem import refuse
from templates_store import loading
from templates_store.choose import Kind as Kind
from templates_store.database import Session
from templates_store.tables import Revision

routes = APIRouter(route_class=Once, prefix="/items/{kind}", tags=["items"])

Name = Annotated[str, Path(pattern=r"^[a-z0-9][a-z0-9_.-]{0,79}(/[a-z0-9][a-z0-9_.-]{0,79})?$")]
YAML = "application/yaml"
PICTURES = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}
AT_ONCE = 100
DELIVERED: dict[int | str, dict[str, Any]] = {
    200: {"description": "The item", "content": {YAML: {"schema": {"type": "string"}}}}
}


class ItemVersion(BaseModel):
    """One version of an item; `state` says whether it was approved, and where in time that puts it."""

    kind: str
    name: str
    version: str
    hash: str
    state: State
    saved_at: Instant
    start: str | None = None
    until: str | None = None


class ItemPage(BaseModel):
    """Some items, and the cursor of the next ones."""

    items: list[ItemVersion]
    next: str | None = None


class Item(ItemVersion):
    """An item with its content as plain data."""

    content: dict[str, Any]


class Saving(Sent):
    """An item to be saved: its text as a file holds it, or a picture in Base64; with a theme the files beside it."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": "template: letter\nversion: '1.0'\n…"}]})

    text: str | None = Field(default=None, max_length=4 << 20)
    picture: Base64Bytes | None = Field(default=None, max_length=6 << 20)
    files: dict[Annotated[str, Field(max_length=80)], Base64Bytes] | None = Field(default=None, max_length=40)

    @model_validator(mode="after")
    def _one_of_both(self) -> Saving:
        if (self.text is None) == (self.picture is None):
            raise ValueError("either text or picture")
        return self

    def bytes(self) -> bytes:
        """What is to be saved."""
        return self.picture if self.picture is not None else str(self.text).encode()


class Use(BaseModel):
    """Something that refers to an item; `title` is what it is called, by language, where it is a letter or wording."""

    kind: str
    name: str
    title: dict[str, str] = {}
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
    found = list(islice(_seen(asking, kind, place_of(after), search), limit + 1))
    page = [shown(it) for it in found[:limit]]
    return ItemPage(items=page, next=cursor(page[-1].name) if len(found) > limit else None)


@routes.get("/{name:path}/versions", responses=responses(HTTPStatus.NOT_FOUND), summary="List versions")
def list_versions(kind: Kind, name: Name, asking: Annotated[Asking, asks("read")]) -> list[ItemVersion]:
    """Every version of an item, the newest first."""
    refuse_unseen(asking.actor, kind, name)
    found = [shown(it) for it in versions_of(asking.home, kind, name)]
    if not found:
        raise refuse("", "item-not-known", kind=kind, name=name)
    return found


@routes.get(
    "/{name:path}/versions/{version}",
    responses={**responses(HTTPStatus.NOT_FOUND), **UNCHANGED, **DELIVERED},
    response_model=Item,
    summary="Read a version of an item",
)
def show_version(
    kind: Kind,
    name: Name,
    version: Annotated[str, Path(pattern=r"^[0-9]{1,6}\.[0-9]{1,6}$", examples=["1.0"])],
    asking: Annotated[Asking, asks("read")],
    request: Request,
    accept: Annotated[str, Header(include_in_schema=False)] = JSON,
) -> Response:
    """What was saved last under a version; as `application/yaml` or a picture the very bytes that were delivered."""
    return _answered(asking, request, kind, name, accept, version)


@routes.get("/{name:path}/uses", responses=responses(HTTPStatus.NOT_FOUND), summary="Where an item is used")
def list_uses(
    kind: Kind, name: Name, asking: Annotated[Asking, asks("read")], after: After = "", limit: Limit = 50
) -> Uses:
    """The approved items that refer to it, and how many recipients the last run of each template reached."""
    refuse_unseen(asking.actor, kind, name)
    found = where_used(asking.home, kind, name, place_of(after), limit)
    with asking.home.reading() as session:
        known = cards(session, asking.home.organisation)
    seen = {key: it.title for key, it in known.items() if sees(asking.actor, *key)}
    titles = [seen.get((use.kind, use.name), {}) for use in found.uses]
    uses = [Use(**asdict(use), title=dict(title)) for use, title in zip(found.uses, titles, strict=True)]
    return Uses(uses=uses, total=found.total, next=cursor(found.next_after) if found.next_after else None)


@routes.get("/{name:path}/schema", responses=responses(HTTPStatus.NOT_FOUND), summary="Schema of the records")
def show_schema(kind: Kind, name: Name, asking: Annotated[Asking, asks("read")]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the records that a template takes."""
    _refuse_all_but_templates(asking, kind, name)
    with asking.home.reading() as session:
        library = drafted_items(asking.home, session, datetime.now(UTC).date())
        return json_schema(library.dictionary(library.template(name).item.dictionary).item)


@routes.get("/{name:path}/check", responses=responses(HTTPStatus.NOT_FOUND), summary="Check a template")
def show_check(kind: Kind, name: Name, request: Request, asking: Annotated[Asking, asks("read")]) -> list[Fault]:
    """Everything that makes the newest draft of a template unfit to be submitted."""
    _refuse_all_but_templates(asking, kind, name)
    today = datetime.now(UTC).date()
    with asking.home.reading() as session:
        library = drafted_items(asking.home, session, today)
        library.template(name)
        return [fault(problem, language_of(request)) for problem in check_template(library, name, today)]


@routes.get(
    "/{name:path}/export",
    response_class=Response,
    responses={**responses(HTTPStatus.NOT_FOUND), **UNCHANGED, **ARCHIVE},
    summary="Export an item",
)
def export_item(kind: Kind, name: Name, request: Request, asking: Annotated[Asking, asks("read")]) -> Response:
    """Its files as a library holds them, byte for byte as they were delivered, in one archive; the newest of each.

    Of a content block these are all versions, of a theme also what lies beside it.
    """
    refuse_unseen(asking.actor, kind, name)
    return tagged(request, archive(exported(asking.home, kind, name)), ZIP)


@routes.get(
    "/{name:path}",
    responses={**responses(HTTPStatus.NOT_FOUND), **UNCHANGED, **DELIVERED},
    response_model=Item,
    summary="Read an item",
)
def show_item(
    kind: Kind,
    name: Name,
    asking: Annotated[Asking, asks("read")],
    request: Request,
    accept: Annotated[str, Header(include_in_schema=False)] = JSON,
) -> Response:
    """What was saved last; as `application/yaml`, a picture as what it is, it is the very bytes that were delivered."""
    return _answered(asking, request, kind, name, accept)


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
    refuse_unseen(asking.actor, kind, name)
    if if_match is None and if_none_match != "*":
        raise refuse("", "if-match-missing")
    expected = "" if if_match is None else hash_in(if_match)
    delivered = Delivered(kind, name, saving.bytes(), _files(asking, kind, name, saving))
    saved = save(asking.home, asking.actor, delivered, expected)
    response.headers["ETag"] = f'"{saved.hash}"'
    return shown(next(it for it in versions_of(asking.home, kind, name) if it.version == saved.version))


def _seen(asking: Asking, kind: Kind, after: str, search: str) -> Iterator[Version]:
    """The newest versions of all items of a kind that are somebody's business, by name."""
    while True:
        found = latest_items(asking.home, kind, after, AT_ONCE, search)
        yield from (it for it in found if sees(asking.actor, kind, it.name))
        if len(found) < AT_ONCE:
            return
        after = found[-1].name


def _answered(asking: Asking, request: Request, kind: Kind, name: str, accept: str, version: str = "") -> Response:
    """An item as data or as it was delivered, with a tag of just that."""
    delivered = _delivered_as(kind, name)
    with asking.home.reading() as session:
        found = _saved_last(session, asking, kind, name, version)
        content = loading.source_of(session, found)
    if preferred(accept, (JSON, delivered)) == delivered:
        return tagged(request, content, delivered, found.hash)
    return tagged(request, _item(asking, kind, found), JSON, found.hash)


def _saved_last(session: Session, asking: Asking, kind: Kind, name: str, version: str = "") -> Revision:
    refuse_unseen(asking.actor, kind, name)
    found = newest(session, asking.home.organisation, kind, name, version)
    if found is None:
        raise refuse("", "item-not-known", kind=kind, name=name)
    return found


def _item(asking: Asking, kind: Kind, found: Revision) -> Item:
    version = next(it for it in versions_of(asking.home, kind, found.name) if it.version == found.version)
    return Item(**shown(version).model_dump(), content=json.loads(found.content))


def _refuse_all_but_templates(asking: Asking, kind: Kind, name: str) -> None:
    refuse_unseen(asking.actor, kind, name)
    if kind != "template":
        raise refuse("", "not-there")


def _delivered_as(kind: Kind, name: str) -> str:
    """The media type of what was delivered for an item."""
    return PICTURES.get(name.rpartition(".")[2], "application/octet-stream") if kind == "asset" else YAML


def _files(asking: Asking, kind: Kind, name: str, saving: Saving) -> dict[str, bytes]:
    """What lies beside a theme; where nothing is sent, what lay beside it before."""
    if kind != "theme" or saving.files is not None:
        return dict(saving.files or {})
    with asking.home.reading() as session:
        before = newest(session, asking.home.organisation, kind, name)
        return loading.files_of(session, before) if before else {}


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
