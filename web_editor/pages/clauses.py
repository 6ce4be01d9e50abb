"""What the editor asks for when somebody chooses a clause."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query

from ccm.store.choosing_clauses import clauses_to_choose
from web_editor.clauses import told
from web_editor.conditions.fields import fields
from web_editor.pages.editor import Language, looked_around
from web_editor.places import place_of
from web_editor.visit import Visit, speech, visits

routes = APIRouter()


@routes.get("/templates/{name}/clauses")
def show_clauses(
    name: str,
    language: Language,
    visit: Annotated[Visit, visits()],
    block: Annotated[str, Query(max_length=120)] = "",
    search: Annotated[str, Query(max_length=80)] = "",
) -> list[dict[str, Any]]:
    """Every clause that one may look at, with the fields that can be named at a block of the template."""
    found, spoken = looked_around(visit, name), speech(visit.request).language
    picked = fields(place_of(found, block, ""), spoken)
    choosable = clauses_to_choose(visit.asking.home, visit.asking.actor, datetime.now(UTC).date(), search)
    return told(choosable, picked, language, spoken)
