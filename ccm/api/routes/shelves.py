"""Shelves: templates and content blocks to be looked through, filtered, searched word by word and sorted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field

from ccm.api.access import Asking, asks
from ccm.api.instants import Instant
from ccm.api.once import Once
from ccm.api.paging import After, Limit, cursor, place_of
from ccm.api.problems import responses
from ccm.store.access import refuse_unseen
from ccm.store.copying import copied_from
from ccm.store.listing import State
from ccm.store.shelves import Entry, Order, Where, Wish, on_shelf, shelf
from content_blocks.document import ChannelName
from content_blocks.item import LANGUAGE
from content_blocks.problem import refuse

routes = APIRouter(route_class=Once, prefix="/shelves", tags=["items"])

Written = Literal["template", "block"]
FOLDER = r"^([a-z][a-z0-9-]{0,79})?$"


class ShelfFilter(BaseModel):
    """Which part of a shelf is wanted, and in which order."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    search: str = Field(default="", max_length=80, description="Words that all have to be in name, title or texts.")
    folder: str = Field(default="", pattern=FOLDER, description="The beginning of names, without the dash after it.")
    where: Where | None = Field(
        default=None, description="Without it everything but the archive; `ending` and `coming` look 90 days ahead."
    )
    document_class: str = Field(default="", alias="class", max_length=80)
    owner: str = Field(default="", max_length=120, description="Of a template that is the owner of its class.")
    missing: str = Field(
        default="",
        pattern=f"^({LANGUAGE.pattern})?$",
        description="A language in which something is missing or stale.",
    )
    channel: ChannelName | Literal[""] = ""
    by: str = Field(default="", max_length=60, description="The login of who saved it last.")
    sort: Order = "title"
    backwards: bool = False
    language: str = Field(default="en", pattern=f"^{LANGUAGE.pattern}$", description="In which titles are sorted.")

    def wish(self) -> Wish:
        """What the use case is asked for."""
        return Wish(order=self.sort, **{name: getattr(self, name) for name in SAME})


SAME = ("search", "folder", "where", "document_class", "owner", "missing", "channel", "by", "backwards", "language")


class Excerpt(BaseModel):
    """Where in its texts a word was found that is neither in its name nor its title."""

    before: str
    found: str
    after: str


class ShelfItem(BaseModel):
    """An item at a glance: what was saved last of it, and what of it goes out.

    `state` is that of what was saved last.  `due` is the day by which somebody has to see to it: it ends with nothing
    after it, or has to be looked at again.  `gaps` are its languages in which a text is missing or stale.
    """

    kind: Written
    name: str
    title: dict[str, str] = Field(examples=[{"en": "Invoice", "de": "Rechnung"}])
    version: str
    hash: str
    opening: dict[str, str] = Field(description="How it begins to speak, by language.")
    state: State
    archived: bool
    in_force: str | None = Field(description="The version that goes out today.")
    ends: date | None
    coming: str | None = Field(description="The next version, approved for a later day.")
    begins: date | None
    due: date | None
    document_class: str
    class_title: dict[str, str]
    owner: str
    channels: list[str]
    languages: list[str]
    gaps: list[str]
    saved_by: str
    saved_at: Instant
    uses: int = Field(description="How many approved items refer to it.")
    excerpt: Excerpt | None
    copy_of: str = Field(default="", description="What it began as a copy of; told of one item only.")

    def called(self, language: str) -> str:
        """Its title in a language, or else in the one it was written in first."""
        return _spoken(self.title, language) or self.name

    def classed(self, language: str) -> str:
        """What its document class is called."""
        return _spoken(self.class_title, language) or self.document_class

    def begins_with(self, language: str) -> str:
        """How it begins to speak in a language, or else in the one it was written in first."""
        return _spoken(self.opening, language)


class ShelfFolder(BaseModel):
    """What several names begin with, and how many of what was found lies there."""

    name: str
    count: int


class ShelfClass(BaseModel):
    """A document class that something on the shelf is of."""

    name: str
    title: dict[str, str]


class ShelfPage(BaseModel):
    """A part of a shelf, the folders in the one that is open, and what there is to filter by."""

    items: list[ShelfItem]
    total: int
    next: str | None
    folders: list[ShelfFolder]
    path: list[str] = Field(description="The folders that one goes through to the open one, which is the last.")
    classes: list[ShelfClass]
    owners: list[str]
    languages: list[str]
    archived: int = Field(description="How many lie in the archive.")


@routes.get("/{kind}", responses=responses(), summary="Look through a shelf")
def browse_shelf(
    kind: Written,
    asking: Annotated[Asking, asks("read")],
    wanted: Annotated[ShelfFilter, Query()],
    after: After = "",
    limit: Limit = 50,
) -> ShelfPage:
    """Templates or content blocks by what they are, where they stand and every word that they say."""
    start = _start(after)
    found = shelf(asking.home, asking.actor, kind, wanted.wish(), start, limit)
    end = start + len(found.entries)
    return ShelfPage(
        items=[_item(kind, it) for it in found.entries],
        total=found.total,
        next=cursor(str(end)) if end < found.total else None,
        folders=[ShelfFolder(name=it.name, count=it.count) for it in found.folders],
        path=list(found.path),
        classes=[ShelfClass(name=name, title=dict(title)) for name, title in found.choices.classes.items()],
        owners=list(found.choices.owners),
        languages=list(found.choices.languages),
        archived=found.choices.archived,
    )


@routes.get("/{kind}/{name}", responses=responses(HTTPStatus.NOT_FOUND), summary="One item at a glance")
def show_on_shelf(
    kind: Written,
    name: Annotated[str, Path(pattern=r"^[a-z][a-z0-9-]{0,79}$")],
    asking: Annotated[Asking, asks("read")],
) -> ShelfItem:
    """A template or content block as it stands on its shelf, also one in the archive."""
    refuse_unseen(asking.actor, kind, name)
    found = _item(kind, on_shelf(asking.home, asking.actor, kind, name))
    return found.model_copy(update={"copy_of": copied_from(asking.home, asking.actor, kind, name)})


def _spoken(words: Mapping[str, str], language: str) -> str:
    return words.get(language) or words.get("") or next(iter(words.values()), "")


def _start(after: str) -> int:
    place = place_of(after)
    if not place:
        return 0
    if not place.isascii() or not place.isdecimal() or len(place) > len("1000000"):
        raise refuse("after", "cursor-unknown")
    return int(place)


def _item(kind: Written, found: Entry) -> ShelfItem:
    card, standing = found.card, found.approved
    return ShelfItem(
        kind=kind,
        name=card.name,
        title=dict(card.title),
        version=card.version,
        hash=card.hash,
        opening=dict(card.opening),
        state=found.state,
        archived=found.archived,
        in_force=standing.in_force or None,
        ends=standing.ends,
        coming=standing.coming or None,
        begins=standing.begins,
        due=found.due,
        document_class=card.document_class,
        class_title=dict(found.class_title),
        owner=found.owner,
        channels=list(found.channels),
        languages=list(card.languages),
        gaps=sorted(card.gaps),
        saved_by=found.saved_by,
        saved_at=card.saved_at,
        uses=found.uses,
        excerpt=Excerpt(**dict(zip(("before", "found", "after"), found.excerpt, strict=True)))
        if found.excerpt
        else None,
    )
