"""Columns of a batch, and the rows it held back: looked at, corrected, rendered again; and its proof."""

from __future__ import annotations

from http import HTTPStatus
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel, Field
from starlette.responses import FileResponse

from ccm.api.access import Asking, asks
from ccm.api.once import Once
from ccm.api.paging import Limit
from ccm.api.problems import Fault, fault, language_of, responses
from ccm.api.routes.batches import BatchState, seen_batch, shown
from ccm.api.sent import Sent
from ccm.batch.held import Held
from ccm.store import batch_columns, batch_fixing
from ccm.store.access import refuse_running
from ccm.store.batch_fixing import Correction
from ccm.store.batches import Batch, day_of, run_folder
from content_blocks.problem import Problem, Refused, refuse

routes = APIRouter(route_class=Once, prefix="/batches/{batch}", tags=["batches"])

FieldPath = Annotated[str, Field(max_length=300)]
Number = Annotated[int, Path(ge=0, le=10_000_000)]


class DataField(BaseModel):
    """A field of the data dictionary that a column can hold."""

    path: str
    label: dict[str, str]
    type: str
    required: bool


class DataColumn(BaseModel):
    """A column with some of its values, and the field it is said to hold: chosen, or guessed."""

    name: str
    examples: list[str]
    field: str
    certain: bool


class Columns(BaseModel):
    """The columns of the data, and the fields there are."""

    columns: list[DataColumn]
    fields: list[DataField]


class Chosen(Sent):
    """For columns the field each one holds, nothing for a column that is to be left out."""

    columns: dict[Annotated[str, Field(max_length=300)], FieldPath] = Field(max_length=2000)


class HeldRow(BaseModel):
    """A row that is held back: of the run (`supplement` 0) or of a supplement that tried it again."""

    supplement: int
    row: int
    id: str | None
    faults: list[Fault]


class HeldRows(BaseModel):
    """Some rows, how many there are, and the number of the next one in the list."""

    rows: list[HeldRow]
    total: int
    next: int | None = None


class RowValues(HeldRow):
    """A row that is held back, with its single values by the paths of fields; none where it could not be read."""

    values: dict[str, str]


class RowCorrection(Sent):
    """What is to stand in a row instead, by the paths of fields."""

    supplement: int = Field(default=0, ge=0, le=10_000)
    row: int = Field(ge=1)
    values: dict[FieldPath, Annotated[str, Field(max_length=10_000)]] = Field(min_length=1, max_length=200)


class Corrections(Sent):
    """Rows corrected by hand."""

    rows: list[RowCorrection] = Field(min_length=1, max_length=200)


class VerifiedBatch(BaseModel):
    """Whether everything is there as the certificates say, and all that is not."""

    right: bool
    problems: list[Fault]


@routes.get("/columns", responses=responses(HTTPStatus.NOT_FOUND), summary="Columns of the data")
def list_columns(batch: str, asking: Annotated[Asking, asks("batch", "operator")]) -> Columns:
    """The columns in their order, each with the field it is said to hold, and every field there is."""
    found = _running(asking, batch)
    dictionary = batch_columns.dictionary_of(asking.home, found.ordered.template, day_of(found))
    columns = batch_columns.columns(asking.home, batch, dictionary)
    return Columns(
        columns=[
            DataColumn(name=it.name, examples=list(it.examples), field=it.field, certain=it.certain) for it in columns
        ],
        fields=[
            DataField(path=path, label=dict(it.label), type=it.type, required=it.required)
            for path, it in batch_columns.fields(dictionary).items()
        ],
    )


@routes.put(
    "/columns",
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    summary="Map columns to fields",
)
def map_columns(batch: str, chosen: Chosen, asking: Annotated[Asking, asks("batch", "operator")]) -> None:
    """Say which fields the columns hold, before the batch begins; the run keeps the mapping."""
    found = _running(asking, batch)
    dictionary = batch_columns.dictionary_of(asking.home, found.ordered.template, day_of(found))
    batch_columns.choose_columns(asking.home, batch, chosen.columns, dictionary)


