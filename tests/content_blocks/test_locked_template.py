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
