"""A decision read back from its record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from approvals.decision import Decision

_DECISION = TypeAdapter(Decision)


def decision_of(record: Mapping[str, Any]) -> Decision | None:
    """The decision; None if the record is not the one that such a decision would have."""
    told = {key: value for key, value in record.items() if key not in ("decision", "meaning")}
    try:
        decision = _DECISION.validate_python({**told, "kind": record.get("decision")})
    except ValidationError:
        return None
    return decision if isinstance(decision.at, datetime) and decision.record() == record else None
