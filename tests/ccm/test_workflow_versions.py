"""A workflow that changes is itself a rule that changed, and people read what changed in it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from approvals.workflow import FOUNDING, Workflow
from ccm.workflow_versions import workflow_change, workflow_redline
from content_blocks.item import read_item
from content_blocks.redline import as_html, as_text
from tests.golden import Golden

LEGAL = {"id": "legal", "title": {"en": "Legal"}, "question": {"en": "Does it bind us?"}, "quorum": 2}

Edit = Callable[[dict[str, Any]], object]
EDITS: dict[str, tuple[Edit, str, str]] = {
    "its title": (lambda w: w["title"].update(en="Usual"), "style", "title.en"),
    "its title in another language": (lambda w: w["title"].update(fr="Courant"), "style", "title.fr"),
    "the title of a step": (lambda w: w["steps"][1]["title"].update(de="Recht"), "style", "steps.1.title.de"),
    "its version": (lambda w: w.update(version="1.1"), "style", "version"),
    "a question": (lambda w: w["steps"][0]["question"].update(en="Is it short?"), "rule", "steps.0.question.en"),
    "a quorum": (lambda w: w["steps"][1].update(quorum=2), "rule", "steps.1.quorum"),
    "a deadline": (lambda w: w["steps"][1].update(days=30), "rule", "steps.1.days"),
    "a deadline less": (lambda w: w["steps"][1].pop("days"), "rule", "steps.1.days"),
    "a step more": (lambda w: w["steps"].append(LEGAL), "rule", "steps.2"),
    "the order of steps": (lambda w: w["steps"].reverse(), "rule", "steps"),
    "a route without compliance": (lambda w: w["routes"].update(rule=["content"]), "rule", "routes.rule.1"),
    "a route less": (lambda w: w["routes"].pop("rule"), "rule", "routes.rule"),
    "its name": (lambda w: w.update(workflow="usual"), "rule", "workflow"),
}


def edited(edit: Edit) -> Workflow:
    content = copy.deepcopy(FOUNDING.model_dump(mode="json"))
    edit(content)
    return read_item(Workflow, content)


@pytest.mark.parametrize("what", EDITS)
def test_the_class_of_a_change(what: str) -> None:
    edit, expected, where = EDITS[what]
    found = workflow_change(FOUNDING, edited(edit))
    assert [(finding.where, finding.change_class) for finding in found.findings] == [(where, expected)]


def test_a_remark_is_no_change() -> None:
    after = edited(lambda w: w.update(note="Agreed with works council"))
    assert workflow_change(FOUNDING, after).findings == ()
    assert not workflow_redline(FOUNDING, after)


@pytest.mark.parametrize("what", sorted(EDITS.keys() - {"its version"}))
def test_no_change_goes_untold(what: str) -> None:
    found = workflow_redline(FOUNDING, edited(EDITS[what][0]))
    assert found.entries
    assert FOUNDING.steps
    assert all(view.count("\n") > 3 for view in (as_text(found), as_text(found, "de"), as_html(found)))


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_change_reads_as_a_lawyer_would_mark_it(language: str, golden: Golden) -> None:
    def edit(content: dict[str, Any]) -> None:
        content["version"] = "1.1"
        content["title"]["en"] = "Usual"
        content["steps"][0].update(days=3, question={"de": "Ist es richtig?", "en": "Is it right?"})
        content["steps"].insert(0, LEGAL)
        content["routes"]["rule"] = ["legal", "content"]
        del content["routes"]["layout"]

    golden(f"redline/workflow.{language}.txt", as_text(workflow_redline(FOUNDING, edited(edit)), language))
