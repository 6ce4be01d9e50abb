"""What uses a field of a data dictionary: to be looked at before it is renamed or removed."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel

from ccm.api.access import Asking, asks
from ccm.api.problems import Fault, fault, language_of, responses
from ccm.store.field_uses import field_uses

routes = APIRouter(prefix="/items/dictionary/{name}/field-uses", tags=["items"])


class UsedField(BaseModel):
    """A template that uses a field: what would be wrong with its draft without it, and its personas that hold it."""

    template: str
    faults: list[Fault]
    personas: list[str]


class UsesOfField(BaseModel):
    """Where a field is used; `against` is what the data dictionary itself would lack."""

    uses: list[UsedField]
    against: list[Fault]


@routes.get("", responses=responses(HTTPStatus.NOT_FOUND), summary="What uses a field")
def list_field_uses(
    name: Annotated[str, Path(pattern=r"^[a-z][a-z0-9-]{0,79}$")],
    path: Annotated[str, Query(max_length=300, examples=["account.transactions[].amount"])],
    request: Request,
    asking: Annotated[Asking, asks("read")],
) -> UsesOfField:
    """Everything that the checks would find in drafts without this field, and do not find with it."""
    language = language_of(request)
    found = field_uses(asking.home, asking.actor, name, path, datetime.now(UTC).date())
    return UsesOfField(
        uses=[
            UsedField(
                template=it.template,
                faults=[fault(problem, language) for problem in it.problems],
                personas=list(it.personas),
            )
            for it in found.uses
        ],
        against=[fault(problem, language) for problem in found.against],
    )
