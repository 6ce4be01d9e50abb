"""Batches: ordered with their data, followed while they run, and what became of every row."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, date, datetime
from http import HTTPStatus
from pathlib import Path
from secrets import token_hex
from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Request, Response
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, StreamingResponse

from ccm.api.access import Asking, asks
from ccm.api.instants import Day, Instant
from ccm.api.once import Once
from ccm.api.problems import Fault, fault, language_of, responses
from ccm.batch.status import Status
from ccm.store import batches as store
from ccm.store.access import refuse_running, sees
from ccm.store.batches import Batch, State, order_batch, run_folder, start_batch
from content_blocks.problem import refuse

routes = APIRouter(route_class=Once, prefix="/batches", tags=["batches"])

LARGEST_DATA = 4 << 30
"""In bytes: a million statements with sixty bookings each."""
LOOK_SECONDS = 1.0


class Supplement(BaseModel):
    """Rows that were held back and rendered again; `rows` by outcome."""

    name: str
    rows: dict[str, int]
    expected: int | None
    certificate: dict[str, Any] | None = None


class BatchState(BaseModel):
    """A batch and how far it is; `rows` by outcome.  `retrying`: it is finished, and a supplement is being made."""

    id: str
    template: str
    day: Day
    state: State
    rows: dict[str, int]
    expected: int | None
    ordered_by: str
    ordered_at: Instant
    certificate: dict[str, Any] | None = None
    supplements: list[Supplement] = Field(default_factory=list)
    retrying: bool = False
    problems: list[Fault] = Field(default_factory=list, description="Why it could not be run, or run to its end.")


@routes.post(
    "",
    status_code=HTTPStatus.ACCEPTED,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    summary="Order a batch",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {name: {"schema": {"type": "string", "format": "binary"}} for name in store.ENDINGS},
        }
    },
)
async def start_batch_run(
    request: Request,
    asking: Annotated[Asking, asks("batch", "operator")],
    template: Annotated[str, Query(max_length=80)],
    day: Annotated[date | None, Query()] = None,
    channels: Annotated[str, Query(max_length=40)] = "preferred",
    brand: Annotated[str | None, Query(max_length=80)] = None,
    start: Annotated[bool, Query(description="Without, it waits until it is carried on.")] = True,
    content_type: Annotated[str, Header(include_in_schema=False)] = "",
) -> BatchState:
    """The records are the body: CSV, JSON, JSON lines or Parquet.  The run begins at once, in a process of its own."""
    on = day or datetime.now(UTC).date()
    path = await run_in_threadpool(order_batch, asking.home, asking.actor, template, content_type, on, channels, brand)
    await received(request, path)
    found = await run_in_threadpool(start_batch if start else store.batch, asking.home, path.parent.name)
    return shown(found, language_of(request))


async def received(request: Request, path: Path) -> None:
    """Write the body of a request into a file; what was cut off is never taken for all of it."""
    taken = 0
    part = path.with_suffix(f".{token_hex(4)}.part")  # another one may be on its way to the same place
    try:
        with part.open("wb") as file:
            async for piece in request.stream():
                taken += len(piece)
                if taken > LARGEST_DATA:
                    raise refuse("", "request-too-large", megabytes=LARGEST_DATA >> 20)
                await run_in_threadpool(file.write, piece)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@routes.get("", responses=responses(), summary="List batches")
def list_batches(request: Request, asking: Annotated[Asking, asks("batch", "operator", "auditor")]) -> list[BatchState]:
    """Every batch that was ordered here, the newest first."""
    language = language_of(request)
    return [
        shown(it, language) for it in store.batches(asking.home) if sees(asking.actor, "template", it.ordered.template)
    ]


@routes.get("/{batch}", responses=responses(HTTPStatus.NOT_FOUND), summary="Look at a batch")
def show_batch(
    batch: str, request: Request, asking: Annotated[Asking, asks("batch", "operator", "auditor")]
) -> BatchState:
    """How far it is, or how it ended, with its certificate."""
    return shown(seen_batch(asking, batch), language_of(request))


@routes.post(
    "/{batch}/resume",
    status_code=HTTPStatus.ACCEPTED,
    responses=responses(HTTPStatus.NOT_FOUND),
    summary="Carry on a batch",
)
def resume_batch(batch: str, request: Request, asking: Annotated[Asking, asks("batch", "operator")]) -> BatchState:
    """Carry on one that waits or was interrupted; rows that have their outcome keep it."""
    refuse_running(asking.actor, seen_batch(asking, batch).ordered.template)
    return shown(start_batch(asking.home, batch), language_of(request))


@routes.get(
    "/{batch}/events",
    response_class=Response,
    responses={
        **responses(HTTPStatus.NOT_FOUND),
        200: {"description": "Server-sent events", "content": {"text/event-stream": {"schema": {"type": "string"}}}},
    },
    summary="Follow a batch",
)
def follow_batch(
    batch: str, request: Request, asking: Annotated[Asking, asks("batch", "operator", "auditor")]
) -> StreamingResponse:
    """An event with the state whenever it changes; the stream ends when the batch does."""
    seen_batch(asking, batch)
    return StreamingResponse(_events(asking, batch, language_of(request)), media_type="text/event-stream")


@routes.get(
    "/{batch}/quarantine",
    response_class=Response,
    responses={
        **responses(HTTPStatus.NOT_FOUND),
        200: {"description": "JSON lines", "content": {"application/x-ndjson": {"schema": {"type": "string"}}}},
    },
    summary="Rows that were held back",
)
def show_quarantine(batch: str, asking: Annotated[Asking, asks("batch", "operator")]) -> Response:
    """Row, field and reason of everything that was held back, never the value."""
    refuse_running(asking.actor, seen_batch(asking, batch).ordered.template)
    path = run_folder(asking.home, batch).quarantine
    if not path.exists():
        raise refuse("", "batch-unknown")
    return FileResponse(path, media_type="application/x-ndjson")


async def _events(asking: Asking, batch: str, language: str) -> AsyncIterator[str]:
    last = ""
    while True:
        now = shown(await run_in_threadpool(store.batch, asking.home, batch), language)
        text = now.model_dump_json()
        if text != last:
            yield f"event: {now.state}\ndata: {text}\n\n"
            last = text
        if now.state not in ("running", "waiting") and not now.retrying:
            return
        await asyncio.sleep(LOOK_SECONDS)


def seen_batch(asking: Asking, name: str) -> Batch:
    """A batch; raises Refused for one of a template that is none of somebody's business as if there were none."""
    found = store.batch(asking.home, name)
    if not sees(asking.actor, "template", found.ordered.template):
        raise refuse("", "batch-unknown")
    return found


def shown(found: Batch, language: str) -> BatchState:
    """A batch as it is answered."""
    status = found.status
    rows = {str(kind): count for kind, count in status.rows.items()} if status else {}
    return BatchState(
        id=found.ordered.id,
        template=found.ordered.template,
        day=found.ordered.day,
        state=found.state,
        rows=rows,
        expected=status.expected if status else None,
        ordered_by=found.ordered.by,
        ordered_at=found.ordered.at,
        certificate=_plain(status.certificate) if status else None,
        supplements=[_supplement(name, it) for name, it in status.supplements.items()] if status else [],
        retrying=found.retrying,
        problems=[fault(problem, language) for problem in found.problems],
    )


def _supplement(name: str, found: Status) -> Supplement:
    rows = {str(kind): count for kind, count in found.rows.items()}
    return Supplement(name=name, rows=rows, expected=found.expected, certificate=_plain(found.certificate))


def _plain(certificate: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return json.loads(json.dumps(certificate)) if certificate else None
