"""Workflows in force: the steps that each class of change has to pass."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.problems import responses
from ccm.store.workflows import in_force

routes = APIRouter(prefix="/workflows", tags=["workflows"])


class WorkflowStep(BaseModel):
    """A question that some different people have to answer with yes, within some days."""

    id: str
    title: dict[str, str]
    question: dict[str, str]
    quorum: int
    days: int | None


class WorkflowInForce(BaseModel):
    """A workflow as it counts today."""

    workflow: str
    version: str
    title: dict[str, str]
    steps: list[WorkflowStep]
    routes: dict[str, list[str]] = Field(description="For a class of change its steps; all of them for any other.")


@routes.get("", responses=responses(), summary="List workflows in force")
def list_workflows(asking: Annotated[Asking, asks("read")]) -> list[WorkflowInForce]:
    """What a change has to pass today, by workflow; the founding one counts until another was approved."""
    found = in_force(asking.home, datetime.now(UTC).date())
    return [WorkflowInForce.model_validate(it.model_dump()) for it in found]