@routes.get("/held", responses=responses(HTTPStatus.NOT_FOUND), summary="List rows that are held back still")
def list_held_rows(
    batch: str,
    request: Request,
    asking: Annotated[Asking, asks("batch", "operator")],
    after: Annotated[int, Query(ge=0, description="The `next` of the page before.")] = 0,
    limit: Limit = 50,
) -> HeldRows:
    """Row, field and reason, never the value; without those that a supplement has rendered meanwhile."""
    _running(asking, batch)
    found = list(batch_fixing.held_back(asking.home, batch))
    page = [_row(it, language_of(request)) for it in islice(found, after, after + limit)]
    return HeldRows(rows=page, total=len(found), next=after + limit if len(found) > after + limit else None)


@routes.get(
    "/held/{supplement}/{row}", responses=responses(HTTPStatus.NOT_FOUND), summary="Look at a row that is held back"
)
def show_held_row(
    batch: str, supplement: Number, row: Number, request: Request, asking: Annotated[Asking, asks("batch", "operator")]
) -> RowValues:
    """With its values, for whoever may send them."""
    _running(asking, batch)
    entry, values = batch_fixing.values_of(asking.home, batch, supplement, row)
    return RowValues(**_row(entry, language_of(request)).model_dump(), values=values)


@routes.post(
    "/corrections",
    status_code=HTTPStatus.ACCEPTED,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    summary="Correct rows that are held back",
)
def correct_rows(
    batch: str, corrections: Corrections, request: Request, asking: Annotated[Asking, asks("batch", "operator")]
) -> BatchState:
    """They are rendered again, as a supplement with a certificate of its own; the run itself stays as it is."""
    _running(asking, batch)
    rows = [Correction(it.supplement, it.row, it.values) for it in corrections.rows]
    return shown(batch_fixing.correct(asking.home, asking.actor, batch, rows), language_of(request))


@routes.get(
    "/certificate",
    response_class=Response,
    responses={
        **responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
        200: {"description": "JSON", "content": {"application/json": {"schema": {"type": "object"}}}},
    },
    summary="Certificate of a batch",
)
def show_batch_certificate(
    batch: str,
    asking: Annotated[Asking, asks("batch", "operator", "auditor")],
    supplement: Annotated[int, Query(ge=0, le=10_000)] = 0,
) -> Response:
    """The very bytes of the certificate of the run, or of a supplement."""
    seen_batch(asking, batch)
    first = run_folder(asking.home, batch)
    path = (first.supplement(supplement) if supplement else first).certificate
    if not path.exists():
        raise refuse("", "batch-unfinished" if supplement <= len(first.supplements()) else "batch-unknown")
    return FileResponse(path, media_type="application/json")


@routes.post("/verify", responses=responses(HTTPStatus.NOT_FOUND), summary="Verify a batch")
def verify_batch(
    batch: str, request: Request, asking: Annotated[Asking, asks("batch", "operator", "auditor")]
) -> VerifiedBatch:
    """Hold every file against the certificates."""
    seen_batch(asking, batch)
    try:
        problems = batch_fixing.verified(asking.home, batch)
    except Refused as refused:
        problems = list(refused.problems)
    told = [fault(Problem(it.where.rpartition("/")[2], it.code, it.params), language_of(request)) for it in problems]
    return VerifiedBatch(right=not told, problems=told)


def _running(asking: Asking, batch: str) -> Batch:
    """A batch that somebody may run; raises Refused for any other."""
    found = seen_batch(asking, batch)
    refuse_running(asking.actor, found.ordered.template)
    return found


def _row(entry: Held, language: str) -> HeldRow:
    problems = dict.fromkeys(
        (str(it["field"]), str(it["code"]), tuple(sorted(it["params"].items()))) for it in entry.faults
    )
    faults = [fault(Problem(where, code, dict(params)), language) for where, code, params in problems]
    return HeldRow(supplement=entry.supplement, row=entry.row, id=entry.id, faults=faults)
