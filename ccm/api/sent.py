"""What somebody sends: text that can be kept in any database, or it is not let in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from fastapi import Request
from pydantic import BaseModel, ConfigDict, model_validator

from content_blocks.problem import refuse

DEEPEST = 32
"""How many levels of lists and groups may lie in each other; records have three."""


class Sent(BaseModel):
    """The body of a request.  No text in it holds a NUL, which PostgreSQL cannot, and it is not nested without end.

    What has no meaning is refused: a misspelt field would be left out in silence.
    """

    model_config = ConfigDict(extra="forbid")
    deepest: ClassVar[int] = DEEPEST

    @model_validator(mode="before")
    @classmethod
    def _can_be_kept(cls, content: Any) -> Any:
        if not _keepable(content, cls.deepest):
            raise ValueError("text with a NUL in it, or too many levels")
        return content


def refuse_unkeepable(request: Request) -> None:
    """Raises Refused for such text in an address: there is nothing under it."""
    if not _keepable(dict(request.path_params)):
        raise refuse("", "not-there")
    if not _keepable(dict(request.query_params)):
        raise refuse("query", "request-form", kind="value_error")


def _keepable(content: Any, levels: int = DEEPEST) -> bool:
    if isinstance(content, str):
        return "\0" not in content
    if not isinstance(content, Mapping | list):
        return True
    inside = [*content, *content.values()] if isinstance(content, Mapping) else content
    return levels > 0 and all(_keepable(it, levels - 1) for it in inside)
