"""Workflows: the steps that each class of change has to pass, shown as they count today and changed as a draft."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter
from starlette.responses import Response

from ccm.api.routes.items import Item, Saving, list_items, list_versions, save_item
from ccm.api.routes.people import list_people
from ccm.api.routes.workflows import WorkflowStep, list_workflows
from ccm.store.workflows import founding_content
from content_blocks.problem import Refused
from content_blocks.yaml_source import write_yaml
from web_editor.drafts import next_version, read_draft
from web_editor.forms.acting import act as acted
from web_editor.posted import PostedForm
from web_editor.samples import Fault, faults
from web_editor.showing import show
from web_editor.visit import Visit, visits
from web_editor.workflow_form import CHANGES, Content, as_item, form, with_passes, written

routes = APIRouter(prefix="/administration/workflows")


@routes.get("")
def show_workflows(visit: Annotated[Visit, visits()]) -> Response:
    """Every workflow in force, with who answers its steps, and what is drafted of them."""
    asking = visit.asking
    found = list_workflows(asking)
    drafted = {it.name: it for it in list_items("workflow", asking, "", 50).items}
    names = {it.workflow for it in found} | drafted.keys()
    told: dict[str, Any] = {
        "workflows": found,
        "drafted": drafted,
        "only_drafted": sorted(drafted.keys() - {it.workflow for it in found}),
        "may": {name for name in names if asking.actor.may_change("workflow", name)},
        "changes": CHANGES,
        "by_id": _by_id,
        "answering": answering(visit),
    }
    return show("workflows.html", visit, **told)


@routes.get("/{name}")
def show_workflow(name: str, visit: Annotated[Visit, visits()]) -> Response:
    """A workflow as a form."""
    found = _read(visit, name)
    versions = list_versions("workflow", name, visit.asking) if found.hash else []
    content = with_passes(found.content)
    return show("workflow.html", visit, versions=versions, **_form(visit, found, content, found.hash))


@routes.post("/{name}")
def change_workflow(name: str, posted: PostedForm, visit: Annotated[Visit, visits("write", "author")]) -> Response:
    """Do something to the form, or save what it says as a draft, to be submitted like any other."""
    found, act, seen = _read(visit, name), posted.get("act", ""), posted.get("seen", "")
    content = written(posted, found.content)
    told: list[Fault] = []
    if act == "save":
        try:
            _save(visit, found, as_item(content), seen)
            return Response(headers={"HX-Redirect": f"/administration/workflows/{name}"})
        except Refused as refused:
            told = faults(refused.problems, visit)
    content = acted(content, act) if " " in act else content
    status = HTTPStatus.UNPROCESSABLE_ENTITY if told else HTTPStatus.OK
    return show("part/workflow_form.html", visit, status, did=act, **_form(visit, found, content, seen, told))


def answering(visit: Visit) -> dict[str, list[str]] | None:
    """Who holds the role of reviewer for each step; none for whom that is not to be told."""
    if not visit.asking.actor.has("admin", "auditor"):
        return None
    found: dict[str, list[str]] = {}
    for person in list_people(visit.asking):
        for role in person.roles:
            if role.role == "reviewer" and not person.disabled:
                found.setdefault(role.step, []).append(person.name)
    return found


def _read(visit: Visit, name: str) -> Item:
    """What was saved last; the founding workflow stands in for one that nobody has saved."""
    try:
        return read_draft(visit, "workflow", name)
    except Refused:
        content = founding_content()
        if name != content["workflow"]:
            raise
    nothing: dict[str, Any] = {"hash": "", "state": "draft", "saved_at": "", "version": "1.0"}
    return Item.model_construct(kind="workflow", name=name, content=content, start=None, until=None, **nothing)


def _save(visit: Visit, found: Item, content: Content, seen: str) -> None:
    saving = Saving(text=write_yaml({**content, "version": next_version(found)}))
    told = {"if_match": f'"{seen}"'} if found.hash else {"if_none_match": "*"}
    save_item("workflow", found.name, saving, visit.asking, Response(), **told)


def _form(visit: Visit, found: Item, content: Content, seen: str, told: list[Fault] | None = None) -> dict[str, Any]:
    return {
        "item": found,
        "seen": seen,
        "fields": form(content),
        "ticked": [step.get("passes") or [False] * len(CHANGES) for step in content["steps"]],
        "ids": [str(step.get("id", "")) for step in content["steps"]],
        "quorums": [step.get("quorum", 1) for step in content["steps"]],
        "changes": CHANGES,
        "faults": told or [],
        "answering": answering(visit),
        "may": bool(visit.asking.actor.may_change("workflow", found.name)),
    }


def _by_id(steps: list[WorkflowStep]) -> dict[str, WorkflowStep]:
    return {step.id: step for step in steps}
