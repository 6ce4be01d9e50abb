"""Whether a brand could be saved as somebody is writing it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from content_blocks.problem import Problem, Refused
from templates_store.overlay import unsaved_brand


def brand_problems(
    content: Mapping[str, Any], name: str, stored: Mapping[str, bytes], others: Mapping[str, bytes]
) -> tuple[Problem, ...]:
    """Everything that is wrong with a theme's content, the files stored beside it and the others that are to be."""
    try:
        unsaved_brand(content, name, stored, others)
    except Refused as refused:
        return refused.problems
    return ()
