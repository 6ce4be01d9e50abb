"""Going on from a draft of those who own the locks: what it changed stays, and what either version binds is bound."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from content_blocks.item import read_item
from content_blocks.locks import lock_violations, standings
from content_blocks.problem import Refused
from content_blocks.template import Template
from tests.content_blocks.generate import edits, templates
from tests.content_blocks.test_lock_properties import STRICT, binding, keeps_what_is_locked
from tests.content_blocks.test_locks import AUTHOR
from tests.content_blocks.worlds import group, template_of, text

Plain = dict[str, Any]
LAW, FEE = (text(name, name, lock="locked") for name in ("law", "fee"))
FREE, LAST = (text(name, name) for name in ("free", "last"))
SEALED = group("sealed", text("in", "inner"), lock="locked")
APPROVED = [LAW, FREE, FEE, SEALED, LAST]


def opened(block: Plain, **more: Any) -> Plain:
    return {**block, "lock": "open", **more}


WRITES: dict[str, tuple[list[Plain], list[Plain]]] = {
    "elsewhere, one opened": (
        [opened(LAW), FREE, FEE, SEALED, LAST],
        [opened(LAW), text("x", "free"), FEE, SEALED, LAST],
    ),
    "elsewhere, one removed": ([FREE, FEE, SEALED, LAST], [text("x", "free"), FEE, SEALED, LAST]),
    "elsewhere, one reworded": (
        [text("new", "law", lock="locked"), FREE, FEE, SEALED, LAST],
        [text("new", "law", lock="locked"), text("x", "free"), FEE, SEALED, LAST],
    ),
    "elsewhere, two swapped": ([FEE, FREE, LAW, SEALED, LAST], [FEE, text("x", "free"), LAW, SEALED]),
    "one more where all is open": (
        [opened(LAW), FREE, FEE, SEALED, LAST],
        [opened(LAW), FREE, text("n", "n"), FEE, SEALED, LAST],
    ),
    "in what came in the open": (
        [text("new", "new"), *APPROVED],
        [text("newer", "new"), *APPROVED],
    ),
}
"""What owners have drafted of the approved version, and what somebody makes of that who may."""

ATTACKS: dict[str, tuple[list[Plain], list[Plain]]] = {
    "undoes the opening": ([opened(LAW), FREE, FEE], [LAW, FREE, FEE]),
    "writes in what was opened": ([opened(LAW), FREE, FEE], [opened(LAW, text="mine"), FREE, FEE]),
    "takes out what was opened": ([opened(LAW), FREE, FEE], [FREE, FEE]),
    "moves what was opened": ([opened(LAW), FREE, FEE], [FEE, FREE, opened(LAW)]),
    "hides what was opened": (
        [opened(LAW), FREE, FEE],
        [group("g", opened(LAW), when="account.due > 0"), FREE, FEE],
    ),
    "opens another one too": ([opened(LAW), FREE, FEE], [opened(LAW), FREE, opened(FEE)]),
    "takes out another one too": ([FREE, FEE], [FREE]),
    "brings back what was removed": ([FREE, FEE], [LAW, FREE, FEE]),
    "brings it back with other words": ([FREE, FEE], [text("mine", "law"), FREE, FEE]),
    "brings it back in a group of its own": ([FREE, FEE], [group("g", text("mine", "law")), FREE, FEE]),
    "undoes the new words": ([text("new", "law", lock="locked"), FREE], [LAW, FREE]),
    "undoes the new order": ([FEE, FREE, LAW], [LAW, FREE, FEE]),
    "writes in a group that was opened": (
        [opened(SEALED), FREE],
        [opened(SEALED, blocks=[text("mine", "inner")]), FREE],
    ),
    "adds to a group that was opened": (
        [opened(SEALED), FREE],
        [opened(SEALED, blocks=[text("in", "inner"), text("mine", "mine")]), FREE],
    ),
    "writes in what was put into a sealed group": (
        [opened(SEALED, blocks=[text("in", "inner"), text("new", "new")]), FREE],
        [opened(SEALED, blocks=[text("in", "inner"), text("mine", "new")]), FREE],
    ),
    "takes out what was locked anew": ([*APPROVED, text("x", "anew", lock="locked")], APPROVED),
    "unlocks what was locked anew": (
        [*APPROVED, text("x", "anew", lock="locked")],
        [*APPROVED, text("x", "anew")],
    ),
}
"""The same, and what somebody makes of it who may not."""


def violations(drafted: list[Plain], written: list[Plain]) -> list[tuple[str, str]]:
    approved, before, after = (template_of(body=body) for body in (APPROVED, drafted, written))
    return [(it.where, it.code) for it in lock_violations(before, after, AUTHOR, approved)]


@pytest.mark.parametrize("name", WRITES)
def test_others_go_on_where_both_leave_it_open(name: str) -> None:
    assert violations(*WRITES[name]) == []


@pytest.mark.parametrize("name", ATTACKS)
def test_and_nowhere_else(name: str) -> None:
    found = violations(*ATTACKS[name])
    assert found
    assert {code for _, code in found} == {"locked"}


def test_a_template_that_was_unlocked_stays_locked_for_others() -> None:
    locked, freed = template_of(lock="locked", body=[FREE]), template_of(body=[FREE])
    written = template_of(title="Mine", body=[FREE, LAST])
    assert lock_violations(freed, written, AUTHOR) == []
    assert [it.where for it in lock_violations(freed, written, AUTHOR, locked)] == ["body.last", "title"]


def test_the_class_stays_while_any_lock_was_approved() -> None:
    approved, drafted = template_of(body=[LAW, FREE]), template_of(body=[FREE])
    elsewhere = template_of(jurisdiction="AT", body=[FREE])
    assert lock_violations(drafted, elsewhere, AUTHOR) == []
    assert [it.code for it in lock_violations(drafted, elsewhere, AUTHOR, approved)] == ["locked"]


@st.composite
def histories(draw: st.DrawFn) -> tuple[Template, Template, Template]:
    """A template that was approved, what its owners made of it, and what somebody else made of that."""
    first = draw(templates(STRICT))
    second = draw(edits(first))
    third = draw(edits(second))
    try:
        approved, drafted, written = (read_item(Template, it) for it in (first, second, third))
    except Refused:
        assume(False)
        raise
    return approved, drafted, written


@settings(suppress_health_check=list(HealthCheck))
@given(histories())
def test_what_either_binds_is_as_the_owners_drafted_it(found: tuple[Template, Template, Template]) -> None:
    approved, drafted, written = found
    strictly = lock_violations(drafted, written, AUTHOR, approved)
    event("allowed" if not strictly else "refused")
    assert {it.identity() for it in lock_violations(drafted, written, AUTHOR)} <= {it.identity() for it in strictly}
    if strictly:
        return
    assert keeps_what_is_locked(drafted, written)
    bound = {name for name, it in standings(approved).items() if it.mode == "locked"}
    before, after = binding(drafted), binding(written)
    assert {name: before.get(name) for name in bound} == {name: after.get(name) for name in bound}


@settings(suppress_health_check=list(HealthCheck))
@given(histories())
def test_without_a_draft_of_theirs_it_is_the_same_rule(found: tuple[Template, Template, Template]) -> None:
    approved, written, _ = found
    once = [it.identity() for it in lock_violations(approved, written, AUTHOR)]
    assert [it.identity() for it in lock_violations(approved, written, AUTHOR, approved)] == once
