"""How items begin and end besides being saved: copied from another, put into the archive, and brought back."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.problems import responses
from ccm.api.routes.change_sets import Reason
from ccm.api.routes.items import ItemVersion, Name, shown
from ccm.api.routes.shelves import Written
from ccm.api.seeing import refuse_unseen_item
from ccm.api.sent import Sent
from ccm.store.archiving import archive, bring_back
from ccm.store.copying import Copy, copy_item
from ccm.store.listing import versions_of
from content_blocks.item import LANGUAGE

routes = APIRouter(route_class=Once, prefix="/items/{kind}", tags=["items"])


class NewCopy(Sent):
    """What a copy is to be called, in which of the languages it is to be, and what it is made of.

    Without `title` it has that of the original, without `languages` all of them.  With `drafted` it is made of what was
    saved last, otherwise of what was approved last, if anything was.
    """

    name: str = Field(pattern=r"^[a-z][a-z0-9-]{0,79}$", examples=["letter-two"])
    title: str = Field(default="", max_length=200)
    languages: list[Annotated[str, Field(pattern=f"^{LANGUAGE.pattern}$", examples=["de"])]] = Field(
        default_factory=list, max_length=40
    )
    drafted: bool = False


class Archived(BaseModel):
    """How many approved versions went out of force with it."""

    retired: int


@routes.post(
    "/{name:path}/copies",
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    summary="Begin as a copy",
)
def begin_as_copy(
    kind: Written, name: Name, new: NewCopy, asking: Annotated[Asking, asks("write", "author")]
) -> ItemVersion:
    """A new item that says the same, as a draft.  What is locked in the original is locked in the copy."""
    refuse_unseen_item(asking, kind, name)
    wanted = Copy(new.name, new.title, tuple(new.languages), new.drafted)
    copy_item(asking.home, asking.actor, kind, name, wanted)
    return shown(versions_of(asking.home, kind, new.name)[0])


@routes.post(
    "/{name:path}/archive",
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    summary="Put into the archive",
)
def put_into_archive(
    kind: Written, name: Name, why: Reason, asking: Annotated[Asking, asks("write", "author", "publisher")]
) -> Archived:
    """Take every approved version out of force, and the item off the shelf; what was never approved only the latter."""
    refuse_unseen_item(asking, kind, name)
    return Archived(retired=archive(asking.home, asking.actor, kind, name, why.reason))


@routes.post(
    "/{name:path}/return",
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    summary="Bring back from the archive",
)
def bring_back_from_archive(
    kind: Written, name: Name, asking: Annotated[Asking, asks("write", "author")]
) -> ItemVersion:
    """Put it on the shelf again; what had been approved is a draft again, and is sent once that is approved."""
    refuse_unseen_item(asking, kind, name)
    bring_back(asking.home, asking.actor, kind, name)
    return shown(versions_of(asking.home, kind, name)[0])
