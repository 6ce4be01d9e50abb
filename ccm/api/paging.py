"""Lists by pages: a cursor is where the page before ended, and means nothing else to whoever holds it."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Annotated

from fastapi import Query

from content_blocks.problem import refuse

After = Annotated[str, Query(max_length=400, description="The `next` of the page before.")]
Limit = Annotated[int, Query(ge=1, le=200, description="How many at most.")]


def cursor(place: str) -> str:
    """A place as a cursor."""
    return urlsafe_b64encode(place.encode()).decode().rstrip("=")


def place_of(cursor: str) -> str:
    """The place a cursor stands for; raises Refused for what is none."""
    try:
        place = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except ValueError:
        raise refuse("after", "cursor-unknown") from None
    if "\0" in place:
        raise refuse("after", "cursor-unknown")
    return place
