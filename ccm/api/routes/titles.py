"""What items are called: their titles, for lists that people read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from ccm.api.access import Asking, asks
from ccm.api.problems import responses
from ccm.store.titles import titles
from templates_store.choose import Kind

routes = APIRouter(prefix="/titles/{kind}", tags=["items"])


class Titled(BaseModel):
    """An item and what people call it, by language; under an empty one where it is the same in all."""

    name: str = Field(examples=["account-statement"])
    title: dict[str, str] = Field(examples=[{"de": "Kontoauszug", "en": "Account statement"}])


@routes.get("", responses=responses(), summary="Titles of items")
def list_titles(
    kind: Kind,
    asking: Annotated[Asking, asks("read")],
    inside: Annotated[str, Query(max_length=90, description="How their names begin, as in `letter/`.")] = "",
) -> list[Titled]:
    """Of every item of a kind as it was saved last, by name; those without a title are left out."""
    found = titles(asking.home, asking.actor, kind, inside)
    return [Titled(name=name, title=title) for name, title in found.items()]
