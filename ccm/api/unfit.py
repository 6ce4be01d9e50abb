"""What is not of the form that the document describes, in words of ours: the place, and what may stand there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from content_blocks.problem import Problem

MOST = frozenset({"max_length", "le", "lt"})
LEAST = frozenset({"min_length", "ge", "gt"})


def unfit(detail: Mapping[str, Any]) -> Problem:
    """The problem that a finding of the reader of requests is; the value itself is not repeated."""
    place, kind, known = ".".join(map(str, detail["loc"])), str(detail["type"]), detail.get("ctx", {})
    if kind == "missing":
        return Problem(place, "request-part-missing")
    if kind == "extra_forbidden":
        return Problem(place, "request-part-unknown")
    if "expected" in known:
        return Problem(place, "request-choice", {"expected": str(known["expected"]).replace(" or ", ", ")})
    for limits, code in ((MOST, "request-most"), (LEAST, "request-least")):
        if found := limits & known.keys():
            return Problem(place, code, {"limit": str(known[found.pop()])})
    return Problem(place, "request-form", {"kind": kind})
