"""Workflows: the steps that each class of change has to pass, shown as they count today and changed as a draft."""

from __future__ import annotations

from copy import deepcopy
from typing import Annotated, Any

from fastapi import APIRouter, Form
from starlette.responses import Response

from ccm.api.routes.items import list_items
from ccm.api.routes.workflows import WorkflowStep, list_workflows
from content_blocks.problem import refuse
from content_blocks.strictness import ORDER
from web_editor.drafts import read_draft, save_draft
from web_editor.showing import show
from web_editor.visit import Visit, visits

routes = APIRouter(prefix="/administration/workflows")

AGAIN = {"HX-Refresh": "true"}


@routes.get("")
def show_workflows(visit: Annotated[Visit, visits()]) -> Response:
    """Every workflow in force, and drafts of those that somebody may change."""
    asking = visit.asking
    drafts = [read_draft(visit, "workflow", it.name) for it in list_items("workflow", asking, "", 50).items]
    may = {it.name for it in drafts if asking.actor.may_change("workflow", it.name)}
    told: dict[str, Any] = {
        "workflows": list_workflows(asking),
        "drafts": drafts,
        "may": may,
        "changes": ORDER[1:],
        "by_id": _by_id,
    }
    return show("workflows.html", visit, **told)


@routes.post("/{name}")
def change_workflow(
    name: str,
    seen: Annotated[str, Form(max_length=64)],
    steps: Annotated[list[str], Form(max_length=40)],
    quorums: Annotated[list[int], Form(max_length=40)],
    days: Annotated[list[str], Form(max_length=40)],
    visit: Annotated[Visit, visits("write", "author")],
    routed: Annotated[list[str] | None, Form(max_length=240)] = None,
) -> Response:
    """Change who is asked about what: a draft, to be submitted like any other."""
    found = read_draft(visit, "workflow", name)
    content = deepcopy(found.content)
    for step, quorum, within in zip(steps, quorums, days, strict=False):
        _say(content, step, quorum, within.strip())
    content["routes"] = {change: _route(content, change, routed or []) for change in ORDER[1:]}
    save_draft(visit, found, content, seen)
    return Response(headers=AGAIN)


def _say(content: dict[str, Any], step: str, quorum: int, days: str) -> None:
    found = next((it for it in content["steps"] if it["id"] == step), None)
    if found is None or not (days == "" or days.isdecimal()):
        raise refuse(step, "request-form", kind="step")
    found["quorum"] = quorum
    found.pop("days", None)
    if days:
        found["days"] = int(days)


def _route(content: dict[str, Any], change: str, routed: list[str]) -> list[str]:
    """The steps that were ticked for a class of change, in the order of steps."""
    return [step["id"] for step in content["steps"] if f"{change}|{step['id']}" in routed]


def _by_id(steps: list[WorkflowStep]) -> dict[str, WorkflowStep]:
    return {step.id: step for step in steps}
