"""Days and instants in answers: text as the store keeps it, and described as what it is."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

Instant = Annotated[str, Field(json_schema_extra={"format": "date-time"}, examples=["2026-11-02T08:15:00.000000Z"])]
"""In UTC (RFC 3339)."""

Day = Annotated[str, Field(json_schema_extra={"format": "date"}, examples=["2026-11-02"])]
"""A calendar day of the organisation."""
