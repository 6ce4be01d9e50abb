"""What counts as which operation, and which blocks count as moved."""

from __future__ import annotations

from typing import Any

import pytest

from content_blocks.changes import block_changes
from content_blocks.lock_mode import ALLOWED, Operation
from content_blocks.locks import Rights, lock_violations
from tests.content_blocks.worlds import template_of, text

REORDERED: dict[str, tuple[list[str], list[str], list[str]]] = {
    "the last one first": (["a", "b", "c"], ["c", "a", "b"], ["c"]),
    "the first one last": (["a", "b", "c"], ["b", "c", "a"], ["a"]),
    "past a locked one": (["a", "LAW", "b"], ["LAW", "a", "b"], ["a"]),
    "beside one that is new": (["a", "b"], ["new", "a", "b"], []),
    "beside one that is gone": (["a", "b", "c"], ["b", "c"], []),
}


@pytest.mark.parametrize(("before", "after", "moved"), REORDERED.values(), ids=REORDERED)
def test_who_may_not_move_blocks_may_not_reorder_open_ones(
    before: list[str], after: list[str], moved: list[str]
) -> None:
    """The fewest that explain the new order are named."""
    old, new = (
        template_of(*(text("Regulated.", "law", lock="locked") if n == "LAW" else text(n, n) for n in names))
        for names in (before, after)
    )
    found = lock_violations(old, new, Rights(ALLOWED["open"] - {"move"}))
    assert [(p.where, p.code) for p in found] == [(f"body.{name}", "not-your-right") for name in moved]
    assert lock_violations(old, new, Rights()) == []


INSIDE: dict[str, tuple[dict[str, Any], dict[str, Any], set[Operation]]] = {
    "who signs": (
        {"type": "signature", "closing": "x", "name": "A"},
        {"type": "signature", "closing": "x", "name": "B"},
        {"word"},
    ),
    "what an element is called": (
        {"type": "group", "each": "account.cards", "as": "a", "blocks": []},
        {"type": "group", "each": "account.cards", "as": "b", "blocks": []},
        {"condition"},
    ),
    "a point in front": ({"type": "list", "items": ["a", "b"]}, {"type": "list", "items": ["x", "a", "b"]}, {"add"}),
    "a point less": ({"type": "list", "items": ["a", "b", "c"]}, {"type": "list", "items": ["a", "c"]}, {"remove"}),
    "points in another order": (
        {"type": "list", "items": ["a", "b", "c"]},
        {"type": "list", "items": ["c", "b", "a"]},
        {"move"},
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), INSIDE.values(), ids=INSIDE)
def test_what_was_done_inside_a_block(before: dict[str, Any], after: dict[str, Any], expected: set[Operation]) -> None:
    kept = {"blocks": [text("a")]} if before["type"] == "group" else {}
    old, new = ({"id": "x", **content, **kept} for content in (before, after))
    assert block_changes(template_of(old).body[0], template_of(new).body[0]) == expected
