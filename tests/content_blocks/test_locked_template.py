"""What a locked template says of itself is locked too, not only its blocks."""

from __future__ import annotations

from typing import Any

import pytest

from content_blocks.lock_mode import Operation
from content_blocks.locks import Rights, lock_violations
from tests.content_blocks.worlds import template_of, text

OWN: dict[str, tuple[Any, Operation]] = {
    "dictionary": ("other", "condition"),
    "jurisdiction": ("AT", "condition"),
    "effective": ({"until": "2020-01-01"}, "condition"),
    "brands": (["wieland"], "style"),
    "bilingual": (["en", "de"], "language"),
}


@pytest.mark.parametrize("field", OWN)
def test_what_a_locked_template_says_of_itself_stays(field: str) -> None:
    value, operation = OWN[field]
    before, after = template_of(text("a"), lock="locked"), template_of(text("a"), lock="locked", **{field: value})
    found = [(problem.where, problem.params["operation"]) for problem in lock_violations(before, after, Rights())]
    assert found == [("template", operation)]
    assert lock_violations(before, after, Rights(owns_locks=True)) == []


@pytest.mark.parametrize("lock", ["locked", "text", "blanks"])
@pytest.mark.parametrize("field", ["class", "jurisdiction"])
def test_no_open_template_sheds_the_duties_of_its_bound_blocks(field: str, lock: str) -> None:
    """Under another class a clause may no longer be demanded, without a word of it being touched."""
    blocks = [text("a", "a"), text("b", "b", lock=lock)]
    before, after = template_of(*blocks), template_of(*blocks, **{field: "other"})
    assert [problem.code for problem in lock_violations(before, after, Rights())] == ["locked"]
    assert lock_violations(before, after, Rights(owns_locks=True)) == []


@pytest.mark.parametrize("field", ["class", "jurisdiction"])
def test_an_open_template_without_bound_blocks_is_its_authors(field: str) -> None:
    before, after = template_of(text("a")), template_of(text("a"), **{field: "other"})
    assert lock_violations(before, after, Rights()) == []
