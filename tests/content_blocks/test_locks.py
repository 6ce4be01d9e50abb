"""Locks: what each mode allows, and that nothing gets past them by a detour."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, get_args

import pytest

from content_blocks.document import LockMode
from content_blocks.lock_mode import ALLOWED, Operation, meet
from content_blocks.locks import Rights, lock_violations
from content_blocks.template import Template
from tests.content_blocks.worlds import clause, group, template_of, text

MODES: tuple[LockMode, ...] = get_args(LockMode)
AUTHOR = Rights()
OWNER = Rights(owns_locks=True)


@pytest.mark.parametrize("one", MODES)
@pytest.mark.parametrize("other", MODES)
def test_what_meets_allows_exactly_what_both_allow(one: LockMode, other: LockMode) -> None:
    assert ALLOWED[meet(one, other)] == ALLOWED[one] & ALLOWED[other]
    assert meet(one, other) == meet(other, one)


Edit = Callable[[dict[str, Any]], object]


def use(mode: LockMode) -> dict[str, Any]:
    """A template whose blocks are all bound by one mode, and which has something for each operation."""
    inner = group("inner", text({"en": "a", "de": "b"}, "word"), clause("use", lock="open"), when="account.due > 0")
    return {"body": [group("outer", inner, text("x", "other"), lock=mode)]}


def block_of(content: dict[str, Any], name: str) -> dict[str, Any]:
    (outer,) = content["body"]
    inner, other = outer["blocks"]
    found: dict[str, dict[str, Any]] = {
        "outer": outer,
        "inner": inner,
        "word": inner["blocks"][0],
        "use": inner["blocks"][1],
        "other": other,
    }
    return found[name]


OPERATIONS: dict[Operation, tuple[Edit, str]] = {
    "word": (lambda c: block_of(c, "word")["text"].update(en="c"), "body.word"),
    "blank": (lambda c: block_of(c, "use")["blanks"].update(hours="8 to 4"), "body.use"),
    "add": (lambda c: block_of(c, "inner")["blocks"].append(text("n", "n")), "body.n"),
    "remove": (lambda c: block_of(c, "outer")["blocks"].pop(), "body.other"),
    "move": (lambda c: block_of(c, "inner")["blocks"].append(block_of(c, "outer")["blocks"].pop()), "body.other"),
    "condition": (lambda c: block_of(c, "use")["with"].update(limit="account.due"), "body.use"),
    "style": (lambda c: block_of(c, "word").update(tone="small"), "body.word"),
    "channel_form": (lambda c: block_of(c, "word").update(channels={"sms": "absent"}), "body.word"),
    "language": (lambda c: block_of(c, "word")["text"].update(fr="c"), "body.word"),
    "lock_mode": (lambda c: block_of(c, "word").update(lock="text"), "body.word"),
}


def changed(content: dict[str, Any], edit: Edit) -> tuple[Template, Template]:
    edited = copy.deepcopy(content)
    edit(edited)
    return template_of(**content), template_of(**edited)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_mode_allows_its_operations_and_no_others(mode: LockMode, operation: Operation) -> None:
    edit, where = OPERATIONS[operation]
    before, after = changed(use(mode), edit)
    found = [(problem.where, problem.code, problem.params) for problem in lock_violations(before, after, AUTHOR)]
    expected = [] if operation in ALLOWED[mode] else [(where, "locked", {"operation": operation})]
    assert found == expected
    assert lock_violations(before, after, OWNER) == []


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_role_only_narrows_what_the_locks_allow(operation: Operation) -> None:
    edit, where = OPERATIONS[operation]
    before, after = changed(use("open"), edit)
    allowed = Rights(frozenset({operation}))
    others = Rights(ALLOWED["open"] - {operation})
    if operation == "lock_mode":
        assert lock_violations(before, after, allowed) != []
    else:
        assert lock_violations(before, after, allowed) == []
        assert [(p.where, p.code) for p in lock_violations(before, after, others)] == [(where, "not-your-right")]


def panel(name: str, *blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "panel", "id": name, "blocks": list(blocks), **more}


def columns(first: list[dict[str, Any]], second: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "columns", "id": "columns", "cells": [first, second]}


def slot(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "slot", "id": "slot", "blocks": list(blocks), **more}


LOCKED = text("Regulated.", "law", lock="locked")
FREE = text("Free.", "free")

DETOURS: dict[str, tuple[dict[str, Any], dict[str, Any], list[tuple[str, str]]]] = {
    "wrapped in a condition": (
        {"body": [LOCKED]},
        {"body": [group("g", LOCKED, when="1 > 2")]},
        [("body.law", "move")],
    ),
    "the condition around it changed": (
        {"body": [group("g", LOCKED, when="account.due > 0")]},
        {"body": [group("g", LOCKED, when="account.due > 9")]},
        [("body.law", "condition")],
    ),
    "its group made a repetition": (
        {"body": [group("g", LOCKED)]},
        {"body": [group("g", LOCKED, each="account.cards", **{"as": "card"})]},
        [("body.law", "condition")],
    ),
    "its panel left out of a channel": (
        {"body": [panel("p", LOCKED)]},
        {"body": [panel("p", LOCKED, channels={"email": "absent"})]},
        [("body.law", "channel_form")],
    ),
    "moved to the other column": (
        {"body": [columns([LOCKED, FREE], [])]},
        {"body": [columns([FREE], [LOCKED])]},
        [("body.law", "move")],
    ),
    "made narrower by an empty column": (
        {"body": [{**columns([FREE], []), "lock": "locked"}]},
        {"body": [{**columns([FREE], []), "cells": [[FREE], [], []], "lock": "locked"}]},
        [("body.columns", "style")],
    ),
    "moved to the footer": ({"body": [LOCKED]}, {"body": [], "footer": [LOCKED]}, [("body.law", "move")]),
    "swapped with another": (
        {"body": [LOCKED, {**LOCKED, "id": "rule"}]},
        {"body": [{**LOCKED, "id": "rule"}, LOCKED]},
        [("body.law", "move"), ("body.rule", "move")],
    ),
    "replaced under a new id": (
        {"body": [LOCKED]},
        {"body": [{**LOCKED, "id": "new", "text": "Other."}]},
        [("body.law", "remove")],
    ),
    "made another type": (
        {"body": [LOCKED]},
        {"body": [{**LOCKED, "type": "heading"}]},
        [("body.law", "condition"), ("body.law", "style")],
    ),
    "unlocked first": ({"body": [LOCKED]}, {"body": [{**LOCKED, "lock": "open"}]}, [("body.law", "lock_mode")]),
    "unlocked around": (
        {"body": [group("g", FREE, lock="locked")]},
        {"body": [group("g", {**FREE, "text": "Other."}, lock="open")]},
        [("body.g", "lock_mode"), ("body.free", "word")],
    ),
    "its slot taken away": ({"body": [slot(LOCKED)]}, {"body": []}, [("body.law", "remove")]),
    "an open block moved into a locked group": (
        {"body": [FREE, group("g", LOCKED, lock="locked")]},
        {"body": [group("g", LOCKED, FREE, lock="locked")]},
        [("body.free", "move")],
    ),
    "out of its slot into a locked template": (
        {"lock": "locked", "body": [slot(FREE), LOCKED]},
        {"lock": "locked", "body": [slot(), LOCKED, FREE]},
        [("body.free", "move")],
    ),
    "out of its slot": ({"body": [slot(LOCKED)]}, {"body": [slot(), LOCKED]}, [("body.law", "move")]),
    "another version": (
        {"body": [clause(follow=None, version="1.0", hash="0" * 64)]},
        {"body": [clause(follow=None, version="1.1", hash="1" * 64)]},
        [("body.clause", "condition")],
    ),
    "a template unlocked": ({"lock": "locked", "body": [FREE]}, {"body": [FREE]}, [("template", "lock_mode")]),
    "an addition to a locked template": (
        {"lock": "locked", "body": [FREE]},
        {"lock": "locked", "body": [FREE, text("New.", "new")]},
        [("body.new", "add")],
    ),
    "message lines of a locked template": (
        {"lock": "locked", "body": [FREE], "messages": {"sms": "a"}},
        {"lock": "locked", "body": [FREE], "messages": {"sms": "b"}},
        [("messages.sms", "word")],
    ),
    "the class of a locked template": (
        {"lock": "locked", "body": [FREE]},
        {"lock": "locked", "body": [FREE], "class": "marketing"},
        [("template", "condition")],
    ),
    "a language of a locked template": (
        {"lock": "locked", "body": [FREE]},
        {"lock": "locked", "body": [FREE], "languages": ["en"]},
        [("template", "language")],
    ),
}

ALLOWED_DETOURS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "around a locked block": ({"body": [LOCKED, FREE]}, {"body": [text("New.", "new"), FREE, LOCKED]}),
    "into the slot of a locked template": (
        {"lock": "locked", "body": [slot(), FREE]},
        {"lock": "locked", "body": [slot(text("New.", "new")), FREE]},
    ),
    "inside that slot": (
        {"lock": "locked", "body": [slot(group("g", text("a", "a")))]},
        {"lock": "locked", "body": [slot(group("g", text("b", "a"), text("c", "c")))]},
    ),
    "remarks": (
        {"lock": "locked", "body": [LOCKED]},
        {"lock": "locked", "body": [{**LOCKED, "note": "x"}], "note": "y"},
    ),
    "the words of an open neighbour": (
        {"body": [panel("p", LOCKED, FREE)]},
        {"body": [panel("p", LOCKED, {**FREE, "text": "Other."})]},
    ),
    "the tone of an open panel around": (
        {"body": [panel("p", LOCKED)]},
        {"body": [panel("p", LOCKED, tone="warning")]},
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), DETOURS.values(), ids=DETOURS)
def test_no_detour_gets_past_a_lock(
    before: dict[str, Any], after: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    problems = lock_violations(template_of(**before), template_of(**after), AUTHOR)
    assert [(problem.where, problem.params["operation"]) for problem in problems] == expected
    assert {problem.code for problem in problems} == {"locked"}


@pytest.mark.parametrize(("before", "after"), ALLOWED_DETOURS.values(), ids=ALLOWED_DETOURS)
def test_what_is_open_stays_open(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert lock_violations(template_of(**before), template_of(**after), AUTHOR) == []
