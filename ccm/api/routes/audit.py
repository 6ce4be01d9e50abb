"""The audit log: read, verified, and its head to be kept elsewhere."""

from __future__ import annotations

import re
from typing import Annotated, Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.instants import Instant
from ccm.api.once import Once
from ccm.api.paging import After, Limit, cursor, place_of
from ccm.api.problems import Fault, fault, language_of, responses
from ccm.api.sent import Sent
from ccm.store.auditing import SignedHead, entries, head, read_head, verify
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
    asking: Annotated[Asking, asks("audit", "auditor")], after: After = "", limit: Limit = 50
) -> EntryPage:
    """Entries in order."""
    place = place_of(after)
    if place and not PLACE.fullmatch(place):
        raise refuse("after", "cursor-unknown")
    found = entries(asking.home, int(place or 0), limit + 1)
    page = [LogEntry(**entry.record()) for entry in found[:limit]]
    return EntryPage(entries=page, next=cursor(str(page[-1].place + 1)) if len(found) > limit else None)


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
