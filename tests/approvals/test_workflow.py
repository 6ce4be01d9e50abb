"""A workflow leads every change over at least one step, and several workflows together ask for no less than each."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from approvals.review import Review
from approvals.workflow import CHANGES, FOUNDING, Step, Workflow, steps_of
from content_blocks.item import read_item
from content_blocks.problem import Refused
from tests.approvals.histories import START, STEPS, review, step

FAULTS: dict[str, tuple[Callable[[dict[str, Any]], object], str, str]] = {
    "a route for no class of change": (
        lambda w: w["routes"].update(wording=["content"]),
        "routes.wording",
        "route-change-unknown",
    ),
    "a route for what decides nothing": (
        lambda w: w["routes"].update(none=["content"]),
        "routes.none",
        "route-change-unknown",
    ),
    "a route over a step there is not": (lambda w: w["routes"].update(rule=["legal"]), "routes", "route-step-unknown"),
    "a route over nothing": (lambda w: w["routes"].update(rule=[]), "routes", "route-empty"),
    "a route over a step twice": (lambda w: w["routes"].update(rule=["content", "content"]), "routes", "route-repeats"),
    "two steps of one name": (lambda w: w["steps"].append({**w["steps"][0], "quorum": 2}), "steps", "step-twice"),
    "a version that is none": (lambda w: w.update(version="one"), "version", "version-form"),
    "a name that is no item's": (lambda w: w.update(workflow="../standard"), "workflow", "item-name-form"),
    "a step that needs nobody": (lambda w: w["steps"][0].update(quorum=0), "steps.0.quorum", "field-value"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_no_workflow_can_be(fault: str) -> None:
    edit, where, code = FAULTS[fault]
    content = copy.deepcopy(FOUNDING.model_dump(mode="json"))
    edit(content)
    with pytest.raises(Refused) as refused:
        read_item(Workflow, content)
    assert [(problem.where, problem.code) for problem in refused.value.problems] == [(where, code)]


def test_the_founding_workflow_asks_compliance_where_a_mistake_is_silent() -> None:
    routes = {change: [step.id for step in FOUNDING.route(change)] for change in CHANGES}
    both = ["content", "compliance"]
    assert routes == {change: both if change in ("rule", "regulated wording") else ["content"] for change in CHANGES}
    assert [(step.id, step.quorum, step.days) for step in FOUNDING.steps] == [("content", 1, 5), ("compliance", 1, 10)]
    assert all({"de", "en"} == step.title.keys() == step.question.keys() for step in FOUNDING.steps)


def test_a_change_that_no_route_is_for_passes_every_step() -> None:
    workflow = Workflow(workflow="w", version="1.0", title={}, steps=(step("business"), step("legal")), routes={})
    assert [step.id for step in workflow.route("style")] == ["business", "legal"]


def test_without_a_workflow_it_is_the_founding_one() -> None:
    assert steps_of([], "rule") == FOUNDING.steps


def workflow(*steps: Step) -> Workflow:
    return Workflow(workflow="w", version="1.0", title={}, steps=steps, routes={"rule": tuple(s.id for s in steps)})


def test_steps_of_several_workflows_are_put_together_in_order() -> None:
    one = workflow(step("business"), step("compliance", days=10))
    other = workflow(step("legal", days=3), step("compliance", quorum=2, days=4), step("board"))
    found = steps_of([one, other], "rule")
    assert [(step.id, step.quorum, step.days) for step in found] == [
        ("legal", 1, 3),
        ("business", 1, None),
        ("compliance", 2, 4),
        ("board", 1, None),
    ]


def test_a_step_of_two_workflows_asks_both_their_questions() -> None:
    one, other = step("legal"), step("legal")
    other = other.model_copy(update={"question": {"en": "Is it fair?", "de": "Ist es fair?"}})
    (found,) = steps_of([workflow(one), workflow(other), workflow(other)], "rule")
    assert found.question == {"en": "Is it right for legal? Is it fair?", "de": "Ist es fair?"}


def workflows() -> st.SearchStrategy[Workflow]:
    ids = st.lists(st.sampled_from((*STEPS, "board")), min_size=1, max_size=4, unique=True)
    days = st.none() | st.integers(1, 9)
    return ids.flatmap(
        lambda names: st.tuples(*(st.builds(step, st.just(name), st.integers(1, 3), days) for name in names))
    ).map(lambda steps: workflow(*steps))


@given(st.lists(workflows(), min_size=1, max_size=3))
def test_together_they_ask_for_no_less_than_each(several: list[Workflow]) -> None:
    found = steps_of(several, "rule")
    by_id = {step.id: step for step in found}
    assert len(by_id) == len(found)
    assert by_id.keys() == {step.id for each in several for step in each.steps}
    for asked in (one for each in several for one in each.steps):
        assert by_id[asked.id].quorum >= asked.quorum
        assert asked.days is None or (by_id[asked.id].days or 99) <= asked.days
    first = [step.id for step in several[0].steps]
    assert [step.id for step in found if step.id in first] == first


@given(workflows(), workflows())
def test_two_that_do_not_contradict_each_other_both_keep_their_order(one: Workflow, other: Workflow) -> None:
    orders = [[step.id for step in each.steps] for each in (one, other)]
    shared = [[name for name in order if name in orders[0] and name in orders[1]] for order in orders]
    event("contradict" if shared[0] != shared[1] else "agree")
    found = [step.id for step in steps_of([one, other], "rule")]
    if shared[0] == shared[1]:
        assert [name for name in found if name in orders[1]] == orders[1]


@pytest.mark.parametrize("steps", [(), (step("legal"), step("legal", quorum=2))])
def test_no_review_goes_without_steps_or_asks_one_twice(steps: tuple[Step, ...]) -> None:
    assert review(step("legal")).steps
    with pytest.raises(ValueError, match="steps"):
        Review("r", "anna", START, frozenset({"anna"}), "rule", steps, ())
