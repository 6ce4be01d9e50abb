"""Batches: started from a file, followed while they run, and what became of every row."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query
from starlette.responses import Response

from ccm.api.routes.batch_retries import (
    CorrectedData,
    Started,
    drop_corrected_data,
    show_corrected_data,
    start_corrected_data,
)
from ccm.api.routes.batch_rows import (
    Chosen,
    Columns,
    Corrections,
    RowCorrection,
    correct_rows,
    list_columns,
    list_held_rows,
    map_columns,
    show_held_row,
    verify_batch,
)
from ccm.api.routes.batches import BatchState, list_batches, resume_batch, show_batch
from ccm.api.routes.items import list_items
from content_blocks.document import CHANNELS
from content_blocks.problem import Refused
from web_editor.showing import show
from web_editor.visit import Visit, visits

routes = APIRouter(prefix="/batches")

MOST = 50
AGAIN = {"HX-Refresh": "true"}
NAMES = 200
Texts = Annotated[list[str], Form(max_length=2000)]


@routes.get("")
def show_batches(visit: Annotated[Visit, visits("batch", "operator", "auditor")]) -> Response:
    """Every batch, the newest first, and the form for a new one."""
    asking = visit.asking
    may = asking.actor.has("operator")
    templates = list_items("template", asking, "", NAMES).items if may else []
    return show(
        "batches.html",
        visit,
        batches=list_batches(visit.request, asking),
        templates=[it for it in templates if asking.actor.operates("template", it.name)],
        brands=list_items("theme", asking, "", NAMES).items if may else [],
        channels=CHANNELS,
        today=datetime.now(UTC).date().isoformat(),
    )


@routes.get("/{batch}")
def show_one(
    batch: str,
    visit: Annotated[Visit, visits("batch", "operator", "auditor")],
    after: Annotated[int, Query(ge=0)] = 0,
) -> Response:
    """A batch: its columns while it waits, how far it is while it runs, and then what became of it."""
    asking, request = visit.asking, visit.request
    found = show_batch(batch, request, asking)
    may = asking.actor.operates("template", found.template)
    told: dict[str, Any] = {"columns": None, "held": None, "open_fields": [], "corrected": None}
    if may and found.state in ("waiting", "failed"):
        told["columns"] = list_columns(batch, asking)
        told["open_fields"] = open_fields(told["columns"])
    if may and found.state == "finished":
        told["held"] = list_held_rows(batch, request, asking, after, MOST)
        told["corrected"] = None if found.retrying else _corrected(batch, visit)
    return show("batch.html", visit, batch=found, may=may, done=done(found), after=after, **told)


@routes.post("/{batch}/start")
def start(
    batch: str,
    visit: Annotated[Visit, visits("batch", "operator")],
    columns: Annotated[list[str] | None, Form(max_length=2000)] = None,
    fields: Annotated[list[str] | None, Form(max_length=2000)] = None,
) -> Response:
    """Say what the columns hold, and begin."""
    chosen = dict(zip(columns or [], fields or [], strict=False))
    if chosen:
        map_columns(batch, Chosen(columns=chosen), visit.asking)
    resume_batch(batch, visit.request, visit.asking)
    return Response(headers=AGAIN)


@routes.get("/{batch}/held/{supplement}/{row}")
def show_row(batch: str, supplement: int, row: int, visit: Annotated[Visit, visits("batch", "operator")]) -> Response:
    """A row that is held back, as a form with its values."""
    found = show_held_row(batch, supplement, row, visit.request, visit.asking)
    faulty = dict.fromkeys(it.where for it in found.faults if it.where)
    return show("part/held_row.html", visit, batch=batch, row=found, faulty=list(faulty))


@routes.post("/{batch}/corrections")
def correct(
    batch: str,
    supplement: Annotated[int, Form(ge=0)],
    row: Annotated[int, Form(ge=1)],
    paths: Texts,
    values: Texts,
    before: Texts,
    visit: Annotated[Visit, visits("batch", "operator")],
) -> Response:
    """Correct a row and render it again; of what was right only that counts which was changed."""
    pairs = zip(paths, values, before, strict=False)
    changed = {path: value for path, value, old in pairs if value != old}
    fixed = RowCorrection.model_construct(supplement=supplement, row=row, values=changed)
    correct_rows(batch, Corrections.model_construct(rows=[fixed]), visit.request, visit.asking)
    return Response(headers=AGAIN)


@routes.post("/{batch}/verify")
def verify(batch: str, visit: Annotated[Visit, visits("batch", "operator", "auditor")]) -> Response:
    """Hold every file against the certificates."""
    return show("part/verified_batch.html", visit, found=verify_batch(batch, visit.request, visit.asking))


@routes.post("/{batch}/corrected")
def render_corrected(
    batch: str, data: Annotated[str, Form(max_length=64)], visit: Annotated[Visit, visits("batch", "operator")]
) -> Response:
    """Render the rows of the corrected file that was looked at."""
    start_corrected_data(batch, Started.model_construct(data=data), visit.request, visit.asking)
    return Response(headers=AGAIN)


@routes.delete("/{batch}/corrected")
def forget_corrected(batch: str, visit: Annotated[Visit, visits("batch", "operator")]) -> Response:
    """It was not the right file."""
    drop_corrected_data(batch, visit.asking)
    return Response(headers=AGAIN)


def _corrected(batch: str, visit: Visit) -> CorrectedData | None:
    """The corrected file that waits, looked at; none where none does."""
    try:
        return show_corrected_data(batch, visit.request, visit.asking)
    except Refused:
        return None


def done(found: BatchState) -> int:
    """How many rows have their outcome."""
    return sum(found.rows.values())


def open_fields(found: Columns) -> list[str]:
    """Fields that have to be there and that no column holds, neither by itself nor as part of a group."""
    held = {column.field for column in found.columns}
    return [it.path for it in found.fields if it.required and not held & {it.path, it.path.partition(".")[0]}]
