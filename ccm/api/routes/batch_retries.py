"""A corrected file for the rows that a batch holds back: looked at first, and rendered when somebody says so."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Header, Request
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.problems import Fault, fault, language_of, responses
from ccm.api.routes.batches import BatchState, received, seen_batch, shown
from ccm.api.sent import Sent
from ccm.store import batch_retrying
from ccm.store.access import refuse_running
from ccm.store.batches import ENDINGS
from content_blocks.problem import Refused

routes = APIRouter(route_class=Once, prefix="/batches/{batch}/corrected", tags=["batches"])


class FaultyRow(BaseModel):
    """A row of the corrected file that would be held back again."""

    row: int
    id: str | None
    faults: list[Fault]


class CorrectedData(BaseModel):
    """What would become of the rows of a corrected file.

    `again` are held back and would be rendered, `right` of them seem to be right; `done` have their outcome and are
    left alone; `new` have an id that the run has not seen; `open` rows are held back in all.  With anything `against`
    it, none of it is rendered.
    """

    data: str = Field(description="The hash of the file, by which it is started.")
    rows: int
    again: int
    right: int
    done: int
    new: int
    open: int
    faulty: list[FaultyRow]
    against: list[Fault]


class Started(Sent):
    """Which file is meant: the one that was looked at."""

    data: str = Field(pattern="^[0-9a-f]{64}$")


@routes.put(
    "",
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    summary="Send corrected data",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {name: {"schema": {"type": "string", "format": "binary"}} for name in ENDINGS},
        }
    },
)
async def send_corrected_data(
    batch: str,
    request: Request,
    asking: Annotated[Asking, asks("batch", "operator")],
    content_type: Annotated[str, Header(include_in_schema=False)] = "",
) -> CorrectedData:
    """The body is a file with the same columns; it waits, and takes the place of another one that does."""
    await run_in_threadpool(_refuse_foreign, asking, batch)
    path = await run_in_threadpool(batch_retrying.place_for_data, asking.home, batch, content_type)
    await received(request, path)
    await run_in_threadpool(batch_retrying.keep_last, asking.home, batch)
    try:
        return await run_in_threadpool(_looked_at, asking, batch, language_of(request))
    except Refused:  # what cannot be read does not wait
        path.unlink(missing_ok=True)
        raise


@routes.get("", responses=responses(HTTPStatus.NOT_FOUND), summary="Look at corrected data")
def show_corrected_data(
    batch: str, request: Request, asking: Annotated[Asking, asks("batch", "operator")]
) -> CorrectedData:
    """What would become of its rows; nothing is rendered yet."""
    _refuse_foreign(asking, batch)
    return _looked_at(asking, batch, language_of(request))


@routes.delete(
    "", status_code=HTTPStatus.NO_CONTENT, responses=responses(HTTPStatus.NOT_FOUND), summary="Forget corrected data"
)
def drop_corrected_data(batch: str, asking: Annotated[Asking, asks("batch", "operator")]) -> None:
    """It was not the right file; nothing of it was used."""
    _refuse_foreign(asking, batch)
    batch_retrying.drop_pending(asking.home, batch)


@routes.post(
    "/start",
    status_code=HTTPStatus.ACCEPTED,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED),
    summary="Render corrected data",
)
def start_corrected_data(
    batch: str, started: Started, request: Request, asking: Annotated[Asking, asks("batch", "operator")]
) -> BatchState:
    """Only rows that are held back, as a supplement with a certificate of its own; the run itself stays as it is."""
    _refuse_foreign(asking, batch)
    return shown(batch_retrying.retry_pending(asking.home, asking.actor, batch, started.data), language_of(request))


def _refuse_foreign(asking: Asking, batch: str) -> None:
    refuse_running(asking.actor, seen_batch(asking, batch).ordered.template)


def _looked_at(asking: Asking, batch: str, language: str) -> CorrectedData:
    found = batch_retrying.pending(asking.home, batch)
    plan = found.plan
    counts = {name: getattr(plan, name) for name in ("rows", "again", "right", "done", "new", "open")}
    return CorrectedData(
        data=found.data,
        **counts,
        faulty=[
            FaultyRow(row=it.row, id=it.id, faults=[fault(problem, language) for problem in it.problems])
            for it in plan.faulty
        ],
        against=[fault(problem, language) for problem in plan.against],
    )
