"""Workflows: the steps a change has to pass, depending on its class.

Steps and routes are data.  A review freezes its steps when it is submitted, so a workflow that changes later never
changes what an earlier review had to pass.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

CHANGES = ("style", "layout", "business wording", "data contract", "rule", "regulated wording")
"""The classes of change a route may be for, from the least strict to the strictest."""


def _known_change(change: str) -> str:
    if change not in CHANGES:
        raise PydanticCustomError(
            "route-change-unknown", "route-change-unknown", {"change": change, "known": ", ".join(CHANGES)}
        )
    return change


Change = Annotated[str, AfterValidator(_known_change)]
StepName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,59}$")]
WorkflowName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,79}$")]
Version = Annotated[str, StringConstraints(pattern=r"^(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})$")]
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

    def with_demands_of(self, other: Step) -> Step:
        """This step with what another workflow asks of it: both questions, the higher quorum, the earlier deadline."""
        days = min((days for days in (self.days, other.days) if days is not None), default=None)
        question = {language: self.question.get(language, "") for language in {**self.question, **other.question}}
        for language, asked in other.question.items():
            if asked not in question[language]:
                question[language] = f"{question[language]} {asked}".strip()
        return self.model_copy(
            update={"question": question, "quorum": max(self.quorum, other.quorum), "days": days},
        )


class Workflow(Part):
    """Steps, and for each class of change the ids of those it has to pass, in order.

    A class that no route is for has to pass every step.
    """

    workflow: WorkflowName
    version: Version
    title: Words
    steps: tuple[Step, ...] = Field(min_length=1)
    routes: dict[Change, tuple[StepName, ...]]
    note: str = ""

    @field_validator("steps")
    @classmethod
    def _each_step_once(cls, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        if twice := _repeated(step.id for step in steps):
            raise PydanticCustomError("step-twice", "step-twice", {"step": twice})
        return steps

    @field_validator("routes")
    @classmethod
    def _routes_lead_over_steps(cls, routes: dict[str, tuple[str, ...]], info: ValidationInfo) -> Any:
        known = {step.id for step in info.data.get("steps", ())}
        for change, steps in routes.items():
            if not steps:
                raise PydanticCustomError("route-empty", "route-empty", {"change": change})
            if known and (missing := [step for step in steps if step not in known]):
                given = {"change": change, "step": missing[0]}
                raise PydanticCustomError("route-step-unknown", "route-step-unknown", given)
            if twice := _repeated(steps):
                raise PydanticCustomError("route-repeats", "route-repeats", {"change": change, "step": twice})
        return routes

    def route(self, change: str) -> tuple[Step, ...]:
        """The steps for a class of change, in order; all of them for a class it says nothing of."""
        by_id = {step.id: step for step in self.steps}
        return tuple(by_id[name] for name in self.routes.get(change, tuple(by_id)))


def _repeated(names: Iterable[str]) -> str | None:
    return next((name for name, count in Counter(names).items() if count > 1), None)


def steps_of(workflows: Iterable[Workflow], change: str) -> tuple[Step, ...]:
    """The steps that some workflows together ask for, as where several document classes are touched.

    They keep the order that each route has; where two contradict each other, the earlier workflow's.  A step that
    several name counts once, with everything they demand of it.  Without any workflow it is the founding one's, so
    that nothing is ever approved by nobody.
    """
    found: list[Step] = []
    for workflow in tuple(workflows) or (FOUNDING,):
        place = 0
        for step in workflow.route(change):
            at = next((number for number, other in enumerate(found) if other.id == step.id), None)
            if at is None:
                found.insert(place, step)
                place += 1
            else:
                found[at] = found[at].with_demands_of(step)
                place = max(place, at + 1)
    return tuple(found)


FOUNDING = Workflow(
    workflow="standard",
    version="1.0",
    title={"de": "Standard", "en": "Standard"},
    steps=(
        Step(
            id="content",
            title={"de": "Inhalt", "en": "Content"},
            question={"de": "Ist es richtig und gut gesagt?", "en": "Is it right and well said?"},
            days=5,
        ),
        Step(
            id="compliance",
            title={"de": "Compliance", "en": "Compliance"},
            question={"de": "Ist es rechtmäßig und vollständig?", "en": "Is it lawful and complete?"},
            days=10,
        ),
    ),
    routes={
        **dict.fromkeys(("style", "layout", "business wording", "data contract"), ("content",)),
        **dict.fromkeys(("rule", "regulated wording"), ("content", "compliance")),
    },
)
"""The workflow in force until one is approved: the business answers for the content, compliance for the law."""
