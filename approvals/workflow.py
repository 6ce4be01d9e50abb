"""A workflow: which steps a change has to pass, depending on its class.

Steps and routes are data.  A review freezes its steps when it is submitted, so a workflow that changes later never
changes what an earlier review had to pass.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

StepName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,59}$")]
Words = dict[str, str]
"""The same words by language of the people who work with the product."""


class Part(BaseModel):
    """A part of a workflow: frozen, and strict about what it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Step(Part):
    """One question that `quorum` different people have to answer with yes, within `days` calendar days.

    Whoever may answer it holds the role of reviewer for this step.  Without `days` there is no deadline.
    """

    id: StepName
    title: Words
    question: Words
    quorum: int = Field(default=1, ge=1, le=9)
    days: int | None = Field(default=None, ge=1, le=365)


class Workflow(Part):
    """Steps, and for each class of change the ids of those it has to pass, in order."""

    workflow: str
    version: str
    title: Words
    steps: tuple[Step, ...] = Field(min_length=1)
    routes: dict[str, tuple[StepName, ...]]
    note: str = ""

    @model_validator(mode="after")
    def _routes_lead_over_steps(self) -> Workflow:
        known = {step.id for step in self.steps}
        for change, steps in self.routes.items():
            if missing := [step for step in steps if step not in known]:
                raise PydanticCustomError("step-unknown", "step-unknown", {"change": change, "step": missing[0]})
            if not steps:
                raise PydanticCustomError("route-empty", "route-empty", {"change": change})
        return self

    def route(self, change: str) -> tuple[Step, ...]:
        """The steps for a class of change, in order; all of them for a class it says nothing of."""
        by_id = {step.id: step for step in self.steps}
        return tuple(by_id[name] for name in self.routes.get(change, tuple(by_id)))


def steps_of(workflows: Iterable[Workflow], change: str) -> tuple[Step, ...]:
    """The steps of several workflows together, in order: the higher quorum and the shorter deadline count."""
    found: dict[str, Step] = {}
    for workflow in workflows:
        for step in workflow.route(change):
            other = found.get(step.id, step)
            days = min((days for days in (step.days, other.days) if days), default=None)
            found[step.id] = other.model_copy(update={"quorum": max(step.quorum, other.quorum), "days": days})
    return tuple(found.values())


FOUNDING = Workflow.model_validate(
    {
        "workflow": "standard",
        "version": "1.0",
        "title": {"en": "Standard", "de": "Standard"},
        "steps": [
            {
                "id": "content",
                "title": {"en": "Content", "de": "Inhalt"},
                "question": {"en": "Is it right, and well said?", "de": "Ist es richtig und gut gesagt?"},
                "days": 5,
            },
            {
                "id": "compliance",
                "title": {"en": "Compliance", "de": "Compliance"},
                "question": {"en": "Is it lawful and complete?", "de": "Ist es rechtmäßig und vollständig?"},
                "days": 10,
            },
        ],
        "routes": {
            "style": ["content"],
            "layout": ["content"],
            "business wording": ["content"],
            "data contract": ["content"],
            "rule": ["content", "compliance"],
            "regulated wording": ["content", "compliance"],
        },
    }
)
"""The workflow in force until one was approved."""
