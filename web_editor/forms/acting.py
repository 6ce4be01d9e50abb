"""Rows of a form added, doubled, taken out and moved: done to the content, of which the form is drawn again."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from content_blocks.problem import refuse
from web_editor.forms.shape import STEP

Rows = list[Any]
LONGEST = 9
"""Digits of a place in a list, and one more."""


def act(content: dict[str, Any], action: str) -> dict[str, Any]:
    """The content after an action such as `drop account/transactions/2`, `add PATH`, `copy`, `up` and `down`.

    Raises Refused for what is no action, and for rows that there are not.
    """
    what, _, path = action.partition(" ")
    made = deepcopy(content)
    *steps, last = path.split(STEP)
    if what == "add":
        _put(made, path.split(STEP), _added(_find(made, path.split(STEP))))
        return made
    rows, at = _find(made, steps), _number(last)
    if what not in _ACTIONS or not steps or not isinstance(rows, list | dict) or not 0 <= at < len(rows):
        raise refuse(path, "request-form", kind="act")
    _put(made, steps, _as_before(rows, _ACTIONS[what](_listed(rows), at)))
    return made


def _added(rows: Any) -> Any:
    if isinstance(rows, dict):
        return {**rows, "": ""}
    found = list(rows) if isinstance(rows, list) else []
    return [*found, found[-1] if found and isinstance(found[-1], str) else {}]


def _copy(rows: Rows, at: int) -> Rows:
    return [*rows[: at + 1], deepcopy(rows[at]), *rows[at + 1 :]]


def _drop(rows: Rows, at: int) -> Rows:
    return [*rows[:at], *rows[at + 1 :]]


def _move(by: int) -> Callable[[Rows, int], Rows]:
    def moved(rows: Rows, at: int) -> Rows:
        left = _drop(rows, at)
        left.insert(max(0, at + by), rows[at])
        return left

    return moved


_ACTIONS: dict[str, Callable[[Rows, int], Rows]] = {"copy": _copy, "drop": _drop, "up": _move(-1), "down": _move(1)}


def _listed(rows: Any) -> Rows:
    return list(rows.items()) if isinstance(rows, dict) else rows


def _as_before(rows: Any, changed: Rows) -> Any:
    return dict(changed) if isinstance(rows, dict) else changed


def _number(step: str) -> int:
    """The place in a list that a step means; -1 for none."""
    return int(step) if step.isdecimal() and len(step) < LONGEST else -1


def _find(content: Any, steps: list[str]) -> Any:
    for step in steps:
        if isinstance(content, dict):
            content = content.get(step)
        elif isinstance(content, list) and 0 <= _number(step) < len(content):
            content = content[_number(step)]
        else:
            return None
    return content


def _put(content: dict[str, Any], steps: list[str], value: Any) -> None:
    at: Any = content
    for step in steps[:-1]:
        if isinstance(at, list):
            if not 0 <= _number(step) < len(at):
                raise refuse(STEP.join(steps), "request-form", kind="act")
            at = at[_number(step)]
        elif isinstance(at, dict):
            at = at.setdefault(step, {})
    if not isinstance(at, dict):
        raise refuse(STEP.join(steps), "request-form", kind="act")
    at[steps[-1]] = value
