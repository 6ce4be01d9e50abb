"""The audit log: read, verified, and its head to be kept elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field
from starlette.responses import StreamingResponse

from ccm.api.access import Asking, asks
from ccm.api.instants import Instant
from ccm.api.once import Once
from ccm.api.paging import After, Limit, cursor, place_of
from ccm.api.problems import Fault, fault, language_of, responses
from ccm.api.sent import Sent
from ccm.store.auditing import SignedHead, export, head, read_head, verify
from ccm.store.auditing_search import Search, search_log
from content_blocks.problem import refuse

routes = APIRouter(route_class=Once, prefix="/audit", tags=["audit"])


PLACE = re.compile(r"[0-9]{1,15}")


class LogEntry(BaseModel):
    """An entry as it was hashed."""

    place: int
    at: Instant
    person: str | None
    what: str
    details: dict[str, Any]


class EntryPage(BaseModel):
    """Some entries, and the cursor of the next ones."""

    entries: list[LogEntry]
    next: str | None = None


class Head(Sent):
    """A signed head: the log at a size.  Kept elsewhere, it shows later whether anything under it was changed."""

    log: str = Field(max_length=60)
    size: int
    root: str = Field(max_length=64)
    at: str = Field(max_length=40)
    public_key: str = Field(max_length=64)
    signature: str = Field(max_length=128)


class Verified(BaseModel):
    """Whether the log is as it was written, and everything that is not."""

    right: bool
    problems: list[Fault]


@routes.get("/entries", responses=responses(), summary="Read the log")
def list_entries(
    asking: Annotated[Asking, asks("audit", "auditor")],
    after: After = "",
    limit: Limit = 50,
    person: Annotated[str, Query(max_length=60, description="The login of who did it.")] = "",
    what: Annotated[str, Query(max_length=60, examples=["published"])] = "",
    text: Annotated[str, Query(max_length=120, description="Part of the details, such as a name of an item.")] = "",
    first: Annotated[date | None, Query(description="A day in UTC, this one included.")] = None,
    last: Annotated[date | None, Query(description="A day in UTC, this one included.")] = None,
    order: Annotated[Literal["oldest", "newest"], Query(description="Which come first.")] = "oldest",
) -> EntryPage:
    """Entries in order, all of them or those that are looked for."""
    place = place_of(after)
    if place and not PLACE.fullmatch(place):
        raise refuse("after", "cursor-unknown")
    search = Search(person, what, text, first, last)
    found = search_log(asking.home, search, int(place) if place else None, limit + 1, newest_first=order == "newest")
    page = [LogEntry(**entry.record()) for entry in found[:limit]]
    return EntryPage(entries=page, next=cursor(str(found[limit].place)) if len(found) > limit else None)


@routes.get(
    "/export",
    response_class=Response,
    responses={
        **responses(),
        200: {"description": "JSON lines", "content": {"application/x-ndjson": {"schema": {"type": "string"}}}},
    },
    summary="Export the log",
)
def export_log(asking: Annotated[Asking, asks("audit", "auditor")]) -> StreamingResponse:
    """All entries as JSON lines, the bytes that were hashed; with a head they can be proved anywhere."""
    return StreamingResponse(_lines(asking), media_type="application/x-ndjson")


@routes.get("/head", responses=responses(), summary="The newest head")
def show_head(asking: Annotated[Asking, asks("audit", "auditor")]) -> Head:
    """The newest signed head, to be kept where whoever runs this server cannot write."""
    return Head(**head(asking.home).data())


@routes.post("/verify", responses=responses(), summary="Verify the log")
def verify_log(heads: list[Head], request: Request, asking: Annotated[Asking, asks("audit", "auditor")]) -> Verified:
    """Check every entry, head, decision and publication, also against heads that were kept elsewhere."""
    kept: list[SignedHead] = [read_head(it.model_dump_json().encode()) for it in heads]
    problems = [fault(problem, language_of(request)) for problem in verify(asking.home, kept)]
    return Verified(right=not problems, problems=problems)


def _lines(asking: Asking) -> Iterator[str]:
    return (f"{line}\n" for line in export(asking.home))
